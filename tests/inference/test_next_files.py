"""Files that never name boto and get its objects all the same are read, however they are imported."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run_files

STORE = (
    "import boto\n{imports}\n\ndef save(name):\n    key = boto.connect_s3().get_bucket('b').new_key(name)\n    {call}\n"
)
PREVIEW = "def make(key):\n    key.set_contents_from_string('small')\n"


ABSOLUTE = [
    ("from media import preview", "preview.make(key)"),
    ("from media.preview import make", "make(key)"),
    ("import media.preview", "media.preview.make(key)"),
]
RELATIVE = [("from . import preview", "preview.make(key)"), ("from .preview import make", "make(key)")]


@pytest.mark.parametrize(("imports", "call"), [*ABSOLUTE, *RELATIVE])
def test_a_module_of_a_package_of_which_another_module_is_known(tmp_path: Path, imports: str, call: str) -> None:
    files = {
        "media/__init__.py": "from media.store import save\n",
        "media/store.py": STORE.format(imports=imports, call=call),
        "media/preview.py": PREVIEW,
    }
    assert "put_object" in run_files(tmp_path, files)["media/preview.py"].after.decode()


@pytest.mark.parametrize(("imports", "call"), ABSOLUTE)
def test_a_module_of_a_folder_that_is_no_package(tmp_path: Path, imports: str, call: str) -> None:
    files = {"media/store.py": STORE.format(imports=imports, call=call), "media/preview.py": PREVIEW}
    assert "put_object" in run_files(tmp_path, files)["media/preview.py"].after.decode()


@pytest.mark.parametrize("given", ["keys()", "list(keys())", "[key for key in keys()]", "iter(keys())"])
def test_a_module_that_gets_them_in_a_container(tmp_path: Path, given: str) -> None:
    files = {
        "source.py": "import boto\n\ndef keys():\n    for key in boto.connect_s3().get_bucket('b').list():\n"
        "        yield key\n",
        "main.py": f"import sizes\nfrom source import keys\n\nprint(sizes.all_of({given}))\n",
        "sizes.py": "def all_of(keys):\n    return sum(key.size for key in keys)\n",
    }
    assert 'key["Size"]' in run_files(tmp_path, files)["sizes.py"].after.decode().replace('.get("Size")', '["Size"]')


def test_a_module_that_nobody_is_seen_to_call_and_that_uses_what_only_boto2_has(tmp_path: Path) -> None:
    files = {
        "store.py": "import boto\n\nbucket = boto.connect_s3().get_bucket('b')\n",
        "plugins/report.py": "def text(document):\n    return document.get_contents_as_string().decode()\n",
        "plugins/other.py": "def text(document):\n    return document.contents.decode()\n",
    }
    results = run_files(tmp_path, files)
    assert [site.rule for site in results["plugins/report.py"].sites] == ["s3.Key.get_contents_as_string"]
    assert "plugins/other.py" not in results


def test_words_that_others_use_too_are_no_sign_of_boto2_where_nothing_else_is(tmp_path: Path) -> None:
    files = {
        "store.py": "import boto\nimport tasks\n\nbucket = boto.connect_s3().get_bucket('b')\ntasks.run(bucket, 1)\n",
        "tasks.py": "def run(bucket, task):\n    print(bucket.name)\n\n\n"
        "def show(task):\n    return task.get_params()\n",
    }
    assert [site.rule for site in run_files(tmp_path, files)["tasks.py"].sites] == ["s3.Bucket.name"]


def test_a_file_that_a_later_one_turns_out_to_be_python2_with(tmp_path: Path) -> None:
    """The first file parses on Python 3 too; the second, which is read because of it, does not."""
    files = {
        "store.py": "import boto\n\nnames = dict(a=1)\nprint(names.has_key('a'))\n\n\ndef find():\n"
        "    return boto.connect_s3().get_bucket('b').get_key('k')\n",
        "main.py": "import boto\nimport store\nimport sizes\n\nsizes.show(store.find(), store)\n",
        "sizes.py": "import store\n\ndef show(key, where):\n    print key.size, where.names, store.names\n",
    }
    results = run_files(tmp_path, files)
    assert "'a' in names" in results["store.py"].after.decode()
    assert 'key.get("Size")' in results["sizes.py"].after.decode()
