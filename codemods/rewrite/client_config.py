"""The Config of a client: proxies, signatures, addressing, and the resilient settings that it shares."""

from __future__ import annotations

import ast

from codemods.catalog.schema import Argument
from codemods.code import Binding, Code, code
from codemods.emitted import connections as emitted
from codemods.rewrite.member_use import MemberUse
from codemods.rewrite.new_client import DEFAULT_REGION, NewClient, Refused
from codemods.rewrite.text import quoted
from codemods.rewrite.tuning import tuned_config


def transport(arguments: dict[str, Argument], client: NewClient, use: MemberUse) -> None:
    """Say how the client connects: proxies; what boto3 has nothing for is refused."""
    proxy = arguments.get("proxy")
    if proxy is not None:
        rest = {
            parameter: arguments[name].code
            for name, parameter in (("proxy_port", "port"), ("proxy_user", "user"), ("proxy_pass", "password"))
            if name in arguments
        }
        port = arguments.get("proxy_port")
        number = port.literal if port is not None else ""
        if isinstance(proxy.literal, str) and set(rest) <= {"port"} and isinstance(number, str | int):
            url = quoted(f"http://{proxy.literal}" + (f":{number}" if number else ""))
            client.config["proxies"] = Code(f'{{"http": {url}, "https": {url}}}')
        else:
            client.config["proxies"] = use.call(emitted._proxies, proxy.code, **rest)
    certificates = arguments.get("validate_certs")
    if certificates is not None and certificates.literal is not True:
        client.notes.append(
            "validate_certs=False is dropped: on today's Python boto 2 verified certificates all the same; pass "
            "verify=False only if you must"
        )
    for name, advice in (
        ("https_connection_factory", "boto3 has no https_connection_factory; give verify= or a proxies Config instead"),
        ("bucket_class", "boto3 has no bucket classes; put what the class adds into functions that take the client"),
        ("api_version", "boto3 speaks the current API only; drop api_version and look at what the code expects"),
    ):
        if name in arguments:
            raise Refused(advice)
    provider = arguments.get("provider")
    if provider is not None and provider.literal != "aws":
        raise Refused("boto3 speaks to AWS; for another provider give endpoint_url and its own keys")


def signature(service: str, arguments: dict[str, Argument], client: NewClient, use: MemberUse) -> None:
    """Say how requests are signed and buckets addressed."""
    anon = arguments.get("anon")
    if anon is not None and anon.literal is not False:
        unsigned = use.imported("botocore", "UNSIGNED")
        if anon.literal is True:
            client.config["signature_version"] = unsigned
        else:
            text = f'{unsigned} if {anon.code.term} else "s3v4"'
            client.config["signature_version"] = code(text, unsigned, anon.code, binding=Binding.LOOSE)
    if (
        arguments.get("suppress_consec_slashes") is not None
        and arguments["suppress_consec_slashes"].literal is not True
    ):
        raise Refused(
            "suppress_consec_slashes=False keeps slashes in names; write this client by hand and use names as they are"
        )
    style = arguments.get("calling_format")
    if style is not None:
        client.s3["addressing_style"] = _addressing_style(style)
    elif service == "s3" and (client.custom_host or _signs_urls_for_a_region(client, use)):
        client.s3["addressing_style"] = Code('"virtual"')
    if client.custom_host and service == "s3":
        client.config["request_checksum_calculation"] = Code('"when_required"')
        client.config["response_checksum_validation"] = Code('"when_required"')


def _signs_urls_for_a_region(client: NewClient, use: MemberUse) -> bool:
    """boto3 signs URLs for the global host unless it is told `virtual`; boto 2 signed them for the region's host."""
    region = client.keywords.get("region_name")
    is_default = region is None or region.text == quoted(DEFAULT_REGION)
    return not is_default and use.draft.view.uses.called_anywhere("generate_url")


def _addressing_style(style: Argument) -> Code:
    if isinstance(style.literal, str):
        known = {"OrdinaryCallingFormat": '"path"', "SubdomainCallingFormat": '"virtual"'}
        name = style.literal.rpartition(".")[2]
        if name in known:
            return Code(known[name])
        if style.literal in ("path", "virtual"):
            return Code(quoted(style.literal))
    if style.classes and style.classes <= {"s3.OrdinaryCallingFormat", "s3.SubdomainCallingFormat"}:
        text = style.code.text
        return Code(text.replace("'", '"'), style.code.needs) if text in ("'path'", "'virtual'") else style.code
    raise Refused("the calling format may be anything here; give addressing_style 'path' or 'virtual' in the Config")


def config_of(service: str, client: NewClient, use: MemberUse) -> Code:
    """The Config argument: the shared one, with what this client needs besides merged into it."""
    shared = use.draft.shared_config(service)
    extra = dict(client.config)
    if isinstance(use.node, ast.Call):
        extra |= tuned_config(use.node, use.draft.view, use.draft.module)
    if client.s3:
        entries = ", ".join(f"{quoted(name)}: {value}" for name, value in client.s3.items())
        extra["s3"] = code(f"{{{entries}}}", *client.s3.values())
    if not extra:
        return shared
    config = use.imported("botocore.config", "Config")
    inside = ", ".join(f"{name}={value}" for name, value in extra.items())
    return code(f"{shared}.merge({config}({inside}))", shared, config, *extra.values())
