"""Sets up buckets from a description: policy, CORS, lifecycle, website, logging, tags."""
import json
import logging
import boto
from boto.exception import S3ResponseError, S3CreateError
from boto.s3.bucketlogging import BucketLogging
from boto.s3.cors import CORSConfiguration
from boto.s3.lifecycle import Lifecycle, Rule, Transition, Expiration
from boto.s3.tagging import Tags, TagSet

log = logging.getLogger(__name__)

class BucketSetup(object):
    def __init__(self, conn, name):
        self.conn = conn
        try:
            self.bucket = conn.create_bucket(name)
        except S3CreateError:
            self.bucket = conn.get_bucket(name)

    def public_read(self):
        policy = {'Version': '2008-10-17', 'Statement': [{'Sid': 'Public', 'Effect': 'Allow', 'Principal': {'AWS': '*'},
                  'Action': ['s3:GetObject'], 'Resource': 'arn:aws:s3:::%s/*' % self.bucket.name}]}
        self.bucket.set_policy(json.dumps(policy))
        return self

    def policy(self):
        try:
            return json.loads(self.bucket.get_policy())
        except S3ResponseError as e:
            if e.error_code == 'NoSuchBucketPolicy':
                return None
            raise

    def cors(self, *origins):
        config = CORSConfiguration()
        for o in origins:
            config.add_rule(['GET', 'HEAD'], o, allowed_header=['*'], max_age_seconds=3000, expose_header=['ETag'])
        return self.bucket.set_cors(config)

    def expire(self, **prefixes):
        life = Lifecycle()
        for n, (name, days) in enumerate(sorted(prefixes.items())):
            life.append(Rule('rule-%d' % n, name + '/', 'Enabled', Expiration(days=days)))
        life.add_rule('archive', 'archive/', 'Enabled', transition=Transition(days=30, storage_class='GLACIER'))
        self.bucket.configure_lifecycle(life)

    def website(self, index='index.html', error=None):
        self.bucket.configure_website(index, error)
        return self.bucket.get_website_configuration()['WebsiteConfiguration']['IndexDocument']['Suffix']

    def tags(self, **kw):
        ts = TagSet()
        for k, v in sorted(kw.items()):
            ts.add_tag(k, v)
        t = Tags()
        t.add_tag_set(ts)
        self.bucket.set_tags(t)

    def versioned(self, on=True):
        self.bucket.configure_versioning(on)
        return self.bucket.get_versioning_status()

def report(setup):
    b = setup.bucket
    print(b.name, repr(b.get_location()))
    print(' policy', (setup.policy() or {}).get('Version'))
    try:
        print(' cors', [(r.allowed_method, r.allowed_origin, r.max_age_seconds) for r in b.get_cors()])
    except S3ResponseError as e:
        print(' cors', e.status, e.error_code)
    try:
        print(' lifecycle', [(r.id, r.prefix, r.status, r.expiration and r.expiration.days) for r in b.get_lifecycle_config()])
    except S3ResponseError as e:
        print(' lifecycle', e.code)
    try:
        print(' tags', sorted((t.key, t.value) for ts in b.get_tags() for t in ts))
    except S3ResponseError as e:
        print(' tags', e.code)
    print(' acl', sorted(g.permission for g in b.get_acl().acl.grants))
    print(' versions', b.get_versioning_status().get('Versioning', 'Off'))

conn = boto.connect_s3()
s = BucketSetup(conn, 'adm-bucket')
report(s)
s.public_read().cors('https://example.com', 'https://example.org')
s.expire(tmp=1, logs=30)
print(s.website(error='error.html'))
s.tags(team='web', env='prod')
print(s.versioned())
report(s)
print(s.versioned(False), s.bucket.delete_policy(), s.bucket.delete_cors(), s.bucket.delete_tags())
report(s)
