"""The interface of the Python 2 stage: what it touches, what it refuses, and that nobody hears of it."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import codemods
from codemods.model import Level
from codemods.modernise import RISKS, SYNTAX, CannotModernise, Module, modernise, needs_python2
from codemods.modernise import rules as rules_package
from tests.modernise.modernise_cases import CASES

PYTHON3_ONLY = [
    "",
    "# only a comment",
    "print('x', file=f)\nunicode\n",
    "async def f():\n    return f'{unicode}' if (x := 1) else d.iteritems()\n",
    "match x:\n    case {'a': unicode}:\n        pass\n",
    "import queue\nfor k in d.keys():\n    print(input(), round(1 / 2), map(f, k))\n",
    "try:\n    unicode\nexcept NameError:\n    unicode = str\nunicode('x')\n",
    "class A:\n    def next(self): return self.next()\n    def has_key(self, key): return key in self\n",
]


@pytest.mark.parametrize("text", PYTHON3_ONLY)
@pytest.mark.parametrize("every", [False, True])
def test_python3_is_left_alone(text: str, every: bool) -> None:
    assert modernise(text, path="a.py", every=every) is None
    assert not needs_python2(text)


def test_python2_that_parses_is_left_alone_unless_wanted() -> None:
    text = "import urllib2\nprint(unicode(urllib2.urlopen('u')), {}.iteritems())\n"
    assert modernise(text, path="a.py") is None
    result = modernise(text, path="a.py", every=True)
    assert result is not None
    assert result.text == "import urllib.request\nprint(str(urllib.request.urlopen('u')), {}.items())\n"


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("print 'a'\nx = (\n", 3, "is neither Python 3 nor Python 2: Python 3 stops at line 1"),
        ("x = 1\ny = = 2\n", 2, "Python 2 at line 2"),
        ("print 'a\n", 1, "Python 2 at line 1"),
        ("if x:\n    print 1\n  print 2\n", 3, "Python 2 at line 3"),
        ("x = 1\nTrue = 2\n", 2, "line 2 has no form that Python 3 can parse"),
        ("def f(x: int): pass\nprint 1\n", 1, "is neither Python 3 nor Python 2: Python 3 stops at line 2"),
        ("import a\n<html>\n", 2, "is neither Python 3 nor Python 2"),
    ],
)
def test_text_of_no_python(text: str, line: int, part: str) -> None:
    with pytest.raises(CannotModernise) as caught:
        modernise(text, path="a.py")
    assert part in str(caught.value)
    assert "\n" not in str(caught.value)
    finding = caught.value.finding("a.py")
    assert (finding.path, finding.line, finding.rule, finding.level) == (
        "a.py",
        line,
        "py2.syntax",
        Level.ERROR,
    )


def test_needs_python2() -> None:
    assert needs_python2("print 'a'\r\n")
    assert not needs_python2("print 'a' 'b' = (\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("print 'no line end'", "print('no line end')"),
        ("print 1\r\nprint 2\nprint 3\r\n", "print(1)\r\nprint(2)\nprint(3)\r\n"),
        ("print 1\r\n", "print(1)\r\n"),
        ("\x0cprint 1\n\x0c\nprint 2\n", "\x0cprint(1)\n\x0c\nprint(2)\n"),
        ("print 1 \n\n\n   \n# end", "print(1) \n\n\n   \n# end"),
        ("x = '''a\r\nb\n'''\r\nprint x\n", "x = '''a\r\nb\n'''\r\nprint(x)\n"),
        ("# coding: latin-1\nprint '\xe9'\n", "# coding: latin-1\nprint('\xe9')\n"),
        (
            "# vim: x\n# -*- coding: utf-8 -*-\nprint u'\u20ac'\n",
            "# vim: x\n# -*- coding: utf-8 -*-\nprint(u'\u20ac')\n",
        ),
        ("if x:\n\tprint 1\n", "if x:\n\tprint(1)\n"),
        ("print 1;\n", "print(1);\n"),
        ("x = 1 + \\\n  2\nprint x\n", "x = 1 + \\\n  2\nprint(x)\n"),
        (
            "try: pass\r\nexcept A, (b, c):\r\n    pass\r\n",
            "try: pass\r\nexcept A as error:\r\n    (b, c) = error.args\r\n    pass\r\n",
        ),
    ],
)
def test_layout_survives(before: str, after: str) -> None:
    result = modernise(before, path="a.py")
    assert result is not None
    assert result.text == after


def test_lines_of_findings_are_the_users() -> None:
    text = "import md5\n\n\ndef f(a, b):\n    print reduce(a, b)\n    return a / b\n"
    result = modernise(text, path="a.py")
    assert result is not None
    assert result.text.startswith("import functools\n")
    assert [(finding.path, finding.line, finding.rule) for finding in result.findings] == [("a.py", 6, "py2.division")]
    assert result.original_line(result.text.split("\n").index("    return a / b") + 1) == 6
    assert result.original_line(10_000) == 7


def test_a_bug_in_a_rule_is_one_files_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(module: Module) -> list[object]:
        raise RuntimeError("oops")

    monkeypatch.setattr(codemods.modernise, "RULES", (broken,))
    with pytest.raises(CannotModernise, match=r"could not be moved to Python 3 \(RuntimeError: oops\)"):
        modernise("print 1\n", path="a.py")


def test_deep_nesting_is_one_files_failure() -> None:
    with pytest.raises(CannotModernise):
        modernise("print " + "(" * 5000 + "1" + ")" * 5000 + "\n", path="a.py")


def _run(code: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(codemods.__file__).parents[1]), **variables}
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=environment)


def test_silent_and_without_a_trace(tmp_path: Path) -> None:
    """Not even where logging is on and nothing can be written: fissix's cache directory lies below a file
    here.
    """
    (tmp_path / "file").write_text("")
    unusable = str(tmp_path / "file" / "below")
    code = (
        "import logging, multiprocessing, threading\n"
        "logging.basicConfig(level=1)\n"
        "from codemods.modernise import modernise, CannotModernise\n"
        "assert modernise('print \"\\\\d\"\\n', path='a.py').text == 'print(\"\\\\d\")\\n'\n"
        "try:\n    modernise('print (\\n', path='a.py')\n"
        "except CannotModernise: pass\n"
        "assert not multiprocessing.active_children() and threading.active_count() == 1\n"
    )
    result = _run(code, HOME=unusable, XDG_CACHE_HOME=unusable)
    assert (result.stdout, result.stderr, result.returncode) == ("", "", 0)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_same_result_for_every_hash_seed() -> None:
    code = "from tests.modernise.modernise_cases import CASES\nfor case in CASES: print(case.run())\n"
    one, other = (_run(code, PYTHONHASHSEED=seed).stdout for seed in ("1", "2"))
    assert one == other != ""


@settings(max_examples=20, deadline=None, derandomize=True)
@given(st.permutations([case for case in CASES if not case.every and not case.siblings]))
def test_cases_do_not_depend_on_each_other(cases: list[object]) -> None:
    """Functions made of cases, in any order: the result parses and a second run changes nothing."""
    text = ""
    for number, case in enumerate(cases[:6]):
        body = getattr(case, "before")  # noqa: B009
        if "__future__" in body or "mixed" in getattr(case, "name") or "import *" in body:  # noqa: B009
            continue
        text += body if number % 2 else f"class Case{number}:\n{_indented(body)}\n"
    result = modernise(text or "print 1\n", path="a.py")
    assert result is not None
    ast.parse(result.text)
    assert modernise(result.text, path="a.py", every=True) is None


def _indented(text: str) -> str:
    return "".join(f"    {line}" if line.strip() else line for line in text.splitlines(keepends=True)) + "    pass\n"


def test_risks_are_unique_and_each_is_shown_by_a_case() -> None:
    ids = [risk.id for risk in RISKS]
    assert len(ids) == len(set(ids))
    assert all(risk.id.startswith("py2.") and risk.message.rstrip().endswith(".") for risk in RISKS)
    shown = {rule for case in CASES for _line, rule in case.findings}
    assert set(ids) == shown
    assert SYNTAX.id not in ids


def test_one_module_knows_bowler_and_fissix() -> None:
    importers = set()
    for path in Path(codemods.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if any(name.split(".")[0] in ("bowler", "fissix") for name in names):
                importers.add(path.name)
    assert importers == {"engine.py"}


def test_every_rule_runs() -> None:
    assert set(rules_package.MARKERS) < set(rules_package.RULES)
