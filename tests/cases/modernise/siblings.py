# flags: siblings=helpers,Queue,pkg
import helpers
import os, helpers as h
import pkg.sub
import Queue
from helpers import f
from pkg.sub import g
from . import other
print helpers, h, os, Queue.Queue
# after
from . import helpers
import os
from . import helpers as h
import pkg.sub
from . import Queue
from .helpers import f
from .pkg.sub import g
from . import other
print(helpers, h, os, Queue.Queue)
# findings
# 3 py2.sibling-import
