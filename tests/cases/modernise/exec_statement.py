ns = {}
exec "a = 1"
exec "b = 1" in ns
exec "c = 1" in ns, {}
exec("d = 1")
exec("e = 1", ns)
exec("f = 1") in ns
def f(code):
    exec code
    exec code in {}
    from os import *
# after
ns = {}
exec("a = 1")
exec("b = 1", ns)
exec("c = 1", ns, {})
exec("d = 1")
exec("e = 1", ns)
exec(("f = 1"), ns)
def f(code):
    exec(code)
    exec(code, {})
    from os import *
# findings
# 9 py2.exec-locals
# 11 py2.import-star
