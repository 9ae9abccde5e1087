#!/usr/bin/env python
"""The nightly run of the portal's exports: nightly.py [DAY]"""
import datetime
import sys
from http.client import responses
from xml.sax.saxutils import escape

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

from exporter import cleanup, fleet, links, settings, uploads

EC2_CONFIG = Config(
    connect_timeout=10,
    read_timeout=70,
    retries={"total_max_attempts": 7, "mode": "standard"},
)


def _tags(record):
    """The tags of an EC2 object as a dict."""
    tags = record.get("Tags") or record.get("TagSet") or []
    return {tag["Key"]: tag.get("Value") for tag in tags}


def _tag_list(tags):
    """Tags in a dict (or a list of keys) as the Tags parameter of the EC2 API; None stands for any value."""
    tags = tags if isinstance(tags, dict) else dict.fromkeys(tags)
    return [{"Key": key} if value is None else {"Key": key, "Value": str(value)} for key, value in sorted(tags.items())]


def _add_tags(client, record, resource_id, tags):
    """Add tags to an EC2 object and to what we know of it."""
    client.create_tags(Resources=[resource_id], Tags=_tag_list(tags))
    member = "TagSet" if "TagSet" in record else "Tags"
    known = dict(_tags(record), **tags)
    record[member] = [{"Key": key, "Value": value} for key, value in known.items()]


def _reason(error):
    """The HTTP reason phrase of a ClientError; the text of any other exception."""
    if not isinstance(error, ClientError):
        return str(error)
    metadata = error.response["ResponseMetadata"]
    return metadata.get("Reason") or responses.get(metadata["HTTPStatusCode"], "")


def _error_body(error, name="S3ResponseError"):
    """The parsed error of a ClientError, written as XML again; empty where the answer had no body."""
    details, metadata = error.response.get("Error", {}), error.response["ResponseMetadata"]
    if details.get("Code") in (None, str(metadata["HTTPStatusCode"])):
        return ""
    inside = "".join(f"<{tag}>{escape(str(value))}</{tag}>" for tag, value in details.items())
    request_id, host_id = metadata.get("RequestId") or "", metadata.get("HostId") or ""
    if name == "EC2ResponseError":
        xml = f"<Response><Errors><Error>{inside}</Error></Errors><RequestID>{request_id}</RequestID></Response>"
    else:
        xml = f"<Error>{inside}<RequestId>{request_id}</RequestId><HostId>{host_id}</HostId></Error>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{xml}'


def _error_text(error, name):
    """What boto 2 showed for an error: its class (`name`, or one of the program's own), status, reason and body."""
    if not isinstance(error, ClientError) or type(error).__str__ is not ClientError.__str__:
        return str(error)
    if not type(error).__module__.startswith("botocore"):
        name = type(error).__name__
    status = error.response["ResponseMetadata"]["HTTPStatusCode"]
    return f"{name}: {status} {_reason(error)}\n{_error_body(error, name)}"


ORDERS = {
    'acme': [('anvil', 3), ('rocket skates', 1)],
    'globex': [('hammock', 12)],
}


def export_all(day):
    for customer in settings.CUSTOMERS:
        before = uploads.last_export(customer)
        print('%s: last export %s' % (customer, before["Key"] if before else 'never'))
        if customer not in ORDERS:
            continue
        key = uploads.upload_export(customer, day, ORDERS[customer])
        print('  wrote %s, %d bytes, etag %s' % (key["Key"], key.get("Size"), key.get("ETag")))
        copy = uploads.copy_to_partner(key, customer)
        if copy is not None:
            print('  copied to %s/%s' % (copy["Bucket"], copy["Key"]))
            print('  %s' % links.new_link(copy["Key"]))
        print('  %s' % links.old_link(key["Key"]))
        print('  partner has %s' % (', '.join(links.partner_files(customer)) or 'nothing'))


def tag_workers(day):
    """Not on the new fleet module yet: it only reads."""
    conn = boto3.client("ec2", region_name=settings.REGION, config=EC2_CONFIG)
    try:
        for reservation in conn.get_paginator("describe_instances").paginate(
            Filters=[{"Name": "tag:Role", "Values": ['worker']}]
        ).build_full_result()["Reservations"]:
            for instance in reservation["Instances"]:
                _add_tags(conn, instance, instance["InstanceId"], {'LastExport': day})
                print('  tagged %s (%s)' % (_tags(instance)['Name'], instance["State"]["Name"]))
    except ClientError as e:
        print('  cannot tag: %s' % e.response["Error"]["Code"])


def main():
    today = datetime.date.today()
    if len(sys.argv) > 1:
        today = datetime.datetime.strptime(sys.argv[1], '%Y-%m-%d').date()
    try:
        export_all(today.isoformat())
        print('deleted %d old exports' % cleanup.delete_old(today))
    except ClientError as e:
        print('S3 says no: %s' % _error_text(e, "S3ResponseError"))
        return 1
    for name, size in fleet.workers():
        print('worker %s, %s' % (name, size))
    tag_workers(today.isoformat())
    print('%d GB of disks, %d snapshots' % fleet.disk_usage())
    return 0


if __name__ == '__main__':
    sys.exit(main())
