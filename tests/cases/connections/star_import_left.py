"""What is left to a person keeps its import and its mark, and has a name where later uses need its client."""
from boto.s3.connection import *

bucket = S3Connection(suppress_consec_slashes=False).get_bucket("data")
bucket.delete_key("//a")
# ---- after ----
"""What is left to a person keeps its import and its mark, and has a name where later uses need its client."""
# TODO(boto3ify): imports still needed by what is left to do below; drop it when that is done
from boto.s3.connection import *

# emitted: _get_bucket

# TODO(boto3ify): s3.connection suppress_consec_slashes=False keeps slashes in names; write this client by hand and use names as they are
s3 = S3Connection(suppress_consec_slashes=False)
bucket = _get_bucket(s3, "data")
s3.delete_object(Bucket=bucket, Key="a")
