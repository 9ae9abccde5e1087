"""Helpers for programs that keep settings of their own in boto 2's files and read them through boto.config.

The parser is the standard library's; only what it cannot say stands here. Facts: boto/pyami/config.py.
"""

import os
import re
from configparser import ConfigParser
from functools import cache


def _boto_config_locations():
    """The files that boto.config was read from."""
    if "BOTO_CONFIG" in os.environ:
        return [os.path.expanduser(os.environ["BOTO_CONFIG"])]
    if "BOTO_PATH" in os.environ:
        return [os.path.expanduser(path) for path in os.environ["BOTO_PATH"].split(os.pathsep)]
    return ["/etc/boto.cfg", os.path.expanduser("~/.boto")]


def _read_boto_config(config, path):
    """Adds a file to a config, after the files that its #import lines name."""
    with open(path) as file:
        imported = re.findall(r"^#import[\s\t]*([^\s^\t]*)[\s\t]*$", file.read(), re.MULTILINE)
    for name in imported:
        _read_boto_config(config, os.path.join(os.path.dirname(path), name))
    config.read(path)


def _read_credential_file(config, path):
    """Adds a file with AWSAccessKeyId= and AWSSecretKey= lines to a config, as its section Credentials."""
    with open(path) as file:
        text = file.read().replace("AWSAccessKeyId", "aws_access_key_id")
    config.read_string("[Credentials]\n" + text.replace("AWSSecretKey", "aws_secret_access_key"))


def _load_boto_config(path=None, fp=None, do_load=True):
    """A new config: read from path, from an open file, or else from the files of boto.config."""
    config = ConfigParser({"working_dir": "/mnt/pyami", "debug": "0"}, strict=False)
    if not do_load:
        return config
    if path:
        _read_boto_config(config, path)
    elif fp:
        config.read_file(fp)
    else:
        config.read(_boto_config_locations())
    if os.path.isfile(os.path.expanduser(os.environ.get("AWS_CREDENTIAL_FILE", ""))):
        _read_credential_file(config, os.path.expanduser(os.environ["AWS_CREDENTIAL_FILE"]))
    return config


@cache
def _boto_config():
    """The settings in boto 2's files (/etc/boto.cfg and ~/.boto, or BOTO_CONFIG), read once."""
    return _load_boto_config()


def _getbool(config, section, name, default=False):
    """True for an option that says true, False for one that says anything else, default without one."""
    if not config.has_option(section, name):
        return default
    return config.get(section, name).lower() == "true"


def _save_option(config, path, section, option, value):
    """Sets an option in a config and in a file."""
    saved = ConfigParser()
    saved.read(path)
    for parser in (saved, config):
        if not parser.has_section(section):
            parser.add_section(section)
        parser.set(section, option, value)
    with open(path, "w") as file:
        saved.write(file)
