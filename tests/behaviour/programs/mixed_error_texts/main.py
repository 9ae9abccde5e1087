"""Checks buckets and machines, and reports in words what went wrong."""
import json
import logging

import boto
import boto.ec2
from boto.exception import BotoServerError, EC2ResponseError, S3ResponseError

log = logging.getLogger("checks")


class Refused(S3ResponseError):
    """A bucket that the rules of the house forbid."""


class Report(object):
    def __init__(self):
        self.problems = []

    def add(self, where, error):
        self.problems.append((where, str(error)))

    def show(self):
        for where, text in self.problems:
            first, _, rest = text.partition("\n")
            print("%-10s %s [%s]" % (where, first, "body" if rest else "no body"))


def check_bucket(s3, name, report):
    try:
        if name.startswith("forbidden"):
            raise Refused(403, "Forbidden")
        return s3.get_bucket(name)
    except Refused as e:
        report.add(name, e)
    except S3ResponseError as e:
        log.warning("bucket %s: %s", name, e)
        report.add(name, e)
        print("not there: %s" % e)
    return None


def read(bucket, name):
    try:
        return bucket.new_key(name).get_contents_as_string()
    except S3ResponseError as e:
        return json.dumps({"error": str(e).splitlines()[0], "found": "NoSuchKey" in repr(e)})


def check_machine(ec2, instance_id):
    try:
        ec2.get_all_instances([instance_id])
    except EC2ResponseError as e:
        print("machine: {0}".format(e))
        print(e.body)
        raise RuntimeError("cannot see %s: %s" % (instance_id, e))


def either(s3, ec2, name):
    """Whatever goes wrong, in one sentence."""
    try:
        if name.startswith("i-"):
            ec2.terminate_instances([name])
        else:
            s3.delete_bucket(name)
    except BotoServerError as e:
        return str(e)
    except Exception as e:
        return "unforeseen: %s" % e


def main():
    s3 = boto.connect_s3()
    ec2 = boto.ec2.connect_to_region("us-east-1")
    bucket = s3.create_bucket("there")
    report = Report()
    for name in ("there", "missing", "forbidden-one"):
        check_bucket(s3, name, report)
    report.show()
    print(read(bucket, "nothing"))
    try:
        check_machine(ec2, "i-12345678")
    except RuntimeError as e:
        print(e)
    print(either(s3, ec2, "i-87654321"))
    print(either(s3, ec2, "missing"))


if __name__ == "__main__":
    main()
