#!/usr/bin/env python
"""Doc."""

import os
import sys

text = unicode("a") + unichr(65) + raw_input("? ") + str(long(3))
if isinstance(text, basestring) or isinstance(text, (str, unicode)) or type(text) in (str, unicode):
    print reduce(lambda a, b: a + b, xrange(3)), isinstance(1, (int, long, float))
kinds = (str, unicode)
f = file("name")
print isinstance(f, file), intern("a"), buffer("a")
reload(os)
class Broken(StandardError): pass
apply(f, [1])
apply(f.x, (1, 2), {"a": 1})
apply(lambda: 1, ())
execfile("other.py")
execfile("other.py", {})
print input("evaluated"), eval(input("already"))
# after
#!/usr/bin/env python
"""Doc."""

import functools
import importlib
import io
import os
import sys

text = str("a") + chr(65) + input("? ") + str(int(3))
if isinstance(text, str) or isinstance(text, str) or type(text) in (str,):
    print(functools.reduce(lambda a, b: a + b, range(3)), isinstance(1, (int, float)))
kinds = (str,)
f = open("name")
print(isinstance(f, io.IOBase), sys.intern("a"), memoryview("a"))
importlib.reload(os)
class Broken(Exception): pass
f(*[1])
f.x(*(1, 2), **{"a": 1})
(lambda: 1)(*())
exec(compile(open("other.py", "rb").read(), "other.py", "exec"))
exec(compile(open("other.py", "rb").read(), "other.py", "exec"), {})
print(eval(input("evaluated")), eval(input("already")))
