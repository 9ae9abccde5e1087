"""Connections in all forms: by host, region name, RegionInfo, with keys in every position, secure or not, from settings."""
import os
import sys

import boto
import boto.ec2
import boto.s3
import boto.vpc
from boto.ec2.connection import EC2Connection
from boto.ec2.regioninfo import RegionInfo
from boto.regioninfo import RegionInfo as PlainRegionInfo
from boto.s3.connection import S3Connection, OrdinaryCallingFormat, SubdomainCallingFormat
from boto.vpc import VPCConnection

KEY, SECRET = 'AKIAPROGRAMPROGRAM00', 'the-secret-of-the-program'
CREDS = dict(aws_access_key_id=KEY, aws_secret_access_key=SECRET)

SETTINGS = {'s3': {'is_secure': True, 'calling_format': OrdinaryCallingFormat(), 'host': 's3-us-west-2.amazonaws.com'},
            'ec2': {'region': RegionInfo(None, 'eu-west-1', 'ec2.eu-west-1.amazonaws.com')}}

S3_FORMS = [
    ('plain', lambda: boto.connect_s3()),
    ('class', lambda: S3Connection()),
    ('positional', lambda: boto.connect_s3(KEY, SECRET)),
    ('keywords', lambda: S3Connection(aws_access_key_id=KEY, aws_secret_access_key=SECRET)),
    ('splat', lambda: S3Connection(**CREDS)),
    ('none', lambda: S3Connection(None, None)),
    ('insecure', lambda: S3Connection(KEY, SECRET, False)),
    ('ordinary', lambda: boto.connect_s3(host='s3-us-west-2.amazonaws.com', calling_format=OrdinaryCallingFormat())),
    ('by string', lambda: S3Connection(host='s3.eu-west-1.amazonaws.com',
                                       calling_format='boto.s3.connection.OrdinaryCallingFormat')),
    ('subdomain', lambda: S3Connection(calling_format=SubdomainCallingFormat(), host='s3.amazonaws.com')),
    ('eu host', lambda: S3Connection(host='s3-eu-west-1.amazonaws.com')),
    ('port', lambda: S3Connection(host='s3-us-west-2.amazonaws.com', port=443, is_secure=True)),
    ('region', lambda: boto.s3.connect_to_region('us-west-2')),
    ('region keys', lambda: boto.s3.connect_to_region('eu-west-1', calling_format=OrdinaryCallingFormat(), **CREDS)),
    ('token', lambda: S3Connection(KEY, SECRET, security_token='session-token')),
    ('from settings', lambda: S3Connection(KEY, SECRET, **SETTINGS['s3'])),
    ('debug', lambda: S3Connection(debug=0, https_connection_factory=None)),
]

EC2_FORMS = [
    ('plain', lambda: boto.connect_ec2()),
    ('positional', lambda: boto.connect_ec2(KEY, SECRET)),
    ('class', lambda: EC2Connection(KEY, SECRET)),
    ('by name', lambda: boto.ec2.connect_to_region('us-west-2')),
    ('by name and keys', lambda: boto.ec2.connect_to_region('eu-west-1', **CREDS)),
    ('RegionInfo', lambda: EC2Connection(region=RegionInfo(name='us-west-2', endpoint='ec2.us-west-2.amazonaws.com'))),
    ('RegionInfo keys', lambda: boto.connect_ec2(KEY, SECRET, region=RegionInfo(endpoint='ec2.eu-west-1.amazonaws.com',
                                                                              name='eu-west-1'))),
    ('plain RegionInfo', lambda: EC2Connection(region=PlainRegionInfo(name='eu-west-1', endpoint='ec2.eu-west-1.amazonaws.com'),
                                               is_secure=True, port=443, path='/')),
    ('looked up', lambda: EC2Connection(region=[r for r in boto.ec2.regions() if r.name == 'us-west-2'][0])),
    ('get_region', lambda: boto.ec2.get_region('eu-west-1').connect()),
    ('settings', lambda: EC2Connection(**SETTINGS['ec2'])),
    ('vpc', lambda: boto.connect_vpc()),
    ('vpc class', lambda: VPCConnection(KEY, SECRET)),
    ('vpc region', lambda: boto.vpc.connect_to_region('us-west-2', aws_access_key_id=KEY, aws_secret_access_key=SECRET)),
]


class Account(object):
    """Reads the environment when made, keeps no connection."""

    def __init__(self, key=None, secret=None):
        self.key = key or os.environ['AWS_ACCESS_KEY_ID']
        self.secret = secret or os.environ.get('AWS_SECRET_ACCESS_KEY')

    s3 = property(lambda self: boto.connect_s3(self.key, self.secret))

    def ec2(self, region=None):
        if region:
            return boto.ec2.connect_to_region(region, aws_access_key_id=self.key, aws_secret_access_key=self.secret)
        return boto.connect_ec2(self.key, self.secret)


def main():
    for label, make in S3_FORMS:
        conn = make()
        bucket = conn.get_bucket('conn-eu-west-1') if 'eu' in label else conn.get_bucket('conn-us-west-2', validate=False)
        print('%-14s %s %s' % (label, bucket.get_key('where').get_contents_as_string().decode(), len(conn.get_all_buckets())))
    for label, make in EC2_FORMS:
        conn = make()
        print('%-18s %-10s %s' % (label, conn.region.name, [k.name for k in conn.get_all_key_pairs()]))

    anonymous = S3Connection(anon=True)
    print('anonymous: %s' % anonymous.get_bucket('conn-us-east-1', validate=False).get_key('where').read())
    odd = boto.s3.connect_to_region('us-west-2', calling_format=OrdinaryCallingFormat()).get_bucket('Old.Style_Bucket')
    print(odd.name, len(list(odd)), odd.new_key('x').set_contents_from_string('odd'))

    print(boto.ec2.connect_to_region('us-east-9'), boto.s3.connect_to_region('moon-1'), boto.vpc.connect_to_region(''))
    account = Account()
    print(account.s3.aws_access_key_id == os.environ['AWS_ACCESS_KEY_ID'], len(account.s3.get_all_buckets()),
          [account.ec2(r).region.name for r in (None, 'us-west-2')])
    os.environ['AWS_ACCESS_KEY_ID'] = 'AKIACHANGEDCHANGED00'
    print(boto.connect_s3().aws_access_key_id, boto.connect_ec2().access_key, Account('K', 'S').ec2().aws_access_key_id)
    patient = boto.connect_s3()
    patient.num_retries = 2
    print(patient.lookup('conn-us-east-1').name, patient.close())
    where = dict((c.region.name, c) for c in map(boto.ec2.connect_to_region, ['eu-west-1', 'us-west-2']))
    print(sorted(where), where['eu-west-1'].get_key_pair('key-of-eu-west-1').name, where['us-west-2'].get_key_pair('nope'))
    return 0


if __name__ == '__main__':
    sys.exit(main())
