"""Instances: finding them, reading them anew, changing their state and their attributes."""

import base64

from codemods.emitted.common import _as_list, _filters, _given
from codemods.emitted.ec2_devices import _block_devices
from codemods.emitted.ec2_launch import _group_ids
from codemods.emitted.ec2_values import _truth


def _instances(reservations):
    """The instances of all reservations."""
    return [instance for reservation in reservations for instance in reservation["Instances"]]


def _only_instances(client, instance_ids=None, filters=None, dry_run=False, max_results=None):
    """The instances of all reservations that match, whatever the number of pages."""
    pages = client.get_paginator("describe_instances").paginate(
        InstanceIds=_as_list(instance_ids),
        Filters=_filters(filters),
        DryRun=bool(dry_run),
        **_given(MaxResults=max_results),
    )
    return [instance for page in pages for instance in _instances(page["Reservations"])]


def _update_instance(client, instance, validate=False, dry_run=False):
    """Read an instance anew, in place; gives the name of its state."""
    instance_id = instance["InstanceId"]
    answer = client.describe_instances(InstanceIds=[instance_id], DryRun=bool(dry_run))
    if answer["Reservations"]:
        for fresh in answer["Reservations"][0]["Instances"]:
            if fresh["InstanceId"] == instance_id:
                instance.clear()
                instance.update(fresh)
    elif validate:
        raise ValueError(f"{instance_id} is not a valid Instance ID")
    return instance["State"]["Name"]


def _changed_instances(changes):
    """Instances after a change of state, as boto 2 gave them: their ids and states, and nothing else."""
    unknown = {"ImageId": None, "InstanceType": None, "LaunchTime": None, "Placement": {"AvailabilityZone": None}}
    return [dict(unknown, **change, State=change["CurrentState"]) for change in changes]


def _start_instances(client, instance_ids=None, dry_run=False):
    """Start instances; gives them with their states."""
    answer = client.start_instances(InstanceIds=_as_list(instance_ids), DryRun=bool(dry_run))
    return _changed_instances(answer["StartingInstances"])


def _stop_instances(client, instance_ids=None, force=False, dry_run=False):
    """Stop instances; gives them with their states."""
    answer = client.stop_instances(InstanceIds=_as_list(instance_ids), Force=bool(force), DryRun=bool(dry_run))
    return _changed_instances(answer["StoppingInstances"])


def _terminate_instances(client, instance_ids=None, dry_run=False):
    """Terminate instances; gives them with their states."""
    answer = client.terminate_instances(InstanceIds=_as_list(instance_ids), DryRun=bool(dry_run))
    return _changed_instances(answer["TerminatingInstances"])


def _take_change(instance, changes):
    """What boto 2 knew of an instance after starting, stopping or terminating it: its id and states alone."""
    for changed in _changed_instances(changes):
        instance.clear()
        instance.update(changed)


def _start_instance(client, instance, dry_run=False):
    """Start an instance; it knows its id and states alone then."""
    answer = client.start_instances(InstanceIds=[instance["InstanceId"]], DryRun=bool(dry_run))
    _take_change(instance, answer["StartingInstances"])


def _stop_instance(client, instance, force=False, dry_run=False):
    """Stop an instance; it knows its id and states alone then."""
    answer = client.stop_instances(InstanceIds=[instance["InstanceId"]], Force=bool(force), DryRun=bool(dry_run))
    _take_change(instance, answer["StoppingInstances"])


def _terminate_instance(client, instance, dry_run=False):
    """Terminate an instance; it knows its id and states alone then."""
    answer = client.terminate_instances(InstanceIds=[instance["InstanceId"]], DryRun=bool(dry_run))
    _take_change(instance, answer["TerminatingInstances"])


def _stop_reservation(client, reservation, dry_run=False):
    """Stop the instances of a reservation, one by one."""
    for instance in reservation["Instances"]:
        _stop_instance(client, instance, dry_run=dry_run)


def _product_codes(record):
    """The product codes of an instance or an image as a list of texts."""
    return [code["ProductCodeId"] for code in record.get("ProductCodes") or []]


def _console_output(answer):
    """The output of a console as bytes; None when there is none."""
    output = answer.get("Output")
    return None if output is None else output.encode()


def _confirm_product_instance(client, product_code, instance_id, dry_run=False):
    """Does the product code belong to the instance, and who owns it?"""
    answer = client.confirm_product_instance(ProductCode=product_code, InstanceId=instance_id, DryRun=bool(dry_run))
    return answer["Return"], answer.get("OwnerId")


def _instance_attribute(client, instance_id, attribute, dry_run=False):
    """One attribute of an instance in a dict, as boto 2 gave it: {"userData": ...}."""
    answer = client.describe_instance_attribute(InstanceId=instance_id, Attribute=attribute, DryRun=bool(dry_run))
    if attribute == "groupSet":
        return {attribute: answer["Groups"]}
    if attribute == "blockDeviceMapping":
        return {attribute: _block_devices(answer)}
    if attribute in ("ebsOptimized", "productCodes", "sriovNetSupport", "enaSupport"):
        return {}  # boto 2 asked EC2 for what it did not know, and left the answer out
    member = {"kernel": "KernelId", "ramdisk": "RamdiskId"}.get(attribute, attribute[0].upper() + attribute[1:])
    return {attribute: answer[member].get("Value")} if isinstance(answer.get(member), dict) else {}


def _modify_instance_attribute(client, instance_id, attribute, value, dry_run=False):
    """Change one attribute of an instance; `attribute` and `value` are what boto 2 took."""
    name = attribute[0].upper() + attribute[1:]
    if attribute.lower() == "groupset":
        change = {"Groups": _group_ids(value)}
    elif attribute.lower() == "blockdevicemapping":
        pairs = [pair.partition("=") for pair in value]
        change = {
            "BlockDeviceMappings": [
                {"DeviceName": device, "Ebs": {"DeleteOnTermination": (flag or "true") == "true"}}
                for device, _, flag in pairs
            ]
        }
    elif attribute.lower() in ("disableapitermination", "sourcedestcheck", "ebsoptimized"):
        change = {name: {"Value": _truth(value)}}
    elif attribute == "userData":
        change = {"UserData": {"Value": base64.b64decode(value)}}
    else:
        change = {name: {"Value": value}}
    client.modify_instance_attribute(InstanceId=instance_id, DryRun=bool(dry_run), **change)
    return True
