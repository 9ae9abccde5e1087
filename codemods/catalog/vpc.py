"""All of boto 2's VPC: one tuple of tables."""

from __future__ import annotations

from codemods.catalog.schema import BotoClass, BotoModule
from codemods.catalog.vpc_connection import VPC_CONNECTION
from codemods.catalog.vpc_gateways import VPC_GATEWAYS
from codemods.catalog.vpc_network import VPC_NETWORK

VPC: tuple[BotoClass | BotoModule, ...] = (VPC_CONNECTION, *VPC_NETWORK, *VPC_GATEWAYS)
