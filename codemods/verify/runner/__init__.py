"""What a verified program carries along. Nothing here is imported by boto3ify itself.

The folder is put on PYTHONPATH of the child process, so Python imports `sitecustomize` at start; the rest is
in a package of its own, `_boto3ify`, so that no name of the program is taken. Only the standard library is
used.
"""
