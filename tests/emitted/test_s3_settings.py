"""Settings of buckets: versioning, logging, lifecycle, CORS, tags and websites."""

from __future__ import annotations

from typing import Any

import pytest
from boto.s3.acl import Grant
from boto.s3.bucketlogging import BucketLogging
from boto.s3.cors import CORSConfiguration, CORSRule
from boto.s3.lifecycle import Expiration, Lifecycle, Rule, Transition, Transitions
from boto.s3.tagging import Tags, TagSet
from boto.s3.website import Condition, Redirect, RedirectLocation, RoutingRule, RoutingRules
from s3_worlds import Worlds, with_bucket, with_keys

from codemods.emitted import common, s3_acl, s3_settings, s3_website


def test_versioning(worlds: Worlds) -> None:
    def old(connection: Any) -> Any:
        bucket = connection.get_bucket("bucket")
        given = [bucket.get_versioning_status(), bucket.configure_versioning(True)]
        given += [bucket.get_versioning_status(), bucket.configure_versioning(versioning=False)]
        return [*given, bucket.get_versioning_status()]

    def new(s3: Any) -> Any:
        given = [s3_settings._get_versioning_status(s3, "bucket")]
        given += [s3_settings._configure_versioning(s3, "bucket", True)]
        given += [s3_settings._get_versioning_status(s3, "bucket")]
        given += [s3_settings._configure_versioning(s3, "bucket", versioning=False)]
        return [*given, s3_settings._get_versioning_status(s3, "bucket")]

    worlds.same(old, new, with_bucket, settings=True)


def test_versioning_with_a_token(worlds: Worlds) -> None:
    """moto knows no MFA; so this looks at what is sent."""
    sent: list[Any] = []
    worlds.reset()
    with_bucket(worlds.client)

    def look(params: Any, **_: Any) -> None:
        sent.append((params["MFA"], params["VersioningConfiguration"]))

    event = "before-parameter-build.s3.PutBucketVersioning"
    worlds.client.meta.events.register(event, look)
    try:
        s3_settings._configure_versioning(worlds.client, "bucket", True, True, ("serial", "123456"))
    finally:
        worlds.client.meta.events.unregister(event, look)
    assert sent == [("serial 123456", {"Status": "Enabled", "MFADelete": "Enabled"})]


def logging_of(status: Any) -> Any:
    """Target, prefix and grants of a logging status of either library."""
    if isinstance(status, dict):
        granted = [(g["Grantee"]["Type"], g["Grantee"].get("URI")) for g in status.get("TargetGrants", [])]
        return status.get("TargetBucket"), status.get("TargetPrefix"), granted
    return status.target, status.prefix, [(grant.type, grant.uri) for grant in status.grants]


def test_logging(worlds: Worlds) -> None:
    def prepare(s3: Any) -> None:
        with_bucket(s3)
        s3.create_bucket(Bucket="logs")
        s3.put_bucket_acl(Bucket="logs", ACL="log-delivery-write")

    everybody = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"

    def old(connection: Any) -> Any:
        bucket, logs = connection.get_bucket("bucket"), connection.get_bucket("logs")
        given = [logging_of(bucket.get_logging_status()), bucket.enable_logging(logs)]
        given.append(logging_of(bucket.get_logging_status()))
        grant = Grant("READ", "Group", uri=everybody)
        given.append(bucket.enable_logging("logs", target_prefix="jp/ログ/", grants=[grant]))
        given.append(logging_of(bucket.get_logging_status()))
        return given

    def new(s3: Any) -> Any:
        given = [logging_of(s3_settings._get_logging_status(s3, "bucket"))]
        given.append(s3_settings._enable_logging(s3, "bucket", "logs"))
        given.append(logging_of(s3_settings._get_logging_status(s3, "bucket")))
        grant = s3_acl._grant("READ", "Group", uri=everybody)
        given.append(s3_settings._enable_logging(s3, "bucket", "logs", target_prefix="jp/ログ/", grants=[grant]))
        given.append(logging_of(s3_settings._get_logging_status(s3, "bucket")))
        return given

    worlds.same(old, new, prepare, settings=True, objects=False)  # moto writes logs, with names as it likes


@pytest.mark.parametrize("arguments", [(), ("logs",), ("logs", "p")])
def test_a_logging_status_that_a_program_makes(arguments: Any) -> None:
    assert logging_of(s3_settings._logging(*arguments))[0] == logging_of(BucketLogging(*arguments))[0]


def rules_of(lifecycle: Any) -> Any:
    """The rules of a lifecycle of either library."""

    def date(text: str | None) -> str | None:
        return text and text.replace(":00Z", ":00.000Z")  # the first is moto's, the second what S3 answers

    def when(found: Any) -> Any:
        if found is None:
            return None
        if isinstance(found, dict):
            return found.get("Days"), date(common._iso_z(found.get("Date"))), found.get("StorageClass")
        return found.days, date(found.date), getattr(found, "storage_class", None)

    return [
        (
            rule["ID"],
            rule["Prefix"],
            rule["Status"],
            when(rule.get("Expiration")),
            [when(transition) for transition in rule["Transitions"]],
            s3_settings._first_transition(rule["Transitions"], "Days"),
            date(s3_settings._first_transition(rule["Transitions"], "Date")),
            s3_settings._first_transition(rule["Transitions"], "StorageClass"),
        )
        if isinstance(rule, dict)
        else (
            rule.id,
            rule.prefix,
            rule.status,
            when(rule.expiration),
            [when(transition) for transition in rule.transition],
            rule.transition.days,
            date(rule.transition.date),
            rule.transition.storage_class,
        )
        for rule in lifecycle
    ]


def test_lifecycle(worlds: Worlds) -> None:
    date = "2030-10-12T00:00:00.000Z"

    def old(connection: Any) -> Any:
        lifecycle = Lifecycle()
        lifecycle.add_rule("1", "1/", "Enabled", 1)
        lifecycle.add_rule("2", "2/", "Disabled", Expiration(days=2))
        lifecycle.add_rule("3", "日本語/", expiration=Expiration(date=date))
        lifecycle.add_rule("4", "4/", "Enabled", None, Transition(days=4, storage_class="GLACIER"))
        transitions = Transitions()
        transitions.add_transition(days=30, storage_class="STANDARD_IA")
        transitions.append(Transition(days=90, storage_class="GLACIER"))
        lifecycle.append(Rule("5", None, "Enabled", 100, transitions))
        lifecycle.append(Rule("6", "6/", "Enabled", None, Transition(date=date, storage_class="GLACIER")))
        bucket = connection.get_bucket("bucket")
        configured = bucket.configure_lifecycle(lifecycle)
        return configured, rules_of(lifecycle), rules_of(bucket.get_lifecycle_config())

    def new(s3: Any) -> Any:
        lifecycle: list[Any] = []
        s3_settings._add_lifecycle_rule(lifecycle, "1", "1/", "Enabled", 1)
        s3_settings._add_lifecycle_rule(lifecycle, "2", "2/", "Disabled", s3_settings._timed(days=2))
        s3_settings._add_lifecycle_rule(lifecycle, "3", "日本語/", expiration=s3_settings._timed(date=date))
        glacier = s3_settings._transition(days=4, storage_class="GLACIER")
        s3_settings._add_lifecycle_rule(lifecycle, "4", "4/", "Enabled", None, glacier)
        transitions = [s3_settings._transition(days=30, storage_class="STANDARD_IA")]
        transitions.append(s3_settings._transition(days=90, storage_class="GLACIER"))
        lifecycle.append(s3_settings._lifecycle_rule("5", None, "Enabled", 100, transitions))
        glacier = s3_settings._transition(date=date, storage_class="GLACIER")
        lifecycle.append(s3_settings._lifecycle_rule("6", "6/", "Enabled", None, glacier))
        configured = s3_settings._configure_lifecycle(s3, "bucket", lifecycle)
        return configured, rules_of(lifecycle), rules_of(s3_settings._get_lifecycle_config(s3, "bucket"))

    worlds.same(old, new, with_bucket, settings=True)


def cors_of(cors: Any) -> Any:
    """The rules of a CORS configuration of either library."""
    members = ("AllowedMethods", "AllowedOrigins", "AllowedHeaders", "ExposeHeaders")
    return [
        (rule.get("ID"), rule.get("MaxAgeSeconds"), *(rule.get(member, []) for member in members))
        if isinstance(rule, dict)
        else (
            rule.id,
            rule.max_age_seconds,
            rule.allowed_method,
            rule.allowed_origin,
            rule.allowed_header,
            rule.expose_header,
        )
        for rule in cors
    ]


def test_cors(worlds: Worlds) -> None:
    def old(connection: Any) -> Any:
        cors = CORSConfiguration()
        cors.add_rule(["PUT", "POST"], "http://a.b", "rule", "*", 3000, "x-amz-server-side-encryption")
        cors.append(CORSRule(["GET"], ["*"]))
        bucket = connection.get_bucket("bucket")
        return bucket.set_cors(cors), cors_of(bucket.get_cors())

    def new(s3: Any) -> Any:
        cors: list[Any] = []
        exposed = "x-amz-server-side-encryption"
        s3_settings._add_cors_rule(cors, ["PUT", "POST"], "http://a.b", "rule", "*", 3000, exposed)
        cors.append(s3_settings._cors_rule(["GET"], ["*"]))
        return s3_settings._set_cors(s3, "bucket", cors), cors_of(s3_settings._get_cors(s3, "bucket"))

    worlds.same(old, new, with_bucket, settings=True)


TAGGING = """
    <Tagging>
      <TagSet>
         <Tag><Key>tagkey</Key><Value>tagvalue</Value></Tag>
         <Tag><Key>second</Key><Value>2</Value></Tag>
      </TagSet>
    </Tagging>
"""


def test_tags(worlds: Worlds) -> None:
    def old(connection: Any) -> Any:
        bucket = connection.get_bucket("bucket")
        given = [
            bucket.set_xml_tags(TAGGING),
            [[(tag.key, tag.value) for tag in found] for found in bucket.get_tags()],
        ]
        tags, tag_set = Tags(), TagSet()
        tag_set.add_tag("a", "1 ü")
        tag_set.add_tag("b", "2")
        tags.add_tag_set(tag_set)
        return [*given, bucket.set_tags(tags), bucket.get_tags()[0][1].value]

    def new(s3: Any) -> Any:
        given = [s3_settings._set_xml_tags(s3, "bucket", TAGGING)]
        found = s3_settings._get_tags(s3, "bucket")
        given.append([[(tag["Key"], tag["Value"]) for tag in tag_set] for tag_set in found])
        tags = [[{"Key": "a", "Value": "1 ü"}, {"Key": "b", "Value": "2"}]]
        given.append(s3_settings._set_tags(s3, "bucket", tags))
        return [*given, s3_settings._get_tags(s3, "bucket")[0][1]["Value"]]

    worlds.same(old, new, with_bucket, settings=True)


def test_tags_in_a_namespace(worlds: Worlds) -> None:
    worlds.reset()
    with_bucket(worlds.client)
    document = TAGGING.replace("<Tagging>", '<Tagging xmlns="http://s3.amazonaws.com/doc/2006-03-01/">')
    s3_settings._set_xml_tags(worlds.client, "bucket", document.encode())
    tags = s3_settings._get_tags(worlds.client, "bucket")
    assert tags == [[{"Key": "tagkey", "Value": "tagvalue"}, {"Key": "second", "Value": "2"}]]


@pytest.mark.parametrize(
    ("old_arguments", "new_arguments"),
    [
        ({"suffix": "index.html"}, {"suffix": "index.html"}),
        ({"suffix": "i", "error_key": "e"}, {"suffix": "i", "error_key": "e"}),
        (
            {"redirect_all_requests_to": RedirectLocation("example.com", "https")},
            {"redirect_all_requests_to": {"HostName": "example.com", "Protocol": "https"}},
        ),
    ],
    ids=["suffix", "error", "redirect"],
)
def test_website(worlds: Worlds, old_arguments: Any, new_arguments: Any) -> None:
    def old(connection: Any) -> Any:
        bucket = connection.get_bucket("bucket")
        return bucket.configure_website(**old_arguments), bucket.get_website_configuration()

    def new(s3: Any) -> Any:
        configured = s3_website._configure_website(s3, "bucket", **new_arguments)
        return configured, s3_website._get_website_configuration(s3, "bucket")

    worlds.same(old, new, with_bucket, settings=True)


def test_routing_rules(worlds: Worlds) -> None:
    def old(connection: Any) -> Any:
        rules = RoutingRules()
        rules.add_rule(RoutingRule.when(key_prefix="docs/").then_redirect(replace_key_prefix="documents/"))
        rules.add_rule(RoutingRule(Condition(http_error_code=404), Redirect("example.com", "https", "404.html")))
        bucket = connection.get_bucket("bucket")
        configured = bucket.configure_website("index.html", routing_rules=rules)
        config = bucket.get_website_configuration_obj()
        found = [
            (
                rule.condition.key_prefix,
                rule.condition.http_error_code,
                rule.redirect.hostname,
                rule.redirect.protocol,
                rule.redirect.replace_key,
                rule.redirect.replace_key_prefix,
                rule.redirect.http_redirect_code,
            )
            for rule in config.routing_rules
        ]
        return configured, config.suffix, config.error_key, found

    def new(s3: Any) -> Any:
        rules: list[Any] = []
        first = s3_website._then_redirect(s3_website._when(key_prefix="docs/"), replace_key_prefix="documents/")
        redirect = s3_website._redirect("example.com", "https", "404.html")
        second = {"Condition": s3_website._condition(http_error_code=404), "Redirect": redirect}
        assert s3_website._add_routing_rule(s3_website._add_routing_rule(rules, first), second) is rules
        configured = s3_website._configure_website(s3, "bucket", "index.html", routing_rules=rules)
        config = s3_website._get_website(s3, "bucket")
        found = [
            (
                rule["Condition"].get("KeyPrefixEquals"),
                rule["Condition"].get("HttpErrorCodeReturnedEquals"),
                rule["Redirect"].get("HostName"),
                rule["Redirect"].get("Protocol"),
                rule["Redirect"].get("ReplaceKeyWith"),
                rule["Redirect"].get("ReplaceKeyPrefixWith"),
                rule["Redirect"].get("HttpRedirectCode"),
            )
            for rule in config["RoutingRules"]
        ]
        return configured, config["IndexDocument"]["Suffix"], config.get("ErrorDocument"), found

    worlds.same(old, new, with_bucket, settings=True)


def test_redirects_of_keys(worlds: Worlds) -> None:
    def old(connection: Any) -> Any:
        bucket = connection.get_bucket("bucket")
        key = bucket.new_key("/k")
        return (
            bucket.new_key("plain").get_redirect(),
            key.set_redirect("http://example.com/"),
            key.get_redirect(),
        )

    def new(s3: Any) -> Any:
        key, plain = {"Bucket": "bucket", "Key": "/k"}, {"Bucket": "bucket", "Key": "plain"}
        none = s3_website._get_redirect(s3, plain)
        return (
            none,
            s3_website._set_redirect(s3, key, "http://example.com/"),
            s3_website._get_redirect(s3, key),
        )

    worlds.same(old, new, with_keys("plain"))
