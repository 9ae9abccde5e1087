def open_all(file, reduce, str):
    for name in file:
        reduce(name)
    return isinstance(name, unicode), unicode(str)
try:
    unicode
except NameError:
    text = str
def one(unicode=None):
    return unicode
print long(1)
# after
import builtins
def open_all(file, reduce, str):
    for name in file:
        reduce(name)
    return isinstance(name, builtins.str), builtins.str(str)
try:
    str
except NameError:
    text = str
def one(unicode=None):
    return unicode
print(int(1))
