"""An instance metadata service on 127.0.0.1: both versions, tokens that expire, and a log of what it was
asked.
"""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

DOCUMENT = '{"accountId": "123456789012", "region": "us-east-1", "billingProducts": null}'
TREE = {
    "latest/meta-data/": "ami-id\nancestor-ami-ids\nblock-device-mapping/\niam/\ninstance-id\nplacement/\n"
    "public-keys/\nempty\nodd name",
    "latest/meta-data/ami-id": "ami-12345678",
    "latest/meta-data/ancestor-ami-ids": "ami-1\nami-2",
    "latest/meta-data/block-device-mapping/": "ami\nroot",
    "latest/meta-data/block-device-mapping/ami": "/dev/sda1",
    "latest/meta-data/block-device-mapping/root": "/dev/sda1",
    "latest/meta-data/iam/": "info\nsecurity-credentials/",
    "latest/meta-data/iam/info": '{"Code": "Success", "InstanceProfileId": "AIPA"}',
    "latest/meta-data/iam/security-credentials/": "role",
    "latest/meta-data/iam/security-credentials/role": '{"AccessKeyId": "ASIA", "Expiration": "2030"}',
    "latest/meta-data/instance-id": "i-12345678",
    "latest/meta-data/placement/": "availability-zone",
    "latest/meta-data/placement/availability-zone": "us-east-1a",
    "latest/meta-data/public-keys/": "0=my-key\n1=your-key",
    "latest/meta-data/public-keys/0/openssh-key": "ssh-rsa AAAA my-key",
    "latest/meta-data/public-keys/1/openssh-key": "ssh-rsa BBBB your-key",
    "latest/meta-data/empty": "",
    "latest/meta-data/odd%20name": "odd value",
    "latest/user-data": "a=1|b = two",
    "latest/dynamic/instance-identity/": "document\nsignature",
    "latest/dynamic/instance-identity/document": DOCUMENT,
    "latest/dynamic/instance-identity/signature": "line one\nline two",
}


class Service:
    """What the server knows: change it while it runs."""

    def __init__(self):
        self.tree = dict(TREE)
        self.tokens_required = False
        self.version_1_only = False
        self.lifetime = 21600
        self.valid = set()
        self.remembers_tokens = True
        self.made = 0
        self.asked = []
        self.failures = 0

    def expire_tokens(self):
        self.valid.clear()


@contextmanager
def metadata_service():
    """The service and its URL."""
    service = Service()

    class Handler(BaseHTTPRequestHandler):
        def answer(self, status, text="", **headers):
            body = text.encode("utf-8")
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_PUT(self):
            service.asked.append(("PUT", self.path))
            if service.version_1_only:
                return self.answer(service.version_1_only)
            if self.path != "/latest/api/token" or "X-aws-ec2-metadata-token-ttl-seconds" not in self.headers:
                return self.answer(400)
            service.made += 1
            token = f"token-{service.made}"
            if service.remembers_tokens:
                service.valid.add(token)
            return self.answer(200, token, X_aws_ec2_metadata_token_ttl_seconds=str(service.lifetime))

        def do_GET(self):
            token = self.headers.get("X-aws-ec2-metadata-token")
            service.asked.append(("GET", self.path, token))
            if service.failures:
                service.failures -= 1
                return self.answer(500)
            if token not in service.valid if (token or service.tokens_required) else False:
                return self.answer(401)
            # boto 2 doubles slashes and adds them at the end; the real service does not mind.
            path = self.path.lstrip("/").replace("//", "/")
            text = service.tree.get(path, service.tree.get(path.rstrip("/")))
            return self.answer(404) if text is None else self.answer(200, text)

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield service, f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
