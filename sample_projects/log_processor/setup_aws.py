"""Logs of two days from three hosts, a versioned summary, and an upload that somebody's crash left behind."""

import gzip

import boto3

DAY = "2014-05-01"
PATHS = ["/", "/index.html", "/news?id=7", "/images/logo.png", "/missing"]


def log(host: str, count: int) -> bytes:
    lines = []
    for number in range(count):
        path = PATHS[number % len(PATHS)]
        status, size = (404, "-") if path == "/missing" else (200, 512 + number % 1000)
        moment = f"01/May/2014:{number // 3600 % 24:02}:{number // 60 % 60:02}:{number % 60:02} +0000"
        lines.append(f'10.0.{number % 7}.{number % 200} - - [{moment}] "GET {path} HTTP/1.1" {status} {size}')
    lines.append(f"garbage from a restart of {host}")
    return gzip.compress("\n".join(lines).encode(), mtime=0)


s3 = boto3.client("s3", region_name="us-east-1")
s3.create_bucket(Bucket="web-logs")
s3.create_bucket(Bucket="web-logs-archive")
s3.put_bucket_versioning(Bucket="web-logs", VersioningConfiguration={"Status": "Enabled"})
for host, count in (("web1", 45000), ("web2", 30000), ("web3", 10)):
    for part in ("00", "12"):
        s3.put_object(Bucket="web-logs", Key=f"logs/{host}/{DAY}-{part}.log.gz", Body=log(host, count // 2))
s3.put_object(Bucket="web-logs", Key="logs/web1/2014-05-02-00.log.gz", Body=log("web1", 5))
s3.put_object(Bucket="web-logs", Key="logs/readme.txt", Body=b"one folder per host\n")
for day, lines in (("2014-04-28", 4), ("2014-04-29", 70), ("2014-04-30", 800)):
    s3.put_object(
        Bucket="web-logs", Key="summary/latest.json", Body=f'{{"day": "{day}", "lines": {lines}}}'.encode()
    )
s3.put_object(Bucket="web-logs", Key="summary/weekly.json", Body=b"{}")
s3.delete_object(Bucket="web-logs", Key="summary/weekly.json")
s3.create_multipart_upload(Bucket="web-logs", Key="merged/2014-04-17.log")
s3.create_multipart_upload(Bucket="web-logs", Key="films/launch.mov")
