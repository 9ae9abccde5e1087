"""boto3ify: moves a Python code base from boto 2 to boto3."""

__version__ = "0.1.0"
