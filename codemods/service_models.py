"""What botocore's service models know: operations, members and their types, paginators. Read offline, never copied."""

from __future__ import annotations

import functools
from typing import Any

import botocore.session
from botocore import xform_name
from botocore.exceptions import UnknownServiceError
from botocore.model import ServiceModel, Shape


@functools.cache
def _loader() -> Any:
    return botocore.session.get_session().get_component("data_loader")


@functools.cache
def service_model(service: str) -> ServiceModel:
    """The model of a service (`s3`, `ec2`). Raises botocore's UnknownServiceError."""
    description = _loader().load_service_model(service, "service-2")
    return ServiceModel(description, service)


def operations(service: str) -> list[str]:
    """The names of all operations of a service."""
    return list(service_model(service).operation_names)


@functools.cache
def paginators(service: str) -> dict[str, Any]:
    """botocore's paginator configuration by operation name."""
    try:
        pagination: dict[str, Any] = _loader().load_service_model(service, "paginators-1")["pagination"]
    except (UnknownServiceError, KeyError):
        return {}
    return pagination


def pages(service: str, operation: str, member: str) -> bool:
    """True when a paginator of `operation` collects `member` of the response."""
    keys = paginators(service).get(operation, {}).get("result_key", [])
    return member in ([keys] if isinstance(keys, str) else keys)


def method_name(operation: str) -> str:
    """The client method of an operation: `DescribeVolumes` -> `describe_volumes`."""
    name: str = xform_name(operation)
    return name


def shape_at(shape: Shape | None, path: str) -> Shape | None:
    """The shape that a path of member names leads to; lists are stepped into by `[]`; None when there is none."""
    for part in path.replace("[]", ".[]").split("."):
        if not part:
            continue
        if shape is None:
            return None
        inner = getattr(shape, "member", None)
        shape = inner if part == "[]" else getattr(shape, "members", {}).get(part)
    return shape


def input_shape(service: str, operation: str, path: str) -> Shape | None:
    """The shape of an input member of an operation, by path."""
    return shape_at(service_model(service).operation_model(operation).input_shape, path)


def output_shape(service: str, operation: str, path: str) -> Shape | None:
    """The shape of an output member of an operation, by path; the whole output for an empty path."""
    return shape_at(service_model(service).operation_model(operation).output_shape, path)


def named_shape(service: str, name: str) -> Shape | None:
    """A shape of the service by name."""
    model = service_model(service)
    return model.shape_for(name) if name in model.shape_names else None


def is_timestamp(shape: Shape | None) -> bool:
    """True for a point in time, which botocore parses to a datetime."""
    return shape is not None and shape.type_name == "timestamp"


@functools.cache
def regions(service: str) -> frozenset[str]:
    """The names of all regions that the installed botocore knows for a service."""
    session = botocore.session.get_session()
    partitions = session.get_available_partitions()
    return frozenset(name for partition in partitions for name in session.get_available_regions(service, partition))


@functools.cache
def services() -> frozenset[str]:
    """The names of all services that the installed botocore has clients for."""
    return frozenset(botocore.session.get_session().get_available_services())
