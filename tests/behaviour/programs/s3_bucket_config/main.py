"""Sub-resources of buckets through dispatch tables: lifecycle, website, logging, tags, request payment, versioning."""
import sys

import boto
from boto.exception import S3ResponseError
from boto.s3.lifecycle import Expiration, Lifecycle, Rule, Transition
from boto.s3.tagging import Tags, TagSet
from boto.s3.website import RoutingRules, RoutingRule, Condition, Redirect, RedirectLocation

REPORTERS = {}
SETTERS = {}


def reporter(name):
    def register(fn):
        REPORTERS[name] = fn
        return fn
    return register


def setter(fn):
    SETTERS[fn.__name__[4:]] = fn
    return fn


def guarded(fn, bucket):
    "S3 answers 404 where nothing was configured"
    try:
        return fn(bucket)
    except S3ResponseError as exc:
        if exc.status != 404:
            raise
        return exc.error_code


@reporter('versioning')
def get_versioning(bucket):
    return bucket.get_versioning_status().get('Versioning', 'off')


@reporter('lifecycle')
def get_lifecycle(bucket):
    found = []
    for rule in bucket.get_lifecycle_config():
        days = rule.expiration.days if rule.expiration else None
        date = rule.expiration.date if rule.expiration else None
        move = [(t.days, t.storage_class) for t in rule.transition] if rule.transition else []
        found.append((rule.id, rule.prefix, rule.status, days, date, move))
    return found


@reporter('website')
def get_website(bucket):
    config = bucket.get_website_configuration()['WebsiteConfiguration']
    return sorted((k, sorted(v)) for k, v in config.items()), config.get('IndexDocument', {}).get('Suffix')


@reporter('logging')
def get_logging(bucket):
    status = bucket.get_logging_status()
    if status.target is None:
        return 'no logging'
    return status.target, status.prefix, len(status.grants)


@reporter('tags')
def get_tags(bucket):
    return sorted((tag.key, tag.value) for tags in bucket.get_tags() for tag in tags)


@reporter('payer')
def get_payer(bucket):
    xml = bucket.get_request_payment()
    return b'<Payer>Requester</Payer>' in xml


@setter
def set_versioning(bucket, on):
    return bucket.configure_versioning(on)


@setter
def set_lifecycle(bucket, rules):
    config = Lifecycle()
    for args, kwargs in rules:
        config.add_rule(*args, **kwargs)
    config.append(Rule('by-hand', 'hand/', 'Disabled', Expiration(days=7)))
    return bucket.configure_lifecycle(config)


@setter
def set_website(bucket, options):
    return bucket.configure_website(**options)


@setter
def set_logging(bucket, target):
    target.set_as_logging_target()
    return bucket.enable_logging(target, target_prefix='log/%s/' % bucket.name)


@setter
def set_tags(bucket, mapping):
    tags = TagSet()
    for key in sorted(mapping):
        tags.add_tag(key, mapping[key])
    outer = Tags()
    outer.add_tag_set(tags)
    return bucket.set_tags(outer)


def report(bucket, out=sys.stdout):
    out.write('== %s in %r\n' % (bucket.name, bucket.get_location()))
    for name in sorted(REPORTERS):
        out.write('   %-10s %s\n' % (name, guarded(REPORTERS[name], bucket)))


def main():
    conn = boto.connect_s3()
    logs, data = (conn.create_bucket(n) for n in ('conf-logs', 'conf-data'))
    report(data)
    routing = RoutingRules()
    routing.add_rule(RoutingRule(Condition(key_prefix='docs/'), Redirect(replace_key_prefix='documents/')))
    wishes = [
        ('versioning', True),
        ('lifecycle', [(('tmp', 'tmp/', 'Enabled', 3), {}),
                       (('old',), {'prefix': 'logs/', 'status': 'Enabled', 'expiration': Expiration(days=365),
                                   'transition': Transition(days=30, storage_class='GLACIER')}),
                       (('once', 'once/', 'Enabled'), {'expiration': Expiration(date='2030-01-01T00:00:00.000Z')})]),
        ('website', dict(suffix='index.html', error_key='oops.html', routing_rules=routing)),
        ('logging', logs),
        ('tags', {'team': 'web', 'cost-center': '42'}),
    ]
    for name, value in wishes:
        print('set %s: %r' % (name, SETTERS[name](data, value)))
    report(data)
    print(data.disable_logging(), data.delete_lifecycle_configuration(), data.delete_website_configuration(),
          data.delete_tags(), data.configure_versioning(False))
    report(data)
    logs.configure_website(redirect_all_requests_to=RedirectLocation('www.example.com', 'https'))
    print(logs.get_website_configuration()['WebsiteConfiguration']['RedirectAllRequestsTo'])
    data.delete()
    print(sorted(b.name for b in conn.get_all_buckets()))


if __name__ == '__main__':
    main()
