"""boto.compat and the copy of six in boto.vendored: what they hand on is in Python 3 itself, or in six."""

from __future__ import annotations

from codemods.catalog.names import SIX, URLLIB, builtins, modules, name_from, names_from
from codemods.catalog.schema import BotoModule, Constant, Member
from codemods.code import Code

_SIX = (
    *("BytesIO", "Iterator", "MAXSIZE", "MovedAttribute", "MovedModule", "PY2", "PY3", "PY34", "StringIO"),
    *(
        "add_metaclass",
        "add_move",
        "advance_iterator",
        "assertCountEqual",
        "assertRaisesRegex",
        "assertRegex",
    ),
    *(
        "b",
        "binary_type",
        "byte2int",
        "callable",
        "class_types",
        "create_bound_method",
        "create_unbound_method",
    ),
    *("exec_", "get_function_closure", "get_function_code", "get_function_defaults"),
    *("get_function_globals", "get_method_function", "get_method_self", "get_unbound_function", "indexbytes"),
    *("int2byte", "integer_types", "iterbytes", "iteritems", "iterkeys", "iterlists"),
    *("itervalues", "moves", "next", "print_", "python_2_unicode_compatible", "raise_from"),
    *("remove_move", "reraise", "string_types", "text_type", "u", "unichr", "viewitems"),
    *("viewkeys", "viewvalues", "with_metaclass", "wraps"),
    *("Module_six_moves_urllib", "Module_six_moves_urllib_error", "Module_six_moves_urllib_parse"),
    *("Module_six_moves_urllib_request", "Module_six_moves_urllib_response"),
    "Module_six_moves_urllib_robotparser",
)
"""The public names of six 1.9, which boto 2 carries a copy of."""

_SIX_MODULES = ("functools", "io", "itertools", "operator", "sys", "types")

_MOVES = (
    *(
        "BaseHTTPServer",
        "CGIHTTPServer",
        "SimpleHTTPServer",
        "StringIO",
        "UserDict",
        "UserList",
        "UserString",
    ),
    *("builtins", "cPickle", "cStringIO", "configparser", "copyreg", "dbm_gnu", "email_mime_base"),
    *(
        "email_mime_multipart",
        "email_mime_nonmultipart",
        "email_mime_text",
        "filter",
        "filterfalse",
        "getcwd",
    ),
    *("getcwdb", "html_entities", "html_parser", "http_client", "http_cookiejar", "http_cookies", "input"),
    *("intern", "map", "queue", "range", "reduce", "reload_module", "reprlib", "shlex_quote", "socketserver"),
    *("tkinter", "tkinter_colorchooser", "tkinter_commondialog", "tkinter_constants", "tkinter_dialog"),
    *("tkinter_dnd", "tkinter_filedialog", "tkinter_font", "tkinter_messagebox", "tkinter_scrolledtext"),
    *("tkinter_simpledialog", "tkinter_tix", "tkinter_tkfiledialog", "tkinter_tksimpledialog", "tkinter_ttk"),
    *("urllib", "urllib_error", "urllib_parse", "urllib_robotparser", "xmlrpc_client", "xmlrpc_server"),
    *("xrange", "zip", "zip_longest"),
)

_COMPAT: tuple[Member, ...] = (
    *modules("json", "os", "_thread"),
    *names_from("base64", "encodebytes"),
    name_from("expanduser", "os.path", "expanduser"),
    *names_from("io", "BytesIO", "StringIO"),
    *builtins("filter", "map", "zip"),
    Constant("StandardError", Code("Exception"), "any"),
    Constant("long_type", Code("int"), "any"),
    name_from("http_client", "http.client"),
    *names_from("queue", "Queue"),
    *names_from("urllib.parse", "parse_qs", "quote", "unquote", "unquote_plus", "urlparse", "urlsplit"),
    name_from("unquote_str", "urllib.parse", "unquote_plus"),
    name_from("parse_qs_safe", "urllib.parse", "parse_qs"),
    *names_from("urllib.request", "urlopen"),
    *names_from("configparser", "ConfigParser", "NoOptionError", "NoSectionError"),
    URLLIB,
    SIX,
)

_NOTE = "six comes with boto3 today (python-dateutil needs it); name it in your own requirements."

COMPAT: tuple[BotoModule, ...] = (
    BotoModule("boto.compat", "utils", _COMPAT),
    BotoModule("boto.vendored", "utils", (SIX,)),
    *(
        BotoModule(name, "utils", (*names_from("six", *_SIX, note=_NOTE), *modules(*_SIX_MODULES)))
        for name in ("boto.compat.six", "boto.vendored.six", "boto.utils.six")
    ),
    *(
        BotoModule(name, "utils", names_from("six.moves", *_MOVES, note=_NOTE))
        for name in ("boto.compat.six.moves", "boto.vendored.six.moves")
    ),
)
"""What stands for boto.compat and boto.vendored."""
