"""`**options` that unseen callers, or what nobody can see, may fill: every one of them arrives as before."""
import json

import boto.ec2


class Images(object):
    def __init__(self, conn, **options):
        self.conn = conn
        self.options = options

    def remove(self, *args, **kwargs):
        self.conn.delete_volume(*args, **kwargs)

    def own(self, more):
        return self.conn.get_all_images(**dict(more, owners=['self']))

    def all(self):
        known = {'owners': ['self']}
        return self.conn.get_all_images(**self.options) + self.conn.get_all_images(**known)


def find(**kwargs):
    conn = boto.ec2.connect_to_region('us-east-1')
    return conn.get_all_snapshots(**kwargs)


Images(boto.ec2.connect_to_region('us-east-1'), owners=['self']).own(json.load(open('more.json')))
# ---- after ----
"""`**options` that unseen callers, or what nobody can see, may fill: every one of them arrives as before."""
import json

import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _given, _as_list, _filters, _maybe

class Images(object):
    def __init__(self, conn, **options):
        self.conn = conn
        self.options = options

    def remove(self, *args, **kwargs):
        (
            lambda volume_id, dry_run=None: bool(
                self.conn.delete_volume(VolumeId=volume_id, **_given(DryRun=_maybe(bool, dry_run)))
            )
        )(*args, **kwargs)

    def own(self, more):
        return (
            lambda image_ids=None, owners=None, executable_by=None, filters=None, dry_run=None: self.conn.get_paginator("describe_images").paginate(
                ImageIds=_as_list(image_ids),
                Owners=_as_list(owners),
                ExecutableUsers=_as_list(executable_by),
                Filters=_filters(filters),
                **_given(DryRun=_maybe(bool, dry_run)),
            ).build_full_result()["Images"]
        )(**dict(more, owners=['self']))

    def all(self):
        known = {'owners': ['self']}
        return (
            lambda image_ids=None, owners=None, executable_by=None, filters=None, dry_run=None: self.conn.get_paginator("describe_images").paginate(
                ImageIds=_as_list(image_ids),
                Owners=_as_list(owners),
                ExecutableUsers=_as_list(executable_by),
                Filters=_filters(filters),
                **_given(DryRun=_maybe(bool, dry_run)),
            ).build_full_result()["Images"]
        )(**self.options) + self.conn.get_paginator("describe_images").paginate(
            Owners=_as_list(known.get("owners"))
        ).build_full_result()["Images"]


def find(**kwargs):
    conn = boto3.client("ec2", region_name='us-east-1', config=EC2_CONFIG)
    return (
        lambda snapshot_ids=None, owner=None, restorable_by=None, filters=None, dry_run=None: conn.get_paginator("describe_snapshots").paginate(
            SnapshotIds=_as_list(snapshot_ids),
            OwnerIds=_as_list(owner),
            RestorableByUserIds=_as_list(restorable_by),
            Filters=_filters(filters),
            **_given(DryRun=_maybe(bool, dry_run)),
        ).build_full_result()["Snapshots"]
    )(**kwargs)


Images(boto3.client(
    "ec2", region_name='us-east-1', config=EC2_CONFIG
), owners=['self']).own(json.load(open('more.json')))
