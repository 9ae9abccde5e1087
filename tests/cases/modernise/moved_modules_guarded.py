try:
    import json
except ImportError:
    import simplejson as json
try:
    import urllib2
except ImportError:
    import urllib.request as urllib2
try:
    from cStringIO import StringIO
except ImportError:
    from StringIO import StringIO
try:
    import cStringIO as sio
except ImportError:
    import StringIO as sio
try:
    import cPickle as pickle
except ImportError:
    import pickle
try:
    from hashlib import md5
except ImportError:
    from md5 import md5
if json:
    import httplib
    from itertools import izip
else:
    import http.client as httplib
    izip = zip
print urllib2.urlopen, sio.StringIO(), httplib, izip
# after
try:
    import json
except ImportError:
    import simplejson as json
try:
    import urllib2
except ImportError:
    import urllib.request as urllib2
try:
    from io import StringIO
except ImportError:
    from io import StringIO
try:
    import io as sio
except ImportError:
    import io as sio
try:
    import cPickle as pickle
except ImportError:
    import pickle
try:
    from hashlib import md5
except ImportError:
    from md5 import md5
if json:
    import httplib
    from itertools import izip
else:
    import http.client as httplib
    izip = zip
print(urllib2.urlopen, sio.StringIO(), httplib, izip)
