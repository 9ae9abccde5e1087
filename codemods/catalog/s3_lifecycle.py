"""Lifecycles: a list of rules, each the dict that S3 has, with Prefix and Transitions always in it.

Sources: boto/s3/lifecycle.py; botocore's shapes LifecycleRule, LifecycleExpiration, Transition.
"""

from __future__ import annotations

from collections.abc import Callable

from codemods.catalog.s3_rows import PARSING, TO_XML, list_class, manual_attributes
from codemods.catalog.schema import BotoClass, Field, Form, Helped, Idiom, Outcome, Rewrite, Use, optional
from codemods.code import Code, code
from codemods.emitted import s3_settings


def _first(member: str) -> Callable[[Use], Outcome]:
    """`rule.transition.days`: boto 2 read from the first transition."""

    def expand(use: Use) -> Outcome:
        return Rewrite(use.call(s3_settings._first_transition, use.member(""), Code(f'"{member}"')))

    return expand


def _add_transition(use: Use) -> Outcome:
    transitions = use.member("")
    given = {name: argument.code for name, argument in use.arguments.items()}
    made = use.call(s3_settings._transition, **given)
    return Rewrite(code(f"{transitions.operand}.append({made})", transitions, made))


EXPIRATION = BotoClass(
    "boto.s3.lifecycle.Expiration",
    "s3.Expiration",
    Form.RECORD,
    (
        Helped("__init__", s3_settings._timed, "s3.Expiration", client=False),
        Field("days", "Days", "int?", settable=True),
        Field("date", "Date", "str?", settable=True),
        *PARSING,
        TO_XML,
    ),
    shape="LifecycleExpiration",
)

TRANSITION = BotoClass(
    "boto.s3.lifecycle.Transition",
    "s3.Transition",
    Form.RECORD,
    (
        Helped("__init__", s3_settings._transition, "s3.Transition", client=False),
        Field("days", "Days", "int?", settable=True),
        Field("date", "Date", "str?", settable=True),
        Field("storage_class", "StorageClass", "str?", settable=True),
        TO_XML,
    ),
    shape="Transition",
)

TRANSITIONS = list_class(
    "boto.s3.lifecycle.Transitions",
    "s3.Transitions",
    "s3.Transition",
    (
        Idiom(
            "add_transition",
            _add_transition,
            (optional("days"), optional("date"), optional("storage_class")),
            "none",
        ),
        Idiom("days", _first("Days"), gives="int?", attribute=True),
        Idiom("date", _first("Date"), gives="str?", attribute=True),
        Idiom("storage_class", _first("StorageClass"), gives="str?", attribute=True),
        *manual_attributes(
            "boto 2's XML parser kept this between two elements; delete it",
            "current_transition_property",
            "temp_date",
            "temp_days",
            "temp_storage_class",
            "transition_properties",
        ),
    ),
)

RULE = BotoClass(
    "boto.s3.lifecycle.Rule",
    "s3.Rule",
    Form.RECORD,
    (
        Helped("__init__", s3_settings._lifecycle_rule, "s3.Rule", client=False),
        Field("id", "ID", "str?", settable=True),
        Field("prefix", "Prefix", absent='""', settable=True),
        Field("status", "Status", "str?", settable=True),
        Field("expiration", "Expiration", "s3.Expiration?", settable=True),
        Field("transition", "Transitions", "s3.Transitions", sure=True, settable=True),
        *PARSING,
        TO_XML,
    ),
    shape="LifecycleRule",
    text="<Rule: {ID}>",
)

LIFECYCLE = list_class(
    "boto.s3.lifecycle.Lifecycle",
    "s3.Lifecycle",
    "s3.Rule",
    (Helped("add_rule", s3_settings._add_lifecycle_rule, client=False),),
    also=("boto.s3.bucket.Lifecycle",),
)

LIFECYCLES = (EXPIRATION, TRANSITION, TRANSITIONS, RULE, LIFECYCLE)
