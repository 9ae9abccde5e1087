"""Who may do what: canned ACLs, grants one by one, bucket policies as JSON, CORS rules."""
import logging

import boto
from boto.exception import S3ResponseError
from boto.s3.acl import CannedACLStrings
from boto.s3.cors import CORSConfiguration

import permissions
from permissions import FRIEND, grants_of, is_public

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

    policy = permissions.BucketPolicy(bucket)
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
