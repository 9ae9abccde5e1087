"""Local servers for the doctor: a clock that is off, and TLS with certificates made here."""

import datetime
import ssl
import threading
import time
from contextlib import contextmanager
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


class Server:
    """What a running server was asked, and where it is."""

    def __init__(self, port):
        self.port = port
        self.requests = []

    def url(self, scheme="http"):
        return f"{scheme}://localhost:{self.port}"


@contextmanager
def serving(*, ahead=0.0, date=True, certificate=None):
    """A server whose clock is `ahead` seconds off; with `certificate` (a path to chain and key) it speaks
    TLS.
    """
    seen = None

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            seen.requests.append((self.path, dict(self.headers)))
            self.send_response_only(403)
            if date:
                self.send_header("Date", formatdate(time.time() + ahead, usegmt=True))
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *args):
            pass

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, request, client_address):
            """A client that does not trust the certificate hangs up: that is what is tested."""

    server = Quiet(("127.0.0.1", 0), Handler)
    seen = Server(server.server_address[1])
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield seen
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def make_certificates(folder, *, days=(-1, 365), name="localhost"):
    """A made-up authority (authority.pem) and a certificate of its for `name` with its key (server.pem)."""
    today = datetime.datetime.now(datetime.timezone.utc)
    authority_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    authority_name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Made-up Authority")])
    authority = (
        x509.CertificateBuilder()
        .subject_name(authority_name)
        .issuer_name(authority_name)
        .public_key(authority_key.public_key())
        .serial_number(1)
        .not_valid_before(today - datetime.timedelta(days=1000))
        .not_valid_after(today + datetime.timedelta(days=1000))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(authority_key, hashes.SHA256())
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(authority_name)
        .public_key(key.public_key())
        .serial_number(2)
        .not_valid_before(today + datetime.timedelta(days=days[0]))
        .not_valid_after(today + datetime.timedelta(days=days[1]))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(authority_key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "server.pem").write_bytes(private + certificate.public_bytes(pem))
    (folder / "authority.pem").write_bytes(authority.public_bytes(pem))
    return folder / "server.pem", folder / "authority.pem"
