"""A run over one file of a package says that it saw only part of the program."""

from __future__ import annotations

from pathlib import Path

from codemods.pipeline import migrate
from codemods.settings import Settings

FILES = {
    "tool/__init__.py": "",
    "tool/aws.py": "import boto\n\n\ndef connect():\n    return boto.connect_s3()\n",
    "tool/jobs.py": "import boto\nfrom tool import aws\n\nprint(aws.connect().get_all_buckets(), boto)\n",
    "tool/other.py": "import os\n",
}


def notes(folder: Path, *names: str) -> list[str]:
    for name, text in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    run = migrate([str(folder / name) for name in names], Settings())
    return [finding.message for finding in run.findings if finding.rule == "partial-program"]


def test_one_file_that_imports_another(tmp_path: Path) -> None:
    (message,) = notes(tmp_path, "tool/jobs.py")
    assert "not aws.py" in message
    assert "run on the whole program" in message


def test_one_file_that_another_imports(tmp_path: Path) -> None:
    (message,) = notes(tmp_path, "tool/aws.py")
    assert "not jobs.py" in message


def test_the_whole_program(tmp_path: Path) -> None:
    assert notes(tmp_path, "tool") == []


def test_all_files_one_by_one(tmp_path: Path) -> None:
    assert notes(tmp_path, *FILES) == []


def test_a_script_alone(tmp_path: Path) -> None:
    (tmp_path / "script.py").write_text("import boto\nimport os\nboto.connect_s3()\n")
    run = migrate([str(tmp_path / "script.py")], Settings())
    assert run.findings == ()
