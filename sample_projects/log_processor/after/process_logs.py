#!/usr/bin/env python
"""Merge the access logs of one day, count, and move the raw files to the archive.

    process_logs.py DAY [--bucket web-logs] [--archive web-logs-archive]

Layout: logs/HOST/DAY-NN.log.gz  ->  merged/DAY.log (all hosts), summary/latest.json, archive: DAY/HOST-NN.log.gz
"""
import argparse
import collections
import gzip
import io
import json
import re
import sys
import base64
import hashlib
import mimetypes
import os
import string
from email.utils import parsedate_to_datetime
from http.client import responses
from types import SimpleNamespace
from urllib.parse import quote, unquote, unquote_to_bytes

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError, ConnectionClosedError, EndpointConnectionError

S3_CONFIG = Config(
    signature_version="s3v4",
    connect_timeout=10,
    read_timeout=70,
    retries={"total_max_attempts": 7, "mode": "standard"},
)


_IDENTIFIERS = {
    "MultipartUpload": ["Bucket", "Key", "UploadId"],
    "Object": ["Bucket", "Key"],
}


_IDLE_HEADERS = tuple("accept cache-control connection content- expect expires user-agent x-amz-content-".split())


_PAGE_ATTRIBUTES = (
    "key_marker marker max_uploads next_key_marker next_marker next_upload_id_marker next_version_id_marker prefix "
    "upload_id_marker version_id_marker"
).split()


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


def _reason(error):
    """The HTTP reason phrase of a ClientError; the text of any other exception."""
    if not isinstance(error, ClientError):
        return str(error)
    metadata = error.response["ResponseMetadata"]
    return metadata.get("Reason") or responses.get(metadata["HTTPStatusCode"], "")


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


def _listed(owner, kind, records):
    """The same list, with resource objects in the place of its records."""
    records[:] = _objects(owner, kind, list(records))
    return records


def _get_bucket(s3, bucket_name):
    """The bucket's name, after a request that fails unless the bucket is there (and may be listed)."""
    s3.head_bucket(Bucket=bucket_name)
    return bucket_name


def _copy_key(
    s3, bucket, new_key_name, src_bucket_name, src_key_name, metadata=None, storage_class="STANDARD"
):
    """Copy an object into the bucket; metadata replaces that of the source, and its content type."""
    source = {"Bucket": src_bucket_name, "Key": src_key_name}
    parameters = {}
    if storage_class:
        parameters["StorageClass"] = storage_class
    parameters["MetadataDirective"] = "COPY" if metadata is None else "REPLACE"
    parameters.update(_header_parameters(s3, "CopyObject", _headers_of_metadata(metadata)))
    response = s3.copy_object(Bucket=bucket, Key=_key(new_key_name), CopySource=source, **parameters)
    copied = {name: response[name] for name in ("VersionId", "CopySourceVersionId") if name in response}
    return {"Bucket": bucket, "Key": new_key_name, **response["CopyObjectResult"], **copied}


def _delete_key(s3, bucket, key_name, version_id=None):
    """Delete an object or one version of it; gives a key that says what became of it."""
    if not key_name:
        raise ValueError("Empty key names are not allowed")
    parameters = {}
    if version_id:
        parameters["VersionId"] = version_id
    response = s3.delete_object(Bucket=bucket, Key=_key(key_name), **parameters)
    deleted = {name: response[name] for name in ("DeleteMarker", "VersionId") if name in response}
    return {"Bucket": bucket, "Key": key_name, **deleted}


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


def _storage_class(s3, key):
    """The storage class of an object; a key that does not know it asks S3, no answer means STANDARD."""
    if key.get("StorageClass") is None:
        found = s3.list_objects(Bucket=key["Bucket"], Prefix=key["Key"], MaxKeys=1).get("Contents", [{}])
        key["StorageClass"] = found[0].get("StorageClass", "STANDARD")
    return key["StorageClass"]


def _anew(lister):
    """Something to loop over that calls the lister again for every loop, as boto 2's listings did."""
    return type("Listing", (), {"__iter__": lambda self: lister()})()


def _list_parameters(arguments):
    """Arguments of a listing as parameters: max_keys is MaxKeys; what is empty is not sent."""
    parameters = {}
    for name, value in arguments.items():
        if value is not None and value not in ("", b""):
            name = "MaxKeys" if name == "maxkeys" else name.title().replace("_", "")
            value = value.decode("utf-8") if isinstance(value, bytes) else value
            parameters[name] = int(value) if name.startswith("Max") else str(value)
    return parameters


def _prefix(bucket=None, name=None):
    """What names have in common up to a delimiter, as a listing gives it among the keys."""
    return {"Bucket": bucket, "Key": name, "Prefix": name}


def _page(bucket, items, response):
    """A list of what is on a page, with the bucket's name in each; it also knows how to go on from here."""
    items = [{"Bucket": bucket, **item} for item in items]
    items += [_prefix(bucket, found["Prefix"]) for found in response.get("CommonPrefixes", [])]
    page = type("Page", (list,), {})(items)
    page.is_truncated = response.get("IsTruncated", False)
    for attribute in _PAGE_ATTRIBUTES:
        setattr(page, attribute, response.get(attribute.title().replace("_", "")))
    return page


def _get_all_keys(s3, bucket, **params):
    """One page of the keys of a bucket, and of the prefixes if there is a delimiter."""
    response = s3.list_objects(Bucket=bucket, **_list_parameters(params))
    return _page(bucket, response.get("Contents", []), response)


def _keys(s3, bucket, prefix="", delimiter=""):
    """All keys of a bucket, and all prefixes if there is a delimiter, page by page."""
    parameters = {}
    if prefix:
        parameters["Prefix"] = prefix
    if delimiter:
        parameters["Delimiter"] = delimiter
    for page in s3.get_paginator("list_objects").paginate(Bucket=bucket, **parameters):
        for found in page.get("Contents", []):
            yield {"Bucket": bucket, **found}
        for found in page.get("CommonPrefixes", []) if delimiter else ():
            yield {"Bucket": bucket, "Key": found["Prefix"], "Prefix": found["Prefix"]}


def _get_all_versions(s3, bucket, headers=None, **params):
    """One page of versions and delete markers, the latest of each object first."""
    response = s3.list_object_versions(
        Bucket=bucket, **_list_parameters(params), **_header_parameters(s3, "ListObjectVersions", headers)
    )
    found = [{**marker, "DeleteMarker": True} for marker in response.get("DeleteMarkers", [])]
    found += response.get("Versions", [])
    raw = unquote_to_bytes if params.get("encoding_type") == "url" else str.encode
    found.sort(key=lambda one: (raw(one["Key"]), not one["IsLatest"], -one["LastModified"].timestamp()))
    return _page(bucket, found, response)


def _list_versions(s3, bucket, prefix=""):
    """All versions and delete markers in a bucket; every loop over them lists anew."""
    arguments = (prefix, "", "", "", None, None)
    return _anew(lambda: _all_versions(s3, bucket, *arguments))


def _all_versions(s3, bucket, prefix, delimiter, key_marker, version_id_marker, headers, encoding_type):
    """All versions and delete markers, page by page."""
    arguments = {"prefix": prefix, "delimiter": delimiter, "encoding_type": encoding_type, "max_keys": 999}
    while True:
        page = _get_all_versions(
            s3, bucket, headers, key_marker=key_marker, version_id_marker=version_id_marker, **arguments
        )
        yield from page
        if not page or not page.is_truncated:
            return
        key_marker, version_id_marker = page.next_key_marker, page.next_version_id_marker
        if key_marker and encoding_type == "url":
            key_marker = unquote(key_marker)


def _get_all_uploads(s3, bucket, **params):
    """One page of the multipart uploads that are neither complete nor cancelled."""
    response = s3.list_multipart_uploads(Bucket=bucket, **_list_parameters(params))
    return _page(bucket, response.get("Uploads", []), response)


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


def _initiate_multipart_upload(s3, bucket, key_name, headers=None, metadata=None):
    """Begin a multipart upload; the result holds its UploadId."""
    headers = {**(headers or {}), **_headers_of_metadata(metadata)}
    parameters = _header_parameters(s3, "CreateMultipartUpload", headers)
    response = s3.create_multipart_upload(Bucket=bucket, Key=_key(key_name), **parameters)
    return {name: value for name, value in response.items() if name != "ResponseMetadata"}


def _this_part(upload, part_num):
    """Which part of which upload, as parameters."""
    if part_num < 1:
        raise ValueError("Part numbers must be greater than zero")
    where = {name: upload[name] for name in ("Bucket", "Key", "UploadId")}
    return {**where, "PartNumber": part_num}


def _upload_part(s3, upload, fp, part_num):
    """Upload size bytes of an open file, or what is left of it, as one part; gives a key with its ETag."""
    part = _this_part(upload, part_num)
    key = {"Bucket": upload["Bucket"], "Key": upload["Key"]}
    _not_at_end(fp)
    fp = _binary(fp)
    computed = _key_md5(key, fp)
    key["MD5"] = computed[0].encode("ascii")
    parameters = {}
    parameters["ContentMD5"] = computed[1]
    _transmit(s3.upload_part, key, fp, **part, **parameters)
    return key


def _get_all_parts(s3, upload, part_number_marker=None):
    """One page of the parts that S3 has; the upload learns how to go on from here."""
    where = {name: upload[name] for name in ("Bucket", "Key", "UploadId")}
    marker = int(part_number_marker) if part_number_marker else None
    response = s3.list_parts(**where, **_given(PartNumberMarker=marker))
    parts = response.pop("Parts", [])
    del response["ResponseMetadata"]
    upload.update(response)
    return parts


def _parts(s3, upload):
    """All parts that S3 has."""
    marker = None
    while True:
        yield from _get_all_parts(s3, upload, part_number_marker=marker)
        if not upload["IsTruncated"]:
            return
        marker = upload["NextPartNumberMarker"]


def _complete_upload(s3, upload):
    """Make one object of all the parts that S3 has."""
    parts = [{"PartNumber": part["PartNumber"], "ETag": part["ETag"]} for part in _parts(s3, upload)]
    response = s3.complete_multipart_upload(
        Bucket=upload["Bucket"],
        Key=upload["Key"],
        UploadId=upload["UploadId"],
        MultipartUpload={"Parts": parts},
    )
    return {name: value for name, value in response.items() if name != "ResponseMetadata"}


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


def _get_versioning_status(s3, bucket):
    """Whether a bucket is versioned: Versioning and MfaDelete, as boto 2 called them; empty if never."""
    response = s3.get_bucket_versioning(Bucket=bucket)
    return _given(Versioning=response.get("Status"), MfaDelete=response.get("MFADelete"))


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


def _put_parameters(s3, key, headers):
    """The parameters of an upload: from the arguments, and from what was set on the key before."""
    parameters = _header_parameters(s3, "PutObject", headers)
    if not headers or "content-type" not in {name.lower() for name in headers}:
        if key.get("Path"):
            key["ContentType"] = mimetypes.guess_type(key["Path"])[0]
        parameters["ContentType"] = key["ContentType"] = key.get("ContentType") or "application/octet-stream"
    if headers:
        learnt = {"ContentEncoding", "ContentLanguage", "ContentType"} & parameters.keys()
        key.update({name: parameters[name] for name in learnt})
    if key.get("StorageClass") not in (None, "STANDARD"):
        parameters["StorageClass"] = key["StorageClass"]
    parameters.update(_header_parameters(s3, "PutObject", _headers_of_metadata(key.get("Metadata"))))
    return {"Bucket": key["Bucket"], "Key": _key(key["Key"]), **parameters}


def _put_string(s3, key, string_data, headers=None):
    """Upload a string; gives its size, or None if that was not wanted."""
    if not isinstance(string_data, bytes):
        string_data = string_data.encode("utf-8")
    size = len(string_data)
    key.update(Size=size, MD5=hashlib.md5(string_data).hexdigest().encode("ascii"))
    if key["Key"] is None:
        key["Key"] = key["MD5"]  # a nameless key is named after its content
    parameters = _put_parameters(s3, key, headers)
    _learn(key, s3.put_object(Body=string_data, **parameters))
    return size


PART_SIZE = 5 * 1024 * 1024    # S3 takes no smaller ones
LINE = re.compile(r'^(?P<ip>\S+) \S+ \S+ \[(?P<time>[^\]]+)\] "(?P<method>[A-Z]+) (?P<path>\S+) [^"]*" '
                  r'(?P<status>\d{3}) (?P<bytes>\d+|-)')


class Totals(object):
    def __init__(self):
        self.lines = 0
        self.bad = 0
        self.bytes = 0
        self.status = collections.Counter()
        self.paths = collections.Counter()
        self.hosts = collections.Counter()

    def add(self, host, line):
        match = LINE.match(line)
        if not match:
            self.bad += 1
            return False
        self.lines += 1
        self.hosts[host] += 1
        self.status[match.group('status')] += 1
        self.paths[match.group('path').split('?')[0]] += 1
        if match.group('bytes') != '-':
            self.bytes += int(match.group('bytes'))
        return True

    def as_dict(self):
        return {'lines': self.lines, 'bad': self.bad, 'bytes': self.bytes, 'status': dict(self.status),
                'hosts': dict(self.hosts), 'top': [list(item) for item in sorted(
                    self.paths.items(), key=lambda item: (-item[1], item[0]))[:3]]}


class PartWriter(object):
    """Collects text and sends it as parts of a multipart upload."""

    def __init__(self, bucket, name, day):
        self.mp = _object(
            bucket,
            "MultipartUpload",
            _initiate_multipart_upload(
                bucket.meta.client,
                bucket.name,
                name,
                headers={'Content-Type': 'text/plain'},
                metadata={'day': day, 'tool': 'process_logs'},
            ),
        )
        self.buffer = io.BytesIO()
        self.part = 0

    def write(self, conn, line):
        self.buffer.write(line.encode('utf-8') + b'\n')
        if self.buffer.tell() >= PART_SIZE:
            self.flush(conn)

    def flush(self, conn):
        size = self.buffer.tell()
        self.part += 1
        self.buffer.seek(0)
        _upload_part(self.mp.meta.client, self.mp.meta.data, self.buffer, part_num=self.part)
        print('  part %d, %d bytes' % (self.part, size))
        self.buffer = io.BytesIO()

    def close(self, conn):
        if self.buffer.tell() or not self.part:
            self.flush(conn)
        sizes = [part.get("Size") for part in _parts(self.mp.meta.client, self.mp.meta.data)]
        done = _complete_upload(self.mp.meta.client, self.mp.meta.data)
        print('  %s complete: %d parts, %d bytes' % (done.get("Key"), len(sizes), sum(sizes)))

    def cancel(self, conn):
        self.mp.meta.client.abort_multipart_upload(
            Bucket=self.mp.meta.data["Bucket"],
            Key=self.mp.meta.data["Key"],
            UploadId=self.mp.meta.data["UploadId"],
        )


def hosts(conn, bucket):
    """Names of the folders below logs/."""
    return [prefix.meta.data["Key"].split('/')[1] for prefix in _objects(
        bucket, "Object", _keys(bucket.meta.client, bucket.name, 'logs/', '/')
    ) if not (
        not ("Prefix" in prefix.meta.data)
    )]


def logs_of(conn, bucket, host, day):
    """Keys of a host's logs of that day, a thousand at a time."""
    prefix = 'logs/%s/%s' % (host, day)
    marker = ''
    while True:
        page = _listed(
            bucket,
            "Object",
            _get_all_keys(bucket.meta.client, bucket.name, prefix=prefix, marker=marker, max_keys=1000),
        )
        for key in page:
            marker = key.meta.data["Key"]
            yield key
        if not page.is_truncated:
            break


def read_lines(conn, key):
    data = key.meta.client.get_object(
        Bucket=key.meta.data["Bucket"], Key=_key(key.meta.data["Key"])
    )["Body"].read()
    if key.meta.data["Key"].endswith('.gz'):
        data = gzip.GzipFile(fileobj=io.BytesIO(data)).read()
    for line in data.decode('utf-8', 'replace').splitlines():
        yield line


def cancel_leftovers(conn, bucket):
    """What a crash left behind costs money every month."""
    for upload in _listed(bucket, "MultipartUpload", _get_all_uploads(bucket.meta.client, bucket.name)):
        if upload.key.startswith('merged/'):
            print('cancelling an old upload of %s' % upload.key)
            bucket.meta.client.abort_multipart_upload(
                Bucket=bucket.name, Key=_key(upload.key), UploadId=upload.upload_id
            )


def merge(conn, bucket, day):
    totals = Totals()
    used = []
    writer = PartWriter(bucket, 'merged/%s.log' % day, day)
    try:
        for host in hosts(conn, bucket):
            for key in logs_of(conn, bucket, host, day):
                before = totals.lines
                for line in read_lines(conn, key):
                    if totals.add(host, line):
                        writer.write(conn, host + ' ' + line)
                print('  %s: %d bytes, %d lines, %s' % (key.meta.data["Key"], key.meta.data.get("Size"), totals.lines - before, _storage_class(
                    key.meta.client, key.meta.data
                )))
                used.append((host, key))
    except (IOError, EndpointConnectionError, ConnectionClosedError, ClientError):
        writer.cancel(conn)
        raise
    writer.close(conn)
    return totals, used


def archive_logs(conn, bucket, used, archive_name, day):
    archive = _object(conn, "Bucket", archive_name)
    for host, key in used:
        target = '%s/%s-%s' % (day, host, key.meta.data["Key"].split('-')[-1])
        copy = _object(
            archive,
            "Object",
            _copy_key(
                archive.meta.client,
                archive.name,
                target,
                bucket.name,
                key.meta.data["Key"],
                storage_class='REDUCED_REDUNDANCY',
                metadata={'host': host, 'was': key.meta.data["Key"]},
            ),
        )
        there = _object(archive, "Object", _get_key(archive.meta.client, archive.name, target))
        if there.e_tag != key.e_tag:
            raise IOError('copy of %s differs' % key.meta.data["Key"])
        print('  %s -> %s (%s, was %s)' % (key.meta.data["Key"], copy.meta.data["Key"], _storage_class(
            there.meta.client, there.meta.data
        ), there.meta.data.get("Metadata", {}).get('was')))
        bucket.meta.client.delete_object(Bucket=bucket.name, Key=_key(key.meta.data["Key"]))
    return len(used)


def write_summary(conn, bucket, day, totals):
    name = 'summary/latest.json'
    old = _object(bucket, "Object", _get_key(bucket.meta.client, bucket.name, name))
    if old is not None:
        was = json.loads(old.meta.client.get_object(**_at(old.meta.data))["Body"].read().decode('utf-8'))
        print('  the summary before was of %s: %d lines' % (was['day'], was['lines']))
    key = _object(bucket, "Object", {"Bucket": bucket.name, "Key": _named(name)})
    _set_metadata(key.meta.data, 'day', day)
    _put_string(
        key.meta.client,
        key.meta.data,
        json.dumps(dict(totals.as_dict(), day=day), sort_keys=True),
        headers={'Content-Type': 'application/json'},
    )


def trim_versions(conn, bucket, prefix, keep=2):
    """Keep the newest versions of each key; delete markers go."""
    seen = collections.Counter()
    for version in _objects(bucket, "Object", _list_versions(bucket.meta.client, bucket.name, prefix=prefix)):
        if "DeleteMarker" in version.meta.data:
            _delete_key(
                bucket.meta.client, bucket.name, version.meta.data["Key"], version_id=version.version_id
            )
            print('  %s: delete marker removed' % version.meta.data["Key"])
            continue
        seen[version.meta.data["Key"]] += 1
        if seen[version.meta.data["Key"]] > keep:
            _delete_key(
                bucket.meta.client, bucket.name, version.meta.data["Key"], version_id=version.version_id
            )
            print('  %s: version of %d bytes removed' % (version.meta.data["Key"], version.meta.data.get("Size")))
        elif version.meta.data.get("IsLatest", False):
            print('  %s: newest version has %d bytes' % (version.meta.data["Key"], version.meta.data.get("Size")))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('day')
    parser.add_argument('--bucket', default='web-logs')
    parser.add_argument('--archive', default='web-logs-archive')
    args = parser.parse_args()
    conn = boto3.resource("s3", region_name="us-east-1", config=S3_CONFIG)
    try:
        bucket = _object(conn, "Bucket", _get_bucket(conn.meta.client, args.bucket))
    except ClientError as e:
        sys.exit('%s: %s' % (args.bucket, _reason(e)))
    print('versioning: %s' % _get_versioning_status(bucket.meta.client, bucket.name).get('Versioning', 'off'))
    cancel_leftovers(conn, bucket)
    print('merging')
    totals, used = merge(conn, bucket, args.day)
    if not used:
        print('no logs of %s' % args.day)
        return 1
    print('summary')
    write_summary(conn, bucket, args.day, totals)
    trim_versions(conn, bucket, 'summary/')
    print('archiving')
    count = archive_logs(conn, bucket, used, args.archive, args.day)
    result = totals.as_dict()
    print('%d files, %d lines, %d bad, %d bytes sent' % (count, result['lines'], result['bad'], result['bytes']))
    for name in ('status', 'hosts'):
        print('%s: %s' % (name, ', '.join('%s %d' % pair for pair in sorted(result[name].items()))))
    print('top: %s' % ', '.join('%s (%d)' % (path, n) for path, n in result['top']))
    merged = _object(bucket, "Object", _get_key(bucket.meta.client, bucket.name, 'merged/%s.log' % args.day))
    print('%s: %d bytes, %s, %d left in logs/' % (merged.meta.data["Key"], merged.meta.data.get("Size"), merged.meta.data.get("Metadata", {}).get('tool'),
                                                  len(list(_objects(
                                                      bucket,
                                                      "Object",
                                                      _keys(bucket.meta.client, bucket.name, 'logs/'),
                                                  )))))
    return 0


if __name__ == '__main__':
    sys.exit(main())
