"""Who may do what: canned ACLs, grants one by one, bucket policies as JSON, CORS rules."""
import json
import logging

import boto
from boto.exception import S3ResponseError
from boto.s3.acl import CannedACLStrings
from boto.s3.cors import CORSConfiguration

log = logging.getLogger('permissions')

FRIEND = 'f' * 64


def grants_of(thing):
    policy = thing.get_acl()
    found = []
    for grant in policy.acl.grants:
        who = grant.uri.split('/')[-1] if grant.uri else ('friend' if grant.id == FRIEND else 'owner')
        found.append('%s:%s:%s' % (grant.type, who, grant.permission))
    return sorted(found)


def is_public(thing):
    for grant in thing.get_acl().acl.grants:
        if grant.type == 'Group' and grant.uri == 'http://acs.amazonaws.com/groups/global/AllUsers':
            return True
    return False


class BucketPolicy:
    def __init__(self, bucket):
        self.bucket = bucket

    def load(self):
        try:
            return json.loads(self.bucket.get_policy())
        except S3ResponseError as e:
            if e.error_code != 'NoSuchBucketPolicy':
                raise
            log.warning('%s has no policy (%d)', self.bucket.name, e.status)
            return {'Version': '2012-10-17', 'Statement': []}

    def allow(self, sid, action, principal='*', path='*'):
        doc = self.load()
        doc['Statement'] = [s for s in doc['Statement'] if s.get('Sid') != sid]
        doc['Statement'].append({'Sid': sid, 'Effect': 'Allow', 'Principal': principal, 'Action': action,
                                 'Resource': 'arn:aws:s3:::%s/%s' % (self.bucket.name, path)})
        return self.bucket.set_policy(json.dumps(doc))

    def sids(self):
        return [str(s['Sid']) for s in self.load()['Statement']]


def main():
    logging.basicConfig(format='%(levelname)s %(name)s %(message)s')
    conn = boto.connect_s3()
    bucket = conn.create_bucket('shared-docs', policy='private')
    key = bucket.new_key('a/report.pdf')
    key.set_contents_from_string('pdf', policy='public-read')
    bucket.new_key('b/secret').set_contents_from_string('s')

    print(grants_of(bucket), is_public(bucket))
    print(grants_of(key), is_public(key))
    print(is_public(bucket.get_key('b/secret')))
    key.set_acl('private')
    print(grants_of(key))
    key.set_canned_acl('authenticated-read')
    print(grants_of(key))
    key.make_public()
    print(is_public(key))
    bucket.set_acl('public-read-write')
    print(grants_of(bucket))
    bucket.set_acl('public-read', 'b/secret')
    print(grants_of(bucket.get_key('b/secret')), grants_of(bucket))
    bucket.make_public()
    print(grants_of(bucket))
    print('bucket-owner-read' in CannedACLStrings, len(CannedACLStrings))
    try:
        bucket.set_acl('everybody-please')
    except AssertionError:
        print('no such canned acl')

    bucket.set_acl('private')
    bucket.add_user_grant('READ', FRIEND)
    bucket.add_user_grant('READ_ACP', FRIEND, display_name='friend')
    print(grants_of(bucket))
    other = conn.create_bucket('shared-docs-too')
    copied = bucket.get_acl()
    copied.acl.grants = [g for g in copied.acl.grants if g.permission != 'READ_ACP']
    other.set_acl(copied)
    print(grants_of(other), copied.owner.id == other.get_acl().owner.id)
    print([(g.permission, g.type, len(g.id)) for g in other.list_grants()])

    policy = BucketPolicy(bucket)
    print(policy.allow('read', 's3:GetObject'), policy.sids())
    policy.allow('write', ['s3:PutObject', 's3:DeleteObject'], {'AWS': 'arn:aws:iam::123456789012:root'}, 'in/*')
    policy.allow('read', 's3:GetObject', path='pub/*')
    print(policy.sids(), [s['Resource'] for s in policy.load()['Statement']])
    print(bucket.delete_policy(), policy.sids())

    cors = CORSConfiguration()
    cors.add_rule('GET', 'http://www.example.com')
    cors.add_rule(['PUT', 'POST'], ['https://app.example.com', 'https://test.example.com'], id='app',
                  allowed_header='*', max_age_seconds=3000, expose_header='x-amz-request-id')
    print(bucket.set_cors(cors))
    for rule in bucket.get_cors():
        print(rule.id, rule.allowed_method, rule.allowed_origin, rule.allowed_header, rule.max_age_seconds,
              rule.expose_header)
    bucket.delete_cors()
    try:
        bucket.get_cors()
    except S3ResponseError as e:
        print(e.status, e.error_code)


main()
