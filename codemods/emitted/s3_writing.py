"""Writing objects, always in one PUT: the ETag stays the MD5, and the key learns what boto 2's key learnt."""

import base64
import hashlib
import io
import mimetypes
import os
from types import SimpleNamespace

from codemods.emitted.s3_headers import _header_parameters
from codemods.emitted.s3_keys import _get_key
from codemods.emitted.s3_metadata import _headers_of_metadata
from codemods.emitted.s3_names import _key
from codemods.emitted.s3_reading import _progress


def _key_md5(key, fp, size=None):
    """The MD5 of the next size bytes of an open file, or of all, in hex and base64; the file stays put."""
    start, length, digest = fp.tell(), 0, hashlib.md5()
    while not size or length < size:
        data = fp.read(min(8192, size - length) if size else 8192)
        if not data:
            break
        data = data.encode("utf-8") if isinstance(data, str) else data
        digest.update(data)
        length += len(data)
    fp.seek(start)
    key["Size"] = length
    return digest.hexdigest(), base64.b64encode(digest.digest()).decode("ascii")


def _md5_from_hexdigest(key, md5_hexdigest):
    """The pair of hex and base64 that an upload takes as md5."""
    return md5_hexdigest, base64.b64encode(bytes.fromhex(md5_hexdigest)).decode("ascii")


def _not_at_end(fp):
    """Refuse an open file that somebody forgot to rewind, instead of uploading an empty object."""
    start = fp.tell()
    fp.seek(0, os.SEEK_END)
    end = fp.tell()
    fp.seek(start)
    if start == end > 0:
        raise AttributeError("fp is at EOF. Use rewind option or seek() to data start.")


def _binary(fp, size):
    """The open file itself, or a binary copy of what is to be sent where it is open for text."""
    return io.BytesIO(fp.read(size or -1).encode("utf-8")) if isinstance(fp.read(0), str) else fp


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


def _put_parameters(s3, key, headers, policy=None, reduced_redundancy=False, encrypt_key=False):
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
    if encrypt_key:
        parameters["ServerSideEncryption"] = "AES256"
    if reduced_redundancy:
        key["StorageClass"] = "REDUCED_REDUNDANCY"
    if key.get("StorageClass") not in (None, "STANDARD"):
        parameters["StorageClass"] = key["StorageClass"]
    parameters.update(_header_parameters(s3, "PutObject", _headers_of_metadata(key.get("Metadata"))))
    return {"Bucket": key["Bucket"], "Key": _key(key["Key"]), **parameters}


def _send_file(s3, key, fp, headers=None, cb=None, num_cb=10, query_args=None, chunked_transfer=False, size=None):
    """Upload size bytes of an open file, or what is left of it."""
    if query_args or chunked_transfer:
        raise ValueError("boto3 takes no query arguments and sends no chunks")
    fp = _binary(fp, size)
    key["MD5"] = _key_md5(key, fp, size)[0].encode("ascii")
    _transmit(s3.put_object, key, fp, cb, num_cb, **_put_parameters(s3, key, headers))


def _put_file(
    s3,
    key,
    fp,
    headers=None,
    replace=True,
    cb=None,
    num_cb=10,
    policy=None,
    md5=None,
    reduced_redundancy=False,
    query_args=None,
    encrypt_key=False,
    size=None,
    rewind=False,
):
    """Upload an open file from where it stands; gives its size, or None if that was not wanted."""
    if query_args:
        raise ValueError("boto3 takes no query arguments; upload_part is what uploads a part")
    if hasattr(fp, "name"):
        key["Path"] = str(fp.name)
    if rewind:
        fp.seek(0)
    _not_at_end(fp)
    fp = _binary(fp, size)
    key["MD5"] = _key_md5(key, fp, size)[0].encode("ascii")
    if key["Key"] is None:
        key["Key"] = key["MD5"]  # a nameless key is named after its content
    if not replace and _get_key(s3, key["Bucket"], key["Key"]) is not None:
        return None
    parameters = _put_parameters(s3, key, headers, policy, reduced_redundancy, encrypt_key)
    if md5:
        parameters["ContentMD5"] = md5[1]
    _transmit(s3.put_object, key, fp, cb, num_cb, **parameters)
    return key["Size"]


def _put_filename(
    s3,
    key,
    filename,
    headers=None,
    replace=True,
    cb=None,
    num_cb=10,
    policy=None,
    md5=None,
    reduced_redundancy=False,
    encrypt_key=False,
):
    """Upload a file; gives its size, or None if that was not wanted."""
    with open(filename, "rb") as fp:
        return _put_file(
            s3,
            key,
            fp,
            headers,
            replace,
            cb,
            num_cb,
            policy,
            md5,
            reduced_redundancy,
            encrypt_key=encrypt_key,
        )


def _put_string(
    s3,
    key,
    string_data,
    headers=None,
    replace=True,
    cb=None,
    num_cb=10,
    policy=None,
    md5=None,
    reduced_redundancy=False,
    encrypt_key=False,
):
    """Upload a string; gives its size, or None if that was not wanted."""
    if not isinstance(string_data, bytes):
        string_data = string_data.encode("utf-8")
    size = len(string_data)
    key.update(Size=size, MD5=hashlib.md5(string_data).hexdigest().encode("ascii"))
    if key["Key"] is None:
        key["Key"] = key["MD5"]  # a nameless key is named after its content
    if not replace and _get_key(s3, key["Bucket"], key["Key"]) is not None:
        return None
    report = _progress(cb, num_cb, size, key.get("BufferSize", 8192)) if cb else None
    parameters = _put_parameters(s3, key, headers, policy, reduced_redundancy, encrypt_key)
    if md5:
        parameters["ContentMD5"] = md5[1]
    _learn(key, s3.put_object(Body=string_data, **parameters))
    if report:
        report(size, last=True)
    return size


def _upload(s3, filename, **parameters):
    """Upload a file in one PUT, with the content type that its name stands for; gives its size."""
    content_type = mimetypes.guess_type(filename)[0] or "application/octet-stream"
    with open(filename, "rb") as fp:
        s3.put_object(**{"ContentType": content_type, **parameters}, Body=fp)
        return os.fstat(fp.fileno()).st_size


def _upload_string(s3, key, data, **parameters):
    """Upload a string; gives its size, and the key learns what S3 answers."""
    data = data if isinstance(data, bytes) else data.encode("utf-8")
    parameters.setdefault("ContentType", "application/octet-stream")
    _learn(key, s3.put_object(Bucket=key["Bucket"], Key=_key(key["Key"]), Body=data, **parameters))
    key.update(Size=len(data), MD5=hashlib.md5(data).hexdigest().encode("ascii"))
    return len(data)


def _upload_file(s3, key, fp, **parameters):
    """Upload an open file from where it stands; gives its size, and the key learns what S3 answers."""
    _not_at_end(fp)
    content_type = mimetypes.guess_type(str(getattr(fp, "name", "")))[0] or "application/octet-stream"
    fp = _binary(fp, None)
    key["MD5"] = _key_md5(key, fp)[0].encode("ascii")
    parameters = {"ContentType": content_type, **parameters}
    _transmit(s3.put_object, key, fp, None, 10, Bucket=key["Bucket"], Key=_key(key["Key"]), **parameters)
    return key["Size"]
