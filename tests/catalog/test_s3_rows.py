"""The S3 tables against both ends: nothing of boto 2's API is missing, and all that botocore shall take, it knows."""

from __future__ import annotations

import importlib
import inspect
from typing import Any

import boto3
import pytest
import s3_boto

from codemods import service_models
from codemods.catalog.index import Catalog
from codemods.catalog.s3 import S3
from codemods.catalog.schema import (
    BotoClass,
    BotoModule,
    Constant,
    Field,
    Form,
    Helped,
    HelpedField,
    Idiom,
    Manual,
    Operation,
)
from codemods.catalog.types import names_in, parse_type

CATALOG = Catalog(S3)
CLASSES = [table for table in S3 if isinstance(table, BotoClass)]
BOTO = s3_boto.classes()

ELSEWHERE = {
    "boto.s3.S3RegionInfo",
    "boto.s3.connect_to_region",
    "boto.s3.regions",
    "boto.s3.connection.S3Connection.__init__",
    "boto.s3.connection.OrdinaryCallingFormat.__init__",
    "boto.s3.connection.ProtocolIndependentOrdinaryCallingFormat.__init__",
    "boto.s3.connection.SubdomainCallingFormat.__init__",
    "boto.s3.connection.VHostCallingFormat.__init__",
}
"""How connections are made: codemods/catalog/connections.py has the rows."""

OWN_MEMBERS = {
    "s3.Key": {"Bucket", "BufferSize", "ContentMd5", "MD5"},
    "s3.Prefix": {"Bucket", "Key"},
    "s3.DeleteMarker": {"Bucket"},
    "s3.MultiPartUpload": {"Bucket"},
}
"""Members that no answer of S3 has: what the helpers put into the dicts themselves."""

SHAPES = {
    "s3.Key": "Object HeadObjectOutput GetObjectOutput ObjectVersion DeleteObjectOutput CopyObjectOutput".split(),
    "s3.MultiPartUpload": ["MultipartUpload", "ListPartsOutput"],
}
"""Classes whose dicts can come from several answers."""


def row_id(value: Any) -> str:
    return getattr(value, "short", None) or getattr(value, "name", "")


every_class = pytest.mark.parametrize("cls", CLASSES, ids=row_id)


# boto 2's end


@pytest.mark.parametrize("dotted", BOTO)
def test_every_public_member_has_a_row(dotted: str) -> None:
    if dotted in ELSEWHERE:
        return
    cls = CATALOG.class_named(dotted)
    assert cls is not None, dotted
    known = set(CATALOG.members(cls.short))
    module = CATALOG.modules.get(dotted)
    known |= {member.name for member in module.members} if module else set()
    missing = {name for name in s3_boto.members(BOTO[dotted]) - known if f"{dotted}.{name}" not in ELSEWHERE}
    assert not missing, sorted(missing)


@pytest.mark.parametrize("module", s3_boto.modules(), ids=lambda module: module.__name__)
def test_every_public_function_and_constant_has_a_row(module: Any) -> None:
    found = {f"{module.__name__}.{name}" for name in (*s3_boto.functions(module), *s3_boto.constants(module))}
    missing = {dotted for dotted in found - ELSEWHERE if CATALOG.function(dotted) is None}
    assert missing <= {"boto.s3.key.UserAgent"}, sorted(missing)


@every_class
def test_every_class_is_boto_2s_and_has_all_its_names(cls: BotoClass) -> None:
    assert cls.name in BOTO
    assert set(cls.also) == s3_boto.other_names(BOTO[cls.name])
    assert len({member.name for member in cls.members}) == len(cls.members)


LIST_METHODS = {"append", "extend", "insert", "remove", "pop", "__iter__", "__getitem__", "__len__"}
"""What the list classes have of Python's own list."""

SET_FROM_ANSWERS = {
    "s3.Bucket": {"creation_date"},
    "s3.Key": {"content_length", "content_md5", "date", "expires", "x_robots_tag", "_get_remote_metadata"},
}
"""Attributes that boto 2 sets by the names in an answer, and one private method that programs use."""


@every_class
def test_every_row_is_boto_2s(cls: BotoClass) -> None:
    boto_class = BOTO[cls.name]
    known = s3_boto.members(boto_class) | {"__init__"} | SET_FROM_ANSWERS.get(cls.short, set())
    if issubclass(boto_class, list):
        known |= LIST_METHODS | {"startElement", "endElement", "to_xml"}
    assert {row.name for row in cls.members} <= known


def helper_parameters(cls: BotoClass, row: Helped) -> list[tuple[str, Any]]:
    """Names and defaults of a helper's parameters after those that stand for the receiver."""
    receivers = 0 if row.name == "__init__" else int(row.client) + int(cls.form is not Form.CLIENT)
    found = list(inspect.signature(row.helper).parameters.values())[receivers:]
    return [(f"{'**' if p.kind is p.VAR_KEYWORD else ''}{p.name}", p.default) for p in found]


@every_class
def test_helpers_have_boto_2s_signature(cls: BotoClass) -> None:
    for row in cls.members:
        expected = s3_boto.parameters(BOTO[cls.name], row.name)
        if not isinstance(row, Helped) or expected is None:
            continue
        given = helper_parameters(cls, row)
        if row.name in ("__iter__", "__contains__", "__next__"):
            # Python calls these without more; the helper may have more to give.
            assert all(default is not inspect.Parameter.empty for _, default in given[len(expected) :]), row.name
        else:
            assert given == expected, row.name


@every_class
def test_parameters_are_boto_2s_in_its_order(cls: BotoClass) -> None:
    for row in cls.members:
        expected = s3_boto.parameters(BOTO[cls.name], row.name)
        if not isinstance(row, Operation | Idiom) or expected is None or getattr(row, "attribute", False):
            continue
        names = [(param.name, param.required) for param in row.params]
        assert names == [(name, default is inspect.Parameter.empty) for name, default in expected], row.name


@every_class
def test_arguments_that_rows_treat_are_parameters(cls: BotoClass) -> None:
    for row in cls.members:
        if isinstance(row, Helped):
            known = {name for name, _ in s3_boto.parameters(BOTO[cls.name], row.name) or ()}
            variadic = "**params" in known
            assert {*row.refused, *row.prepare} <= known, row.name
            assert variadic or set(row.gives_without) <= known, row.name


@every_class
def test_attributes_and_methods_are_what_they_are_in_boto_2(cls: BotoClass) -> None:
    boto_class = BOTO[cls.name]
    for row in cls.members:
        found = inspect.getattr_static(boto_class, row.name, None)
        is_method = inspect.isfunction(found) or isinstance(found, classmethod) or inspect.ismethoddescriptor(found)
        if row.name.startswith("__") or isinstance(row, Constant):
            continue
        if isinstance(row, Field | HelpedField):
            assert not is_method, row.name
        elif isinstance(row, Operation | Helped):
            assert is_method, row.name
        elif row.name not in LIST_METHODS:
            assert row.attribute is not is_method, row.name


@pytest.mark.parametrize("table", S3, ids=row_id)
def test_constants_have_boto_2s_values(table: Any) -> None:
    owner: Any = BOTO[table.name] if isinstance(table, BotoClass) else None
    for row in table.members:
        if isinstance(row, Constant):
            holder = owner or BOTO.get(table.name) or importlib.import_module(table.name)
            assert eval(row.value.text) == getattr(holder, row.name)


# botocore's end


def shapes_of(cls: BotoClass) -> list[Any]:
    names = SHAPES.get(cls.short, [cls.shape])
    shapes = [service_models.named_shape("s3", name) for name in names]
    assert all(shapes), names
    return shapes


@every_class
def test_fields_are_members_of_the_shape(cls: BotoClass) -> None:
    for row in cls.members:
        if isinstance(row, Field) and row.member and row.member not in OWN_MEMBERS.get(cls.short, ()):
            assert any(service_models.shape_at(shape, row.member) for shape in shapes_of(cls)), row.name


@every_class
def test_operations_are_botocores(cls: BotoClass) -> None:
    for row in cls.members:
        if not isinstance(row, Operation):
            continue
        assert row.calls in service_models.service_model("s3").operation_names
        sent = [*(param.to for param in row.params if param.to), *row.fixed, *cls.address]
        assert all(service_models.input_shape("s3", row.calls, path) is not None for path in sent), row.name
        assert service_models.output_shape("s3", row.calls, row.at) is not None or not row.at, row.name
        required = service_models.service_model("s3").operation_model(row.calls).input_shape.required_members
        assert set(required) <= {path.partition(".")[0] for path in sent}, row.name


@every_class
def test_classes_name_what_botocore_and_boto3_have(cls: BotoClass) -> None:
    if cls.shape:
        assert service_models.named_shape("s3", cls.shape) is not None
    if cls.resource:
        resource = boto3.resource("s3", "us-east-1", aws_access_key_id="a", aws_secret_access_key="b")
        assert hasattr(resource, cls.resource)


# The tables themselves


@pytest.mark.parametrize("table", S3, ids=row_id)
def test_types_are_written_in_the_language_of_the_catalog(table: Any) -> None:
    builtin = {"str", "int", "float", "bool", "bytes", "none", "any", "true"}
    for row in table.members:
        for gives in (getattr(row, "gives", "none"), *getattr(row, "gives_without", {}).values()):
            assert names_in(parse_type(gives)) <= builtin | set(CATALOG.classes), (row.name, gives)


@pytest.mark.parametrize("table", S3, ids=row_id)
def test_advice_is_one_sentence_that_says_what_to_do(table: Any) -> None:
    for row in table.members:
        sentences = [row.advice] if isinstance(row, Manual) else []
        sentences += [getattr(row, "note", "")] if getattr(row, "note", "") else []
        sentences += getattr(row, "refused", {}).values()
        for sentence in sentences:
            assert len(sentence) > 20 and "\n" not in sentence and not sentence.endswith("."), sentence


FREQUENT = """
    get_bucket get_key create_bucket list new_key set_contents_from_string lookup get_contents_as_string delete close
    set_contents_from_filename delete_key get_contents_to_filename set_acl get_contents_to_file exists generate_url
    complete_upload initiate_multipart_upload cancel_upload upload_part_from_file set_contents_from_file
    get_versioning_status get_all_buckets copy_key configure_versioning get_all_keys get_location delete_keys read
    get_policy get_lifecycle_config get_logging_status configure_lifecycle set_metadata get_metadata delete_bucket
    cancel_multipart_upload copy get_acl enable_logging delete_lifecycle_configuration delete_policy disable_logging
    set_policy copy_part_from_key get_file set_contents_from_stream update_metadata open aws_access_key_id
    aws_secret_access_key make_public set_canned_acl get_all_multipart_uploads host size name key bucket etag
    last_modified version_id connection provider grants permission
""".split()
"""The S3 names of the project's frequency table, methods and attributes, most used first."""

MANUAL = {"set_contents_from_stream", "provider"}


def test_what_real_code_uses_is_automatic() -> None:
    counts = {name: _kinds(name) for name in FREQUENT}
    assert all(counts.values()), "every name is known"
    manual = {name for name, kinds in counts.items() if kinds == {Manual}}
    assert manual == MANUAL
    assert len(manual) / len(FREQUENT) < 0.1


def _kinds(name: str) -> set[type]:
    found = set()
    for cls in CLASSES:
        if cls.short.endswith("StorageUri") or cls.short == "s3.KeyFile":
            continue  # these are answered, and manual throughout
        found |= {type(row) for row in cls.members if row.name == name}
    return found


def test_modules_of_one_name_do_not_repeat_each_other() -> None:
    names = [f"{table.name}.{row.name}" for table in S3 if isinstance(table, BotoModule) for row in table.members]
    assert len(names) == len(set(names))
