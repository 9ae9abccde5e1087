"""The rows for boto.utils and its neighbours, against boto 2 itself."""

import importlib
import inspect
import logging
import types

import boto
import boto.utils
import boto.vendored.six
import pytest
from surround_use import evaluated, expanded

from codemods.catalog.config import CONFIG
from codemods.catalog.logging import LOGGING
from codemods.catalog.schema import BotoClass, BotoModule, Constant, Helped, Idiom, Manual
from codemods.catalog.utils import UTILS

MODULES = [table for table in (*UTILS, *LOGGING, *CONFIG) if isinstance(table, BotoModule)]
ROWS = [(module.name, row) for module in MODULES for row in module.members]

ELSEWHERE = {
    "boto": {"Config", "InvalidUriError"},
    "boto.provider": {
        *("config", "Config", "InvalidInstanceMetadataError", "CannedS3ACLStrings", "Policy"),
    },
    "boto.pyami.config": {"Config"},
    "boto.resultset": {"User"},
}
"""Names whose rows belong to the tables of S3, of errors or to the class Config."""


def in_boto(dotted):
    """The object that boto 2 has under a dotted name."""
    parts = dotted.split(".")
    for count in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:count]))
        except ImportError:
            continue
        for part in parts[count:]:
            found = getattr(found, part)
        return found
    raise AssertionError(dotted)


def resolvable(module):
    return not module.startswith(("boto.compat.six", "boto.utils.six"))


@pytest.mark.parametrize("name", sorted({module.name for module in MODULES}))
def test_every_public_name_has_a_row(name):
    rows = {row.name for module in MODULES if module.name == name for row in module.members}
    module = in_boto(name)
    public = {
        key
        for key, value in vars(module).items()
        if not key.startswith(("_", "connect_"))
        and not (isinstance(value, types.ModuleType) and value.__name__.split(".")[0] == "boto" and key != "six")
    }
    if name.endswith(".moves"):
        # six makes the moved names when they are asked for; its own list of them is private.
        public = {moved.name for moved in boto.vendored.six._moved_attributes} - {"_dummy_thread", "_thread"}
    assert public - rows - ELSEWHERE.get(name, set()) - {"absolute_import", "moves"} == set()


@pytest.mark.parametrize(("module", "row"), [(module, row) for module, row in ROWS if isinstance(row, Helped)])
def test_a_helper_has_the_signature_of_the_function(module, row):
    old = inspect.signature(in_boto(f"{module}.{row.name}"))
    new = inspect.signature(row.helper)
    assert list(new.parameters) == list(old.parameters)
    for name, parameter in old.parameters.items():
        assert new.parameters[name].default == parameter.default


@pytest.mark.parametrize(
    ("module", "row"), [(module, row) for module, row in ROWS if isinstance(row, Idiom) and not row.attribute]
)
def test_an_idiom_names_the_parameters_of_the_function(module, row):
    signature = inspect.signature(in_boto(f"{module}.{row.name}"))
    assert [param.name for param in row.params] == list(signature.parameters)
    for param in row.params:
        assert param.required == (signature.parameters[param.name].default is inspect.Parameter.empty)


@pytest.mark.parametrize(("module", "row"), [(module, row) for module, row in ROWS if isinstance(row, Constant)])
def test_a_constant_has_boto_2s_value(module, row):
    assert evaluated(row.value) == in_boto(f"{module}.{row.name}")


SAME_OBJECT = [
    (module, row)
    for module, row in ROWS
    if isinstance(row, Idiom)
    and row.attribute
    and resolvable(module)
    and not module.endswith((".six", ".moves"))
    and row.name not in ("Version", "__version__", "config", "NullHandler", "ProfileNotFoundError", "six", "urllib")
    and row.name not in ("log", "perflog")  # botocore's logger takes the place of boto 2's
    and not row.name.startswith(("BotoConfig", "UserConfig"))
]


@pytest.mark.parametrize(("module", "row"), SAME_OBJECT)
def test_a_name_that_boto_handed_on_is_the_same_object_without_boto(module, row):
    assert evaluated(expanded(f"{module}.{row.name}", row)) is in_boto(f"{module}.{row.name}")


def test_six_has_every_name_that_boto_2s_copy_of_it_had():
    six = pytest.importorskip("six", reason="six is a dependency of python-dateutil, so boto3 brings it")
    [module] = [module for module in MODULES if module.name == "boto.vendored.six"]
    assert {row.name for row in module.members} - {"io"} <= set(dir(six))  # io is Python's own


def test_urllib_has_its_three_parts():
    [row] = [row for module, row in ROWS if module == "boto.compat" and row.name == "urllib"]
    urllib = evaluated(expanded("boto.compat.urllib", row))
    assert urllib.parse and urllib.request and urllib.error


def test_advice_is_a_sentence():
    for table in (*UTILS, *LOGGING, *CONFIG):
        for row in table.members:
            if isinstance(row, Manual):
                assert row.advice.endswith("."), row
                assert len(row.advice) > 30, row
                assert row.advice[0].isupper() or row.advice.startswith(("boto", "six")), row


def test_classes_name_real_members():
    for table in CONFIG:
        if isinstance(table, BotoClass):
            instance = in_boto(table.name)(do_load=False)
            for row in table.members:
                if row.name not in ("readfp",):  # Python 3.12 took it from configparser
                    assert hasattr(instance, row.name), row.name


def test_the_mail_handler_keeps_its_login():
    [row] = [row for _, row in ROWS if row.name == "AuthSMTPHandler"]
    line = "AuthSMTPHandler('localhost', 'user', 'word', 'from@x', ['to@x'], 'Subject')"
    made, old = evaluated(expanded(line, row)), eval(line, vars(boto.utils))
    for name in ("mailhost", "mailport", "username", "password", "fromaddr", "toaddrs", "subject"):
        assert getattr(made, name) == getattr(old, name)


@pytest.mark.parametrize("name", ["Version", "__version__"])
def test_version_checks_go_as_before(name):
    [row] = [row for module, row in ROWS if module == "boto" and row.name == name]
    assert evaluated(expanded(f"boto.{name}", row)) == getattr(boto, name)


def test_loggers():
    rows = {row.name: row for module, row in ROWS if module == "boto"}
    assert evaluated(expanded("boto.log", rows["log"])) is logging.getLogger("botocore")
    assert evaluated(expanded("boto.perflog", rows["perflog"])) is logging.getLogger("botocore")
    assert expanded("boto.set_stream_logger('boto')", rows["set_stream_logger"]).text == (
        'boto3.set_stream_logger("botocore")'
    )
    assert expanded("boto.set_stream_logger(name, 10, fmt)", rows["set_stream_logger"]).text == (
        "boto3.set_stream_logger(name, level=10, format_string=fmt)"
    )
    assert expanded("boto.set_file_logger('boto', path)", rows["set_file_logger"]).text == (
        '_set_file_logger("botocore", path)'
    )
