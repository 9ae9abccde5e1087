"""Modules that moved."""
import ConfigParser
import Queue
import StringIO
import os
import sys
import tempfile
import thread
import urllib
import urllib2
import urlparse
from cStringIO import StringIO as Buffer
from types import DictType, ListType, StringTypes
from urllib import quote, urlencode
from UserDict import UserDict
from sets import Set

import cPickle as pickle
import httplib
import md5

queue = Queue.Queue()
queue.put(1)
print queue.get(), queue.empty(), issubclass(Queue.Empty, Exception)
parser = ConfigParser.ConfigParser()
parser.readfp(StringIO.StringIO("[a]\nkey = value\n"))
print parser.get("a", "key"), parser.sections(), parser.has_option("a", "other")
try:
    parser.get("b", "key")
except ConfigParser.NoSectionError, error:
    print "no section", error.section
print urllib.urlencode([("a", "b c"), ("d", 1)]), quote("a/b c"), urllib.unquote("a%20b"), urlencode({"x": "y"})
parts = urlparse.urlparse("http://host:80/path?q=1")
print parts.netloc, parts.path, urlparse.parse_qs("a=1&a=2")
print issubclass(urllib2.HTTPError, urllib2.URLError), urllib2.Request("http://h/p").get_full_url(), httplib.OK == 200
stream = Buffer("one\ntwo\n")
for line in stream:
    print line,
print isinstance({}, DictType), isinstance([], ListType), isinstance("s", StringTypes), UserDict({"a": 1})["a"]
print pickle.loads(pickle.dumps([1, (2, "x")])), len(Set([1, 1])), sys.maxint > 1000, os.getcwdu() == os.getcwd()
print md5.new("x".encode("ascii")).hexdigest(), thread.get_ident() != 0
name = os.path.join(tempfile.mkdtemp(), "program.py")
out = file(name, "w")
print >>out, "shared = 6 * 7"
out.close()
execfile(name)
print shared, open(name, "rU").read().strip()
os.remove(name)
os.rmdir(os.path.dirname(name))
