import boto
from boto import config
from boto.pyami.config import Config

key = boto.config.get("App", "key", "none")
retries = config.getint("App", "retries", 3)
if not boto.config.has_option("App", "debug"):
    boto.config.set("App", "debug", "no")
print(key, retries, boto.config.getbool("App", "debug"))
own = Config("/etc/app.cfg")
print(own.get("App", "name"), own.getfloat("App", "rate", 1.5), own.get_instance("id"))
own.load_credential_file("/etc/credentials")
# ---- after ----
import os
import re
from configparser import ConfigParser
from functools import cache

# emitted: _boto_config_locations, _read_boto_config, _read_credential_file, _load_boto_config, _boto_config, _getbool

key = _boto_config().get("App", "key", fallback="none")
retries = _boto_config().getint("App", "retries", fallback=3)
if not _boto_config().has_option("App", "debug"):
    _boto_config().set("App", "debug", "no")
print(key, retries, _getbool(_boto_config(), "App", "debug"))
own = _load_boto_config("/etc/app.cfg")
print(own.get(
    "App", "name", fallback=None
), own.getfloat(
    "App", "rate", fallback=1.5
), own.get(
    "Instance", "id", fallback=None
))
_read_credential_file(own, "/etc/credentials")
