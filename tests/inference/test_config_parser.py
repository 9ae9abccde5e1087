"""What boto.config has from the standard library's ConfigParser is no proof of boto 2."""

from __future__ import annotations

from tests.helpers import migrated, sites

TEXT = """\
import boto


def read(parser, section):
    if not parser.has_section(section) or not parser.has_option(section, "bucket"):
        parser.add_section(section)
    return parser.get(section, "bucket")


def bucket(parser):
    return boto.connect_s3().get_bucket(read(parser, "s3"))
"""


def test_a_parser_from_elsewhere_stays() -> None:
    assert not [site for site in sites(TEXT) if site.line in (5, 6, 7)]
    assert 'parser.has_section(section) or not parser.has_option(section, "bucket")' in migrated(TEXT)
