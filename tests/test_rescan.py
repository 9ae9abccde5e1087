"""The second look at the output: what counts as a use of boto 2, and what does not."""

from __future__ import annotations

from codemods.rescan import rescan


def uses(text: str) -> list[tuple[int, str]]:
    return [(rest.line, rest.what) for rest in rescan("a.py", text, set())]


def test_a_local_name_hides_an_imported_one() -> None:
    text = "from boto.s3 import key\n\n\ndef f(key):\n    return key.name\n\n\ndef g():\n    key = 1\n    return key\n"
    assert uses(text) == [(1, "from boto.s3 import")]


def test_a_global_name_is_not_hidden() -> None:
    text = "import boto\n\n\ndef f():\n    global boto\n    boto = None\n    return boto\n"
    assert uses(text) == [(1, "import boto"), (6, "boto"), (7, "boto")]


def test_an_import_inside_a_function_is_a_use() -> None:
    assert uses("def f():\n    import boto\n    return boto\n") == [(2, "import boto"), (3, "boto")]


def test_a_method_of_boto_2_is_a_use_whatever_it_is_called_on() -> None:
    assert uses("def f(x):\n    x.set_contents_from_string('')\n") == [(2, ".set_contents_from_string()")]
