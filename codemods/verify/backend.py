"""moto, asked directly: one HTTP request in, one answer out; fresh on demand. Lives in the fake's process.

The dispatch is that of moto's own `core/botocore_stubber.py` (5.2), so the fake answers as `mock_aws` does in
tests.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Mapping
from dataclasses import dataclass

from moto.backend_index import backend_url_patterns
from moto.backends import get_backend
from moto.core.base_backend import BackendDict
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.core.request import Request
from moto.moto_api._internal import mock_random
from moto.moto_api._internal.models import moto_api_backend
from werkzeug.exceptions import HTTPException

from codemods.verify.mend import mend_answer, mend_request

SEED = 20

# Neither boto 2 nor botocore repeats a request that was answered with 501: a gap in the fake ends a program
# quickly.
UNANSWERED = 501


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back over the wire; `failure` says why the fake could not answer."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    failure: str = ""


def reset() -> None:
    """Forget everything, and deal out the same ids again."""
    clear()
    mock_random.seed(SEED)


def clear() -> None:
    """Forget everything; ids go on, so that no id of a run means two things."""
    # Twice: ending instances during the first asks for their region again, which makes it anew (and draws
    # ids).
    moto_api_backend.reset()
    moto_api_backend.reset()


def answer(method: str, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
    """What AWS would say to this request. Never raises: a gap in the fake is an answer too."""
    query = url.partition("?")[2]
    if "delimiter=" in query and "max-keys=" not in query:
        # moto's first listing form repeats prefixes when it is cut into pages: never cut it smaller than S3
        # does.
        url += "&max-keys=1000"
    url, headers, body = mend_request(url, headers, body)
    handler = _handler(url.partition("?")[0])
    if handler is None:
        return _unanswered(f"moto has no service at {url.partition('?')[0]}")
    request = Request.from_primitives(method, url, headers, body)
    try:
        status, answer_headers, answer_body = handler(request, request.raw_url, request.headers)
    except HTTPException as error:
        # Raised for refusals that AWS would answer in the same words.
        status, answer_headers, answer_body = error.code or 400, dict(error.get_headers()), error.get_body()
    except NotImplementedError as error:
        return _unanswered(f"moto does not implement this call: {error}")
    except Exception:  # whatever breaks inside the fake must not look like an answer of AWS
        return _unanswered("moto failed: " + traceback.format_exc(limit=-3).strip())
    content = mend_answer(url, body, _bytes(answer_body))
    return Answer(int(status), {str(k): _text(v) for k, v in answer_headers.items()}, content)


def _handler(clean_url: str):  # type: ignore[no-untyped-def]  # moto's handlers have no common type
    for service, pattern in backend_url_patterns:
        if not pattern.match(clean_url):
            continue
        backends = get_backend(service)  # type: ignore[call-overload]
        if isinstance(backends, BackendDict):
            account = backends[DEFAULT_ACCOUNT_ID]
            backend = account["us-east-1" if "us-east-1" in account else "aws"]
        else:
            backend = backends["global"]
        for url, handler in backend.urls.items():
            if re.match(url, clean_url):
                return handler
    return None


def _unanswered(reason: str) -> Answer:
    body = (
        b"<?xml version='1.0'?><Response><Errors><Error><Code>FakeCannotAnswer</Code>"
        b"<Message>The fake AWS cannot answer this call</Message></Error></Errors></Response>"
    )
    return Answer(UNANSWERED, {"Content-Type": "text/xml"}, body, reason)


def _text(value: object) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)


def _bytes(body: object) -> bytes:
    if isinstance(body, bytes):
        return body
    return b"" if body is None else str(body).encode()
