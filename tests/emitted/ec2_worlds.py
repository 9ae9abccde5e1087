"""boto 2 and boto3 against the same fake EC2, which starts from the same things for each of the two.

`same(old, new, given)` is what the tests of the EC2 helpers consist of: `given` makes what the scenario needs, `old`
gets a boto 2 connection and `new` a boto3 client, and both get what `given` returned. What they return must be equal,
and so must everything that EC2 holds afterwards.
"""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Callable
from typing import Any

import boto3
import requests
from boto.ec2.regioninfo import RegionInfo
from boto.exception import EC2ResponseError
from boto.vpc import VPCConnection
from botocore.config import Config
from botocore.exceptions import ClientError
from moto.server import ThreadedMotoServer

RANDOM = (
    ("time", re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z| UTC)")),
    ("fingerprint", re.compile(r"\b[0-9a-f]{2}(?::[0-9a-f]{2}){15,19}\b")),
    ("mac", re.compile(r"\b[0-9a-f]{2}(?::[0-9a-f]{2}){5}\b")),
    ("key", re.compile(r"-----BEGIN.*", re.DOTALL)),
    ("uuid", re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")),
    ("id", re.compile(r"\b[a-z]+(?:-[a-z]+)*-[0-9a-f]{8}(?:[0-9a-f]{9})?\b")),
    ("host", re.compile(r"\b(?:ip|ec2)(?:-\d{1,3}){4}\b")),
    ("address", re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}\b(?!/)")),
)
"""What the fake draws at random, so that it differs between the two worlds."""
NOISE = {"ResponseMetadata", "RequestId", "ClientToken"}

MACHINES = {
    "describe_addresses": "Addresses",
    "describe_instances": "Reservations",
    "describe_key_pairs": "KeyPairs",
    "describe_network_interfaces": "NetworkInterfaces",
    "describe_security_groups": "SecurityGroups",
    "describe_snapshots": "Snapshots",
    "describe_spot_instance_requests": "SpotInstanceRequests",
    "describe_tags": "Tags",
    "describe_volumes": "Volumes",
}
NETWORKS = {
    "describe_dhcp_options": "DhcpOptions",
    "describe_internet_gateways": "InternetGateways",
    "describe_network_acls": "NetworkAcls",
    "describe_route_tables": "RouteTables",
    "describe_subnets": "Subnets",
    "describe_vpc_peering_connections": "VpcPeeringConnections",
    "describe_vpcs": "Vpcs",
}


@functools.cache
def _address() -> tuple[str, int]:
    """Host and port of the fake, one for each test process; it ends with the process."""
    os.environ["MOTO_EC2_LOAD_DEFAULT_AMIS"] = "false"  # hundreds of images that nobody here launches
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    return host, port


@functools.cache
def client() -> Any:
    """A boto3 client for the fake."""
    host, port = _address()
    return boto3.client(
        "ec2",
        endpoint_url=f"http://{host}:{port}",
        region_name="us-east-1",
        aws_access_key_id="testing",
        aws_secret_access_key="testing",
        config=Config(retries={"total_max_attempts": 1}),
    )


def connection() -> VPCConnection:
    """A boto 2 connection to the fake."""
    host, port = _address()
    made = VPCConnection("testing", "testing", is_secure=False, port=port, region=RegionInfo(None, "us-east-1", host))
    made.auth_region_name, made.auth_service_name = "us-east-1", "ec2"
    made.num_retries = 0
    return made


def fresh(given: Callable[[Any], Any]) -> Any:
    """An empty fake with what the scenario needs."""
    host, port = _address()
    requests.post(f"http://{host}:{port}/moto-api/reset", timeout=10)
    # One time in 256 the address that moto draws is the one that a test asks for.
    requests.post(f"http://{host}:{port}/moto-api/seed?a=20", timeout=10)
    return given(client())


def state(networks: bool) -> Any:
    """What EC2 holds: machines and what belongs to them, and networks if they matter."""
    held = {}
    for method, member in {**MACHINES, **(NETWORKS if networks else {})}.items():
        arguments = {"OwnerIds": ["self"]} if method == "describe_snapshots" else {}
        held[member] = getattr(client(), method)(**arguments)[member]
    held["Images"] = client().describe_images(Owners=["self"])["Images"]
    return held


class Names:
    """Names for what is random, in the order in which it turns up: the same in both worlds if they are the same."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}

    def masked(self, value: Any) -> Any:
        """The value with names in place of what differs from run to run."""
        if hasattr(value, "isoformat"):
            return "<time>"
        if isinstance(value, str):
            for kind, pattern in RANDOM:
                value = pattern.sub(functools.partial(self._name, kind), value)
            return value
        if isinstance(value, dict):
            return {self.masked(key): self.masked(each) for key, each in value.items() if key not in NOISE}
        if isinstance(value, list | tuple):
            if value and isinstance(value[0], dict) and "GroupName" in value[0]:
                value = sorted(value, key=lambda group: group["GroupName"])  # the fake holds them in a set
            return [self.masked(each) for each in value]
        return value

    def _name(self, kind: str, found: re.Match[str]) -> str:
        if kind != "id":
            return f"<{kind}>"
        prefix = found[0].rpartition("-")[0] if kind == "id" else kind
        return self.known.setdefault(found[0], f"<{prefix} {len(self.known)}>")


def outcome(run: Callable[[], Any]) -> Any:
    """What a call gives, or the code of the error that it ends with."""
    try:
        return run()
    except EC2ResponseError as error:
        return f"error {error.error_code}"
    except ClientError as error:
        return f"error {error.response['Error']['Code']}"


def world(run: Callable[..., Any], caller: Any, given: Callable[[Any], Any], networks: bool) -> Any:
    """What a call gives and what EC2 holds after it, in a fake of its own."""
    made = fresh(given)
    names = Names()
    names.masked(made)
    result = outcome(lambda: run(caller, made))
    return names.masked(result), names.masked(state(networks))


def same(
    old: Callable[..., Any],
    new: Callable[..., Any],
    given: Callable[[Any], Any] = lambda ec2: None,
    error: str = "",
    networks: bool = False,
) -> Any:
    """Runs both against the same fake; gives what they agree on, which is no error but one that is expected."""
    wanted, got = world(old, connection(), given, networks), world(new, client(), given, networks)
    ended = str(wanted[0]).startswith("error")
    assert ended == bool(error) and error in str(wanted[0]), f"boto 2 ended with {wanted[0]!r}"
    assert got[0] == wanted[0], f"boto 2 gave {wanted[0]!r}, the helper {got[0]!r}"
    for member, held in wanted[1].items():
        assert got[1][member] == held, f"boto 2 left {member} {held!r}, the helper {got[1][member]!r}"
    return got[0]
