import boto.ec2
from boto.exception import EC2ResponseError

conn = boto.ec2.connect_to_region("eu-west-1")
try:
    conn.terminate_instances(["i-1"], dry_run=True)
except EC2ResponseError as e:
    if e.error_code == "DryRunOperation" or e.code == "InvalidInstanceID.NotFound":
        print("fine: %s %s" % (e.status, e.message))
    elif "InvalidInstanceID.Malformed" in str(e):
        print(e.errors)
    elif "404" in str(e) or str(e).startswith("EC2ResponseError"):
        print(str(e))
    else:
        raise
# ---- after ----
from http.client import responses
from xml.sax.saxutils import escape
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: EC2_CONFIG, _reason, _error_body, _error_text

conn = boto3.client("ec2", region_name="eu-west-1", config=EC2_CONFIG)
try:
    conn.terminate_instances(InstanceIds=["i-1"], DryRun=True)
except ClientError as e:
    if e.response["Error"]["Code"] == "DryRunOperation" or e.response["Error"]["Code"] == "InvalidInstanceID.NotFound":
        print("fine: %s %s" % (e.response["ResponseMetadata"]["HTTPStatusCode"], e.response["Error"].get("Message", "")))
    elif "InvalidInstanceID.Malformed" in str(e):
        print([(e.response["Error"]["Code"], e.response["Error"].get("Message"))])
    elif "404" in _error_text(
        e, "EC2ResponseError"
    ) or _error_text(
        e, "EC2ResponseError"
    ).startswith("EC2ResponseError"):
        print(_error_text(e, "EC2ResponseError"))
    else:
        raise
