# flags: every
"""A file that Python 3 can parse and Python 2 wrote."""
import urllib2
import sys

def f(d, *args):
    print("in parentheses")
    print("a", "b")
    print >>sys.stderr, "text", 1
    for key, value in d.iteritems():
        if d.has_key(unicode(key)):
            yield d.keys()
    print
# after
"""A file that Python 3 can parse and Python 2 wrote."""
import urllib.request
import sys

def f(d, *args):
    print("in parentheses")
    print("a", "b")
    print("text", 1, file=sys.stderr)
    for key, value in d.items():
        if str(key) in d:
            yield list(d.keys())
    print()
