#!/usr/bin/env python
"""Put site/ on S3 and take away what is no longer there.

deploy.py [-n] [-v] BUCKET
"""
import argparse
import gzip
import hashlib
import io
import logging
import mimetypes
import os
import re
import sys
import string
from email.utils import parsedate_to_datetime
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError, ParamValidationError

S3_CONFIG = Config(
    signature_version="s3v4",
    connect_timeout=10,
    read_timeout=70,
    retries={"total_max_attempts": 7, "mode": "standard"},
)


_IDLE_HEADERS = tuple("accept cache-control connection content- expect expires user-agent x-amz-content-".split())


_OBJECT_HEADERS = {
    "cache-control",
    "content-disposition",
    "content-encoding",
    "content-language",
    "content-md5",
    "content-type",
    "expires",
    "x-robots-tag",
}


def _given(**arguments):
    """The arguments that are not None: botocore refuses None where boto 2 took it for "not given"."""
    return {name: value for name, value in arguments.items() if value is not None}


def _error_code(error):
    """The AWS error code of a ClientError; boto 2 named what HEAD, which has no body, tells by its status alone."""
    code = error.response.get("Error", {}).get("Code")
    if error.operation_name == "HeadBucket":
        return {"404": "NoSuchBucket", "403": "AccessDenied"}.get(code, code)
    return None if code in ("", str(error.response["ResponseMetadata"]["HTTPStatusCode"])) else code


def _get_acl(s3, bucket, key_name=""):
    """The owner and the grants of a bucket, or of an object in it."""
    if key_name:
        where = _at({"Bucket": bucket, "Key": key_name})
        response = s3.get_object_acl(**where)
    else:
        response = s3.get_bucket_acl(Bucket=bucket)
    return {"Owner": response["Owner"], "Grants": response.get("Grants", [])}


def _get_key_acl(s3, key):
    """The owner and the grants of an object."""
    return _get_acl(s3, key["Bucket"], key["Key"])


def _get_bucket(s3, bucket_name):
    """The bucket's name, after a request that fails unless the bucket is there (and may be listed)."""
    s3.head_bucket(Bucket=bucket_name)
    return bucket_name


def _lookup_bucket(s3, bucket_name):
    """The bucket's name, or None if the bucket cannot be reached, for whatever reason."""
    try:
        return _get_bucket(s3, bucket_name)
    except Exception:
        return None


def _create_bucket(s3, bucket_name, location=""):
    """Make a bucket, in the region that the client works in unless a location is given; gives its name."""
    if bucket_name != bucket_name.lower():
        raise ParamValidationError(report=f"Bucket names cannot contain upper-case characters: {bucket_name}")
    parameters = {}
    if location and location != "us-east-1":
        parameters["CreateBucketConfiguration"] = {"LocationConstraint": location}
    s3.create_bucket(Bucket=bucket_name, **parameters)
    return bucket_name


def _website_endpoint(s3, bucket):
    """The host that serves a bucket as a website."""
    region = s3.get_bucket_location(Bucket=bucket).get("LocationConstraint") or "us-east-1"
    region = "eu-west-1" if region == "EU" else region
    dashed = {"us-east-1", "us-west-1", "us-west-2", "eu-west-1", "sa-east-1"}
    dashed |= {"ap-northeast-1", "ap-southeast-1", "ap-southeast-2"}
    domain = "amazonaws.com.cn" if region.startswith("cn-") else "amazonaws.com"
    return f"{bucket}.s3-website{'-' if region in dashed else '.'}{region}.{domain}"


def _header_text(value):
    """The value of a header as boto 2 sent it: all but printable ASCII is percent-encoded."""
    return quote(value if isinstance(value, bytes) else str(value), safe=string.punctuation + " ")


def _header_parameters(s3, operation, headers):
    """HTTP headers as the parameters of an operation that stand for them; idle ones are left out."""
    shapes = s3.meta.service_model.operation_model(operation).input_shape.members
    names = {shape.serialization.get("name", "").lower(): name for name, shape in shapes.items()}
    parameters, metadata = {}, {}
    for header, value in (headers or {}).items():
        lower = header.lower()
        name = names.get(lower)
        if value is None or lower == "content-length":
            continue
        if lower.startswith("x-amz-meta-"):
            metadata[header[len("x-amz-meta-") :]] = _header_text(value)
        elif name and shapes[name].serialization["location"] == "header":
            is_date = shapes[name].type_name == "timestamp"
            parameters[name] = parsedate_to_datetime(value) if is_date else _header_text(value)
        elif not lower.startswith(_IDLE_HEADERS):
            raise ValueError(f"boto3 has no parameter for the header {header} in {operation}")
    return {**parameters, "Metadata": metadata} if metadata and "Metadata" in shapes else parameters


def _described(response):
    """What a HEAD or GET says of an object, as members of its key."""
    key = {name: value for name, value in response.items() if name not in ("Body", "ResponseMetadata")}
    key["Size"] = response["ContentLength"]
    if "ContentRange" in response:
        key["Size"] = int(response["ContentRange"].rpartition("/")[2])
    if "ExpiresString" in response:
        key["Expires"] = key.pop("ExpiresString")
    key["Metadata"] = {name: unquote(value) for name, value in response["Metadata"].items()}
    return key


def _get_key(s3, bucket, key_name):
    """The key of an object, or None if there is no such object; all other errors are raised."""
    try:
        response = s3.head_object(Bucket=bucket, Key=_key(key_name))
    except ClientError as error:
        if error.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
            return None
        raise
    return {"StorageClass": "STANDARD", "Bucket": bucket, "Key": key_name, **_described(response)}


def _keys(s3, bucket):
    """All keys of a bucket, and all prefixes if there is a delimiter, page by page."""
    for page in s3.get_paginator("list_objects").paginate(Bucket=bucket):
        for found in page.get("Contents", []):
            yield {"Bucket": bucket, **found}


def _headers_of_metadata(metadata):
    """A key's metadata as headers: some names are real headers, the others are x-amz-meta-, as in boto 2."""
    return {
        name if name.lower() in _OBJECT_HEADERS else "x-amz-meta-" + name: value
        for name, value in (metadata or {}).items()
    }


def _key(name):
    """An object's name as boto 2 put it into a URL: no slash in front, and never two in a row."""
    if isinstance(name, dict):
        name = name["Key"]
    if name is None:
        raise ValueError("the object has no name")
    if isinstance(name, bytes):
        name = name.decode("utf-8")
    return re.sub("/+", "/", str(name)).lstrip("/")


def _named(name):
    """The name that a new object gets; boto 2 refused an empty one before it sent anything."""
    if not name:
        raise ValueError("Empty key names are not allowed")
    return name


def _at(key):
    """Where an object is, as parameters: in the given version, or else in the one that the key holds."""
    where = {"Bucket": key["Bucket"], "Key": _key(key["Key"])}
    version_id = key.get("VersionId")
    return {**where, "VersionId": version_id} if version_id else where


def _signed_url(
    s3, expires_in, bucket="", key="", headers=None, query_auth=True, force_http=False, version_id=None
):
    """The URL of a request to an object, a bucket or the service, signed unless query_auth is False."""
    names = {"GET": "GetObject", "PUT": "PutObject", "HEAD": "HeadObject", "DELETE": "DeleteObject"}
    if bucket and not key:
        names = {"GET": "HeadBucket", "PUT": "CreateBucket", "HEAD": "HeadBucket", "DELETE": "DeleteBucket"}
    elif not bucket:
        names = {"GET": "ListBuckets"}
    if "GET" not in names:
        raise ValueError("boto3 can sign no GET request for this")
    parameters = _header_parameters(s3, names["GET"], headers)
    if bucket:
        parameters["Bucket"] = bucket
    if key:
        parameters["Key"] = _key(key)
    if version_id:
        parameters["VersionId"] = version_id
    seconds = int(expires_in)
    if query_auth and seconds > 604800:
        raise ValueError("A signed URL cannot be valid for more than seven days")
    operations = {name: operation for operation, name in s3.meta.method_to_api_mapping.items()}
    url = s3.generate_presigned_url(
        operations[names["GET"]], Params=parameters, ExpiresIn=seconds, HttpMethod="GET"
    )
    if not query_auth:
        url = _without_signature(url)
    return url.replace("https:", "http:", 1) if force_http else url


def _without_signature(url):
    """The URL without its signature; what says which version and which headers are wanted stays."""
    scheme, host, path, query, _ = urlsplit(url)
    kept = [(name, value) for name, value in parse_qsl(query) if name.startswith(("response-", "versionId"))]
    return urlunsplit((scheme, host, path, urlencode(kept), ""))


def _generate_url(s3, key, expires_in, query_auth=True, force_http=False):
    """The URL of a request to an object, in the version that the key holds."""
    headers = {}
    return _signed_url(
        s3, expires_in, key["Bucket"], key["Key"], headers, query_auth, force_http, key.get("VersionId")
    )


def _website(suffix=None, error_key=None):
    """A website configuration of what is given."""
    website = _given()
    if suffix is not None:
        website["IndexDocument"] = {"Suffix": suffix}
    if error_key is not None:
        website["ErrorDocument"] = {"Key": error_key}
    return website


def _set_website(s3, bucket, config):
    """Let a bucket serve as a website."""
    s3.put_bucket_website(Bucket=bucket, WebsiteConfiguration=config)
    return True


def _configure_website(s3, bucket, suffix=None, error_key=None):
    """Let a bucket serve as a website."""
    return _set_website(s3, bucket, _website(suffix, error_key))


def _get_website(s3, bucket):
    """The website configuration of a bucket."""
    response = s3.get_bucket_website(Bucket=bucket)
    return {name: value for name, value in response.items() if name != "ResponseMetadata"}


def _get_website_configuration(s3, bucket):
    """The website configuration of a bucket, one level down as in the XML document."""
    return {"WebsiteConfiguration": _get_website(s3, bucket)}


def _get_redirect(s3, key):
    """Where a website redirects requests for an object to, None if it does not."""
    return s3.head_object(Bucket=key["Bucket"], Key=_key(key["Key"])).get("WebsiteRedirectLocation")


def _set_redirect(s3, key, redirect_location):
    """Let a website redirect requests for an object; the object becomes empty."""
    s3.put_object(
        **{"Bucket": key["Bucket"], "Key": _key(key["Key"]), "WebsiteRedirectLocation": redirect_location}
    )
    return True


def _learn(key, response):
    """Note in a key what the answer to an upload says."""
    key.pop("DeleteMarker", None)
    key.update(ETag=response["ETag"], VersionId=response.get("VersionId"))


def _put_parameters(s3, key, headers, policy=None):
    """The parameters of an upload: from the arguments, and from what was set on the key before."""
    parameters = _header_parameters(s3, "PutObject", headers)
    if not headers or "content-type" not in {name.lower() for name in headers}:
        if key.get("Path"):
            key["ContentType"] = mimetypes.guess_type(key["Path"])[0]
        parameters["ContentType"] = key["ContentType"] = key.get("ContentType") or "application/octet-stream"
    if headers:
        learnt = {"ContentEncoding", "ContentLanguage", "ContentType"} & parameters.keys()
        key.update({name: parameters[name] for name in learnt})
    if policy:
        parameters["ACL"] = policy
    if key.get("StorageClass") not in (None, "STANDARD"):
        parameters["StorageClass"] = key["StorageClass"]
    parameters.update(_header_parameters(s3, "PutObject", _headers_of_metadata(key.get("Metadata"))))
    return {"Bucket": key["Bucket"], "Key": _key(key["Key"]), **parameters}


def _put_string(s3, key, string_data, headers=None, policy=None):
    """Upload a string; gives its size, or None if that was not wanted."""
    if not isinstance(string_data, bytes):
        string_data = string_data.encode("utf-8")
    size = len(string_data)
    key.update(Size=size, MD5=hashlib.md5(string_data).hexdigest().encode("ascii"))
    if key["Key"] is None:
        key["Key"] = key["MD5"]  # a nameless key is named after its content
    parameters = _put_parameters(s3, key, headers, policy)
    _learn(key, s3.put_object(Body=string_data, **parameters))
    return size


REGION = 'eu-west-1'
SITE = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'site')
REDIRECTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'redirects.txt')

COMPRESS = ('.html', '.css', '.js', '.txt', '.xml')
CACHE = [
    (re.compile(r'\.html$'), 'max-age=300, must-revalidate'),
    (re.compile(r'^(css|img|js)/'), 'public, max-age=31536000'),
    (re.compile(r''), 'max-age=3600'),
]
STATIC_TYPES = {'.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'application/javascript',
                '.txt': 'text/plain'}

log = logging.getLogger('deploy')


def site_files(root):
    """(key name, path) of all that is to be published; names with _ or . in front are not."""
    for folder, dirs, files in os.walk(root):
        dirs.sort()
        for name in sorted(files):
            if name[0] in '._':
                continue
            path = os.path.join(folder, name)
            yield os.path.relpath(path, root).replace(os.sep, '/'), path


def compress(data):
    # mtime=0, or the same page would have another md5 every time
    out = io.BytesIO()
    with gzip.GzipFile(filename='', mode='wb', fileobj=out, mtime=0) as z:
        z.write(data)
    return out.getvalue()


def cache_header(name):
    for pattern, value in CACHE:
        if pattern.search(name):
            return value


def content_type(name):
    ext = os.path.splitext(name)[1]
    return STATIC_TYPES.get(ext) or mimetypes.guess_type(name)[0] or 'application/octet-stream'


def read_redirects(path):
    redirects = []
    with open(path) as f:
        for line in f:
            line = line.split('#')[0].split()
            if line:
                redirects.append((line[0], line[1]))
    return redirects


class Site(object):
    def __init__(self, bucket_name, dry_run=False):
        # the bucket is named like the site, and the certificate of *.s3.amazonaws.com is not for names with dots
        self.conn = boto3.client(
            "s3", region_name=REGION, config=S3_CONFIG.merge(Config(s3={"addressing_style": "path"}))
        )
        self.dry_run = dry_run
        self.bucket = self.get_or_create(bucket_name)
        self.remote = dict((k["Key"], k.get("ETag").strip('"')) for k in _keys(self.conn, self.bucket))
        self.counts = dict.fromkeys(['new', 'changed', 'same', 'gone', 'redirect'], 0)

    def get_or_create(self, name):
        bucket = _lookup_bucket(self.conn, name)
        if bucket is None:
            log.info('creating bucket %s', name)
            bucket = _create_bucket(self.conn, name, location=REGION)
        return bucket

    def configure(self):
        try:
            _get_website_configuration(self.conn, self.bucket)
            log.info('website configuration is there')
        except ClientError as e:
            if _error_code(e) != 'NoSuchWebsiteConfiguration':
                raise
            log.info('no website configuration yet')
        if not self.dry_run:
            _configure_website(self.conn, self.bucket, 'index.html', '404.html')
            self.conn.put_bucket_acl(Bucket=self.bucket, ACL='public-read')
        log.info('address: %s', _website_endpoint(self.conn, self.bucket))

    def upload(self, name, path):
        with open(path, 'rb') as f:
            data = f.read()
        headers = {'Content-Type': content_type(name), 'Cache-Control': cache_header(name)}
        if os.path.splitext(name)[1] in COMPRESS:
            data = compress(data)
            headers['Content-Encoding'] = 'gzip'
        if self.remote.get(name) == hashlib.md5(data).hexdigest():
            self.counts['same'] += 1
            return
        self.counts['changed' if name in self.remote else 'new'] += 1
        print('%s %s %s' % ('U' if name in self.remote else 'A', name, headers['Content-Type']))
        if not self.dry_run:
            k = {"Bucket": self.bucket, "Key": _named(name)}
            _put_string(self.conn, k, data, headers=headers, policy='public-read')

    def redirect(self, name, target):
        print('R %s -> %s' % (name, target))
        self.counts['redirect'] += 1
        if self.dry_run:
            return
        key = _get_key(self.conn, self.bucket, name)
        if key is None:
            key = {"Bucket": self.bucket, "Key": name}
            self.conn.put_object(
                Bucket=key["Bucket"],
                Key=_key(key["Key"]),
                Body='',
                ContentType='text/html',
                ACL='public-read',
            )
        if _get_redirect(self.conn, key) != target:
            _set_redirect(self.conn, key, target)
            self.conn.put_object_acl(Bucket=key["Bucket"], Key=_key(key["Key"]), ACL='public-read')

    def remove(self, published):
        gone = [name for name in sorted(self.remote) if name not in published]
        for name in gone:
            print('D %s' % name)
            self.counts['gone'] += 1
            if not self.dry_run:
                self.conn.delete_object(Bucket=self.bucket, Key=_key(name))

    def report(self):
        """What a browser would get."""
        for item in _keys(self.conn, self.bucket):
            key = _get_key(self.conn, self.bucket, item["Key"])
            public = any(grant.get("Grantee", {}).get("URI") and grant.get("Permission") == 'READ' for grant in _get_key_acl(self.conn, key)["Grants"])
            print('%-20s %4d %-24s %-8s %-30s %s' % (key["Key"], key.get("Size"), key.get(
                "ContentType", "application/octet-stream"
            ), key.get("ContentEncoding") or '-',
                                                    key.get("CacheControl") or '-', 'public' if public else 'PRIVATE'))
        print(_generate_url(
            self.conn, _get_key(self.conn, self.bucket, 'index.html'), 0, query_auth=False, force_http=True
        ))


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('bucket')
    parser.add_argument('-n', '--dry-run', action='store_true')
    parser.add_argument('-v', '--verbose', action='store_true')
    args = parser.parse_args(argv)
    logging.basicConfig(stream=sys.stdout, format='%(name)s: %(message)s')
    log.setLevel(logging.INFO if args.verbose else logging.WARNING)

    site = Site(args.bucket, args.dry_run)
    site.configure()
    published = set()
    for name, path in site_files(SITE):
        published.add(name)
        site.upload(name, path)
    for name, target in read_redirects(REDIRECTS):
        published.add(name)
        site.redirect(name, target)
    site.remove(published)
    print(', '.join('%d %s' % (site.counts[k], k) for k in sorted(site.counts)))
    if args.verbose:
        site.report()


if __name__ == '__main__':
    main()
