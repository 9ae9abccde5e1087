import boto.ec2


def grep(bucket, word, prefix=''):
    return [k.name for k in bucket.list(prefix) if word in k.get_contents_as_string().decode('utf-8')]


def swap(bucket, a, b):
    left, right = bucket.get_key(a), bucket.get_key(b)
    if left is None or right is None:
        return False
    text = left.get_contents_as_string()
    left.set_contents_from_string(right.get_contents_as_string())
    right.set_contents_from_string(text)
    return True


def ensure_running(instance_id, region='us-east-1'):
    conn = boto.ec2.connect_to_region(region)
    instance = conn.get_only_instances([instance_id])[0]
    if instance.state == 'stopped':
        instance.start()
        instance.update()
    return instance
