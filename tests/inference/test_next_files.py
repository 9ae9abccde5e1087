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
