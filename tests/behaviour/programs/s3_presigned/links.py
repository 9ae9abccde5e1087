try:
    from urlparse import urlparse, parse_qs
except ImportError:
    from urllib.parse import urlparse, parse_qs

from boto.s3.key import Key

SIGNING = ('awsaccesskeyid', 'signature', 'expires', 'x-amz-security-token', 'x-amz-algorithm', 'x-amz-credential',
           'x-amz-date', 'x-amz-expires', 'x-amz-signedheaders', 'x-amz-signature')


class Link(object):
    def __init__(self, url):
        self.parts = urlparse(url)
        self.args = parse_qs(self.parts.query)

    @property
    def signed(self):
        return any(n.lower() in ('signature', 'x-amz-signature') for n in self.args)

    @property
    def extra(self):
        return sorted((n, v[0]) for n, v in self.args.items() if n.lower() not in SIGNING)

    def __str__(self):
        return '%s %s %s signed=%s %s' % (self.parts.scheme, self.parts.hostname, self.parts.path, self.signed, self.extra)


class Signer(object):
    lifetime = 600

    def __init__(self, bucket):
        self.bucket = bucket

    def __call__(self, name, method='GET', **options):
        key = Key(bucket=self.bucket, name=name)
        return Link(key.generate_url(options.pop('expires_in', self.lifetime), method, **options))


class ShortSigner(Signer):
    lifetime = 5
