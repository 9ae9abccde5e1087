"""Keep the program on this machine: only loopback and local sockets can be connected to.

Both libraries reach the fake AWS through the proxy on loopback, so nothing that works is lost. What goes
round the proxy (boto 2's look at the instance metadata service, a socket of the program's own) is refused at
once instead of hanging, and names are not looked up in the real DNS.
"""

import errno
import ipaddress
import socket
from typing import Any

from . import log

_INTERNET = (socket.AF_INET, socket.AF_INET6)


def install() -> None:
    """Replace `connect`, `connect_ex`, `sendto` and the name look-up."""
    connect, connect_ex, sendto = socket.socket.connect, socket.socket.connect_ex, socket.socket.sendto
    getaddrinfo = socket.getaddrinfo
    own_names = {"localhost", "localhost.localdomain", "ip6-localhost", socket.gethostname()}

    def guarded_connect(self: socket.socket, address: Any) -> None:
        if _leaves(self, address):
            raise _refused(address)
        return connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        if _leaves(self, address):
            _refused(address)
            return errno.ECONNREFUSED
        return connect_ex(self, address)

    def guarded_sendto(self: socket.socket, data: Any, *rest: Any) -> int:
        if _leaves(self, rest[-1]):
            raise _refused(rest[-1])
        return sendto(self, data, *rest)

    def guarded_getaddrinfo(host: Any, *args: Any, **kwargs: Any) -> Any:
        name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
        if name and name not in own_names and not _is_address(name):
            log.write("refused", name)
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return getaddrinfo(host, *args, **kwargs)

    for owner, name, guarded in (
        (socket.socket, "connect", guarded_connect),
        (socket.socket, "connect_ex", guarded_connect_ex),
        (socket.socket, "sendto", guarded_sendto),
        (socket, "getaddrinfo", guarded_getaddrinfo),
    ):
        setattr(owner, name, guarded)


def _leaves(sock: socket.socket, address: Any) -> bool:
    if sock.family not in _INTERNET or not isinstance(address, tuple):
        return False
    host = str(address[0]).split("%")[0]
    if host in ("", "localhost"):
        return False
    return not (_is_address(host) and ipaddress.ip_address(host).is_loopback)


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name.split("%")[0])
    except ValueError:
        return False
    return True


def _refused(address: Any) -> ConnectionRefusedError:
    log.write("refused", f"{address[0]}:{address[1]}")
    return ConnectionRefusedError(errno.ECONNREFUSED, "Connection refused")
