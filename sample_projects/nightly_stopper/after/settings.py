# Which tag decides, and how patient we are.
REGION = 'us-west-2'
TAG = 'Schedule'
VALUES = ('office-hours', 'weekdays')
SNAPSHOT_TAG = 'nightly-stopper'
KEEP_SNAPSHOTS = 3

try:
    from local_settings import *
except ImportError:
    pass
