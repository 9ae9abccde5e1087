"""Tags of EC2 objects: boto 2 held them as a dict, EC2 sends a list of Key and Value."""


def _tags(record):
    """The tags of an EC2 object as a dict."""
    tags = record.get("Tags") or record.get("TagSet") or []
    return {tag["Key"]: tag.get("Value") for tag in tags}


def _tag_list(tags):
    """Tags in a dict (or a list of keys) as the Tags parameter of the EC2 API; None stands for any value."""
    tags = tags if isinstance(tags, dict) else dict.fromkeys(tags)
    return [{"Key": key} if value is None else {"Key": key, "Value": str(value)} for key, value in sorted(tags.items())]


def _add_tags(client, record, resource_id, tags, dry_run=False):
    """Add tags to an EC2 object and to what we know of it."""
    client.create_tags(Resources=[resource_id], Tags=_tag_list(tags), DryRun=bool(dry_run))
    member = "TagSet" if "TagSet" in record else "Tags"
    known = dict(_tags(record), **tags)
    record[member] = [{"Key": key, "Value": value} for key, value in known.items()]


def _remove_tags(client, record, resource_id, tags, dry_run=False):
    """Remove tags from an EC2 object and from what we know of it; None stands for any value."""
    client.delete_tags(Resources=[resource_id], Tags=_tag_list(tags), DryRun=bool(dry_run))
    member = "TagSet" if "TagSet" in record else "Tags"
    record[member] = [
        {"Key": key, "Value": value}
        for key, value in _tags(record).items()
        if key not in tags or tags[key] not in (None, value)
    ]


def _change_tags(record, method, *arguments, **options):
    """Change what we know of the tags of an EC2 object by a method of dict; EC2 itself is not told."""
    tags = _tags(record)
    result = getattr(tags, method)(*arguments, **options)
    member = "TagSet" if "TagSet" in record else "Tags"
    record[member] = [{"Key": key, "Value": value} for key, value in tags.items()]
    return result
