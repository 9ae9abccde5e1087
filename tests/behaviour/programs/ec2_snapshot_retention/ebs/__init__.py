import collections
import logging

REGION = 'us-west-2'
MARK = 'nightly'

logger = logging.getLogger()
Stats = collections.Counter()
