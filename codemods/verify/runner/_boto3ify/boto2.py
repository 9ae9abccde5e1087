"""boto 2 through a proxy, over TLS, on Python 3.

boto 2.49 writes text to a socket there and asks for `ssl.wrap_socket` (boto/connection.py, `proxy_ssl`), so
no boto 2 program on Python 3 reaches AWS through a proxy. Only the transport is repaired: what is sent is
boto's own.
"""

import http.client
import os
import ssl
from types import ModuleType
from typing import Any


def repair(module: ModuleType) -> None:
    """Give `boto.connection.AWSAuthConnection` a `proxy_ssl` that works."""

    def proxy_ssl(self: Any, host: str | None = None, port: int | None = None) -> http.client.HTTPSConnection:
        context = ssl.create_default_context(cafile=os.environ["BOTO3IFY_CA"])
        timeout = self.http_connection_kwargs.get("timeout")
        connection = http.client.HTTPSConnection(self.proxy, int(self.proxy_port), timeout=timeout, context=context)
        connection.set_tunnel(host or self.host, port or self.port)
        return connection

    module.AWSAuthConnection.proxy_ssl = proxy_ssl
