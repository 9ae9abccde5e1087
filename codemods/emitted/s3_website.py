"""Buckets as websites: index and error pages, redirects and routing rules."""

from codemods.emitted.common import _given
from codemods.emitted.s3_headers import _header_parameters
from codemods.emitted.s3_names import _key


def _website(suffix=None, error_key=None, redirect_all_requests_to=None, routing_rules=None):
    """A website configuration of what is given."""
    website = _given(RedirectAllRequestsTo=redirect_all_requests_to, RoutingRules=routing_rules or None)
    if suffix is not None:
        website["IndexDocument"] = {"Suffix": suffix}
    if error_key is not None:
        website["ErrorDocument"] = {"Key": error_key}
    return website


def _set_website(s3, bucket, config, headers=None):
    """Let a bucket serve as a website."""
    s3.put_bucket_website(
        Bucket=bucket, WebsiteConfiguration=config, **_header_parameters(s3, "PutBucketWebsite", headers)
    )
    return True


def _configure_website(
    s3,
    bucket,
    suffix=None,
    error_key=None,
    redirect_all_requests_to=None,
    routing_rules=None,
    headers=None,
):
    """Let a bucket serve as a website."""
    return _set_website(s3, bucket, _website(suffix, error_key, redirect_all_requests_to, routing_rules), headers)


def _get_website(s3, bucket, headers=None):
    """The website configuration of a bucket."""
    response = s3.get_bucket_website(Bucket=bucket, **_header_parameters(s3, "GetBucketWebsite", headers))
    return {name: value for name, value in response.items() if name != "ResponseMetadata"}


def _get_website_configuration(s3, bucket, headers=None):
    """The website configuration of a bucket, one level down as in the XML document."""
    return {"WebsiteConfiguration": _get_website(s3, bucket, headers)}


def _redirect(
    hostname=None,
    protocol=None,
    replace_key=None,
    replace_key_prefix=None,
    http_redirect_code=None,
):
    """Where a routing rule redirects to."""
    return _given(
        HostName=hostname,
        Protocol=protocol,
        ReplaceKeyWith=replace_key,
        ReplaceKeyPrefixWith=replace_key_prefix,
        HttpRedirectCode=None if http_redirect_code is None else str(http_redirect_code),
    )


def _condition(key_prefix=None, http_error_code=None):
    """When a routing rule applies."""
    code = None if http_error_code is None else str(http_error_code)
    return _given(KeyPrefixEquals=key_prefix, HttpErrorCodeReturnedEquals=code)


def _when(key_prefix=None, http_error_code=None):
    """A routing rule that still needs its redirect."""
    return {"Condition": _condition(key_prefix, http_error_code)}


def _then_redirect(
    rule,
    hostname=None,
    protocol=None,
    replace_key=None,
    replace_key_prefix=None,
    http_redirect_code=None,
):
    """Say where a routing rule redirects to; gives the rule."""
    rule["Redirect"] = _redirect(hostname, protocol, replace_key, replace_key_prefix, http_redirect_code)
    return rule


def _add_routing_rule(rules, rule):
    """Add a routing rule; gives the rules."""
    rules.append(rule)
    return rules


def _get_redirect(s3, key):
    """Where a website redirects requests for an object to, None if it does not."""
    return s3.head_object(Bucket=key["Bucket"], Key=_key(key["Key"])).get("WebsiteRedirectLocation")


def _set_redirect(s3, key, redirect_location, headers=None):
    """Let a website redirect requests for an object; the object becomes empty."""
    s3.put_object(
        **{
            **_header_parameters(s3, "PutObject", headers),
            "Bucket": key["Bucket"],
            "Key": _key(key["Key"]),
            "WebsiteRedirectLocation": redirect_location,
        }
    )
    return True
