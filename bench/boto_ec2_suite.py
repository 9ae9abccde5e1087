"""The sample answers in boto 2's unit tests for EC2 and VPC: python -m bench.boto_ec2_suite [--source FILE] [--write]

The tests come out of boto 2.49.0's source distribution, found by name, version and hash (`boto_suites.fetch`). Each
answer is read by boto 2's parser and by botocore's; for every object in it the attributes that boto 2 gives are
compared with what the emitted expressions give.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from botocore.parsers import EC2QueryParser

from bench.boto_suites import fetch

REPORT = Path(__file__).with_name("BOTO_SUITES.md")
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "catalog"))
HEADING = "## EC2 and VPC: "
WHY = (
    "Those samples are none of EC2's answers: one has two `snapshotSet` elements, which botocore reads as one snapshot "
    "in pieces, and one leaves the names of groups out, which EC2 always sends."
)


def answers(source: Path) -> Iterator[tuple[str, bytes]]:
    """The answers of EC2 that stand in the tests, with the file that each is from."""
    for folder in ("ec2", "vpc"):
        for path in sorted((source / "tests/unit" / folder).glob("test_*.py")):
            for node in ast.walk(ast.parse(path.read_bytes())):
                value = node.value if isinstance(node, ast.Constant) else None
                text = value.encode() if isinstance(value, str) else value
                if isinstance(text, bytes) and b"http://ec2.amazonaws.com/doc/" in text and b"Response" in text:
                    yield f"{folder}/{path.name}", text.strip()


def objects(shape: Any, record: Any, element: ElementTree.Element) -> Iterator[tuple[str, Any, ElementTree.Element]]:
    """All structures of an answer: the shape's name, botocore's record and the XML."""
    if shape.type_name == "structure" and isinstance(record, dict):
        yield shape.name, record, element
        for name, member in shape.members.items():
            child = element.find(str(member.serialization.get("name", name)))
            if name in record and child is not None:
                yield from objects(member, record[name], child)
    elif shape.type_name == "list" and isinstance(record, list):
        for each, child in zip(record, list(element), strict=False):
            yield from objects(shape.member, each, child)


def compare(top: Path) -> tuple[Counter[str], list[str]]:
    """How many attributes of each class are equal, and what is not."""
    from ec2_planner import MODEL
    from test_ec2_attributes import PARSED, boto_view, compared

    tables = {table.shape: table for table in PARSED}
    same: Counter[str] = Counter()
    different: list[str] = []
    for name, text in answers(top):
        text = re.sub(rb"YYYY-MM-DDTHH:MM:SS\.[S0]+Z", b"2014-01-02T03:04:05.000Z", text)  # what is no time at all
        try:
            root = ElementTree.fromstring(text)
        except ElementTree.ParseError:
            continue
        for element in root.iter():
            element.tag = element.tag.rpartition("}")[2]
        operation = root.tag.removesuffix("Response")
        if operation not in MODEL.operation_names:
            continue
        shape = MODEL.operation_model(operation).output_shape
        if shape is None:
            continue
        try:
            record = EC2QueryParser().parse({"status_code": 200, "headers": {}, "body": text}, shape)
        except ValueError as error:
            different.append(f"{name}: {operation}: botocore cannot read it: {error}")
            continue
        for kind, found, element in objects(shape, record, root):
            table = tables.get(kind)
            if table is None:
                continue
            inside = "".join(ElementTree.tostring(child, encoding="unicode") for child in element)
            try:
                ours, theirs = compared(table.short, found, boto_view(table, inside))
            except Exception as error:
                different.append(f"{name}: {table.short}: {type(error).__name__}: {error}")
                continue
            for attribute in theirs:
                if ours[attribute] == theirs[attribute]:
                    same[table.short] += 1
                else:
                    shown = f"boto 2 {theirs[attribute]!r}, boto3 {ours[attribute]!r}"
                    different.append(f"{name}: {table.short}.{attribute}: {shown}")
    return same, different


def main() -> None:
    """Compare, print, and write the section."""
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("--source", type=Path, help="boto's source distribution, when it is at hand already")
    parser.add_argument("--write", action="store_true", help="write the section of BOTO_SUITES.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        same, different = compare(fetch(Path(folder), options.source))
    total = sum(same.values()) + len(different)
    lines = [
        f"{HEADING}{sum(same.values())} of {total} attributes equal",
        "",
        f"Objects of {len(same)} classes in the sample answers of boto 2.49.0's unit tests, read by both libraries: "
        "`python -m bench.boto_ec2_suite --write`.",
        "",
        *(f"- {line}" for line in dict.fromkeys(different)),
        *(["", WHY, ""] if different else []),
    ]
    print("\n".join(lines))
    if options.write:
        known = REPORT.read_text() if REPORT.exists() else ""
        before, _, _ = known.partition(HEADING)
        REPORT.write_text(before.rstrip("\n") + "\n\n" + "\n".join(lines))


if __name__ == "__main__":
    main()
