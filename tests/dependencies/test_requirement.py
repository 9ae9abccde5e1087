"""Requirements as text: taken apart, put together again, and compared with versions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.requirements import Requirement as Reference
from packaging.specifiers import SpecifierSet
from packaging.version import Version

from codemods.dependencies.bounds import BOTO3, MOTO, OLD_PYTHONS
from codemods.dependencies.pythons import claimed
from codemods.dependencies.requirement import parse_requirement, starts_like_boto, version_of

VERSIONS = ["0.4", "1.3.16", "1.36", "1.36.0", "1.36.5", "1.40.1", "2", "2.49.0", "4.9", "5.0", "5", "6.1"]
CLAUSES = [f"{sign}{version}" for sign in ("==", "<", "<=", ">=", ">", "!=") for version in VERSIONS]
CANDIDATES = [Version(f"{major}.{minor}.{patch}") for major in range(7) for minor in (0, 4, 36, 49) for patch in (0, 5)]
CLAUSES += ["==1.*", "==1.36.*", "==5.*", "~=1.36.2", "~=1.4", "~=4.0", "~=5.0"]


@pytest.mark.parametrize(
    "text",
    [
        "boto",
        "boto==2.49.0",
        "Boto >= 2.0, < 3",
        "boto[s3] ~= 2.1",
        'boto>=2 ; python_version < "3"',
        "boto (>=2.0)",
        "boto @ git+https://example.org/boto.git",
        "boto==2.49.0 --no-binary=:all:",
        "boto=2.49.0=py27_0",
        "zope.interface",
    ],
)
def test_parts_are_the_whole(text):
    assert parse_requirement(text).text == text


@pytest.mark.parametrize(
    "text",
    ["", "-r base.txt", "./boto", "git+https://x/boto.git", "boto==$V", "boto=={env:V}", "a b", "boto>="],
)
def test_what_is_no_requirement(text):
    assert parse_requirement(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("boto", "boto3>=1.36"),
        ("boto == 2.49", "boto3 >= 1.36"),
        ("boto  ;python_version>'3'", "boto3>=1.36  ;python_version>'3'"),
        ("boto (== 2.49)", "boto3 (>= 1.36)"),
        ("boto^2.49", "boto3^1.36"),
        ("boto=2.49.0=py27_0", "boto3>=1.36"),
        ("boto[x]>2", "boto3>=1.36"),
    ],
)
def test_replacement_keeps_the_style(text, expected):
    assert parse_requirement(text).replaced("boto3", "1.36") == expected


@given(st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=2, unique=True), st.sampled_from([BOTO3, MOTO]))
def test_bounds_agree_with_packaging(clauses, floor):
    """`allows` may say yes to a range that holds no version (>5,<5), never no to one that does."""
    text = ",".join(clauses)
    requirement = parse_requirement(f"boto3{text}")
    assert Reference(f"boto3{text}").specifier == SpecifierSet(text)
    allowed = list(SpecifierSet(text).filter(CANDIDATES))
    if any(version >= Version(floor) for version in allowed):
        assert requirement.allows(floor)
    if requirement.guarantees(floor):
        assert not any(version < Version(floor) for version in allowed)


def test_a_pin_before_the_floor_is_noticed():
    for text in ("==1.9.4", "<1.36", "<=1.35.9", "~=1.35.2", "==1.35.*", ">=1.4,<1.20", "^0.3"):
        assert not parse_requirement(f"boto3{text}").allows(BOTO3), text
    for text in ("", ">=1.4", "<2", "~=1.4", "==1.36.5", "==1.*", "^1.2", "!=1.30"):
        assert parse_requirement(f"boto3{text}").allows(BOTO3), text
    for text in (">=1.36", "==1.36.5", "~=1.40", "^1.36", ">=1.36,<2"):
        assert parse_requirement(f"boto3{text}").guarantees(BOTO3), text
    for text in ("", ">=1.35", "<2", "==1.*", "!=1.36"):
        assert not parse_requirement(f"boto3{text}").guarantees(BOTO3), text


def test_versions():
    assert version_of("1.36.0rc1") == (1, 36, 0)
    assert version_of("2.*") == (2,)


@pytest.mark.parametrize(
    ("marker", "old"),
    [
        ('python_version < "3"', True),
        ("python_version<'3.0'", True),
        ('python_version == "2.7"', True),
        ('python_version <= "3.5"', True),
        ('python_version < "3.8"', True),
        ('python_version < "3.9"', False),
        ('python_version < "3.10"', False),
        ('python_version <= "3.10"', False),
        ('python_version == "3.11"', False),
        ('python_version >= "3"', False),
        ('sys_platform == "win32"', False),
    ],
)
def test_markers_for_old_pythons(marker, old):
    assert parse_requirement(f"boto; {marker}").only_old_pythons is old


def test_beginnings():
    assert starts_like_boto("boto==%s")
    assert starts_like_boto("boto")
    assert not starts_like_boto("boto3==%s")
    assert not starts_like_boto("botocore")
    assert not starts_like_boto("boto-rsync==%s")


@pytest.mark.parametrize(
    "specifier",
    [
        ">=2.7",
        ">=3.6",
        ">=3.8",
        ">=2.7,!=3.0.*,!=3.1.*",
        "~=3.6",
        ">3.7",
        "==2.7.*",
        ">=3.10,<4",
        ">=2.6,<2.7",
    ],
)
def test_the_lowest_python_agrees_with_packaging(specifier):
    text = f"setup(python_requires='{specifier}')"
    found = [version for _, version in claimed(text, "setup.py")]
    allowed = [version for version in OLD_PYTHONS if SpecifierSet(specifier).contains(f"{version}.99")]
    assert found == allowed[:1]
