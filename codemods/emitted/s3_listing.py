"""Listings, complete and page by page: keys, prefixes, versions and uploads."""

from urllib.parse import quote, unquote, unquote_to_bytes

from codemods.emitted.s3_headers import _header_parameters

_PAGE_ATTRIBUTES = (
    "key_marker marker max_uploads next_key_marker next_marker next_upload_id_marker next_version_id_marker prefix "
    "upload_id_marker version_id_marker"
).split()


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


def _delete_marker(bucket=None, name=None):
    """What a delete leaves of an object with versions, as a listing gives it among them."""
    return {"Bucket": bucket, "Key": name, "DeleteMarker": True}


def _page(bucket, items, response):
    """A list of what is on a page, with the bucket's name in each; it also knows how to go on from here."""
    items = [{"Bucket": bucket, **item} for item in items]
    items += [_prefix(bucket, found["Prefix"]) for found in response.get("CommonPrefixes", [])]
    page = type("Page", (list,), {})(items)
    page.is_truncated = response.get("IsTruncated", False)
    for attribute in _PAGE_ATTRIBUTES:
        setattr(page, attribute, response.get(attribute.title().replace("_", "")))
    return page


def _get_all_keys(s3, bucket, headers=None, **params):
    """One page of the keys of a bucket, and of the prefixes if there is a delimiter."""
    response = s3.list_objects(
        Bucket=bucket, **_list_parameters(params), **_header_parameters(s3, "ListObjects", headers)
    )
    return _page(bucket, response.get("Contents", []), response)


def _keys(s3, bucket, prefix="", delimiter="", marker="", headers=None, encoding_type=None):
    """All keys of a bucket, and all prefixes if there is a delimiter, page by page."""
    parameters = _header_parameters(s3, "ListObjects", headers)
    if prefix:
        parameters["Prefix"] = prefix
    if delimiter:
        parameters["Delimiter"] = delimiter
    if marker:
        parameters["Marker"] = marker
    for page in s3.get_paginator("list_objects").paginate(Bucket=bucket, **parameters):
        for found in page.get("Contents", []):
            if encoding_type == "url":
                found["Key"] = quote(found["Key"], safe="/*")
            yield {"Bucket": bucket, **found}
        for found in page.get("CommonPrefixes", []) if delimiter else ():
            if encoding_type == "url":
                found["Prefix"] = quote(found["Prefix"], safe="/*")
            yield {"Bucket": bucket, "Key": found["Prefix"], "Prefix": found["Prefix"]}


def _list(s3, bucket, prefix="", delimiter="", marker="", headers=None, encoding_type=None):
    """All keys of a bucket, and all prefixes if there is a delimiter; every loop over them lists anew."""
    return _anew(lambda: _keys(s3, bucket, prefix, delimiter, marker, headers, encoding_type))


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


def _list_versions(
    s3,
    bucket,
    prefix="",
    delimiter="",
    key_marker="",
    version_id_marker="",
    headers=None,
    encoding_type=None,
):
    """All versions and delete markers in a bucket; every loop over them lists anew."""
    arguments = (prefix, delimiter, key_marker, version_id_marker, headers, encoding_type)
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


def _get_all_uploads(s3, bucket, headers=None, **params):
    """One page of the multipart uploads that are neither complete nor cancelled."""
    response = s3.list_multipart_uploads(
        Bucket=bucket, **_list_parameters(params), **_header_parameters(s3, "ListMultipartUploads", headers)
    )
    return _page(bucket, response.get("Uploads", []), response)


def _list_uploads(s3, bucket, key_marker="", upload_id_marker="", headers=None, encoding_type=None):
    """All multipart uploads of a bucket that are not over; every loop over them lists anew."""
    return _anew(lambda: _all_uploads(s3, bucket, key_marker, upload_id_marker, headers, encoding_type))


def _all_uploads(s3, bucket, key_marker, upload_id_marker, headers, encoding_type):
    """All multipart uploads, page by page."""
    while True:
        page = _get_all_uploads(
            s3,
            bucket,
            headers,
            key_marker=key_marker,
            upload_id_marker=upload_id_marker,
            encoding_type=encoding_type,
        )
        yield from page
        if not page or not page.is_truncated:
            return
        key_marker, upload_id_marker = page.next_key_marker, page.next_upload_id_marker
        if key_marker and encoding_type == "url":
            key_marker = unquote(key_marker)
