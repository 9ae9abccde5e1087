"""The rows for boto.config: what they write gives the values that boto 2 gave."""

import ast

import pytest
from boto.pyami.config import Config as BotoTwoConfig
from surround_use import LineUse, evaluated

from codemods.catalog.config import CONFIG
from codemods.catalog.schema import BotoClass, Flag, Remove, Rewrite
from codemods.emitted.config import _load_boto_config

[TABLE] = [table for table in CONFIG if isinstance(table, BotoClass)]
ROWS = {row.name: row for row in TABLE.members}
TEXT = """\
[App]
count = 5
ratio = 0.5
on = True
off = nope
name = boto
[Boto]
num_retries = 3
[Instance]
instance-id = i-1
[User]
level = 3
"""


def outcome(line):
    row = ROWS[ast.parse(line, mode="eval").body.func.attr]
    return row.expand(LineUse(line, row))


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("config.get('App', 'name')", "config.get('App', 'name', fallback=None)"),
        ("config.get('App', 'gone')", "config.get('App', 'gone', fallback=None)"),
        ("config.get('Gone', 'name', 'd')", "config.get('Gone', 'name', fallback='d')"),
        ("config.get_value('App', 'name', 7)", "config.get('App', 'name', fallback=7)"),
        ("config.getint('App', 'count')", "config.getint('App', 'count', fallback=0)"),
        ("config.getint('App', 'gone', 4)", "config.getint('App', 'gone', fallback=4)"),
        ("config.getint('App', 'gone', '4')", "config.getint('App', 'gone', fallback=4)"),
        ("config.getfloat('App', 'ratio')", "config.getfloat('App', 'ratio', fallback=0.0)"),
        ("config.getfloat('App', 'gone')", "config.getfloat('App', 'gone', fallback=0.0)"),
        ("config.getbool('App', 'on')", "_getbool(config, 'App', 'on')"),
        ("config.getbool('App', 'off', True)", "_getbool(config, 'App', 'off', True)"),
        ("config.getbool('App', 'gone', True)", "_getbool(config, 'App', 'gone', True)"),
        ("config.get_instance('instance-id')", "config.get(\"Instance\", 'instance-id', fallback=None)"),
        ("config.get_user('level')", "config.get(\"User\", 'level', fallback=None)"),
        ("config.getint_user('level')", "config.getint(\"User\", 'level', fallback=0)"),
        ("config.getint_user('gone', 9)", "config.getint(\"User\", 'gone', fallback=0)"),
        ("config.get_user('gone', 'd')", "config.get(\"User\", 'gone', fallback=None)"),
        ("config.has_option('App', 'count')", "config.has_option('App', 'count')"),
        ("config.has_section('App')", "config.has_section('App')"),
        ("config.sections()", "config.sections()"),
        ("config.options('App')", "config.options('App')"),
        ("config.items('App')", "config.items('App')"),
        ("config.getboolean('App', 'on')", "config.getboolean('App', 'on')"),
    ],
)
def test_reads(tmp_path, line, text):
    path = tmp_path / "boto.cfg"
    path.write_text(TEXT)
    made = outcome(line)
    assert isinstance(made, Rewrite)
    assert made.code.text == text
    old, new = BotoTwoConfig(path=str(path)), _load_boto_config(path=str(path))
    assert evaluated(made.code, config=new) == eval(line, {"config": old})


def test_a_read_of_boto_2s_own_setting_says_what_takes_its_place():
    made = outcome("config.getint('Boto', 'num_retries', 6)")
    assert "boto3 does not" in made.note
    assert outcome("config.get('App', 'name')").note == ""
    assert "boto3ify config" in outcome("config.get(section, 'name')").note


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        ("config.set('Boto', 'http_socket_timeout', '5')", "Give connect_timeout=5, read_timeout=5 where"),
        ("config.set('Boto', 'num_retries', '0')", '{"total_max_attempts": 1, "mode": "standard"}'),
        ("config.set('Boto', 'http_socket_timeout', value)", "has to be an argument"),
        ("config.set('Boto', 'key_buffer_size', '1')", "chunk size"),
        ("config.set(section, 'x', '1')", "where the clients are made"),
        ("config.setbool('Boto', 'is_secure', False)", "TLS"),
    ],
)
def test_a_setting_of_boto_2s_own_is_flagged_with_its_counterpart(line, advice):
    made = outcome(line)
    assert isinstance(made, Flag)
    assert advice in made.advice


def test_a_secret_set_in_code_is_not_repeated():
    made = outcome("config.set('Boto', 'proxy_pass', 'hunter2')")
    assert isinstance(made, Flag)
    assert "hunter2" not in made.advice


def test_a_setting_that_boto3_does_not_need_goes():
    assert isinstance(outcome("config.set('s3', 'use-sigv4', 'True')"), Remove)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("config.set('App', 'name', value)", "config.set('App', 'name', value)"),
        ("config.add_section('App')", "config.add_section('App')"),
        ("config.setbool('App', 'on', flag)", "config.set('App', 'on', \"true\" if flag else \"false\")"),
        ("config.setbool('App', 'on', True)", "config.set('App', 'on', \"true\")"),
        ("config.readfp(fp)", "config.read_file(fp)"),
        ("config.save_option(path, 'App', 'a', 'b')", "_save_option(config, path, 'App', 'a', 'b')"),
        (
            "config.save_user_option('App', 'a', 'b')",
            "_save_option(config, os.path.expanduser(\"~/.boto\"), 'App', 'a', 'b')",
        ),
        ("config.load_from_path(path)", "_read_boto_config(config, path)"),
    ],
)
def test_the_programs_own_settings_stay(line, text):
    made = outcome(line)
    assert isinstance(made, Rewrite)
    assert made.code.text == text
