"""An HTTP proxy on 127.0.0.1 that stands for the internet: the fake answers AWS names, the rest is refused.

TLS ends here (CONNECT, with a certificate of this run's own authority), so a client talks to the real host
names as it would to AWS. Requests are answered one at a time: the order of the recording is the order of
events.
"""

from __future__ import annotations

import hashlib
import http.client
import json
import re
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

from codemods.verify.backend import Answer
from codemods.verify.certificates import Authority
from codemods.verify.model import Exchange, Origin, Place, Recording, Refusal
from codemods.verify.wire.endpoints import AWS_HOST

Answerer = Callable[[str, str, Mapping[str, str], bytes], Answer]

CALL_HEADER = "x-boto3ify-call"
# Longer bodies are known by length and hash alone, and so are all when many were kept.
KEEP_BODY = 16 * 1024 * 1024
KEEP_BODIES = 512 * 1024 * 1024
IDLE = 600  # seconds that a silent connection is kept

# Not a host: a test that starts a mock of its own asks here for an empty AWS (runner/_boto3ify/mocks.py).
RESET_HOST = "reset.boto3ify.invalid"


class Proxy:
    """Serves until `close`; `take` hands over what was recorded since the last time."""

    def __init__(self, authority: Authority, answer: Answerer, clear: Callable[[], None]) -> None:
        self.authority = authority
        self._answer = answer
        self._clear = clear
        self._lock = threading.Lock()
        self._exchanges: list[Exchange] = []
        self._refusals: list[Refusal] = []
        self._kept = 0
        proxy = self

        class Handler(_Handler):
            owner = proxy

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.port: int = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()

    def take(self) -> Recording:
        """The exchanges and refusals since the last call, in order of arrival."""
        with self._lock:
            recording = Recording(tuple(self._exchanges), tuple(self._refusals))
            self._exchanges.clear()
            self._refusals.clear()
            self._kept = 0
        return recording

    def clear(self) -> None:
        """Empty the fake in the middle of a run; what was recorded stays."""
        with self._lock:
            self._clear()

    def refuse(self, host: str, origin: Origin) -> None:
        """Remember a host that is none of ours."""
        with self._lock:
            self._refusals.append(Refusal(host, origin))

    def exchange(
        self,
        method: str,
        scheme: str,
        host: str,
        target: str,
        headers: tuple[tuple[str, str], ...],
        body: bytes,
        origin: Origin,
    ) -> Answer:
        """Let the fake answer one request, and write both down."""
        plain = dict(headers)
        with self._lock:
            started = time.monotonic()  # the other clock is the fake's: see `codemods.verify.clock`
            answer = self._answer(method, f"{scheme}://{host}{target}", plain, body)
            content = _without_chunk_signatures(plain, body)
            self._exchanges.append(
                Exchange(
                    index=len(self._exchanges),
                    method=method,
                    scheme=scheme,
                    host=host,
                    target=target,
                    headers=headers,
                    body=self._keep(content),
                    body_size=len(content),
                    body_sha256=hashlib.sha256(content).hexdigest(),
                    origin=origin,
                    started=started,
                    ended=time.monotonic(),
                    status=answer.status,
                    response_headers=tuple(answer.headers.items()),
                    response_body=self._keep(answer.body),
                    failure=answer.failure,
                )
            )
        return answer

    def _keep(self, body: bytes) -> bytes | None:
        if len(body) > KEEP_BODY or self._kept + len(body) > KEEP_BODIES:
            return None
        self._kept += len(body)
        return body


class _Handler(BaseHTTPRequestHandler):
    """One client connection, before and after CONNECT."""

    owner: Proxy
    protocol_version = "HTTP/1.1"
    timeout = IDLE
    disable_nagle_algorithm = True  # head and body are written apart, and must not wait for each other
    tunnel = ""  # the host after CONNECT

    def do_CONNECT(self) -> None:
        host = self.path.rpartition(":")[0].lower()
        if not AWS_HOST.fullmatch(host):
            self._refuse(host)
            return
        self.wfile.write(b"HTTP/1.1 200 Connection Established\r\n\r\n")
        self.wfile.flush()
        try:
            self.connection = self.owner.authority.context(host).wrap_socket(self.connection, server_side=True)
        except (ssl.SSLError, OSError):
            # The client does not trust the run's authority: its own error message says so.
            self.close_connection = True
            return
        self.rfile = self.connection.makefile("rb", self.rbufsize)
        self.wfile = self.connection.makefile("wb", 0)
        self.tunnel = host
        self.close_connection = False

    def answer(self) -> None:
        """Any other method: one request to AWS."""
        # Not self.path: http.server folds leading slashes there, and a key may well begin with one.
        target = bytes(vars(self)["raw_requestline"]).split()[1].decode("latin-1")
        scheme = "https" if self.tunnel else "http"
        host = self.headers.get("Host") or self.tunnel or urlsplit(target).netloc
        # Plain HTTP through a proxy names the whole URL; boto 2 does so inside of a tunnel as well.
        target = re.sub(r"^https?://[^/?]*", "", target) or "/"
        host = host.removesuffix(":443" if scheme == "https" else ":80")
        body = self._read_body()
        if host == RESET_HOST:
            self.owner.clear()
            self._send(Answer(200, {}, b""))
            return
        if not AWS_HOST.fullmatch(host.partition(":")[0]):
            self._refuse(host)
            return
        headers = tuple((key, value) for key, value in self.headers.items() if key.lower() != CALL_HEADER)
        answer = self.owner.exchange(self.command, scheme, host, target, headers, body, self._origin())
        self._send(answer)

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = answer

    def _read_body(self) -> bytes:
        if "chunked" not in self.headers.get("Transfer-Encoding", "").lower():
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        body = b""
        while size := int(self.rfile.readline().partition(b";")[0], 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        while self.rfile.readline().strip():  # trailers
            pass
        return body

    def _origin(self) -> Origin:
        text = self.headers.get(CALL_HEADER)
        if not text:
            return Origin()
        known = json.loads(unquote(text))
        places = (frame.rpartition(":") for frame in known["frames"])
        return Origin(
            frames=tuple(Place(path, int(line)) for path, _, line in places),
            via=known["via"],
            process=known["pid"],
            worker=known["worker"],
        )

    def _refuse(self, host: str) -> None:
        self.owner.refuse(host, self._origin())
        self.close_connection = True
        self.send_error(403, "Only AWS can be reached from here")

    def _send(self, answer: Answer) -> None:
        skip = {"content-length", "transfer-encoding", "connection", "server", "date"}
        length = str(len(answer.body))
        if self.command == "HEAD":
            length = next((v for k, v in answer.headers.items() if k.lower() == "content-length"), length)
        self.send_response(answer.status, http.client.responses.get(answer.status, ""))
        for key, value in answer.headers.items():
            if key.lower() not in skip:
                self.send_header(key, value)
        if answer.status not in (204, 304):
            self.send_header("Content-Length", length)
        self.end_headers()
        if self.command != "HEAD" and answer.status not in (204, 304):
            self.wfile.write(answer.body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the recording is the log."""


def _without_chunk_signatures(headers: Mapping[str, str], body: bytes) -> bytes:
    """The content of a body in S3's chunked form (`aws-chunked`), which boto3 uses for checksums.

    Form: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
    """
    encoding = next((v for k, v in headers.items() if k.lower() == "content-encoding"), "")
    if "aws-chunked" not in encoding:
        return body
    content, rest = b"", body
    while rest:
        head, _, rest = rest.partition(b"\r\n")
        size = int(head.partition(b";")[0] or b"0", 16)
        if size == 0:
            break
        content, rest = content + rest[:size], rest[size + 2 :]
    return content
