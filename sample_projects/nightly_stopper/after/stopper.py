#!/usr/bin/env python
"""Stop the development machines at night and start them in the morning.

    0 20 * * 1-5   stopper.py stop
    30 7 * * 1-5   stopper.py start

Machines opt in with the tag Schedule. Before a machine stops, its volumes get a snapshot.
"""
from __future__ import print_function

import datetime
import logging
import sys
import time
from optparse import OptionParser
from datetime import timezone

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

import settings

EC2_CONFIG = Config(
    connect_timeout=10,
    read_timeout=70,
    retries={"total_max_attempts": 7, "mode": "standard"},
)


def _filters(filters):
    """A dict (or pairs) of filters as the Filters parameter of the EC2 API."""
    result = []
    for name, values in dict(filters or {}).items():
        if not name.startswith("tag:"):
            name = name.replace("_", "-")
        values = values if isinstance(values, list) else [values]
        values = [str(value).lower() if isinstance(value, bool) else str(value) for value in values]
        result.append({"Name": name, "Values": values})
    return result


def _iso_z(moment):
    """A datetime as boto 2 gave it: 2026-11-22T05:27:54.000Z; None stays None."""
    if moment is None or isinstance(moment, str):
        return moment
    moment = moment.astimezone(timezone.utc)
    return "%s.%03dZ" % (moment.strftime("%Y-%m-%dT%H:%M:%S"), moment.microsecond // 1000)


def _block_devices(record):
    """The block devices of an instance or an image by their device names."""
    devices = {}
    for mapping in record.get("BlockDeviceMappings") or []:
        device = dict(mapping.get("Ebs", {}))
        if "AttachTime" in device:
            device["AttachTime"] = _iso_z(device["AttachTime"])
        if "VirtualName" in mapping:
            device["VirtualName"] = mapping["VirtualName"]
        devices[mapping["DeviceName"]] = device
    return devices


def _instances(reservations):
    """The instances of all reservations."""
    return [instance for reservation in reservations for instance in reservation["Instances"]]


def _update_instance(client, instance):
    """Read an instance anew, in place; gives the name of its state."""
    instance_id = instance["InstanceId"]
    answer = client.describe_instances(InstanceIds=[instance_id])
    if answer["Reservations"]:
        for fresh in answer["Reservations"][0]["Instances"]:
            if fresh["InstanceId"] == instance_id:
                instance.clear()
                instance.update(fresh)
    return instance["State"]["Name"]


def _changed_instances(changes):
    """Instances after a change of state, as boto 2 gave them: their ids and states, and nothing else."""
    unknown = {"ImageId": None, "InstanceType": None, "LaunchTime": None, "Placement": {"AvailabilityZone": None}}
    return [dict(unknown, **change, State=change["CurrentState"]) for change in changes]


def _take_change(instance, changes):
    """What boto 2 knew of an instance after starting, stopping or terminating it: its id and states alone."""
    for changed in _changed_instances(changes):
        instance.clear()
        instance.update(changed)


def _stop_instance(client, instance, dry_run=False):
    """Stop an instance; it knows its id and states alone then."""
    answer = client.stop_instances(InstanceIds=[instance["InstanceId"]], Force=False, DryRun=bool(dry_run))
    _take_change(instance, answer["StoppingInstances"])


def _create_snapshot(client, volume_id, description=None):
    """Snapshot a volume; the snapshot gets the volume's Name tag."""
    text = {"Description": description[:255]} if description else {}
    snapshot = client.create_snapshot(VolumeId=volume_id, **text)
    volume = client.describe_volumes(VolumeIds=[volume_id])["Volumes"][0]
    name = _tags(volume).get("Name")
    if name:
        _add_tags(client, snapshot, snapshot["SnapshotId"], {"Name": name})
    return snapshot


def _update_snapshot(client, snapshot):
    """Read state and progress of a snapshot anew, in place; gives the progress."""
    answer = client.describe_snapshots(SnapshotIds=[snapshot["SnapshotId"]])
    if answer["Snapshots"]:
        snapshot["State"] = answer["Snapshots"][0].get("State")
        snapshot["Progress"] = answer["Snapshots"][0].get("Progress")
    return snapshot.get("Progress")


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


def _remove_tags(client, record, resource_id, tags):
    """Remove tags from an EC2 object and from what we know of it; None stands for any value."""
    client.delete_tags(Resources=[resource_id], Tags=_tag_list(tags))
    member = "TagSet" if "TagSet" in record else "Tags"
    record[member] = [
        {"Key": key, "Value": value}
        for key, value in _tags(record).items()
        if key not in tags or tags[key] not in (None, value)
    ]


logging.basicConfig(stream=sys.stdout, level=logging.INFO, format='%(levelname)-7s %(message)s')
logging.getLogger('botocore').setLevel(logging.CRITICAL)
log = logging.getLogger('stopper')

conn = None
options = None


def name_of(instance):
    return _tags(instance).get('Name') or instance["InstanceId"]


def scheduled(state):
    """Instances with our tag in that state, protected ones left out."""
    found = []
    instances = _instances(conn.get_paginator("describe_instances").paginate(Filters=_filters({'tag:' + settings.TAG: list(settings.VALUES),
                                                 'instance-state-name': state})).build_full_result()["Reservations"])
    for instance in instances:
        if _tags(instance).get('Protected', 'no').lower() in ('yes', 'true', '1'):
            log.info('%s is protected', name_of(instance))
            continue
        found.append(instance)
    return sorted(found, key=name_of)


def wait_for(instances, state, tries=30):
    """Poll until all are in STATE. Returns those that are not."""
    waiting = list(instances)
    while waiting and tries:
        tries -= 1
        waiting = [i for i in waiting if _update_instance(conn, i) != state]
        if waiting:
            time.sleep(options.interval)
    return waiting


def snapshot_volumes(instance):
    stamp = options.now.strftime('%Y-%m-%d %H:%M')
    made = []
    for device, bdt in sorted(_block_devices(instance).items()):
        description = '%s %s %s' % (name_of(instance), device, stamp)
        if options.dry_run:
            log.info('would snapshot %s', description)
            continue
        try:
            snapshot = _create_snapshot(conn, bdt.get("VolumeId"), description)
        except ClientError as e:
            if e.response["Error"]["Code"] != 'InvalidVolume.NotFound':
                raise
            log.warning('%s of %s is gone', device, name_of(instance))
            continue
        conn.create_tags(Resources=[snapshot["SnapshotId"]], Tags=[{"Key": 'Name', "Value": description}])
        conn.create_tags(
            Resources=[snapshot["SnapshotId"]], Tags=_tag_list({'CreatedBy': settings.SNAPSHOT_TAG})
        )
        while snapshot["State"] == 'pending':
            time.sleep(options.interval)
            _update_snapshot(conn, snapshot)
        log.info('snapshot of %s: %s, %s GB, %s', description, snapshot["State"], snapshot["VolumeSize"], snapshot.get("Progress"))
        made.append(snapshot)
    return made


def trim_snapshots(instance, keep):
    """Keep the newest KEEP of our snapshots for each volume."""
    for device, bdt in sorted(_block_devices(instance).items()):
        ours = conn.get_paginator("describe_snapshots").paginate(OwnerIds=['self'], Filters=_filters({'volume-id': bdt.get("VolumeId"),
                                                             'tag:CreatedBy': settings.SNAPSHOT_TAG})).build_full_result()["Snapshots"]
        ours.sort(key=lambda s: _tags(s).get('Name', '')[-16:], reverse=True)
        for snapshot in ours[keep:]:
            if options.dry_run:
                log.info('would delete %s', snapshot.get("Description"))
                continue
            try:
                conn.delete_snapshot(SnapshotId=snapshot["SnapshotId"])
                log.info('deleted %s', snapshot.get("Description"))
            except ClientError as e:
                # an image may still need it
                if e.response["Error"]["Code"] == 'InvalidSnapshot.InUse':
                    log.warning('%s is in use', snapshot.get("Description"))
                else:
                    log.error('%s: %s', snapshot["SnapshotId"], e.response["Error"].get("Message", ""))


def stop():
    instances = scheduled('running')
    if not instances:
        log.info('nothing to stop')
        return 0
    for instance in instances:
        snapshot_volumes(instance)
        trim_snapshots(instance, settings.KEEP_SNAPSHOTS)
    stopped = []
    for instance in instances:
        try:
            _stop_instance(conn, instance, dry_run=options.dry_run)
            stopped.append(instance)
        except ClientError as e:
            if e.response["Error"]["Code"] == 'DryRunOperation':
                log.info('would stop %s (%s)', name_of(instance), instance["InstanceType"])
            elif e.response["Error"]["Code"] in ('IncorrectInstanceState', 'UnsupportedOperation'):
                log.warning('%s cannot be stopped: %s', name_of(instance), e.response["Error"]["Code"])
            else:
                raise
    late = wait_for(stopped, 'stopped')
    for instance in stopped:
        log.info('%s is %s', name_of(instance), instance["State"]["Name"])
    if stopped:
        conn.create_tags(
            Resources=[i["InstanceId"] for i in stopped],
            Tags=_tag_list({'StoppedBy': settings.SNAPSHOT_TAG}),
        )
    return len(late)


def start():
    instances = [i for i in scheduled('stopped') if _tags(i).get('StoppedBy') == settings.SNAPSHOT_TAG]
    if options.dry_run:
        for instance in instances:
            log.info('would start %s', name_of(instance))
        return 0
    if not instances:
        log.info('nothing to start')
        return 0
    started = conn.start_instances(InstanceIds=[i["InstanceId"] for i in instances])["StartingInstances"]
    log.info('starting %d of %d', len(started), len(instances))
    late = wait_for(started, 'running')
    for instance in instances:
        _update_instance(conn, instance)
        log.info('%s is %s, code %d', name_of(instance), instance["State"]["Name"], instance["State"]["Code"])
        _remove_tags(conn, instance, instance["InstanceId"], {'StoppedBy': None})
    return len(late)


def status():
    for instance in sorted(_instances(
        conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]
    ), key=name_of):
        print('%-8s %-8s %-13s snapshots: %d  %s' % (
            name_of(instance), instance["State"]["Name"], _tags(instance).get(settings.TAG, '-'),
            sum(len(conn.get_paginator("describe_snapshots").paginate(
                Filters=[{"Name": "volume-id", "Values": [bdt.get("VolumeId")]}]
            ).build_full_result()["Snapshots"])
                for bdt in _block_devices(instance).values()),
            _tags(instance).get('StoppedBy', '')))


def rehearse():
    """What `stop` would do tonight, permissions included."""
    before, options.dry_run = options.dry_run, True
    try:
        return stop()
    finally:
        options.dry_run = before


def check(instance_id):
    """An old habit of ours: ask for a machine by an id from the wiki."""
    try:
        instance = _instances(conn.describe_instances(InstanceIds=[instance_id])["Reservations"])[0]
        print('%s is %s' % (instance_id, instance["State"]["Name"]))
    except ClientError as e:
        print('%s: %s, HTTP %d' % (instance_id, e.response["Error"]["Code"], e.response["ResponseMetadata"]["HTTPStatusCode"]))


ACTIONS = {'stop': stop, 'start': start, 'status': status, 'rehearse': rehearse}


def main():
    global conn, options
    parser = OptionParser('%prog [options] ACTION...')
    parser.add_option('-n', '--dry-run', action='store_true', default=False)
    parser.add_option('--interval', type='float', default=15.0, help='seconds between two looks')
    parser.add_option('--at', metavar='TIME', help='pretend it is TIME (2015-06-30T20:00)')
    parser.add_option('--check', metavar='ID')
    options, args = parser.parse_args()
    options.now = datetime.datetime.utcnow()
    if options.at:
        options.now = datetime.datetime.strptime(options.at, '%Y-%m-%dT%H:%M')
    if not args or [a for a in args if a not in ACTIONS]:
        parser.error('say one or more of %s' % ', '.join(sorted(ACTIONS)))

    conn = boto3.client("ec2", region_name=settings.REGION, config=EC2_CONFIG)
    failed = 0
    for action in args:
        log.info('--- %s%s', action, ' (dry run)' if options.dry_run else '')
        failed += ACTIONS[action]() or 0
    if options.check:
        check(options.check)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
