import hashlib
import os
import base64
import io
import math
import mimetypes
import re
import shutil
import string
from email.utils import parsedate_to_datetime
from types import SimpleNamespace
from urllib.parse import quote, unquote

import boto3
from botocore.exceptions import ClientError, ParamValidationError

from common import ReleaseError, complain


_IDENTIFIERS = {
    "Object": ["Bucket", "Key"],
}


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


def _service(owner):
    """The service resource that a resource object belongs to, with the same client."""
    if not owner.meta.identifiers:
        return owner
    service = boto3.resource(owner.meta.service_name, region_name=owner.meta.client.meta.region_name)
    service.meta.client = owner.meta.client
    return service


def _object(owner, kind, record):
    """The resource object for a record (or a bucket name) that is already known; None for None."""
    return next(iter(_objects(owner, kind, [record])))


def _objects(owner, kind, records):
    """Resource objects for records that are already known."""
    service = _service(owner)
    for record in records:
        if record is None or hasattr(record, "meta"):
            yield record
        elif kind == "Bucket":
            yield service.Bucket(record)
        else:
            made = getattr(service, kind)(*[record.get(member) or "-" for member in _IDENTIFIERS[kind]])
            made.meta.data = record
            yield made


def _get_bucket(s3, bucket_name):
    """The bucket's name, after a request that fails unless the bucket is there (and may be listed)."""
    s3.head_bucket(Bucket=bucket_name)
    return bucket_name


def _create_bucket(s3, bucket_name):
    """Make a bucket, in the region that the client works in unless a location is given; gives its name."""
    if bucket_name != bucket_name.lower():
        raise ParamValidationError(report=f"Bucket names cannot contain upper-case characters: {bucket_name}")
    s3.create_bucket(Bucket=bucket_name)
    return bucket_name


def _header_text(value):
    """The value of a header as boto 2 sent it: all but printable ASCII is percent-encoded."""
    return quote(value if isinstance(value, bytes) else str(value), safe=string.punctuation + " ")


def _header_parameters(s3, headers):
    """HTTP headers as the parameters of an operation that stand for them; idle ones are left out."""
    shapes = s3.meta.service_model.operation_model("PutObject").input_shape.members
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
            raise ValueError(f'boto3 has no parameter for the header {header} in PutObject')
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


def _exists(s3, key):
    """True if the object exists."""
    return _get_key(s3, key["Bucket"], key["Key"]) is not None


def _keys(s3, bucket, prefix=""):
    """All keys of a bucket, and all prefixes if there is a delimiter, page by page."""
    parameters = {}
    if prefix:
        parameters["Prefix"] = prefix
    for page in s3.get_paginator("list_objects").paginate(Bucket=bucket, **parameters):
        for found in page.get("Contents", []):
            yield {"Bucket": bucket, **found}


def _headers_of_metadata(metadata):
    """A key's metadata as headers: some names are real headers, the others are x-amz-meta-, as in boto 2."""
    return {
        name if name.lower() in _OBJECT_HEADERS else "x-amz-meta-" + name: value
        for name, value in (metadata or {}).items()
    }


def _set_metadata(key, name, value):
    """Set metadata for the next upload; some names are headers of their own."""
    name = {"content-type": "Content-Type", "content-md5": "Content-MD5"}.get(name.lower(), name)
    key.setdefault("Metadata", {})[name] = value
    if name.lower() in _OBJECT_HEADERS:
        key[name.title().replace("-", "")] = value


def _key(name):
    """An object's name as boto 2 put it into a URL: no slash in front, and never two in a row."""
    if isinstance(name, dict):
        name = name["Key"]
    if name is None:
        raise ValueError("the object has no name")
    if isinstance(name, bytes):
        name = name.decode("utf-8")
    return re.sub("/+", "/", str(name)).lstrip("/")


def _at(key):
    """Where an object is, as parameters: in the given version, or else in the one that the key holds."""
    where = {"Bucket": key["Bucket"], "Key": _key(key["Key"])}
    version_id = key.get("VersionId")
    return {**where, "VersionId": version_id} if version_id else where


def _progress(cb, num_cb, total, step):
    """A function to be told of each advance, which calls cb(done, total) as often as boto 2 did."""
    every = math.ceil(total / step / (num_cb - 1)) if num_cb > 1 else min(num_cb, 0)
    seen = waiting = 0
    cb(0, total)

    def report(done, last=False):
        nonlocal seen, waiting
        while seen < done and not 0 < total <= min(seen + step, done):
            seen = min(seen + step, done)
            waiting += 1
            if every < 0 or waiting == every:
                cb(seen, total)
                waiting = 0
        if last and done and (every <= 1 or waiting):
            cb(done, total)

    return report


def _download(s3, filename, **where):
    """Write an object into a file, which gets the object's time of change; an error leaves no file behind."""
    try:
        with open(filename, "wb") as fp:
            response = s3.get_object(**where)
            shutil.copyfileobj(response["Body"], fp)
    except Exception:
        os.remove(filename)
        raise
    moment = int(response["LastModified"].timestamp())
    os.utime(filename, (moment, moment))


def _key_md5(key, fp):
    """The MD5 of the next size bytes of an open file, or of all, in hex and base64; the file stays put."""
    start, length, digest = fp.tell(), 0, hashlib.md5()
    while True:
        data = fp.read(8192)
        if not data:
            break
        data = data.encode("utf-8") if isinstance(data, str) else data
        digest.update(data)
        length += len(data)
    fp.seek(start)
    key["Size"] = length
    return digest.hexdigest(), base64.b64encode(digest.digest()).decode("ascii")


def _not_at_end(fp):
    """Refuse an open file that somebody forgot to rewind, instead of uploading an empty object."""
    start = fp.tell()
    fp.seek(0, os.SEEK_END)
    end = fp.tell()
    fp.seek(start)
    if start == end > 0:
        raise AttributeError("fp is at EOF. Use rewind option or seek() to data start.")


def _binary(fp):
    """The open file itself, or a binary copy of what is to be sent where it is open for text."""
    return io.BytesIO(fp.read(-1).encode("utf-8")) if isinstance(fp.read(0), str) else fp


def _window(fp, size, report):
    """The next size bytes of an open file as a body that botocore can measure, send, and send again."""
    start = fp.tell()

    def tell():
        return fp.tell() - start

    def seek(offset, whence=os.SEEK_SET):
        fp.seek(start + offset + {os.SEEK_SET: 0, os.SEEK_CUR: tell(), os.SEEK_END: size}[whence])
        return tell()

    def read(amount=-1):
        rest = size - tell()
        data = fp.read(rest if amount is None or amount < 0 else min(amount, rest))
        if report:
            report(tell())
        return data

    return SimpleNamespace(tell=tell, seek=seek, read=read)


def _transmit(send, key, fp, cb, num_cb, **parameters):
    """Send as many bytes of an open file as the key says; the key learns what the answer says."""
    size, step = key["Size"], key.get("BufferSize", 8192)
    report = _progress(cb, num_cb, size, step) if cb else None
    end = fp.tell() + size
    body = _window(fp, size, (lambda done: report(done // step * step)) if report else None)
    _learn(key, send(Body=body, **parameters))
    if report:
        report(size, last=True)
    fp.seek(end)


def _learn(key, response):
    """Note in a key what the answer to an upload says."""
    key.pop("DeleteMarker", None)
    key.update(ETag=response["ETag"], VersionId=response.get("VersionId"))


def _put_parameters(s3, key, policy=None):
    """The parameters of an upload: from the arguments, and from what was set on the key before."""
    parameters = {}
    if key.get("Path"):
        key["ContentType"] = mimetypes.guess_type(key["Path"])[0]
    parameters["ContentType"] = key["ContentType"] = key.get("ContentType") or "application/octet-stream"
    if policy:
        parameters["ACL"] = policy
    if key.get("StorageClass") not in (None, "STANDARD"):
        parameters["StorageClass"] = key["StorageClass"]
    parameters.update(_header_parameters(s3, _headers_of_metadata(key.get("Metadata"))))
    return {"Bucket": key["Bucket"], "Key": _key(key["Key"]), **parameters}


def _put_file(s3, key, fp, cb=None, num_cb=10):
    """Upload an open file from where it stands; gives its size, or None if that was not wanted."""
    if hasattr(fp, "name"):
        key["Path"] = str(fp.name)
    _not_at_end(fp)
    fp = _binary(fp)
    key["MD5"] = _key_md5(key, fp)[0].encode("ascii")
    if key["Key"] is None:
        key["Key"] = key["MD5"]  # a nameless key is named after its content
    parameters = _put_parameters(s3, key, None)
    _transmit(s3.put_object, key, fp, cb, num_cb, **parameters)
    return key["Size"]


def _put_filename(s3, key, filename, cb=None, num_cb=10):
    """Upload a file; gives its size, or None if that was not wanted."""
    with open(filename, "rb") as fp:
        return _put_file(s3, key, fp, cb, num_cb)


def _put_string(s3, key, string_data, policy=None):
    """Upload a string; gives its size, or None if that was not wanted."""
    if not isinstance(string_data, bytes):
        string_data = string_data.encode("utf-8")
    size = len(string_data)
    key.update(Size=size, MD5=hashlib.md5(string_data).hexdigest().encode("ascii"))
    if key["Key"] is None:
        key["Key"] = key["MD5"]  # a nameless key is named after its content
    parameters = _put_parameters(s3, key, policy)
    _learn(key, s3.put_object(Body=string_data, **parameters))
    return size


def open_bucket(conn, name):
    try:
        return _object(conn, "Bucket", _get_bucket(conn.meta.client, name))
    except ClientError as e:
        if e.response["ResponseMetadata"]["HTTPStatusCode"] != 404:
            raise
        complain('making bucket %s' % name)
        return _object(conn, "Bucket", _create_bucket(conn.meta.client, name))


def progress(done, total):
    print('    %d of %d' % (done, total))


def push(bucket, version, folder):
    """Upload the files of a release; returns {name: md5}."""
    sums = {}
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        f = open(path, 'rb')
        sums[name] = hashlib.md5(f.read()).hexdigest()
        f.close()
        k = _object(bucket, "Object", {"Bucket": bucket.name, "Key": None})
        k.meta.data["Key"] = 'releases/%s/%s' % (version, name)
        if _exists(k.meta.client, k.meta.data):
            raise ReleaseError('%s is released already' % k.meta.data["Key"])
        _set_metadata(k.meta.data, 'version', version)
        print('   ', k.meta.data["Key"])
        _put_filename(k.meta.client, k.meta.data, path, cb=progress, num_cb=2)
        if k.e_tag.strip('"') != sums[name]:
            raise ReleaseError('upload of %s is damaged' % name)
    return sums


def write_manifest(bucket, version, sums):
    lines = []
    for name, md5 in sorted(sums.items()):
        lines.append('%s  %s\n' % (md5, name))
    k = _object(
        bucket, "Object", {"Bucket": bucket.name, "Key": 'releases/%s/MANIFEST' % version}
    )
    k.meta.data["ContentType"] = 'text/plain'
    _put_string(k.meta.client, k.meta.data, ''.join(lines), policy='public-read')
    print('manifest of', len(lines), 'files')


def check(bucket, version, folder):
    """Download the manifest and compare it with what lies in the bucket."""
    target = os.path.join(folder, 'MANIFEST')
    k = _object(
        bucket,
        "Object",
        _get_key(bucket.meta.client, bucket.name, 'releases/%s/MANIFEST' % version),
    )
    _download(k.meta.client, target, **_at(k.meta.data))
    os.chmod(target, 0o600)
    good = 0
    for line in open(target):
        md5, name = line.split()
        found = _object(
            bucket,
            "Object",
            _get_key(bucket.meta.client, bucket.name, 'releases/%s/%s' % (version, name)),
        )
        if found is None:
            complain('%s is missing' % name)
        elif found.e_tag == '"%s"' % md5 and found.meta.data.get("Metadata", {}).get('version') == version:
            good += 1
    print('checked:', good, 'good')


def versions(bucket):
    found = {}
    for k in _objects(
        bucket, "Object", _keys(bucket.meta.client, bucket.name, prefix='releases/')
    ):
        version = k.meta.data["Key"].split('/')[1]
        if version not in found:
            found[version] = []
        found[version].append(k)
    return found


def prune(bucket, keep):
    """Delete all but the KEEP newest releases."""
    found = versions(bucket)
    ordered = sorted(found.keys(), key=lambda v: [int(n) for n in v.split('.')])
    for version in ordered[:-keep]:
        print('release %s goes, %d bytes' % (version, sum([k.meta.data.get("Size") for k in found[version]])))
        for k in found[version]:
            k.meta.client.delete_object(
                Bucket=k.meta.data["Bucket"], Key=_key(k.meta.data["Key"])
            )
            print('   ', os.path.basename(k.meta.data["Key"]))
    return ordered[-keep:]
