"""An import that only finds out whether boto 2 is there."""
def is_there():
    try:
        import boto.s3
    except ImportError:
        return False
    return True
# ---- after ----
"""An import that only finds out whether boto 2 is there."""
def is_there():
    try:
        import boto3
    except ImportError:
        return False
    return True
