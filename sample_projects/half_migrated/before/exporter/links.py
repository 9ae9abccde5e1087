"""Links to exports for mails."""
import boto
import boto3

from exporter import settings

DAY = 24 * 3600


def old_link(key_name):
    bucket = boto.connect_s3().get_bucket(settings.EXPORTS, validate=False)
    key = bucket.get_key(key_name)
    if not key:
        return None
    return key.generate_url(DAY, response_headers={'response-content-type': 'application/octet-stream'})


def new_link(key_name):
    client = boto3.client('s3', region_name=settings.REGION)
    return client.generate_presigned_url('get_object', Params={'Bucket': settings.PARTNERS, 'Key': key_name},
                                         ExpiresIn=DAY)


def partner_files(customer):
    # resource, because Tom likes them better
    bucket = boto3.resource('s3').Bucket(settings.PARTNERS)
    return [obj.key for obj in bucket.objects.filter(Prefix=customer + '/') if not obj.key.endswith('.keep')]
