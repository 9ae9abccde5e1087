#!/usr/bin/python
import sys, os, math, ConfigParser
reload(sys)
sys.setdefaultencoding("utf-8")
if len(sys.argv) > 1:
    sys.setdefaultencoding("latin-1")
def f(g):
    names = [n for n in "ab"]
    print n, g.func_name, g.im_self, names
    print round(2.5), round(2.567, 2), math.floor(2.5), int(math.floor(2.5))
log = open("log", "w", 0)
sys.stdout = os.fdopen(sys.stdout.fileno(), "w", 0)
raw = open("raw", "wb", 0)
text = open("name", "rU").read() + open("name", mode="U").read()
parser = ConfigParser.ConfigParser()
parser.readfp(open("name"))
from compiler import ast
present = filter({}.has_key, [1])
class Own(object):
    def __init__(self):
        self.func_name = "x"
    def __hash__(self): return self.func_name
# after
#!/usr/bin/python
import sys, os, math, configparser
if len(sys.argv) > 1:
    pass
def f(g):
    names = [n for n in "ab"]
    print(n, g.func_name, g.__self__, names)
    print(round(2.5), round(2.567, 2), math.floor(2.5), int(math.floor(2.5)))
log = open("log", "w", 1)
sys.stdout = os.fdopen(sys.stdout.fileno(), "w", 1)
raw = open("raw", "wb", 0)
text = open("name", "r").read() + open("name", mode="r").read()
parser = configparser.ConfigParser()
parser.read_file(open("name"))
from compiler import ast
present = list(filter({}.__contains__, [1]))
class Own(object):
    def __init__(self):
        self.func_name = "x"
    def __hash__(self): return self.func_name
# findings
# 9 py2.comprehension-name
# 10 py2.round
# 11 py2.unbuffered
# 12 py2.unbuffered
# 17 py2.removed
