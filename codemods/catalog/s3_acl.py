"""ACLs: a policy is the dict of Owner and Grants that S3 gives, and its ACL is the same dict; users are dicts, too.

Sources: boto/s3/acl.py, boto/s3/user.py; botocore's shapes AccessControlPolicy, Grant, Grantee, Owner.
"""

from __future__ import annotations

from codemods.catalog.s3_rows import PARSING, TO_XML, itself, manual_attributes
from codemods.catalog.schema import (
    BotoClass,
    Constant,
    Field,
    Form,
    Helped,
    Idiom,
    Outcome,
    Param,
    Rewrite,
    Use,
    optional,
    required,
)
from codemods.code import Code, code
from codemods.emitted import s3_acl


def _empty(use: Use) -> Outcome:
    return Rewrite(Code('{"Grants": []}'))


def _append(use: Use, grant: Code) -> Outcome:
    acl = use.member("")
    return Rewrite(code(f'{acl.operand}["Grants"].append({grant})', acl, grant))


def _add_grant(use: Use) -> Outcome:
    return _append(use, use.arguments["grant"].code)


def _add_email_grant(use: Use) -> Outcome:
    given = use.arguments
    email = given["email_address"].code
    kind = Code('"AmazonCustomerByEmail"')
    return _append(use, use.call(s3_acl._grant, given["permission"].code, kind, email_address=email))


def _add_user_grant(use: Use) -> Outcome:
    given = use.arguments
    more = {"display_name": given["display_name"].code} if "display_name" in given else {}
    kind = Code('"CanonicalUser"')
    return _append(use, use.call(s3_acl._grant, given["permission"].code, kind, given["user_id"].code, **more))


def _set_acl(use: Use) -> Outcome:
    policy, acl = use.member(""), use.member("", use.arguments["value"])
    return Rewrite(code(f'{policy.operand}["Grants"] = {acl.operand}["Grants"]', policy, acl))


def _new_user(use: Use) -> Outcome:
    given = use.arguments
    known = {name: given[name].code if name in given else Code('""') for name in ("id", "display_name")}
    text = f'{{"ID": {known["id"]}, "DisplayName": {known["display_name"]}}}'
    return Rewrite(code(text, *known.values()))


USER = BotoClass(
    "boto.s3.user.User",
    "s3.User",
    Form.RECORD,
    (
        Idiom(
            "__init__",
            _new_user,
            (
                Param("parent", refused="set the Owner of the parent's dict to this user's dict instead"),
                optional("id"),
                optional("display_name"),
            ),
        ),
        Field("id", "ID", absent='""', settable=True),
        Field("display_name", "DisplayName", absent='""', settable=True),
        *manual_attributes("boto 2 used this for XML only; a Grantee has its Type", "type"),
        *PARSING,
        TO_XML,
    ),
    also=("boto.s3.acl.User", "boto.s3.deletemarker.User", "boto.s3.key.User"),
    shape="Owner",
)

POLICY = BotoClass(
    "boto.s3.acl.Policy",
    "s3.Policy",
    Form.RECORD,
    (
        Idiom("__init__", _empty, (optional("parent"),)),
        Field("owner", "Owner", "s3.User", sure=True, settable=True),
        Idiom("acl", itself("acl").expand, gives="s3.ACL", attribute=True, assign=_set_acl),
        *manual_attributes("a policy is a dict now and does not know what it belongs to; keep the bucket", "parent"),
        *manual_attributes("XML namespaces are botocore's business; delete this", "namespace"),
        *PARSING,
        TO_XML,
    ),
    also=("boto.s3.bucket.Policy",),
    shape="AccessControlPolicy",
)

ACL = BotoClass(
    "boto.s3.acl.ACL",
    "s3.ACL",
    Form.RECORD,
    (
        Idiom("__init__", _empty, (optional("policy"),)),
        Field("grants", "Grants", "[s3.Grant]", sure=True, settable=True),
        itself("policy", "s3.Policy"),
        Idiom("add_grant", _add_grant, (required("grant"),), "none"),
        Idiom("add_email_grant", _add_email_grant, (required("permission"), required("email_address")), "none"),
        Idiom(
            "add_user_grant",
            _add_user_grant,
            (required("permission"), required("user_id"), optional("display_name")),
            "none",
        ),
        *PARSING,
        TO_XML,
    ),
    shape="AccessControlPolicy",
)

GRANT = BotoClass(
    "boto.s3.acl.Grant",
    "s3.Grant",
    Form.RECORD,
    (
        Helped("__init__", s3_acl._grant, "s3.Grant", client=False),
        Field("permission", "Permission", "str?", settable=True),
        Field("type", "Grantee.Type", "str?", settable=True),
        Field("id", "Grantee.ID", "str?", settable=True),
        Field("display_name", "Grantee.DisplayName", "str?", settable=True),
        Field("uri", "Grantee.URI", "str?", settable=True),
        Field("email_address", "Grantee.EmailAddress", "str?", settable=True),
        Constant("NameSpace", Code("'xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"'")),
        *PARSING,
        TO_XML,
    ),
    also=("boto.s3.bucket.Grant", "boto.s3.bucketlogging.Grant"),
    shape="Grant",
)

ACLS = (USER, POLICY, ACL, GRANT)
