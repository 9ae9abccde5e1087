"""Values are followed back to where they come from, and the search ends."""

from __future__ import annotations

from tests.helpers import brief, migrated, run_text

CONNECTED = "\nconn = boto.connect_s3(x, y)\n"


def test_what_is_put_into_itself() -> None:
    text = "import boto\nx, y = ['a'], 'b'\nwhile len(x):\n    x = x[0]\n    y = [y, x][0]\n" + CONNECTED
    assert "aws_access_key_id=x" in migrated(text)


def test_long_chains() -> None:
    steps = "".join(f"y{number + 1} = y{number}\n" for number in range(150))
    text = f"import boto\nx = y0 = input()\nx = x.strip()\n{steps}y = y150\n{CONNECTED}"
    run = run_text(text)
    assert not any(result.failed for result in run.files)
    assert "aws_access_key_id=x" in run.files[0].after.decode()


def test_what_calls_itself() -> None:
    text = (
        "import boto\nimport logging\n\n\ndef name(depth):\n    return name(depth - 1) if depth else 'boto'\n\n\n"
        "logging.getLogger(name(3)).setLevel(logging.ERROR)\nconn = boto.connect_s3()\n"
    )
    assert "else 'botocore'" in brief(migrated(text))
