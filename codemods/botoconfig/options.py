"""The table: each option of boto.cfg that boto 2 read, and what stands in its place on boto3.

Facts: every `config.get*` in boto 2.49.0; botocore/configprovider.py and botocore/config.py for the other
side. An `Option` covers one option or several that only mean something together (a proxy's host and port), in
one section.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Iterable, Mapping
from configparser import ConfigParser
from dataclasses import dataclass
from urllib.parse import quote, urlsplit


class Place(enum.Enum):
    """Where a setting goes on boto3."""

    CONFIG_FILE = "~/.aws/config"
    CREDENTIALS_FILE = "~/.aws/credentials"
    ENVIRONMENT = "environment variables"
    CONFIG_ARGUMENT = "botocore.config.Config(...)"
    CLIENT_ARGUMENT = "boto3.client(...)"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the answer: `name` and `value` as they are written in that place, source text for
    arguments.

    `scope` is the profile for the two files and the service for client arguments, empty for all of them. `of`
    names the options that the line came from, empty for all that its row covers.
    """

    place: Place
    name: str
    value: str
    scope: str = ""
    secret: bool = False
    of: tuple[str, ...] = ()


class Fate(enum.Enum):
    """What becomes of an option as a whole."""

    CARRIED = "has a counterpart"
    NEEDLESS = "has none and needs none"
    LOST = "has none: a person has to act"


@dataclass(frozen=True, slots=True)
class Found:
    """The options of one row that a file sets, in one section. `clear`: [Boto] is_secure turns TLS off."""

    section: str
    values: Mapping[str, str]
    clear: bool = False

    def number(self, name: str) -> int:
        """The value of an option that boto 2 read with getint."""
        try:
            return int(self.values[name])
        except ValueError:
            raise ValueError(f"{name} has to be a whole number; boto 2 failed on this value, too") from None


_ALL = (".*",)


@dataclass(frozen=True, slots=True)
class Option:
    """What becomes of the options `names` of `section`; both may be patterns (`profile .+`).

    `convert` gives the lines that say the same; it raises ValueError with a sentence when a value is none
    that boto 2 could use. `advice` is one sentence for a person, always said.
    """

    section: str
    names: tuple[str, ...]
    advice: str
    convert: Callable[[Found], Iterable[Line]] | None = None
    needless: bool = False

    def lines(self, found: Found) -> tuple[Line, ...]:
        """The lines that take the place of what was found."""
        return tuple(self.convert(found)) if self.convert else ()

    @property
    def is_section(self) -> bool:
        """Is this the row for all that stands in a section?"""
        return self.names == _ALL

    @property
    def fate(self) -> Fate:
        """What becomes of the option, whatever its value."""
        if self.needless:
            return Fate.NEEDLESS
        return Fate.CARRIED if self.convert else Fate.LOST

    def matches(self, section: str, option: str) -> bool:
        """Is this the row for an option?"""
        return bool(re.fullmatch(self.section, section)) and any(re.fullmatch(name, option) for name in self.names)


def find_option(section: str, option: str) -> Option | None:
    """The row for an option as boto 2 names it: sections count by case, options do not."""
    return next((row for row in OPTIONS if row.matches(section, option.lower())), None)


def config_arguments(section: str, option: str, value: str) -> tuple[Line, ...]:
    """The `Config(...)` and client arguments that say what `boto.config.set(section, option, value)` said.

    Empty when there is none, or when the value is not one that boto 2 could use.
    """
    row = find_option(section, option)
    if row is None:
        return ()
    try:
        lines = row.lines(Found(section, {option.lower(): value}))
    except ValueError:
        return ()
    return tuple(line for line in lines if line.place in (Place.CONFIG_ARGUMENT, Place.CLIENT_ARGUMENT))


def is_false(value: str) -> bool:
    """configparser's getboolean, which boto 2 used for is_secure alone."""
    return value.lower() in ("0", "no", "false", "off")


def _credentials(found: Found) -> Iterable[Line]:
    profile = found.section.removeprefix("profile ") if found.section.startswith("profile ") else "default"
    for old, new in (
        ("aws_access_key_id", "aws_access_key_id"),
        ("aws_secret_access_key", "aws_secret_access_key"),
        ("aws_security_token", "aws_session_token"),
    ):
        if old in found.values:
            yield Line(Place.CREDENTIALS_FILE, new, found.values[old], profile, secret=True, of=(old,))


def _retries(found: Found) -> Iterable[Line]:
    total = found.number("num_retries") + 1
    yield Line(Place.CONFIG_FILE, "max_attempts", str(total), "default")
    yield Line(Place.CONFIG_FILE, "retry_mode", "standard", "default")
    yield Line(Place.ENVIRONMENT, "AWS_MAX_ATTEMPTS", str(total))
    yield Line(Place.ENVIRONMENT, "AWS_RETRY_MODE", "standard")
    yield Line(Place.CONFIG_ARGUMENT, "retries", f'{{"total_max_attempts": {total}, "mode": "standard"}}')


def _timeout(found: Found) -> Iterable[Line]:
    seconds = found.number("http_socket_timeout")
    yield Line(Place.CONFIG_ARGUMENT, "connect_timeout", str(seconds))
    yield Line(Place.CONFIG_ARGUMENT, "read_timeout", str(seconds))


def _proxy(found: Found) -> Iterable[Line]:
    values = found.values
    if "proxy" not in values:
        raise ValueError("proxy_port, proxy_user and proxy_pass have no effect without proxy")
    if not values["proxy"]:
        raise ValueError("proxy is empty: name the host, or take the line out")
    named = urlsplit(values["proxy"] if "://" in values["proxy"] else f"//{values['proxy']}")
    user, password = values.get("proxy_user") or named.username, values.get("proxy_pass") or named.password
    login = f"{quote(user, safe='')}{':' + quote(password, safe='') if password else ''}@" if user else ""
    port = f":{values['proxy_port']}" if "proxy_port" in values else ""
    url = f"http://{login}{named.netloc.rpartition('@')[2]}{port}"
    secret = bool(password)
    yield Line(Place.ENVIRONMENT, "HTTPS_PROXY", url, secret=secret)
    yield Line(Place.ENVIRONMENT, "HTTP_PROXY", url, secret=secret)
    yield Line(Place.CONFIG_ARGUMENT, "proxies", f'{{"http": "{url}", "https": "{url}"}}', secret=secret)


def _is_secure(found: Found) -> Iterable[Line]:
    if found.values["is_secure"].lower() not in ConfigParser.BOOLEAN_STATES:
        raise ValueError("is_secure has to be true or false; boto 2 failed on this value, too")
    if is_false(found.values["is_secure"]):
        yield Line(Place.CLIENT_ARGUMENT, "use_ssl", "False")


def _ca_bundle(found: Found) -> Iterable[Line]:
    path = found.values["ca_certificates_file"]
    if path != "system":
        yield Line(Place.CONFIG_FILE, "ca_bundle", path, "default")
        yield Line(Place.ENVIRONMENT, "AWS_CA_BUNDLE", path)
        yield Line(Place.CLIENT_ARGUMENT, "verify", f'"{path}"')


def _metadata_service(found: Found) -> Iterable[Line]:
    for name, value in found.values.items():
        yield Line(Place.CONFIG_FILE, name, value, "default", of=(name,))
        yield Line(Place.ENVIRONMENT, f"AWS_{name.upper()}", value, of=(name,))


_SERVICES = {
    "autoscale": "autoscaling",
    "cfn": "cloudformation",
    "cloudwatch": "cloudwatch",
    "cs": "cloudsearch",
    "ec2": "ec2",
    "elb": "elb",
    "emr": "emr",
    "sns": "sns",
    "sqs": "sqs",
}
"""boto 2's prefix of the options that choose a service's region, and boto3's name of the service."""

_AWS_HOST = re.compile(r"[\w.-]+\.amazonaws\.com(\.cn)?$")
_REGION = re.compile(r"(?<![a-z0-9])[a-z]{2}(?:-gov|-iso[a-z]?)?-[a-z]+-\d")


def region_of_host(host: str) -> str | None:
    """The region that a host of AWS serves (us-east-1 for global ones), None for a host of anybody else."""
    if not _AWS_HOST.fullmatch(host):
        return None
    match = _REGION.search(host)
    return match.group() if match else "us-east-1"


def _endpoint(service: str, found: Found, option: str, port: str = "") -> Iterable[Line]:
    """The arguments that reach a host: its region for a host of AWS, its URL for any other."""
    host = found.values[option].strip()
    if region := region_of_host(host):
        if f"{service}_region_name" not in found.values:
            yield Line(Place.CLIENT_ARGUMENT, "region_name", f'"{region}"', service, of=(option,))
        return
    scheme = "http://" if found.clear else "https://"
    url = f"{'' if '://' in host else scheme}{host}{':' + port if port else ''}"
    yield Line(Place.ENVIRONMENT, f"AWS_ENDPOINT_URL_{service.upper()}", url, of=(option,))
    if service == "s3":
        # Servers that only speak S3's protocol often do not know the checksums that botocore sends since
        # 1.36.
        for name in ("request_checksum_calculation", "response_checksum_validation"):
            yield Line(Place.CONFIG_ARGUMENT, name, '"when_required"', service, of=(option,))
    yield Line(Place.CLIENT_ARGUMENT, "endpoint_url", f'"{url}"', service, of=(option,))


def _service_region(found: Found) -> Iterable[Line]:
    for name, value in found.values.items():
        service = _SERVICES[name.partition("_")[0]]
        if name.endswith("_region_name"):
            yield Line(Place.CLIENT_ARGUMENT, "region_name", f'"{value}"', service, of=(name,))
        else:
            yield from _endpoint(service, found, name)


def _s3_host(found: Found) -> Iterable[Line]:
    yield from _endpoint("s3", found, "host")


def _credentials_host(found: Found) -> Iterable[Line]:
    if "s3_host" in found.values:
        yield from _endpoint("s3", found, "s3_host", found.values.get("s3_port", ""))


def _calling_format(found: Found) -> Iterable[Line]:
    name = found.values["calling_format"].rpartition(".")[2]
    style = {"OrdinaryCallingFormat": "path", "SubdomainCallingFormat": "virtual"}.get(name)
    if style is None:
        raise ValueError(f"boto3 has no counterpart for the calling format {name}")
    yield Line(Place.CONFIG_FILE, "s3", f"\n    addressing_style = {style}", "default")
    yield Line(Place.CONFIG_ARGUMENT, "s3", f'{{"addressing_style": "{style}"}}', "s3")


_OTHER_SERVICE = "boto3 takes the region of this service from region_name, where the client is made."


def _sections(pattern: str, advice: str) -> Option:
    """A row for whole sections."""
    return Option(pattern, _ALL, advice)


OPTIONS: tuple[Option, ...] = (
    Option(
        r"Credentials|profile .+",
        ("aws_access_key_id", "aws_secret_access_key", "aws_security_token"),
        "Put credentials in ~/.aws/credentials, or better use a role; of boto 2's files boto3 reads only "
        "the first two, "
        "from [Credentials] and late in its chain.",
        _credentials,
    ),
    Option(
        r"Credentials|profile .+",
        ("keyring",),
        "boto3 does not read keyrings: set credential_process in ~/.aws/config to a command that prints the "
        "credentials.",
    ),
    Option(
        "Credentials",
        ("s3_host", "s3_port", "s3_host_header"),
        "boto 2 sent every connection, not only those to S3, to this host; on boto3 give endpoint_url where "
        "a client is "
        "made (a host header of its own has no counterpart).",
        _credentials_host,
    ),
    Option(
        "Credentials",
        ("gs_.*", "ia_.*", "euca_.*"),
        "boto3 only speaks to other providers as servers with an endpoint_url.",
    ),
    Option("Boto", ("num_retries",), "num_retries counted retries, boto3 counts all attempts.", _retries),
    Option("Boto", ("max_retry_delay",), "boto3 has no such knob: its modes wait 20 seconds at most."),
    Option(
        "Boto",
        ("http_socket_timeout",),
        "No file and no variable sets this on boto3: it has to be an argument where the clients are made.",
        _timeout,
    ),
    Option(
        "Boto",
        ("proxy", "proxy_port", "proxy_user", "proxy_pass"),
        "Use the variables or the argument, not both: only the variables honour NO_PROXY.",
        _proxy,
    ),
    Option(
        "Boto",
        ("is_secure",),
        "boto3 speaks TLS unless told otherwise; use_ssl=False sends requests in the clear, so keep it only "
        "for a server "
        "of your own, and note that an endpoint_url with a scheme overrides it.",
        _is_secure,
    ),
    Option(
        "Boto",
        ("https_validate_certificates",),
        "boto3 verifies certificates; on current Pythons boto 2 did so in spite of False, and verify=False "
        "would really "
        "stop it: give ca_bundle instead if the server has a certificate of its own.",
    ),
    Option(
        "Boto",
        ("ca_certificates_file",),
        "`system` meant the system's trust store, which boto3 uses when AWS_CA_BUNDLE names its file.",
        _ca_bundle,
    ),
    Option(
        "Boto",
        ("metadata_service_timeout", "metadata_service_num_attempts"),
        "The same options, with the same meaning, in ~/.aws/config.",
        _metadata_service,
    ),
    Option("Boto", ("debug",), 'Call boto3.set_stream_logger("botocore") where the program configures logging.'),
    Option(
        "Boto",
        ("connection_stale_duration",),
        "botocore's connection pool (urllib3) looks after this itself.",
        needless=True,
    ),
    Option(
        "Boto",
        ("send_crlf_after_proxy_auth_headers",),
        "botocore speaks to proxies without such a workaround.",
        needless=True,
    ),
    Option(
        "Boto",
        ("key_buffer_size",),
        "There is no such option: give a chunk size where the program reads (StreamingBody.iter_chunks) or a "
        "TransferConfig(io_chunksize=...) where it downloads.",
    ),
    Option(
        "Boto",
        tuple(f"{prefix}_(?:region_name|region_endpoint|endpoint)" for prefix in _SERVICES),
        _OTHER_SERVICE,
        _service_region,
    ),
    Option(
        "Boto",
        (r"\w+_version",),
        "boto3 speaks one version of each API, so there is nothing to choose.",
        needless=True,
    ),
    Option(
        "Boto",
        ("endpoints_path", "use_endpoint_heuristics"),
        "boto3 knows the endpoints of all regions, also of those that boto 2's table lacks.",
        needless=True,
    ),
    Option("Boto", ("boto_update", "boto_location"), "This is for boto.pyami, which has no counterpart in boto3."),
    Option("Boto", ("walrus_host", "eucalyptus_host"), "Give endpoint_url where the client is made."),
    Option(
        "s3",
        ("host",),
        "boto3 derives the endpoint from the region; another server is an endpoint_url where the client is "
        "made, or a variable.",
        _s3_host,
    ),
    Option("s3", ("calling_format",), "boto 2's calling format is boto3's addressing style.", _calling_format),
    Option(
        "s3|ec2",
        ("use-sigv4",),
        "boto3 signs every request with SigV4, so there is nothing to set.",
        needless=True,
    ),
    Option(
        "s3",
        ("no_sign_request",),
        "boto 2.49 does not read this; anonymous requests are Config(signature_version=botocore.UNSIGNED).",
        needless=True,
    ),
    _sections(
        r"loggers|handlers|formatters|logger_.+|handler_.+|formatter_.+",
        "Importing boto configured the program's logging from this file; call logging.config.fileConfig() "
        "on a file of "
        "your own instead, or logging falls silent.",
    ),
    _sections(
        "Instance",
        "boto's start-up scripts wrote this section on an instance; read the metadata service instead.",
    ),
    _sections("User|Pyami|EBS|Trac|MySQL", "This section is for boto.pyami, which has no counterpart in boto3."),
    _sections("Notification", "This section is for boto.utils.notify, which has no counterpart in boto3."),
    _sections("DB|DB_.+", "This section is for boto.sdb.db, which has no counterpart in boto3."),
    _sections("SDB|DynamoDB|SWF", _OTHER_SERVICE),
    _sections("MTurk", "The sandbox of Mechanical Turk is an endpoint_url on boto3."),
    _sections("Plugin", "boto3 has no plugin directory: register botocore event handlers in code."),
    _sections("GSUtil|OAuth2", "This section is for gsutil, which boto3 has nothing to do with."),
)
