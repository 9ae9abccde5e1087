"""boto 2 through a proxy, over TLS, on Python 3.

boto 2.49 writes text to a socket there and asks for `ssl.wrap_socket` (boto/connection.py, `proxy_ssl`), so
no boto 2 program on Python 3 reaches AWS through a proxy. Only the transport is repaired: what is sent is
what boto sends without a proxy.
"""

import http.client
import os
import ssl
from types import ModuleType
from typing import Any


def repair(module: ModuleType) -> None:
    """Give `boto.connection.AWSAuthConnection` tunnels that work."""

    def proxy_ssl(self: Any, host: str | None = None, port: int | None = None) -> http.client.HTTPSConnection:
        context = ssl.create_default_context(cafile=os.environ["BOTO3IFY_CA"])
        timeout = self.http_connection_kwargs.get("timeout")
        connection = http.client.HTTPSConnection(self.proxy, int(self.proxy_port), timeout=timeout, context=context)
        connection.set_tunnel(host or self.host, port or self.port)
        return connection

    prefixed = module.AWSAuthConnection.prefix_proxy_to_path

    def prefix_proxy_to_path(self: Any, path: str, host: str | None = None) -> str:
        # Only a request in plain HTTP names the whole URL to a proxy. Inside of a tunnel boto 2 does so as well, which
        # changes the Host header and doubles the host in presigned URLs.
        return path if self.is_secure else str(prefixed(self, path, host))

    module.AWSAuthConnection.proxy_ssl = proxy_ssl
    module.AWSAuthConnection.prefix_proxy_to_path = prefix_proxy_to_path
