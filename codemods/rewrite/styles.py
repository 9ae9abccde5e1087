"""The style of each service: do boto 2 objects become names and dicts, or boto3's resource objects?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from codemods.catalog.schema import BotoClass, Form
from codemods.emitted import resources
from codemods.settings import Style

CLIENT_SERVICES = {"vpc": "ec2"}
"""Services of boto 2 whose client is another service's."""


_WRAPPED = frozenset({"Bucket", *resources._IDENTIFIERS})
"""The resource classes that emitted code can make around a record."""


def client_service(service: str) -> str:
    """The boto3 service name for a service of the catalog."""
    return CLIENT_SERVICES.get(service, service)


@dataclass(frozen=True)
class Styles:
    """The chosen style by boto3 service, and why it was chosen."""

    chosen: Mapping[str, Style] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)

    def is_resource(self, service: str) -> bool:
        """True when objects of the service carry their client."""
        return self.chosen.get(client_service(service), Style.CLIENT) is Style.RESOURCE

    def carries_client(self, cls: BotoClass) -> bool:
        """True when what stands for an object of `cls` is a boto3 resource object."""
        return self.is_resource(cls.service) and (cls.resource in _WRAPPED or cls.form is Form.CLIENT)

    def client(self, cls: BotoClass, text: str) -> str:
        """The client of an object that carries one, or of a connection."""
        return f"{text}.meta.client" if self.carries_client(cls) else text

    def record(self, cls: BotoClass, text: str) -> str:
        """The dict (or, for a NAME, the string) behind an object."""
        if not self.carries_client(cls):
            return text
        return f"{text}.name" if cls.form is Form.NAME else f"{text}.meta.data"
