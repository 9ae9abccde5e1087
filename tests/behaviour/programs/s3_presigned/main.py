"""Signed and public URLs in every form: methods, headers, response headers, versions, plain http, other hosts."""
import time

import boto
from boto.s3.connection import S3Connection, OrdinaryCallingFormat

from links import Link, ShortSigner, Signer


def main():
    conn = boto.connect_s3()
    bucket = conn.create_bucket('downloads')
    key = bucket.new_key('reports/2015 q1+.pdf')
    key.set_contents_from_string('pdf')
    sign = Signer(bucket)
    print(key.generate_url(3600))
    print(sign('reports/2015 q1+.pdf'))
    for method in ('GET', 'PUT', 'DELETE', 'HEAD'):
        print(method, sign('x', method))
    print(sign('up.txt', 'PUT', headers={'Content-Type': 'text/plain'}))
    print(sign('a.csv', response_headers={'response-content-disposition': 'attachment; filename="b.csv"',
                                          'response-content-type': 'text/csv'}))
    print('public', sign('a b/c.txt', query_auth=False))
    print('http', sign('a.txt', force_http=True))
    print('http public', sign('a.txt', query_auth=False, force_http=True))
    print('absolute', key.generate_url(int(time.time()) + 60, expires_in_absolute=True))
    print('short', ShortSigner(bucket)('s', expires_in=7.5))
    print(Link(conn.generate_url(60, 'GET', bucket.name, 'direct')))
    print(Link(bucket.generate_url(60)))
    print(bucket.new_key('plain/name.txt').generate_url(0, query_auth=False).replace(':443', ''))

    bucket.configure_versioning(True)
    v = bucket.new_key('versioned')
    v.set_contents_from_string('1')
    link = Link(v.generate_url(60))
    print(link.parts.path, [n for n, _ in link.extra], dict(link.extra).get('versionId') == v.version_id)
    print(Link(bucket.new_key('versioned').generate_url(60)).extra)

    eu = S3Connection(host='s3-eu-west-1.amazonaws.com')
    print(Link(eu.get_bucket('downloads', validate=False).new_key('eu.txt').generate_url(60, query_auth=False)))
    path_style = S3Connection(calling_format=OrdinaryCallingFormat())
    print(Link(path_style.generate_url(60, 'GET', 'downloads', 'p.txt', query_auth=False)))
    insecure = S3Connection(is_secure=False)
    print(Link(insecure.get_bucket('downloads', validate=False).get_key('q.txt', validate=False).generate_url(60)))

    links = dict((k.name, Link(k.generate_url(60)).parts.path) for k in bucket.list())
    for name in sorted(links):
        print('%s -> %s' % (name, links[name]))


main()
