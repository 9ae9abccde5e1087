"""An earlier deployment: one page unchanged, one stale, one removed since, one redirect made already."""

import gzip
import io
from pathlib import Path

import boto3

SITE = Path(__file__).parent / "before" / "site"
BUCKET = "www.bakery.example"


def compressed(data: bytes) -> bytes:
    out = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=out, mtime=0) as z:
        z.write(data)
    return out.getvalue()


s3 = boto3.client("s3", region_name="eu-west-1")
s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
s3.put_object(
    Bucket=BUCKET,
    Key="css/site.css",
    Body=compressed((SITE / "css" / "site.css").read_bytes()),
    ContentType="text/css",
    ContentEncoding="gzip",
    CacheControl="public, max-age=31536000",
    ACL="public-read",
)
s3.put_object(
    Bucket=BUCKET, Key="index.html", Body=compressed(b"<h1>Opening soon</h1>\n"), ContentEncoding="gzip"
)
s3.put_object(Bucket=BUCKET, Key="blog/spelt.html", Body=b"<h1>Spelt</h1>\n")
s3.put_object(
    Bucket=BUCKET,
    Key="index.php",
    Body=b"",
    ContentType="text/html",
    WebsiteRedirectLocation="/",
    ACL="public-read",
)
