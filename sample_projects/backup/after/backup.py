#!/usr/bin/env python
"""Nightly dump of our small databases to S3.

Usage: backup.py --bucket NAME [--prefix db] [--keep 7] [--today YYYY-MM-DD] [--verify]

Runs from cron at 02:30. Keys look like db/2014-03-31/crm.sql; everything that is older
than --keep days goes, except the first backup of a month.
"""
import datetime
import hashlib
import os
import re
import shutil
import sqlite3
import sys
import tempfile
from optparse import OptionParser
import base64
import io
import mimetypes
import string
from email.utils import parsedate_to_datetime
from http.client import responses
from types import SimpleNamespace
from urllib.parse import quote, unquote

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


def _error_code(error):
    """The AWS error code of a ClientError; boto 2 named what HEAD, which has no body, tells by its status alone."""
    code = error.response.get("Error", {}).get("Code")
    if error.operation_name == "HeadBucket":
        return {"404": "NoSuchBucket", "403": "AccessDenied"}.get(code, code)
    return None if code in ("", str(error.response["ResponseMetadata"]["HTTPStatusCode"])) else code


def _reason(error):
    """The HTTP reason phrase of a ClientError; the text of any other exception."""
    if not isinstance(error, ClientError):
        return str(error)
    metadata = error.response["ResponseMetadata"]
    return metadata.get("Reason") or responses.get(metadata["HTTPStatusCode"], "")


def _create_error():
    """ClientError where a bucket is being reported to exist already, else no class at all: for an except clause."""
    error = sys.exc_info()[1]
    if not isinstance(error, ClientError) or error.operation_name not in ("CreateBucket", "s3"):
        return ()
    return (ClientError,) if error.response["ResponseMetadata"]["HTTPStatusCode"] == 409 else ()


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


def _deletion(key):
    """What to delete for a name, a pair of name and version, or a key; or why not."""
    if isinstance(key, str):
        return {"Key": key}, None
    if isinstance(key, tuple) and len(key) == 2:
        name, version_id = key
    elif isinstance(key, dict) and key.get("Key") and "Prefix" not in key:
        name, version_id = key["Key"], key.get("VersionId")
    elif isinstance(key, dict) and "Prefix" in key:
        return (
            None,
            {
                "Key": key["Key"],
                "Code": "PrefixSkipped",
                "Message": "Invalid. No delete action taken for this object.",
            },
        )
    else:
        return (
            None,
            {
                "Key": repr(key),
                "Code": "InvalidArgument",
                "Message": "Invalid. No delete action taken for this object.",
            },
        )
    return {"Key": name, "VersionId": version_id} if version_id else {"Key": name}, None


def _delete_batch(s3, bucket, objects):
    """Delete at most a thousand objects."""
    return s3.delete_objects(Bucket=bucket, Delete={"Objects": objects, "Quiet": False})


def _delete_keys(s3, bucket, keys):
    """Delete many objects, a thousand at a time; gives what was deleted, and the errors."""
    answers, errors, objects = [], [], []
    for key in keys:
        found, error = _deletion(key)
        if error:
            errors.append(error)
            continue
        objects.append(found)
        if len(objects) == 1000:
            answers.append(_delete_batch(s3, bucket, objects))
            objects = []
    if objects:
        answers.append(_delete_batch(s3, bucket, objects))
    return {
        "Deleted": [deleted for answer in answers for deleted in answer.get("Deleted", [])],
        "Errors": errors + [error for answer in answers for error in answer.get("Errors", [])],
    }


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


def _storage_class(s3, key):
    """The storage class of an object; a key that does not know it asks S3, no answer means STANDARD."""
    if key.get("StorageClass") is None:
        found = s3.list_objects(Bucket=key["Bucket"], Prefix=key["Key"], MaxKeys=1).get("Contents", [{}])
        key["StorageClass"] = found[0].get("StorageClass", "STANDARD")
    return key["StorageClass"]


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


def _open(s3, key, version_id=None):
    """Ask for an object unless it is open already; its key learns what the answer says."""
    if "Body" in key:
        return
    where = {"Bucket": key["Bucket"], "Key": _key(key["Key"])}
    if version_id:
        where["VersionId"] = version_id
    response = s3.get_object(**where)
    for stale in ("DeleteMarker", "ServerSideEncryption"):
        key.pop(stale, None)
    known = {name: key[name] for name in ("StorageClass", "VersionId") if key.get(name)}
    key.update({**_described(response), **known, "Body": response["Body"]})


def _close(key):
    """Close an object; the next read starts at its beginning again."""
    key.pop("Read", None)
    if "Body" in key:
        key.pop("Body").close()


def _next_chunk(s3, key):
    """The next 8192 bytes of an object; raises StopIteration at the end, after which it starts anew."""
    _open(s3, key)
    data = key["Body"].read(key.get("BufferSize", 8192))
    if not data:
        _close(key)
        raise StopIteration
    return data


def _chunks(s3, key):
    """The rest of an object in pieces of 8192 bytes."""
    while True:
        try:
            yield _next_chunk(s3, key)
        except StopIteration:
            return


def _get_file(s3, key, fp):
    """Write an object into an open file; its key learns what the answer says, and the MD5 of what came."""
    _open(s3, key, key.get("VersionId"))
    digest = hashlib.md5()
    for chunk in _chunks(s3, key):
        fp.write(chunk)
        digest.update(chunk)
    key["MD5"] = digest.hexdigest().encode("ascii")


def _get_to_file(s3, key, fp):
    """Write an object into an open file."""
    _get_file(s3, key, fp)


def _get_to_filename(s3, key, filename):
    """Write an object into a file, which gets the object's time of change; an error leaves no file behind."""
    try:
        with open(filename, "wb") as fp:
            _get_to_file(s3, key, fp)
    except Exception:
        os.remove(filename)
        raise
    moment = int(key["LastModified"].timestamp())
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


def _window(fp, size):
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
        return data

    return SimpleNamespace(tell=tell, seek=seek, read=read)


def _transmit(send, key, fp, **parameters):
    """Send as many bytes of an open file as the key says; the key learns what the answer says."""
    size, step = key["Size"], key.get("BufferSize", 8192)
    end = fp.tell() + size
    body = _window(fp, size)
    _learn(key, send(Body=body, **parameters))
    fp.seek(end)


def _learn(key, response):
    """Note in a key what the answer to an upload says."""
    key.pop("DeleteMarker", None)
    key.update(ETag=response["ETag"], VersionId=response.get("VersionId"))


def _put_parameters(s3, key, reduced_redundancy=False):
    """The parameters of an upload: from the arguments, and from what was set on the key before."""
    parameters = {}
    if key.get("Path"):
        key["ContentType"] = mimetypes.guess_type(key["Path"])[0]
    parameters["ContentType"] = key["ContentType"] = key.get("ContentType") or "application/octet-stream"
    if reduced_redundancy:
        key["StorageClass"] = "REDUCED_REDUNDANCY"
    if key.get("StorageClass") not in (None, "STANDARD"):
        parameters["StorageClass"] = key["StorageClass"]
    parameters.update(_header_parameters(s3, _headers_of_metadata(key.get("Metadata"))))
    return {"Bucket": key["Bucket"], "Key": _key(key["Key"]), **parameters}


def _put_file(s3, key, fp, reduced_redundancy=False):
    """Upload an open file from where it stands; gives its size, or None if that was not wanted."""
    if hasattr(fp, "name"):
        key["Path"] = str(fp.name)
    _not_at_end(fp)
    fp = _binary(fp)
    key["MD5"] = _key_md5(key, fp)[0].encode("ascii")
    if key["Key"] is None:
        key["Key"] = key["MD5"]  # a nameless key is named after its content
    parameters = _put_parameters(s3, key, reduced_redundancy)
    _transmit(s3.put_object, key, fp, **parameters)
    return key["Size"]


def _put_filename(s3, key, filename, reduced_redundancy=False):
    """Upload a file; gives its size, or None if that was not wanted."""
    with open(filename, "rb") as fp:
        return _put_file(s3, key, fp, reduced_redundancy)


DATABASES = {
    'crm': ["CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT)",
            "INSERT INTO customer (name) VALUES ('Acme')",
            "INSERT INTO customer (name) VALUES ('Globex')"],
    'wiki': ["CREATE TABLE page (title TEXT, body TEXT)",
             "INSERT INTO page VALUES ('Home', 'Welcome to the intranet')"],
    'spool': [],
}
DATED = re.compile(r'/(\d{4}-\d{2}-\d{2})/')


def make_dumps(folder):
    """Dump each database to FOLDER/name.sql, return the paths."""
    paths = []
    for name in sorted(DATABASES):
        db = sqlite3.connect(':memory:')
        for statement in DATABASES[name]:
            db.execute(statement)
        path = os.path.join(folder, name + '.sql')
        with open(path, 'w') as f:
            for line in db.iterdump():
                f.write(line + '\n')
        db.close()
        paths.append(path)
    # how to get it back, for whoever is on call
    notes = os.path.join(folder, 'RESTORE.txt')
    with open(notes, 'w') as f:
        f.write('sqlite3 NAME.db < NAME.sql\n')
    paths.append(notes)
    return paths


def md5_of(path):
    with open(path, 'rb') as f:
        return hashlib.md5(f.read()).hexdigest()


def open_bucket(conn, name):
    """The backup bucket; made on the first night."""
    try:
        return _get_bucket(conn, name)
    except ClientError as e:
        if e.response["ResponseMetadata"]["HTTPStatusCode"] != 404:
            print('Cannot open bucket %s: %s %s' % (name, e.response["ResponseMetadata"]["HTTPStatusCode"], _reason(e)))
            sys.exit(2)
    print('Bucket %s does not exist, creating it' % name)
    try:
        return _create_bucket(conn, name)
    except _create_error() as e:
        print('Cannot create bucket %s: %s' % (name, _error_code(e)))
        sys.exit(2)


def upload(conn, bucket, path, key_name, today):
    """Upload one file unless the same content is there already. True if something was sent."""
    digest = md5_of(path)
    existing = _get_key(conn, bucket, key_name)
    if existing is not None and existing.get("ETag").strip('"') == digest:
        print('  = %s (unchanged, %d bytes)' % (key_name, existing.get("Size")))
        return False
    k = {"Bucket": bucket, "Key": None}
    k["Key"] = key_name
    _set_metadata(k, 'source', os.path.basename(path))
    _set_metadata(k, 'backup-date', today.isoformat())
    k["ContentType"] = 'text/plain'
    _put_filename(conn, k, path, reduced_redundancy=True)

    # do not trust it, ask again
    check = _get_key(conn, bucket, key_name)
    if check is None or check.get("Size") != os.path.getsize(path):
        raise RuntimeError('%s did not arrive' % key_name)
    if check.get("ETag").strip('"') != digest:
        raise RuntimeError('%s is damaged: %s' % (key_name, check.get("ETag")))
    print('  + %s (%d bytes, %s)' % (key_name, check.get("Size"), _storage_class(conn, check)))
    return True


def date_of(key_name):
    match = DATED.search(key_name)
    if match is None:
        return None
    return datetime.datetime.strptime(match.group(1), '%Y-%m-%d').date()


def expired_keys(conn, bucket, prefix, today, keep):
    limit = today - datetime.timedelta(days=keep)
    first_of_month = {}
    dated = []
    for key in _keys(conn, bucket, prefix=prefix + '/'):
        day = date_of(key["Key"])
        if day is None:
            print('  ? %s has no date, left alone' % key["Key"])
            continue
        dated.append((day, key))
        month = (day.year, day.month)
        if month not in first_of_month or day < first_of_month[month]:
            first_of_month[month] = day
    return [key for day, key in dated
            if day < limit and day != first_of_month[(day.year, day.month)]]


def delete_old(conn, bucket, prefix, today, keep):
    doomed = expired_keys(conn, bucket, prefix, today, keep)
    freed = sum(key.get("Size") for key in doomed)
    if not doomed:
        print('  nothing to delete')
        return 0, 0
    result = _delete_keys(conn, bucket, [key["Key"] for key in doomed])
    for deleted in result["Deleted"]:
        print('  - %s' % deleted.get("Key"))
    for error in result["Errors"]:
        print('  ! %s: %s (%s)' % (error.get("Key"), error.get("Message"), error.get("Code")))
    return len(result["Deleted"]), freed


def verify(conn, bucket, prefix, today, folder):
    """Fetch tonight's backup again and load it."""
    for key in _keys(conn, bucket, '%s/%s/' % (prefix, today)):
        if not key["Key"].endswith('.sql'):
            continue
        target = os.path.join(folder, 'verify-' + os.path.basename(key["Key"]))
        _get_to_filename(conn, key, target)
        db = sqlite3.connect(':memory:')
        with open(target) as f:
            db.executescript(f.read())
        tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        db.close()
        print('  %s from %s: %s' % (os.path.basename(key["Key"]), key.get("Metadata", {}).get('source'),
                                   ', '.join(tables) or 'no tables'))
    missing = {"Bucket": bucket, "Key": '%s/%s/never-written.sql' % (prefix, today)}
    try:
        conn.get_object(Bucket=missing["Bucket"], Key=_key(missing["Key"]))["Body"].read()
    except ClientError as e:
        print('  a missing backup is noticed: %s %s' % (e.response["ResponseMetadata"]["HTTPStatusCode"], _error_code(e)))


def main():
    parser = OptionParser(usage='%prog --bucket NAME [options]')
    parser.add_option('--bucket')
    parser.add_option('--prefix', default='db')
    parser.add_option('--keep', type='int', default=7, help='days')
    parser.add_option('--today', help='default: the date of today')
    parser.add_option('--verify', action='store_true', default=False)
    options, args = parser.parse_args()
    if not options.bucket or args:
        parser.error('a bucket, please, and nothing else')
    today = datetime.date.today()
    if options.today:
        today = datetime.datetime.strptime(options.today, '%Y-%m-%d').date()

    conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
    bucket = open_bucket(conn, options.bucket)
    folder = tempfile.mkdtemp()
    sent = skipped = 0
    try:
        print('Uploading to %s' % bucket)
        for path in make_dumps(folder):
            if upload(conn, bucket, path, '%s/%s/%s' % (options.prefix, today, os.path.basename(path)), today):
                sent += 1
            else:
                skipped += 1
        if options.verify:
            print('Verifying')
            verify(conn, bucket, options.prefix, today, folder)
    finally:
        shutil.rmtree(folder)
    print('Deleting what is older than %d days' % options.keep)
    deleted, freed = delete_old(conn, bucket, options.prefix, today, options.keep)

    total = 0
    days = set()
    for key in _keys(conn, bucket, options.prefix):
        total += key.get("Size")
        days.add(str(date_of(key["Key"])))
    print('Sent %d, unchanged %d, deleted %d (%d bytes freed)' % (sent, skipped, deleted, freed))
    print('Bucket holds %d bytes of: %s' % (total, ', '.join(sorted(days))))


if __name__ == '__main__':
    main()
