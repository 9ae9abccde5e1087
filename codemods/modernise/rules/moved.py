"""Where the standard library's modules and names went. Facts: PEP 3108, fissix's fix_imports, fix_urllib,
fix_types, and the "Deprecated, removed" sections of What's New in Python 3.0 to 3.13.
"""

from __future__ import annotations

import re

MODULES: dict[str, str] = {
    "BaseHTTPServer": "http.server",
    "CGIHTTPServer": "http.server",
    "ConfigParser": "configparser",
    "Cookie": "http.cookies",
    "DocXMLRPCServer": "xmlrpc.server",
    "HTMLParser": "html.parser",
    "Queue": "queue",
    "SimpleHTTPServer": "http.server",
    "SimpleXMLRPCServer": "xmlrpc.server",
    "SocketServer": "socketserver",
    "StringIO": "io",
    "Tkinter": "tkinter",
    "Tix": "tkinter.tix",
    "ScrolledText": "tkinter.scrolledtext",
    "Tkconstants": "tkinter.constants",
    "UserDict": "collections",
    "UserList": "collections",
    "UserString": "collections",
    "__builtin__": "builtins",
    "_winreg": "winreg",
    "cPickle": "pickle",
    "cStringIO": "io",
    "commands": "subprocess",
    "cookielib": "http.cookiejar",
    "copy_reg": "copyreg",
    "dbhash": "dbm.bsd",
    "dumbdbm": "dbm.dumb",
    "anydbm": "dbm",
    "whichdb": "dbm",
    "gdbm": "dbm.gnu",
    "dummy_thread": "_dummy_thread",
    "email.Charset": "email.charset",
    "email.Encoders": "email.encoders",
    "email.Errors": "email.errors",
    "email.Generator": "email.generator",
    "email.Header": "email.header",
    "email.Iterators": "email.iterators",
    "email.MIMEAudio": "email.mime.audio",
    "email.MIMEBase": "email.mime.base",
    "email.MIMEImage": "email.mime.image",
    "email.MIMEMessage": "email.mime.message",
    "email.MIMEMultipart": "email.mime.multipart",
    "email.MIMENonMultipart": "email.mime.nonmultipart",
    "email.MIMEText": "email.mime.text",
    "email.Message": "email.message",
    "email.Parser": "email.parser",
    "email.Utils": "email.utils",
    "exceptions": "builtins",
    "htmlentitydefs": "html.entities",
    "httplib": "http.client",
    "markupbase": "_markupbase",
    "md5": "hashlib",
    "os.errno": "errno",
    "repr": "reprlib",
    "robotparser": "urllib.robotparser",
    "sha": "hashlib",
    "thread": "_thread",
    "tkFileDialog": "tkinter.filedialog",
    "tkFont": "tkinter.font",
    "tkMessageBox": "tkinter.messagebox",
    "tkSimpleDialog": "tkinter.simpledialog",
    "ttk": "tkinter.ttk",
    "urllib2": "urllib.request",
    "urlparse": "urllib.parse",
    "xml.etree.cElementTree": "xml.etree.ElementTree",
    "xmlrpclib": "xmlrpc.client",
}
"""A module that moved with all that is in it, by its old name."""


def _each(old: str, new: str, names: str) -> dict[str, str]:
    return {f"{old}.{name}": f"{new}.{name}" for name in names.split()}


_PARSE = "quote quote_plus unquote unquote_plus urlencode"
_SPLIT = "splitattr splithost splitnport splitpasswd splitport splitquery splittag splittype splituser splitvalue"
_ABC = (
    "Callable Container Hashable ItemsView Iterable Iterator KeysView Mapping MappingView MutableMapping "
    "MutableSequence MutableSet Sequence Set Sized ValuesView"
)

MEMBERS: dict[str, str] = {
    **_each("urllib", "urllib.parse", f"{_PARSE} {_SPLIT}"),
    **_each(
        "urllib",
        "urllib.request",
        "FancyURLopener URLopener getproxies pathname2url url2pathname urlcleanup urlopen urlretrieve",
    ),
    **_each("urllib", "urllib.error", "ContentTooShortError"),
    **_each("urllib2", "urllib.error", "HTTPError URLError"),
    **_each("urllib2", "urllib.parse", f"{_PARSE} urlparse urljoin urlsplit urlunparse {_SPLIT}"),
    **_each("collections", "collections.abc", _ABC),
    "ConfigParser.SafeConfigParser": "configparser.ConfigParser",
    "UserDict.DictMixin": "collections.abc.MutableMapping",
    "UserDict.IterableUserDict": "collections.UserDict",
    "__builtin__.basestring": "str",
    "__builtin__.raw_input": "input",
    "__builtin__.reduce": "functools.reduce",
    "__builtin__.unicode": "str",
    "base64.decodestring": "base64.decodebytes",
    "base64.encodestring": "base64.encodebytes",
    "email.Charset": "email.charset",
    "email.Encoders": "email.encoders",
    "email.Header": "email.header",
    "email.Utils": "email.utils",
    "exceptions.StandardError": "Exception",
    "itertools.ifilter": "filter",
    "itertools.ifilterfalse": "itertools.filterfalse",
    "itertools.imap": "map",
    "itertools.izip": "zip",
    "itertools.izip_longest": "itertools.zip_longest",
    "md5.md5": "hashlib.md5",
    "md5.new": "hashlib.md5",
    "operator.isCallable": "callable",
    "operator.sequenceIncludes": "operator.contains",
    "os.getcwdu": "os.getcwd",
    "sets.ImmutableSet": "frozenset",
    "sets.Set": "set",
    "sha.new": "hashlib.sha1",
    "sha.sha": "hashlib.sha1",
    "string.atof": "float",
    "string.atoi": "int",
    "string.atol": "int",
    "string.letters": "string.ascii_letters",
    "string.lowercase": "string.ascii_lowercase",
    "string.maketrans": "str.maketrans",
    "string.uppercase": "string.ascii_uppercase",
    "sys.maxint": "sys.maxsize",
    "time.clock": "time.process_time",
    "types.BooleanType": "bool",
    "types.BufferType": "memoryview",
    "types.ClassType": "type",
    "types.ComplexType": "complex",
    "types.DictType": "dict",
    "types.DictionaryType": "dict",
    "types.FileType": "io.IOBase",
    "types.FloatType": "float",
    "types.IntType": "int",
    "types.ListType": "list",
    "types.LongType": "int",
    "types.NoneType": "type(None)",
    "types.ObjectType": "object",
    "types.SliceType": "slice",
    "types.StringType": "str",
    "types.StringTypes": "(str,)",
    "types.TupleType": "tuple",
    "types.TypeType": "type",
    "types.UnicodeType": "str",
    "types.XRangeType": "range",
}
"""A name that went elsewhere, or became a builtin or another expression, by its old dotted name."""

REMOVED: frozenset[str] = frozenset(
    """
    Bastion MimeWriter audiodev bsddb bsddb185 compiler dircache dl fpformat htmllib ihooks imageop imputil
    mhlib mimetools mimify multifile mutex new popen2 posixfile rexec rfc822 sgmllib statvfs stringold
    sunaudio toaiff user
    HTMLParser.HTMLParseError
    os.popen2 os.popen3 os.popen4 os.tempnam os.tmpfile os.tmpnam
    sys.exc_clear sys.exc_traceback sys.exc_type sys.exc_value
    types.InstanceType types.DictProxyType types.UnboundMethodType
    cgi.escape inspect.getargspec platform.dist platform.linux_distribution operator.div
    operator.isMappingType operator.isNumberType operator.isSequenceType thread.start_new
    """.split()
)
"""Modules and names that are gone and have no plain successor."""

DOTTED = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)+")


def successor(name: str) -> str | None:
    """What stands for the old dotted `name` (of a module or a name in one) now; None when it did not move."""
    if name in MEMBERS:
        return MEMBERS[name]
    if name in REMOVED:
        return None
    module, _, member = name.rpartition(".")
    if name in MODULES:
        return MODULES[name]
    if module in MODULES:
        return f"{MODULES[module]}.{member}"
    return None
