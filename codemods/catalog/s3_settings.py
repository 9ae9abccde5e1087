"""Settings of buckets as objects: CORS rules, tags, logging and websites; each the dict or the list that S3 has.

Sources: boto/s3/cors.py, boto/s3/tagging.py, boto/s3/bucketlogging.py, boto/s3/website.py; botocore's shapes CORSRule,
Tag, LoggingEnabled, WebsiteConfiguration, RoutingRule, Condition, Redirect, RedirectAllRequestsTo.
"""

from __future__ import annotations

from codemods.catalog.s3_rows import PARSING, TO_XML, constructed, list_class, manual_attributes, manual_methods
from codemods.catalog.schema import (
    BotoClass,
    BotoModule,
    Field,
    Form,
    Helped,
    Idiom,
    Outcome,
    Rewrite,
    Use,
    required,
)
from codemods.code import code
from codemods.emitted import s3_settings, s3_website

CORS_RULE = BotoClass(
    "boto.s3.cors.CORSRule",
    "s3.CORSRule",
    Form.RECORD,
    (
        Helped("__init__", s3_settings._cors_rule, "s3.CORSRule", client=False),
        Field("id", "ID", "str?", settable=True),
        Field("allowed_method", "AllowedMethods", "[str]", absent="[]", settable=True),
        Field("allowed_origin", "AllowedOrigins", "[str]", absent="[]", settable=True),
        Field("allowed_header", "AllowedHeaders", "[str]", absent="[]", settable=True),
        Field("expose_header", "ExposeHeaders", "[str]", absent="[]", settable=True),
        Field("max_age_seconds", "MaxAgeSeconds", "int?", settable=True),
        *PARSING,
        TO_XML,
    ),
    shape="CORSRule",
    text="<Rule: {ID}>",
)

CORS = list_class(
    "boto.s3.cors.CORSConfiguration",
    "s3.CORSConfiguration",
    "s3.CORSRule",
    (Helped("add_rule", s3_settings._add_cors_rule, client=False),),
    also=("boto.s3.bucket.CORSConfiguration",),
)


def _add_tag(use: Use) -> Outcome:
    tags, key, value = use.member(""), use.arguments["key"].code, use.arguments["value"].code
    return Rewrite(code(f'{tags.operand}.append({{"Key": {key}, "Value": {value}}})', tags, key, value))


def _add_tag_set(use: Use) -> Outcome:
    tags, tag_set = use.member(""), use.arguments["tag_set"].code
    return Rewrite(code(f"{tags.operand}.append({tag_set})", tags, tag_set))


TAG = BotoClass(
    "boto.s3.tagging.Tag",
    "s3.Tag",
    Form.RECORD,
    (
        constructed(("key", "Key"), ("value", "Value")),
        Field("key", "Key", sure=True, settable=True),
        Field("value", "Value", sure=True, settable=True),
        *PARSING,
        TO_XML,
    ),
    shape="Tag",
)

TAG_SET = list_class(
    "boto.s3.tagging.TagSet",
    "s3.TagSet",
    "s3.Tag",
    (Idiom("add_tag", _add_tag, (required("key"), required("value")), "none"),),
)

TAGS = list_class(
    "boto.s3.tagging.Tags",
    "s3.Tags",
    "s3.TagSet",
    (Idiom("add_tag_set", _add_tag_set, (required("tag_set"),), "none"),),
    also=("boto.s3.bucket.Tags",),
)


def _add_logging_grant(use: Use) -> Outcome:
    status, grant = use.member(""), use.arguments["grant"].code
    return Rewrite(code(f'{status.operand}.setdefault("TargetGrants", []).append({grant})', status, grant))


LOGGING = BotoClass(
    "boto.s3.bucketlogging.BucketLogging",
    "s3.BucketLogging",
    Form.RECORD,
    (
        Helped("__init__", s3_settings._logging, "s3.BucketLogging", client=False),
        Field("target", "TargetBucket", "str?", settable=True),
        Field("prefix", "TargetPrefix", "str?", settable=True),
        Field("grants", "TargetGrants", "[s3.Grant]", absent="[]", settable=True),
        Idiom("add_grant", _add_logging_grant, (required("grant"),), "none"),
        *PARSING,
        TO_XML,
    ),
    also=("boto.s3.bucket.BucketLogging",),
    shape="LoggingEnabled",
)

_TRANSLATED = (
    *PARSING,
    TO_XML,
    *manual_attributes("boto 2 turned attributes into XML with it; delete it", "TRANSLATOR", "container", "translator"),
)

REDIRECT_ALL = BotoClass(
    "boto.s3.website.RedirectLocation",
    "s3.RedirectLocation",
    Form.RECORD,
    (
        constructed(("hostname", "HostName"), ("protocol", "Protocol")),
        Field("hostname", "HostName", "str?", settable=True),
        Field("protocol", "Protocol", "str?", settable=True),
        *_TRANSLATED,
    ),
    shape="RedirectAllRequestsTo",
)

CONDITION = BotoClass(
    "boto.s3.website.Condition",
    "s3.Condition",
    Form.RECORD,
    (
        Helped("__init__", s3_website._condition, "s3.Condition", client=False),
        Field("key_prefix", "KeyPrefixEquals", "str?", settable=True),
        Field("http_error_code", "HttpErrorCodeReturnedEquals", "str?", settable=True),
        *_TRANSLATED,
    ),
    shape="Condition",
)

REDIRECT = BotoClass(
    "boto.s3.website.Redirect",
    "s3.Redirect",
    Form.RECORD,
    (
        Helped("__init__", s3_website._redirect, "s3.Redirect", client=False),
        Field("hostname", "HostName", "str?", settable=True),
        Field("protocol", "Protocol", "str?", settable=True),
        Field("replace_key", "ReplaceKeyWith", "str?", settable=True),
        Field("replace_key_prefix", "ReplaceKeyPrefixWith", "str?", settable=True),
        Field("http_redirect_code", "HttpRedirectCode", "str?", settable=True),
        *_TRANSLATED,
    ),
    shape="Redirect",
)

ROUTING_RULE = BotoClass(
    "boto.s3.website.RoutingRule",
    "s3.RoutingRule",
    Form.RECORD,
    (
        constructed(("condition", "Condition"), ("redirect", "Redirect")),
        Field("condition", "Condition", "s3.Condition?", settable=True),
        Field("redirect", "Redirect", "s3.Redirect?", settable=True),
        Helped("then_redirect", s3_website._then_redirect, "s3.RoutingRule", client=False),
        *PARSING,
        TO_XML,
    ),
    shape="RoutingRule",
)

ROUTING_RULES = list_class(
    "boto.s3.website.RoutingRules",
    "s3.RoutingRules",
    "s3.RoutingRule",
    (Helped("add_rule", s3_website._add_routing_rule, "s3.RoutingRules", client=False),),
)

WEBSITE = BotoClass(
    "boto.s3.website.WebsiteConfiguration",
    "s3.WebsiteConfiguration",
    Form.RECORD,
    (
        Helped("__init__", s3_website._website, "s3.WebsiteConfiguration", client=False),
        Field("suffix", "IndexDocument.Suffix", "str?"),
        Field("error_key", "ErrorDocument.Key", "str?"),
        Field("redirect_all_requests_to", "RedirectAllRequestsTo", "s3.RedirectLocation?", settable=True),
        Field("routing_rules", "RoutingRules", "s3.RoutingRules", absent="[]", settable=True),
        *PARSING,
        TO_XML,
    ),
    shape="WebsiteConfiguration",
)

WEBSITE_FUNCTIONS = (
    BotoModule("boto.s3.website", "s3", manual_methods("boto 2 made XML with it; boto3 takes dicts", "tag")),
    # A class method is found by the dotted name of its class.
    BotoModule(
        "boto.s3.website.RoutingRule", "s3", (Helped("when", s3_website._when, "s3.RoutingRule", client=False),)
    ),
)

SETTINGS: tuple[BotoClass | BotoModule, ...] = (
    CORS_RULE,
    CORS,
    TAG,
    TAG_SET,
    TAGS,
    LOGGING,
    REDIRECT_ALL,
    CONDITION,
    REDIRECT,
    ROUTING_RULE,
    ROUTING_RULES,
    WEBSITE,
    *WEBSITE_FUNCTIONS,
)
