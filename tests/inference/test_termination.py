"""The inference ends on every input, soon, and one strange file never stops a run."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codemods.model import Level
from tests.helpers import run_text
from tests.inference.programs import analysed

STRANGE = {
    "a function that nests its argument for ever": "def f(x):\n    return f((x, [x]))\nf(boto.connect_s3())\n",
    "a list in itself": "a = [boto.connect_s3()]\na.append(a)\nfor x in a:\n    a = x\n    a.append(x)\n",
    "a dict in itself": "d = {}\nd['d'] = d\nd['c'] = boto.connect_s3()\nd['d']['d']['c'].get_bucket('b')\n",
    "a string that grows": (
        "s = 'a'\nwhile len(s) < 9999:\n    s = s + 'a'\n    s += s\nboto.connect_s3().get_bucket(s)\n"
    ),
    "a class that derives from itself": (
        "class A(object):\n    pass\nclass A(A):\n    conn = boto.connect_s3()\nA().conn\n"
    ),
    "functions that give functions": (
        "def f(g):\n    def h(*a, **k):\n        return f(g)(h, *a, **k)\n    return h\nf(f)(boto.connect_s3())(f)\n"
    ),
    "decorators on decorators": (
        "def d(f):\n    @d\n    def w(*a):\n        return f(*a)\n    return w\n"
        "@d\n@d\ndef g(c):\n    return c\ng(boto.connect_s3())\n"
    ),
    "mutual recursion with switches": (
        "def f(x, up=True):\n    if up:\n        return g(x, up=False)\n    return x\n"
        "def g(x, up=False):\n    return [f(x, up=not up), g((x,), up=up)]\nf(boto.connect_s3())\n"
    ),
    "partials of partials": (
        "import functools\np = functools.partial(boto.connect_s3)\n"
        "for i in range(9):\n    p = functools.partial(p, p)\np()\n"
    ),
    "a method that replaces itself": (
        "class A:\n    def f(self, x):\n        self.f = self.f\n        A.f = self.f\n        return self.f(x)\n"
        "A().f(boto.connect_s3())\n"
    ),
    "a property of a property": (
        "class A:\n    @property\n    def a(self):\n        return self.a or boto.connect_s3()\nA().a.a\n"
    ),
    "star imports in a circle": "from case import *\nfrom case import x\nx.get_bucket('b')\n",
    "a global that calls what it holds": "f = boto.connect_s3\nwhile f:\n    f = f()\n",
}


@pytest.mark.parametrize("title", STRANGE)
def test_strange_programs(title: str) -> None:
    began = time.process_time()
    run_text("import boto\n" + STRANGE[title])
    assert time.process_time() - began < 5


def test_cost_grows_with_the_code() -> None:
    def spent(functions: int) -> float:
        text = "import boto\nconn = boto.connect_s3()\n" + "".join(
            f"def f{n}(bucket, name={n}):\n    key = bucket.get_key(name)\n"
            f"    return f{n - 1 if n else 0}(bucket), key\n"
            for n in range(functions)
        )
        began = time.process_time()
        analysed({"main.py": text + f"f{functions - 1}(conn.get_bucket('b'))\n"})
        return time.process_time() - began

    spent(50)
    assert spent(600) < 30 * max(spent(100), 0.02)


@pytest.mark.parametrize("terms", [100, 300])
def test_long_expressions(terms: int) -> None:
    text = "import boto\nboto.connect_s3().get_bucket(" + " + ".join(["'x'"] * terms) + ")\n"
    problems = (
        finding for file in run_text(text).files for finding in file.findings if finding.level is not Level.NOTE
    )
    assert not list(problems)


NAMES = st.sampled_from("abc")
ATOMS = st.one_of(
    NAMES, st.sampled_from(["boto.connect_s3()", "boto.connect_ec2()", "'s'", "None", "True", "[]", "{}"])
)
EXPRESSIONS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.builds("({}, {})".format, inner, inner),
        st.builds("[{}, *{}]".format, inner, inner),
        st.builds("{}({})".format, NAMES, inner),
        st.builds("{}[{}]".format, inner, inner),
        st.builds("{}.get_bucket({})".format, inner, inner),
        st.builds("(lambda a: {})({})".format, inner, inner),
        st.builds("[{} for a in {}]".format, inner, inner),
        st.builds("{} or {}".format, inner, inner),
    ),
    max_leaves=6,
)
STATEMENTS = st.one_of(
    st.builds("{} = {}\n".format, NAMES, EXPRESSIONS),
    st.builds("for {} in {}:\n    {} = {}\n".format, NAMES, EXPRESSIONS, NAMES, EXPRESSIONS),
    st.builds(
        "def {}(a, *b, **c):\n    global {}\n    {} = {}\n    return {}\n".format,
        NAMES,
        st.just("d"),
        NAMES,
        EXPRESSIONS,
        EXPRESSIONS,
    ),
    st.builds("class {}:\n    def __init__(self, a):\n        self.a = {}\n".format, NAMES, EXPRESSIONS),
    st.builds("if {}:\n    {} = {}\n".format, NAMES, NAMES, EXPRESSIONS),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(STATEMENTS, min_size=1, max_size=8))
def test_any_program(statements: list[str]) -> None:
    began = time.process_time()
    run_text("import boto\n" + "".join(statements))
    assert time.process_time() - began < 10
