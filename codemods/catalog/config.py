"""boto.config and boto.pyami.config: what the program reads from boto 2's files, it reads with configparser.

A `boto.pyami.config.Config` is a `configparser.ConfigParser` over the same files after the migration. What
boto 2 itself took from those files has no effect on boto3; the table in `codemods.botoconfig.options` says
what takes its place.
"""

from __future__ import annotations

from codemods.botoconfig.options import Fate, config_arguments, find_option
from codemods.catalog.names import modules, name_from, names_from
from codemods.catalog.schema import (
    Argument,
    BotoClass,
    BotoModule,
    Flag,
    Form,
    Helped,
    Idiom,
    Manual,
    Outcome,
    Param,
    Remove,
    Rewrite,
    Use,
    optional,
    required,
)
from codemods.code import Code, HelperFunction, code
from codemods.emitted import config

_SECTION = required("section")
_NAME = required("name")
_OPTION = required("option")


def _literals(use: Use, option: str = "name") -> tuple[str, str] | None:
    """The section and the option that a call names, where both are written in the source."""
    pair = tuple(use.arguments[key].literal if key in use.arguments else "" for key in ("section", option))
    return (pair[0], pair[1]) if isinstance(pair[0], str) and isinstance(pair[1], str) else None


def _advice(use: Use, section: str = "", option: str = "name") -> str:
    """What to know about reading this option, when it is one that boto 2 itself obeyed."""
    pair = _literals(use, option)
    if pair is None:
        return "boto3 reads none of boto 2's own settings; if this reads one, see `boto3ify config`."
    row = find_option(section or pair[0], pair[1])
    if row is None:
        return ""
    return f"The program still reads this from boto 2's files, but boto3 does not. {row.advice}"


def _config(use: Use) -> Code:
    assert use.receiver is not None
    return use.receiver.code


def _call(use: Use, method: str, *arguments: Code, **keywords: Code) -> Code:
    """A call of a method of the config."""
    texts = [argument.text for argument in arguments]
    texts += [f"{name}={argument.text}" for name, argument in keywords.items()]
    receiver = _config(use)
    return code(f"{receiver.operand}.{method}({', '.join(texts)})", receiver, *arguments, *keywords.values())


def _number(argument: Argument | None, kind: type[int] | type[float]) -> Code:
    """A default for getint or getfloat, which boto 2 made a number of."""
    if argument is None:
        return Code(repr(kind(0)))
    if isinstance(argument.literal, int | float | str) and type(argument.literal) is not kind:
        try:
            return Code(repr(kind(argument.literal)))
        except ValueError:
            pass  # fails when it runs, as in boto 2
    if argument.only(kind.__name__):
        return argument.code
    if argument.may_be_none:  # boto 2 failed on None, but only where the option was missing
        text = argument.code.text
        is_name = text.isidentifier() and argument.literal is not None
        return code(f"{text} and {kind.__name__}({text})", argument.code) if is_name else argument.code
    return code(f"{kind.__name__}({argument.code})", argument.code)


def _get(use: Use) -> Outcome:
    default = use.arguments["default"].code if "default" in use.arguments else Code("None")
    arguments = use.arguments
    value = _call(use, "get", arguments["section"].code, arguments["name"].code, fallback=default)
    return Rewrite(value, _advice(use))


def _getint(use: Use) -> Outcome:
    default = _number(use.arguments.get("default"), int)
    arguments = use.arguments
    value = _call(use, "getint", arguments["section"].code, arguments["name"].code, fallback=default)
    return Rewrite(value, _advice(use))


def _getfloat(use: Use) -> Outcome:
    default = _number(use.arguments.get("default"), float)
    arguments = use.arguments
    value = _call(use, "getfloat", arguments["section"].code, arguments["name"].code, fallback=default)
    return Rewrite(value, _advice(use))


def _getbool(use: Use) -> Outcome:
    given = [use.arguments[name].code for name in ("section", "name", "default") if name in use.arguments]
    return Rewrite(use.call(config._getbool, _config(use), *given), _advice(use))


def _get_in(section: str, method: str) -> Idiom:
    """`get_instance`, `get_user`, `getint_user`: reads in a section that boto 2 chose."""
    missing = "0" if method == "getint" else "None"
    ignored = f"boto 2 ignored the default of this method and gave {missing}; so does the new code."

    def expand(use: Use) -> Outcome:
        value = _call(use, method, Code(f'"{section}"'), use.arguments["name"].code, fallback=Code(missing))
        return Rewrite(value, ignored if "default" in use.arguments else "")

    boto_name = f"{'getint' if method == 'getint' else 'get'}_{section.lower()}"
    return Idiom(boto_name, expand, (_NAME, optional("default")), "int" if method == "getint" else "str?")


_AS_BEFORE = frozenset({"https_validate_certificates"})
"""Settings whose value made no difference to boto 2 on the Pythons that boto3 runs on."""


def _set(use: Use) -> Outcome:
    """A setting made in code: one of the program stays, one of boto 2 has to go elsewhere."""
    arguments = use.arguments
    value = arguments.get("value")
    given = [arguments[name].code for name in ("section", "option", "value") if name in arguments]
    pair = _literals(use, "option")
    if pair is None:
        return Flag("Give a setting of boto 2's own where the clients are made; boto3 reads no such file.")
    row = find_option(*pair)
    if row is None:
        return Rewrite(_call(use, "set", *given))
    if row.fate is Fate.NEEDLESS or pair[1] in _AS_BEFORE:
        return Remove(note=row.advice)
    lines = config_arguments(*pair, str(value.literal)) if value is not None and value.is_literal else ()
    shown = ", ".join(f"{line.name}={line.value}" for line in lines if not line.secret)
    where = f"Give {shown} where the clients are made. " if shown else ""
    return Flag(f"{where}{row.advice}")


def set_option(use: Use, *given: Code) -> Code:
    """A setting made in the program's copy of the configuration."""
    return _call(use, "set", *given)


def _setbool(use: Use) -> Outcome:
    section, name, value = (use.arguments[key] for key in ("section", "name", "value"))
    row = find_option(*pair) if (pair := _literals(use)) else None
    if row is not None and pair is not None and (row.fate is Fate.NEEDLESS or pair[1] in _AS_BEFORE):
        return Remove(note=row.advice)
    if row is not None or pair is None:
        return Flag(row.advice if row else "Use configparser's set() with the text true or false.")
    text = code(f'"true" if {value.code.term} else "false"', value.code)
    if value.is_literal:
        text = Code('"true"' if value.literal else '"false"')
    return Rewrite(_call(use, "set", section.code, name.code, text))


def _same(name: str, *params: Param, gives: str = "any", method: str = "") -> Idiom:
    """A method that boto 2 handed on to configparser: the call stays, on the parser."""

    def expand(use: Use) -> Outcome:
        given = [use.arguments[param.name].code for param in params if param.name in use.arguments]
        return Rewrite(_call(use, method or name, *given))

    return Idiom(name, expand, params, gives)


def _same_read(name: str) -> Idiom:
    """`has_option` and `getboolean`: the call stays, and reads of boto 2's own settings are pointed out."""

    def expand(use: Use) -> Outcome:
        given = [use.arguments[key].code for key in ("section", "option") if key in use.arguments]
        return Rewrite(_call(use, name, *given), _advice(use, option="option"))

    return Idiom(name, expand, (_SECTION, _OPTION), "bool")


def _with_config(name: str, helper: HelperFunction, *params: Param, path: str = "") -> Idiom:
    """A method that a helper does, which takes the config first (and maybe a path that boto 2 chose)."""

    def expand(use: Use) -> Outcome:
        given = [use.arguments[param.name].code for param in params if param.name in use.arguments]
        fixed = [Code(path).with_needs(*use.imported("os").needs)] if path else []
        return Rewrite(use.call(helper, _config(use), *fixed, *given))

    return Idiom(name, expand, params, "none")


def _locations(use: Use) -> Outcome:
    return Rewrite(use.call(config._boto_config_locations))


def _user_path(use: Use) -> Outcome:
    return Rewrite(code('os.path.expanduser("~/.boto")', use.imported("os")))


def _system_path(use: Use) -> Outcome:
    return Rewrite(Code('"/etc/boto.cfg"'))


def _boto_config(use: Use) -> Outcome:
    return Rewrite(use.call(config._boto_config))


def _read(default: str = "") -> tuple[Param, ...]:
    """The parameters of a method that reads an option, with boto 2's default."""
    return _SECTION, _NAME, optional("default", default=default)


_NO_SIMPLEDB = "SimpleDB configuration storage has no counterpart: keep settings in a file or in SSM Parameter Store."

CONFIG: tuple[BotoModule | BotoClass, ...] = (
    BotoModule(
        "boto",
        "config",
        (
            Idiom("config", _boto_config, gives="config.Config", attribute=True),
            Idiom("BotoConfigLocations", _locations, gives="[str]", attribute=True),
        ),
    ),
    BotoModule(
        "boto.pyami.config",
        "config",
        (
            Idiom("BotoConfigLocations", _locations, gives="[str]", attribute=True),
            Idiom("BotoConfigPath", _system_path, gives="str", attribute=True),
            Idiom("UserConfigPath", _user_path, gives="str", attribute=True),
            *modules("os", "re", "warnings"),
            *names_from("configparser", "ConfigParser", "NoOptionError", "NoSectionError"),
            *names_from("io", "StringIO"),
            name_from("expanduser", "os.path", "expanduser"),
        ),
    ),
    BotoClass(
        "boto.pyami.config.Config",
        "config.Config",
        Form.RECORD,
        also=("boto.Config", "boto.provider.Config"),
        members=(
            Helped("__init__", config._load_boto_config, "config.Config", client=False),
            Idiom("get", _get, _read(), "str?"),
            Idiom("get_value", _get, _read(), "str?"),
            Idiom("getint", _getint, _read("0"), "int"),
            Idiom("getfloat", _getfloat, _read("0.0"), "float"),
            Idiom("getbool", _getbool, _read("False"), "bool"),
            _get_in("Instance", "get"),
            _get_in("User", "get"),
            _get_in("User", "getint"),
            Idiom("set", _set, (_SECTION, _OPTION, optional("value")), "none"),
            Idiom("setbool", _setbool, (_SECTION, _NAME, required("value")), "none"),
            _same_read("has_option"),
            _same_read("getboolean"),
            _same("has_section", _SECTION, gives="bool"),
            _same("sections", gives="[str]"),
            _same("options", _SECTION, gives="[str]"),
            _same("items", optional("section"), gives="[(str, str)]"),
            _same("defaults", gives="{str: str}"),
            _same("add_section", _SECTION, gives="none"),
            _same("remove_section", _SECTION, gives="bool"),
            _same("remove_option", _SECTION, _OPTION, gives="bool"),
            _same("optionxform", required("optionstr"), gives="str"),
            _same("read", required("filenames"), gives="[str]"),
            _same("readfp", required("fp"), gives="none", method="read_file"),
            _same("read_file", required("f"), gives="none"),
            _same("write", required("fp"), gives="none"),
            _with_config("load_from_path", config._read_boto_config, required("path")),
            _with_config("load_credential_file", config._read_credential_file, required("path")),
            _with_config("save_option", config._save_option, required("path"), _SECTION, _OPTION, required("value")),
            _with_config(
                "save_user_option",
                config._save_option,
                _SECTION,
                _OPTION,
                required("value"),
                path='os.path.expanduser("~/.boto")',
            ),
            _with_config(
                "save_system_option",
                config._save_option,
                _SECTION,
                _OPTION,
                required("value"),
                path='"/etc/boto.cfg"',
            ),
            Manual("dump", "Write the parser to sys.stdout instead: config.write(sys.stdout)."),
            Manual("dump_safe", "Write the options that hold no secret with a loop over config.sections()."),
            Manual("dump_to_sdb", _NO_SIMPLEDB),
            Manual("load_from_sdb", _NO_SIMPLEDB),
        ),
    ),
)
"""What stands for boto 2's configuration object and the names around it."""
