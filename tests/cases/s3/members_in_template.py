import boto

LINE = "{0.name}"
bucket = boto.connect_s3().get_bucket("data", validate=False)
for number, key in enumerate(bucket.list()):
    print("{0}: {1.name!r:>20} {1.size} {{}}".format(number, key))
    print("{k.name} in {place}".format(k=key, place=bucket))
    print("{.name} {}".format(key, number))
    print(LINE.format(key))
# ---- after ----
from types import SimpleNamespace
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _keys

LINE = "{0.name}"
s3 = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = "data"
for number, key in enumerate(_keys(s3, bucket)):
    print("{}: {!r:>20} {} {{}}".format(number, key["Key"], key.get("Size")))
    print("{} in {}".format(key["Key"], "<Bucket: %s>" % bucket))
    print("{} {}".format(key["Key"], number))
    print(LINE.format(SimpleNamespace(name=key["Key"])))
