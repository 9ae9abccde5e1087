"""What a verified program carries along. Nothing here is imported by boto3ify itself.

The folder is put on PYTHONPATH of the child process, so Python imports `sitecustomize` at start. The modules use the
standard library alone and leave the program's own names alone (every module but sitecustomize starts with `_boto3ify`).
"""
