"""The rules that are not rows of the catalog: connections, imports, errors, and what only a person can decide."""

from __future__ import annotations

from codemods.catalog.errors import ERRORS, ErrorRow
from codemods.dependencies.rules import RULES as DEPENDENCY_RULES
from codemods.harden.rules import RULES as HARDEN_RULES
from codemods.modernise import risks
from codemods.ruledoc.model import RuleDoc

_RULES = (
    RuleDoc(
        "s3.connection",
        "S3 connections: boto.connect_s3, S3Connection, boto.s3.connect_to_region, connect_walrus",
        "becomes boto3.client('s3') with SigV4, the region that the host or the argument named, TLS as it was, and one "
        "Config with timeouts and retries; an endpoint_url only for hosts that are not AWS's",
        'import boto\n\nresult = boto.connect_s3(host="s3-eu-west-1.amazonaws.com")\nprint(result.get_all_buckets())\n',
    ),
    RuleDoc(
        "ec2.connection",
        "EC2 and VPC connections: boto.connect_ec2, EC2Connection, boto.ec2.connect_to_region, connect_vpc",
        "becomes boto3.client('ec2') in the same region, by default boto 2's own: us-east-1",
        'import boto.ec2\n\nresult = boto.ec2.connect_to_region("eu-west-1")\nresult.get_all_volumes()\n',
    ),
    RuleDoc("imports", "import statements", "drops what is not used any more, adds what the new code needs"),
    RuleDoc(
        "unknown-type",
        "a member that only boto 2's objects have, on an object whose origin the tool cannot see",
        "left and marked; `boto3ify scan` prints the type hint that would let it be rewritten",
        "import boto\n\n\ndef publish(thing):\n    thing.prepare()\n    thing.set_contents_from_string('x')\n",
    ),
    RuleDoc(
        "mixed-types",
        "an expression that can be of several types, at least one of them boto 2's",
        "left and marked, unless the new code is the same for all of them: give them different names",
    ),
    RuleDoc(
        "other-services",
        "boto 2's other services (SQS, IAM, Route 53, ...) and Google Storage",
        "left and marked with the name of what takes its place: boto3ify converts S3, EC2 and VPC",
        "import boto\n\nqueue = boto.connect_sqs().get_queue('jobs')\n",
    ),
    RuleDoc(
        "handed-on",
        "a boto 2 object that goes to code which the tool cannot see",
        "goes on as what it has become (a dict with botocore's members); look at what receives it",
    ),
    RuleDoc(
        "crosses-process",
        "a boto 2 object that goes to another process, or is pickled",
        "left and marked: clients and resource objects do not pickle; hand over names, and make a client there",
    ),
    RuleDoc(
        "identity",
        "boto 2 objects that are compared with each other, put into a set, or used as keys of a dict",
        "boto 2's objects were equal to themselves only, so `==` of two keys becomes `is`; what would need the hash of "
        "a dict is left and marked",
    ),
    RuleDoc("leftover", "a use of boto 2 that no rule knows", "left and marked, so that nothing stays silently"),
    RuleDoc(
        "feature-test",
        "hasattr of a class or module of boto 2, and `name in dir(connection)`",
        "answered as boto 2.49 did; marked where boto 2's answer is not known",
    ),
    RuleDoc(
        "module-as-value",
        "a module of boto 2 that is handed around as a value",
        "left and marked: use boto3 there instead",
    ),
    RuleDoc(
        "named-member",
        "getattr, setattr or hasattr with a name that is known only at run time",
        "left and marked: map the names that are used to the new members",
    ),
    RuleDoc(
        "patched-module",
        "an assignment to a name inside of boto 2",
        "left and marked: give what is meant to boto3.client(...) or to its Config",
    ),
    RuleDoc(
        "subclass",
        "what a class inherits from one of boto 2's classes",
        "left and marked: hold a client in an attribute instead of inheriting",
    ),
    RuleDoc(
        "test-double",
        "a mock in the place of a boto 2 object, and what is asked of it",
        "left and marked: put the double in the place of the client's method instead",
    ),
    RuleDoc(
        "unbound-method",
        "a method of a boto 2 class that is called on the class",
        "left and marked: call it on an object",
    ),
    RuleDoc(
        "errors.network",
        "except clauses on socket, ssl and http errors around calls of AWS",
        "catch botocore's errors for a broken network, too, which are no OSError",
        "import socket\n\nimport boto\n\ntry:\n    boto.connect_s3().get_all_buckets()\n"
        "except socket.error:\n    print('offline')\n",
    ),
    RuleDoc(
        "errors.none",
        "except AttributeError around what can be None",
        "catch TypeError, too: what was an attribute of None may be an item of None now",
    ),
    RuleDoc(
        "errors.made",
        "boto 2 exceptions that the program makes itself",
        "become the exception that boto3 raises there, with the same status and message",
    ),
    RuleDoc(
        "errors.keys",
        "a dict whose keys are boto 2 exceptions",
        "left and marked where two of its keys are one class on boto3",
    ),
    RuleDoc(
        "errors.members",
        "attributes of a caught boto 2 exception by a computed name: getattr(e, name), vars(e), e.__dict__",
        "are looked up among those that boto 2's errors had",
        "import boto\nfrom boto.exception import S3ResponseError\n\ntry:\n    boto.connect_s3().get_bucket('reports')\n"
        "except S3ResponseError as e:\n    print([getattr(e, name) for name in ('status', 'reason')])\n",
    ),
    RuleDoc("errors.__str__", "str() of a caught boto 2 exception", "written out from error.response"),
    RuleDoc(
        "tests.moto",
        "moto's decorators of its versions 1 to 4: mock_s3, mock_ec2, mock_s3_deprecated, ...",
        "become mock_aws, as decorator, context manager, and with start and stop",
        "import boto\nfrom moto import mock_s3_deprecated\n\n\n@mock_s3_deprecated\ndef test_none():\n"
        "    assert boto.connect_s3().lookup('x') is None\n",
    ),
    RuleDoc(
        "tests.patch",
        "mock.patch and its kin on names of boto 2",
        "patch what the program calls now",
    ),
    RuleDoc(
        "tests.double",
        "a mock that stands for boto 2's objects",
        "left and marked, unless boto3 is asked the same: answer what the client is asked, or test with mock_aws",
    ),
    RuleDoc(
        "errors.transient", "the handlers of a program", "reported: which errors pass by themselves, which never do"
    ),
    RuleDoc(
        "errors.text",
        "texts that a program makes of errors",
        "reported: they are boto 2's where they are used, and botocore's own sentences in logs",
    ),
    RuleDoc(
        "errors.exhausted",
        "handlers of S3ResponseError and EC2ResponseError",
        "reported: they also catch 5xx answers that stay after the last retry, which boto 2 raised as BotoServerError",
    ),
    RuleDoc(
        "s3.shared-headers",
        "one dict of headers that several calls get, of which only some have a policy or a storage class",
        "reported: boto 2 wrote these into the dict, so that the other calls sent them, too",
    ),
    RuleDoc(
        "credentials.chain",
        "the connections of a program that give no keys",
        "reported once: where boto3 looks for credentials, which is in more places, and in another order",
    ),
    RuleDoc(
        "connections.trust",
        "the connections of a program",
        "reported once: whose certificates are trusted now, and how buckets with dots in their names are reached",
    ),
    RuleDoc("types.annotation", "boto 2's classes in annotations", "becomes BaseClient, ServiceResource, str or dict"),
    RuleDoc("types.docstring", "boto 2's classes in docstrings", "becomes the type that arrives there now"),
    RuleDoc("types.test", "boto 2's classes in tests of types", "becomes the type that objects have now; look at it"),
    RuleDoc("logging.logger", "the logger boto, by name", "becomes botocore, where most messages come from now"),
    RuleDoc(
        "config.environment", "S3_USE_SIGV4 and EC2_USE_SIGV4 in os.environ", "goes: every client signs with SigV4"
    ),
    RuleDoc(
        "credentials.hard-coded",
        "access keys and secret keys in the source",
        "reported, masked: take them out and have them replaced",
    ),
    RuleDoc("input", "a file that cannot be read or does not parse", "left alone, and named; the exit code is 2"),
    RuleDoc(
        "partial-program",
        "a run over one file whose imports, or importers, lie beside it unread",
        "converted by what that file alone tells; run on the whole program to follow objects between its modules",
    ),
    RuleDoc("output", "a file that cannot be written", "left as it was, and named; the exit code is 2"),
    RuleDoc(
        "config.boto-cfg",
        "a boto.cfg or .boto file in the tree",
        "left alone: `boto3ify config FILE` prints what stands for each of its settings on boto3",
    ),
    RuleDoc(
        "config.credentials",
        "secrets in a boto configuration file",
        "reported, masked: move them to ~/.aws/credentials or a role, and change them if the file was shared",
    ),
    RuleDoc("py2.syntax", "a file that neither Python 3 nor Python 2 parses", "left alone, and named"),
)

_ERROR_ATTRIBUTES = (
    "status",
    "reason",
    "error_code",
    "code",
    "error_message",
    "message",
    "body",
    "request_id",
    "errors",
    "args",
)


def general_rules() -> tuple[RuleDoc, ...]:
    """All rules outside of the catalog's tables of classes and modules."""
    return (
        *_RULES,
        *(_exception(row) for row in ERRORS.values()),
        *(_attribute(name) for name in _ERROR_ATTRIBUTES),
        *(RuleDoc(id, meaning, "follows the code: format and comments stay") for id, meaning in _dependency_rules()),
        *(RuleDoc(rule.id, rule.title, rule.explanation, rule.before, rule.after) for rule in HARDEN_RULES),
        *_python2_risks(),
    )


def _exception(row: ErrorRow) -> RuleDoc:
    about = f"boto.exception.{row.name} in `except`, isinstance and tests"
    if not row.becomes:
        return RuleDoc(f"errors.{row.name}", about, f"left and marked: {row.advice}")
    becomes = ", ".join(each.name for each in row.becomes)
    example = (
        "import boto\nfrom boto.exception import {0}\n\ntry:\n    boto.connect_s3().get_bucket('mine')\n"
        "except {0} as error:\n    print(error)\n"
    )
    note = f"; {row.note}" if row.note else ""
    return RuleDoc(f"errors.{row.name}", about, f"becomes {becomes}{note}", example.format(row.name))


def _attribute(name: str) -> RuleDoc:
    example = (
        "import boto\nfrom boto.exception import S3ResponseError\n\ntry:\n    boto.connect_s3().get_bucket('mine')\n"
        f"except S3ResponseError as error:\n    print(error.{name})\n"
    )
    return RuleDoc(f"errors.{name}", f"`{name}` of a caught boto 2 exception", "is read from error.response", example)


def _dependency_rules() -> list[tuple[str, str]]:
    return list(DEPENDENCY_RULES.items())


def _python2_risks() -> list[RuleDoc]:
    found = [value for value in vars(risks).values() if isinstance(value, risks.Risk)]
    return [
        RuleDoc(risk.id, risk.message.format("..."), "reported: only a person can tell whether it matters")
        for risk in found
    ]
