import os, urllib, urllib2, sys
import urlparse
import httplib, ConfigParser as cp
import Queue
import StringIO
import commands
import subprocess
import thread as t
import xml.etree.cElementTree as ET
import email.MIMEText, email.Utils
import sets
import string
import itertools as it
from urllib import urlencode, quote as q
from urllib2 import (urlopen,  # opens
                     HTTPError)
from cStringIO import StringIO as Buffer
from types import StringType, NoneType
from string import letters, digits
from email import Encoders
from sets import Set
import collections
import json

queue = Queue.Queue()
url = urllib2.urlopen(urllib2.Request("u"), urllib.urlencode({}))
try:
    pass
except (urllib2.URLError, httplib.BadStatusLine, HTTPError), e:
    print urlparse.urlparse("u").netloc, cp.ConfigParser(), cp.SafeConfigParser()
t.start_new_thread(ET.parse, ())
print email.MIMEText.MIMEText("x"), email.Utils.formatdate(), Encoders
print isinstance(1, StringType), type(None) is NoneType, letters, string.letters, string.digits
print Set([1]), sets.Set(), sys.maxint, os.getcwdu(), it.izip([1], [2]), it.chain([1]), it.ifilterfalse(None, [])
print commands.getstatusoutput("ls"), StringIO.StringIO(), isinstance({}, collections.Mapping)
print os.errno.EEXIST, os.popen3("ls")
def local():
    import urllib
    import cPickle as pickle
    return urllib.quote("x"), pickle.dumps(1)
# after
import os, errno, urllib.parse, urllib.request, urllib.error, sys
import http.client, configparser as cp
import queue as Queue
import io
import subprocess
import _thread as t
import xml.etree.ElementTree as ET
import email.mime.text, email.utils
import string
import itertools as it
from urllib.parse import urlencode, quote as q
# opens
from urllib.request import urlopen
from urllib.error import HTTPError
from io import StringIO as Buffer
from string import ascii_letters as letters, digits
from email import encoders as Encoders
import collections.abc
import json

queue = Queue.Queue()
url = urllib.request.urlopen(urllib.request.Request("u"), urllib.parse.urlencode({}))
try:
    pass
except (urllib.error.URLError, http.client.BadStatusLine, HTTPError) as e:
    print(urllib.parse.urlparse("u").netloc, cp.ConfigParser(), cp.ConfigParser())
t.start_new_thread(ET.parse, ())
print(email.mime.text.MIMEText("x"), email.utils.formatdate(), Encoders)
print(isinstance(1, str), type(None) is type(None), letters, string.ascii_letters, string.digits)
print(set([1]), set(), sys.maxsize, os.getcwd(), zip([1], [2]), it.chain([1]), it.filterfalse(None, []))
print(subprocess.getstatusoutput("ls"), io.StringIO(), isinstance({}, collections.abc.Mapping))
print(errno.EEXIST, os.popen3("ls"))
def local():
    import urllib.parse
    import pickle
    return urllib.parse.quote("x"), pickle.dumps(1)
# findings
# 26 py2.needs-bytes
# 35 py2.exit-status
# 35 py2.string-io
# 36 py2.removed
