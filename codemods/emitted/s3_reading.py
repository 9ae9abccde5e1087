"""Reading objects: whole, into files, in pieces, and as boto 2's keys that could be read like files."""

import hashlib
import io
import math
import os
import shutil

from codemods.emitted.s3_headers import _header_parameters, _response_parameters
from codemods.emitted.s3_keys import _described
from codemods.emitted.s3_names import _key


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


def _open(s3, key, version_id=None, headers=None, response_headers=None):
    """Ask for an object unless it is open already; its key learns what the answer says."""
    if "Body" in key:
        return
    where = {"Bucket": key["Bucket"], "Key": _key(key["Key"])}
    if version_id:
        where["VersionId"] = version_id
    response = s3.get_object(
        **where, **_header_parameters(s3, "GetObject", headers), **_response_parameters(response_headers)
    )
    for stale in ("DeleteMarker", "ServerSideEncryption"):
        key.pop(stale, None)
    known = {name: key[name] for name in ("StorageClass", "VersionId") if key.get(name)}
    key.update({**_described(response), **known, "Body": response["Body"]})


def _body(s3, key):
    """The open object itself, for code that reads files: json.load, shutil.copyfileobj and the like."""
    _open(s3, key)
    return key["Body"]


def _open_read(s3, key, headers=None, query_args="", override_num_retries=None, response_headers=None):
    """Open an object for reading."""
    if query_args:
        raise ValueError("boto3 takes no query arguments; use get_object with the parameter that is meant")
    _open(s3, key, headers=headers)


def _open_mode(s3, key, mode="r", headers=None, query_args=None, override_num_retries=None):
    """Open an object for reading, the only mode that boto 2 had."""
    if mode != "r":
        raise ValueError(f"Invalid mode: {mode}")
    _open_read(s3, key, headers, query_args)


def _close(key, fast=False):
    """Close an object; the next read starts at its beginning again."""
    key.pop("Read", None)
    if "Body" in key:
        key.pop("Body").close()


def _read(s3, key, size=0):
    """Read size bytes; 0 reads all, and gives all once more when asked again. The end closes the object."""
    _open(s3, key)
    if size:
        data = key["Body"].read(size)
    else:
        data = key["Read"] = key.get("Read") or key["Body"].read()
    if not data:
        _close(key)
    return data


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


def _get_file(
    s3,
    key,
    fp,
    headers=None,
    cb=None,
    num_cb=10,
    torrent=False,
    version_id=None,
    override_num_retries=None,
    response_headers=None,
):
    """Write an object into an open file; its key learns what the answer says, and the MD5 of what came."""
    if torrent:
        raise ValueError("S3 has no torrents any more")
    _open(s3, key, version_id or key.get("VersionId"), headers, response_headers)
    report = _progress(cb, num_cb, key["Size"], key.get("BufferSize", 8192)) if cb else None
    digest = hashlib.md5()
    done = 0
    for chunk in _chunks(s3, key):
        fp.write(chunk)
        digest.update(chunk)
        if report:
            done += len(chunk)
            report(done)
    if report:
        report(done, last=True)
    key["MD5"] = digest.hexdigest().encode("ascii")


def _get_to_file(
    s3,
    key,
    fp,
    headers=None,
    cb=None,
    num_cb=10,
    torrent=False,
    version_id=None,
    res_download_handler=None,
    response_headers=None,
):
    """Write an object into an open file."""
    if res_download_handler:
        raise ValueError("boto3 cannot resume downloads")
    _get_file(s3, key, fp, headers, cb, num_cb, torrent, version_id, response_headers=response_headers)


def _get_to_filename(
    s3,
    key,
    filename,
    headers=None,
    cb=None,
    num_cb=10,
    torrent=False,
    version_id=None,
    res_download_handler=None,
    response_headers=None,
):
    """Write an object into a file, which gets the object's time of change; an error leaves no file behind."""
    try:
        with open(filename, "wb") as fp:
            _get_to_file(s3, key, fp, headers, cb, num_cb, torrent, version_id, res_download_handler, response_headers)
    except Exception:
        os.remove(filename)
        raise
    moment = int(key["LastModified"].timestamp())
    os.utime(filename, (moment, moment))


def _get_string(
    s3,
    key,
    headers=None,
    cb=None,
    num_cb=10,
    torrent=False,
    version_id=None,
    response_headers=None,
    encoding=None,
):
    """The content of an object as bytes, or as text in the given encoding."""
    fp = io.BytesIO()
    _get_file(s3, key, fp, headers, cb, num_cb, torrent, version_id, response_headers=response_headers)
    return fp.getvalue() if encoding is None else fp.getvalue().decode(encoding)


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
