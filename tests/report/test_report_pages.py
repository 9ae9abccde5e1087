"""The pages: whole, safe to open, and readable without anything else."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from jinja2 import UndefinedError
from report_runs import VERDICT, clean_run, full_run

from codemods.model import FileResult, Run
from codemods.report import to_html, to_markdown
from codemods.report.pages import md, mdcode, mdfence, render_html
from codemods.report.redact import redact
from codemods.report.view import View, view


class Page(HTMLParser):
    """The elements of a page: what a test asks for."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def values(self, name: str) -> list[str]:
        return [str(attributes[name]) for _, attributes in self.tags if name in attributes]


def full_page() -> Page:
    return Page(render_html(view(redact(full_run()), VERDICT)))


def test_nothing_is_loaded() -> None:
    page = full_page()
    assert not page.values("src")
    assert not [href for href in page.values("href") if not href.startswith("#")]
    assert not re.search(r"url\(|@import|https?://", to_html(clean_run()))


def test_links_lead_somewhere_and_ids_are_unique() -> None:
    page = full_page()
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.values("href")} <= set(ids)


def test_every_site_is_annotated_once() -> None:
    notes = [attributes for tag, attributes in full_page().tags if tag == "p" and "data-status" in attributes]
    assert len(notes) == 11
    assert {note["data-service"] for note in notes} == {"imports", "ec2", "errors", "s3"}


def test_text_of_the_code_is_text() -> None:
    page = full_page()
    assert len([tag for tag, _ in page.tags if tag == "script"]) == 1
    assert not [tag for tag, _ in page.tags if tag == "down"]
    assert "</script><script>alert(1)</script>" in page.text
    assert "\u202e" not in page.text
    assert "\x1b" not in page.text
    assert "[U+202E]evil" in page.text


def test_sections_come_in_the_order_of_need() -> None:
    ids = [str(attributes["id"]) for tag, attributes in full_page().tags if tag == "section"]
    assert ids == "decide review verify files handlers styles findings hints rules limits".split()
    text = render_markdown_titles(to_markdown(full_run()))
    assert text == ["Decide now", "Review", "Files", "Error handlers", "Styles", "Findings", "Type hints", "Rules",
                    "What the tool cannot know"]  # fmt: skip


def render_markdown_titles(text: str) -> list[str]:
    return re.findall(r"^## (.*)$", text, flags=re.MULTILINE)


def test_python_2_is_shown_in_two_steps() -> None:
    text = to_markdown(full_run())
    first, second = text.index("Python 2 to Python 3"), text.index("boto 2 to boto3")
    assert '-print "uploading' in text[first:second]
    assert "-import boto\n+import boto3" in text[second:]


def test_an_empty_run_has_a_report() -> None:
    assert "No use of boto 2 in 0 files." in to_html(Run((), 0))
    assert "What the tool cannot know" in to_markdown(Run((), 0))


def test_a_template_cannot_ask_for_what_is_not_there() -> None:
    broken: View = view(redact(clean_run()))
    del broken["limits"]  # type: ignore[misc]
    with pytest.raises(UndefinedError):
        render_html(broken)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a *b* _c_ `d` [e](f)", r"a \*b\* \_c\_ \`d\` \[e\](f)"),
        ("<b>&amp; a|b ~~c~~", r"\<b\>\&amp; a\|b \~\~c\~\~"),
        ("# no title", r"\# no title"),
        ("- no list", r"\- no list"),
        ("1. no list", r"1\. no list"),
        ("two\nlines", "two lines"),
        ("1.5 times -1", "1.5 times -1"),
    ],
)
def test_markdown_means_itself(text: str, escaped: str) -> None:
    assert md(text) == escaped


def test_code_in_markdown() -> None:
    assert mdcode("a\n   b") == "`a b`"
    assert mdcode("a`b") == "``a`b``"
    assert mdcode("`b`") == "`` `b` ``"
    assert mdcode("a|b") == r"`a\|b`"
    assert mdcode(" ") == ""
    assert mdfence(["x"]) == "```"
    assert mdfence(["x", "  ````"]) == "`````"


def test_a_fence_in_the_code_does_not_end_the_diff() -> None:
    code = 'import boto\nDOC = """\n```\n# not a title\n```\n"""\n'
    file = FileResult("a.py", code.encode(), code.replace("boto", "boto3").encode())
    assert "````diff\n" in to_markdown(Run((file,), 1))
