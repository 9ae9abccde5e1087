"""One line of JSON for each event that the proxy cannot see; a killed program loses none."""

import json
import os


def write(kind: str, *values: object) -> None:
    """Append one event. A single small write in append mode is not torn by other processes."""
    path = os.environ.get("BOTO3IFY_LOG")
    if not path:
        return
    line = json.dumps([kind, *values]) + "\n"
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(descriptor, line.encode())
    finally:
        os.close(descriptor)
