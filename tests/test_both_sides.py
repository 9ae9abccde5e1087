"""Small programs that ask AWS nothing, run on boto 2 as they are and on boto3 migrated: settings, helpers, loggers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from codemods.model import Status
from tests.helpers import run_text

SETTINGS = """
import os
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "my.cfg")
with open(path, "w") as file:
    file.write('''[Credentials]
aws_access_key_id = AKIAX
aws_secret_access_key = s
[DEFAULT]
place = eu
[Boto]
num_retries = 2
[App]
bucket = Reports-%(place)s
level = 3
rate = 2.5
On = TRUE
off = no
share = 5%%
path = %(working_dir)s/x
''')
os.environ["BOTO_CONFIG"] = path

import boto
import boto.pyami.config
from boto import config
from boto.pyami.config import Config

print(config.get("App", "bucket"), config.get_value("App", "BUCKET"))
print(config.get("App", "no"), config.get("No", "x", "d"))
print(config.getint("App", "level"), config.getint("App", "no"), config.getint("App", "no", "7"))
print(config.getfloat("App", "rate"), config.getfloat("App", "no"), config.getfloat("App", "no", 1))
print(config.getbool("App", "on"), config.getbool("App", "off", True), config.getbool("App", "no", True))
print(config.has_section("App"), config.has_section("app"), config.has_option("App", "ON"))
print(config.get("App", "share"), config.get("App", "path"), config.getboolean("App", "off"))
print(sorted(config.options("App")), config.sections(), sorted(config.items("App")), sorted(config.defaults()))
for section in boto.config.sections():
    for name in config.options(section):
        print(section, name, config.get(section, name))
settings = boto.config
print(settings.get("App", "bucket", default="x"), settings.get(section="App", name="bucket"))
get = boto.config.get
print(get("App", "level", "9"), [boto.config.get("App", name) for name in ("bucket", "no")])
getint, getbool, getfloat = boto.config.getint, boto.config.getbool, boto.config.getfloat
print(getint("App", "no"), getbool("App", "no"), getfloat("App", "no"))
print(getint("App", "no", "3"), getfloat("App", "no", 2))
def setting(name, kind=str, *default):
    getter = {int: boto.config.getint, bool: boto.config.getbool}.get(kind, boto.config.get)
    return getter("App", name, *default)
def number(name, default=None):
    return config.getint("App", name, default)
print(setting("no"), setting("no", int), setting("no", bool), setting("no", int, "4"))
print(number("level"), number("no", "5"))
print(getattr(boto.config, "get")("App", "bucket"), boto.config.get("Boto", "num_retries"))
if not boto.config.has_section("New"):
    boto.config.add_section("New")
boto.config.set("New", "x", "1")
boto.config.setbool("New", "y", True)
boto.config.setbool("New", "z", 0)
print(boto.config.get("New", "x"), boto.config.getbool("New", "y"), boto.config.get("New", "y"))
for change in (lambda: config.set("No", "x", "1"), lambda: config.getint("App", "bucket"), lambda: config.items("No")):
    try:
        print(change())
    except Exception as error:
        print(type(error).__name__)
config.save_option(path, "New", "saved", "yes")
config.remove_option("App", "level")
print(config.getint("App", "level"), config.remove_section("New"), config.has_section("New"))
own = Config(path)
print(own.get("New", "saved"), own.get_instance("id"), own.get_user("name"), own.getint_user("age"))
own.load_from_path(path)
empty = Config(do_load=False)
print(own.sections(), empty.sections(), empty.get("App", "bucket", own.get("App", "bucket")))
with open(path) as file:
    print(Config(fp=file).getint("App", "level"))
print([os.path.basename(one) for one in boto.pyami.config.BotoConfigLocations], boto.pyami.config.BotoConfigPath)
class Holder(object):
    settings = boto.config
    def __getitem__(self, name):
        return self.settings.get("App", name, "-")
print(Holder()["bucket"], Holder()["no"])
"""

HELPERS = """
import datetime
import hashlib
import io
import os
import tempfile

import boto
import boto.s3.key
import boto.utils
from boto.utils import ISO8601, ISO8601_MS, RFC1123, compute_md5, find_class, mklist
from boto.utils import parse_ts as parsed

stamps = ["2012-01-02T03:04:05Z", "2011-01-02T03:04:05.678Z", "Sun, 02 Jan 2011 03:04:05 GMT"]
print([str(parsed(stamp)) for stamp in stamps], sorted(map(boto.utils.parse_ts, stamps))[0].tzinfo)
print(datetime.datetime(2011, 1, 2).strftime(boto.utils.ISO8601), datetime.datetime.strptime(stamps[0], ISO8601))
print(datetime.datetime.strptime(stamps[1], ISO8601_MS).microsecond, datetime.datetime.strptime(stamps[2], RFC1123))
print(find_class("json", "JSONDecoder"), find_class("json.JSONDecoder"), find_class("no.such", "thing"))
def each(value, make=boto.utils.mklist):
    return make(value)
print(each("x"), each(["x"]), mklist(("a", "b")), each(None))
file = io.BytesIO(b"0123456789")
file.seek(2)
digest, base64, size = compute_md5(file)
print(digest, base64, size, file.tell(), compute_md5(file, buf_size=1, size=3), file.tell())
print(boto.utils.compute_hash(file, hash_algorithm=hashlib.sha256)[0][:8])
parts = [("a.sh", "#!/bin/sh\\necho"), ("c", "#cloud-config\\nx: 1"), ("d", "plain")]
text = boto.utils.write_mime_multipart(parts)
print([line for line in text.splitlines() if line.startswith("Content-") and "boundary" not in line])
print(boto.utils.guess_mime_type("#!/x", "text/plain"))
print(boto.utils.merge_meta({"a": "1"}, {"Content-Type": "x", "y": "z"}), boto.utils.pythonize_name("FooBarBaz2"))
print(boto.utils.get_utf8_value(u"\\xe9"), boto.utils.get_utf8_value(5))
print(boto.utils.find_matching_headers("A", {"a": 1, "b": 2}), boto.utils.merge_headers_by_name("a", {"a": 1, "A": 2}))
print(boto.utils.host_is_ipv6("::1"), boto.utils.parse_host("[::1]:80"), boto.utils.parse_host("a:1"))
with boto.utils.setlocale("C") as found:
    print(found)
with tempfile.NamedTemporaryFile("w", suffix=".txt") as source:
    source.write("content")
    source.flush()
    fetched = boto.utils.fetch_file("file://" + source.name)
    print(fetched.read(), fetched.tell())
    with open(source.name + ".copy", "w+b") as copy:
        print(boto.utils.fetch_file("file://" + source.name, file=copy).read())
    os.remove(source.name + ".copy")
print(repr(boto.utils.retry_url("http://127.0.0.1:1/", num_retries=1)), len(boto.utils.get_ts()))
print(boto.utils.get_instance_metadata(url="http://127.0.0.1:1", num_retries=1, timeout=1))
print(repr(boto.utils.get_instance_userdata(url="http://127.0.0.1:1", num_retries=1, timeout=1)))
try:
    boto.utils.get_instance_identity(url="http://127.0.0.1:1", num_retries=1, timeout=1)
except Exception as error:
    print(type(error).__name__)
print(boto.Version, boto.__version__ >= "2.8", hasattr(boto.utils, "get_instance_identity"))
"""

CREDENTIALS = """
import boto
import boto.ec2
from boto.exception import NoAuthHandlerFound

def connect():
    return boto.connect_s3()

class Store(object):
    def __init__(self, key=None, secret=None):
        self.conn = boto.connect_s3(key, secret)

class Careful(object):
    def __init__(self):
        try:
            self.conn = self._connect()
        except NoAuthHandlerFound:
            self.conn = None
    def _connect(self):
        return boto.ec2.connect_to_region("us-west-2")

print(Careful().conn)
for make in (connect, Store, lambda: Store("key", "secret")):
    try:
        print(make() is not None)
    except boto.exception.NoAuthHandlerFound:
        print("none")
try:
    connect()
except NoAuthHandlerFound as error:
    print("no credentials")
try:
    conn = boto.connect_ec2()
except Exception:
    print("cannot connect")
try:
    print("made", boto.connect_s3(anon=True) is not None)
except NoAuthHandlerFound:
    print("not made")
print(boto.connect_s3("key", "secret") is not None)
"""

LOGGERS = """
import logging.config
import boto

SEEN = []

class Keep(logging.Handler):
    def emit(self, record):
        SEEN.append(record.getMessage())

QUIET = {"boto": logging.ERROR, "app": logging.INFO}
logging.getLogger().addHandler(Keep())
logging.getLogger().setLevel(logging.DEBUG)
for name, level in QUIET.items():
    logging.getLogger(name).setLevel(level)
boto.log.debug("debug")
boto.log.error("error")
print(SEEN, boto.log.isEnabledFor(logging.INFO))
logging.config.dictConfig({"version": 1, "disable_existing_loggers": False, "loggers": {"boto": {"level": "CRITICAL"}}})
boto.log.error("no error")
print(SEEN)
logging.getLogger("boto").disabled = True
boto.log.critical("nothing")
print(SEEN)
boto.set_stream_logger("app")
logging.getLogger("app").info("hello")
print(SEEN[-1], logging.getLogger("app").level)
conn = boto.connect_s3("key", "secret", debug=2)
"""

PROGRAMS = {"settings": SETTINGS, "helpers": HELPERS, "credentials": CREDENTIALS, "loggers": LOGGERS}


@pytest.mark.parametrize("name", PROGRAMS)
def test_program(name: str, tmp_path: Path) -> None:
    text = PROGRAMS[name]
    run = run_text(text)
    assert [site for site in run.sites if site.status is Status.FLAGGED] == []
    after = run.files[0].after
    before = _printed(text.encode(), tmp_path / "before")
    assert before and _printed(after, tmp_path / "after") == before


def _printed(program: bytes, folder: Path) -> str:
    """What a program prints, without anybody's credentials and settings."""
    folder.mkdir()
    (folder / "main.py").write_bytes(program)
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith(("AWS_", "BOTO", "HTTP"))}
    settings = {"HOME": str(folder), "AWS_EC2_METADATA_DISABLED": "true", "PYTHONWARNINGS": "ignore"}
    command = [sys.executable, "main.py"]
    done = subprocess.run(command, cwd=folder, env=kept | settings, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout
