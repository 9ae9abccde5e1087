"""The templates are found in a checkout, in an editable install and in a wheel."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RENDER = """
from codemods import report
from codemods.model import Run
import codemods
assert "<style>" in report.to_html(Run((), 1)) and "prefers-color-scheme" in report.to_html(Run((), 1))
assert report.to_markdown(Run((), 1)).startswith("# No use of boto 2 in 1 file")
print(codemods.__file__)
"""


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what is built, so that building leaves nothing behind here."""
    copy = tmp_path_factory.mktemp("checkout")
    for name in ("codemods", "templates"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("setup.cfg", "pyproject.toml", "README.md"):
        if (ROOT / name).exists():
            shutil.copy(ROOT / name, copy / name)
    return copy


def fresh(place: Path) -> Path:
    """The Python of a new environment that sees what is installed here, but none of this tool's."""
    venv.create(place, with_pip=False, symlinks=True)
    python = place / "bin" / "python"
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=place)
    # A path in a .pth file is searched after the environment's own, and .pth files in it are not obeyed: an editable
    # install of this tool there is not seen.
    (Path(site) / "here.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return python


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


def pip(*arguments: str | Path, cwd: Path) -> None:
    options = ("--quiet", "--disable-pip-version-check", "--no-deps", "--no-build-isolation")
    run(sys.executable, "-m", "pip", *arguments, *options, cwd=cwd)


def test_checkout(checkout: Path) -> None:
    assert run(sys.executable, "-c", RENDER, cwd=checkout).startswith(str(checkout))


def test_wheel(checkout: Path, tmp_path: Path) -> None:
    pip("wheel", checkout, "--wheel-dir", tmp_path / "wheels", cwd=tmp_path)
    (wheel,) = (tmp_path / "wheels").iterdir()
    python = fresh(tmp_path / "env")
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=tmp_path)
    shutil.unpack_archive(wheel, site, "zip")
    assert run(python, "-c", RENDER, cwd=tmp_path).startswith(site)


def test_editable(checkout: Path, tmp_path: Path) -> None:
    python = fresh(tmp_path / "env")
    pip("--python", python, "install", "--editable", checkout, cwd=tmp_path)
    assert run(python, "-c", RENDER, cwd=tmp_path).startswith(str(checkout))
