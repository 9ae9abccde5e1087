"""boto's loggers and the functions that set them up.

boto 2 logs to `boto`; boto3 logs to `boto3`, `botocore` and `s3transfer`, and none of these is a child of
`boto`.
"""

from __future__ import annotations

from codemods.catalog.schema import (
    BotoModule,
    Helped,
    Idiom,
    Outcome,
    Rewrite,
    Use,
    optional,
    required,
)
from codemods.code import Code, code
from codemods.emitted import logging as emitted

LOGGERS = ("boto3", "botocore", "s3transfer", "urllib3")
"""Where the messages come from that boto 2 logged to `boto`."""

_WIRE = "botocore logs more than boto 2 did: at DEBUG also the headers and bodies of requests, which may hold secrets."
_NAMED = (
    "boto 2 logged its own messages to this logger from here on; boto3's go to botocore, for which a second "
    "call is due."
)
_BOTO = '"botocore"'


def logger_names(name: str) -> tuple[str, ...]:
    """The loggers that stand for a logger of boto 2 by name (`boto`, `boto.perf`); empty for any other
    logger.
    """
    return LOGGERS if name == "boto" or name.startswith("boto.") else ()


def _is_boto(literal: object) -> bool:
    return isinstance(literal, str) and bool(logger_names(literal))


def _name_and_note(use: Use) -> tuple[Code, str]:
    name = use.arguments["name"]
    return (Code(_BOTO), _WIRE) if _is_boto(name.literal) else (name.code, _NAMED)


def _set_stream_logger(use: Use) -> Outcome:
    """boto3 has the same function; only the logger's name differs."""
    name, note = _name_and_note(use)
    given = {key: use.arguments[key].code for key in ("level", "format_string") if key in use.arguments}
    texts = [name.text, *(f"{key}={value}" for key, value in given.items())]
    function = use.imported("boto3")
    return Rewrite(code(f"{function}.set_stream_logger({', '.join(texts)})", function, name, *given.values()), note)


def _set_file_logger(use: Use) -> Outcome:
    name, note = _name_and_note(use)
    given = {key: use.arguments[key].code for key in ("level", "format_string") if key in use.arguments}
    return Rewrite(use.call(emitted._set_file_logger, name, use.arguments["filepath"].code, **given), note)


def _logger(name: str, boto_name: str) -> Idiom:
    """`boto.log`: the program's own messages go on to where those of the library go."""

    def expand(use: Use) -> Outcome:
        module = use.imported("logging")
        return Rewrite(code(f'{module}.getLogger("{boto_name}")', module))

    return Idiom(name, expand, attribute=True)


def _null_handler(use: Use) -> Outcome:
    module = use.imported("logging")
    return Rewrite(code(f"{module}.NullHandler", module))


LOGGING: tuple[BotoModule, ...] = (
    BotoModule(
        "boto",
        "logging",
        (
            _logger("log", "botocore"),
            _logger("perflog", "botocore"),
            Idiom("NullHandler", _null_handler, attribute=True),
            Idiom(
                "set_stream_logger",
                _set_stream_logger,
                (required("name"), optional("level"), optional("format_string")),
                "none",
            ),
            Idiom(
                "set_file_logger",
                _set_file_logger,
                (required("name"), required("filepath"), optional("level"), optional("format_string")),
                "none",
            ),
            Helped(
                "init_logging",
                emitted._init_logging,
                client=False,
                note="Importing boto did this, too: if the program relied on it, call this where it starts.",
            ),
        ),
    ),
)
"""What stands for the logging functions of the module boto."""
