"""The backups of earlier nights: one of them is tonight's already, one key has no date in its name."""

import boto3

s3 = boto3.client("s3", region_name="us-east-1")
s3.create_bucket(Bucket="nightly")
for day in ("2014-02-27", "2014-02-28", "2014-03-01", "2014-03-15", "2014-03-23", "2014-03-24", "2014-03-30"):
    for name in ("crm.sql", "wiki.sql"):
        s3.put_object(
            Bucket="nightly",
            Key=f"db/{day}/{name}",
            Body=f"-- {name} of {day}\n".encode(),
            Metadata={"source": name},
        )
s3.put_object(Bucket="nightly", Key="db/README", Body=b"Ask Jim before you delete anything here.\n")
s3.put_object(Bucket="nightly", Key="db/2014-03-31/RESTORE.txt", Body=b"sqlite3 NAME.db < NAME.sql\n")
s3.put_object(Bucket="nightly", Key="photos/2013-01-01/party.jpg", Body=b"not ours")
