"""Python 2 that happens to parse as Python 3 is Python 2 all the same when it cannot be imported there."""

from __future__ import annotations

from pathlib import Path

import pytest

from codemods.modernise.gone import imports_what_is_gone
from codemods.settings import Settings
from tests.helpers import run_files


@pytest.mark.parametrize(
    "text",
    [
        "import urllib2\n",
        "import os, sys, ConfigParser\n",
        "from cStringIO import StringIO\n",
        "from urllib import urlencode, quote as q\n",
        "from itertools import chain, izip\n",
    ],
)
def test_gone(text: str) -> None:
    assert imports_what_is_gone(text)


@pytest.mark.parametrize(
    "text",
    [
        "import urllib\n",
        "from urllib import parse, request\n",
        "import configparser\n",
        "try:\n    import urllib2\nexcept ImportError:\n    import urllib.request as urllib2\n",
        "import sys\nif sys.version_info[0] == 2:\n    import Queue\n",
        "def old():\n    import urllib2\n",
        "from .ConfigParser import read\n",
        "import commands\n",
        "x = '''\nimport urllib2\n'''\n",
        "print 'import urllib2'\nimport urllib2\n",  # the other half of the stage sees this one
    ],
)
def test_not_gone(text: str) -> None:
    assert not imports_what_is_gone(text)


def test_a_module_of_the_program_is_its_own() -> None:
    assert not imports_what_is_gone("import Queue\nfrom StringIO import x\n", {"Queue", "StringIO"})


CONNECT = "import boto\n\n\ndef connect():\n    return boto.connect_s3()\n"
OPTIONS = "import ConfigParser\n\n\ndef read(path):\n    found = ConfigParser.ConfigParser()\n    found.read(path)\n"
FETCH = "import urllib2\nfrom connect import connect\n\nNAMES = {}\n\n\ndef names():\n    return NAMES.keys()[0]\n"


def test_the_language_of_a_program_moves_as_a_whole(tmp_path: Path) -> None:
    files = {"connect.py": CONNECT, "options.py": OPTIONS, "elsewhere/other.py": FETCH}
    done = {name: file.after.decode() for name, file in run_files(tmp_path, files).items()}
    assert "import configparser" in done["options.py"]
    assert (
        "import urllib.request" in done["elsewhere/other.py"] and "list(NAMES.keys())[0]" in done["elsewhere/other.py"]
    )


def test_a_file_of_the_program_that_uses_boto_2(tmp_path: Path) -> None:
    text = "from cStringIO import StringIO\nimport boto\n\nbody = StringIO(u'x')\nboto.connect_s3()\n"
    (done,) = run_files(tmp_path, {"app.py": text}).values()
    assert b"cStringIO" not in done.after and done.modernised is not None


def test_what_is_left_alone(tmp_path: Path) -> None:
    files = {"connect.py": CONNECT, "scripts/fetch.py": OPTIONS}
    assert "scripts/fetch.py" not in run_files(tmp_path / "one", files), "nothing says that the program is Python 2"
    files = {"connect.py": CONNECT, "options.py": OPTIONS}
    assert "options.py" not in run_files(tmp_path / "two", files, settings=Settings(modernise=False))
