import json
import logging

from boto.exception import S3ResponseError

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
