import boto3
from botocore.config import Config

MINUTE = 60 * 1000
a = Config(connect_timeout=5000, read_timeout=MINUTE, retries={"mode": "standard"})
b = Config(connect_timeout=0, read_timeout=None, retries={"mode": "standard"})
c = Config(connect_timeout=5, read_timeout=1800, retries={"mode": "standard"})
slow = boto3.client("lambda", config=Config(connect_timeout=5, read_timeout=1000, retries={"mode": "standard"}))
# ---- after ----
import boto3
from botocore.config import Config

MINUTE = 60 * 1000
# TODO(boto3ify): harden.timeouts.values connect_timeout=5000 is in seconds (83 minutes): write 5 if milliseconds were meant
# TODO(boto3ify): harden.timeouts.values read_timeout=60000 is in seconds (1000 minutes): write 60 if milliseconds were meant
a = Config(connect_timeout=5000, read_timeout=MINUTE, retries={"mode": "standard"})
# TODO(boto3ify): harden.timeouts.values connect_timeout=0 makes every call fail with a ValueError: give it a number of seconds above 0
# TODO(boto3ify): harden.timeouts.values read_timeout=None waits for ever: give it a number of seconds
b = Config(connect_timeout=0, read_timeout=None, retries={"mode": "standard"})
# TODO(boto3ify): harden.timeouts.values read_timeout=1800 holds a thread for 30 minutes: 900 s or less will do
c = Config(connect_timeout=5, read_timeout=1800, retries={"mode": "standard"})
slow = boto3.client("lambda", config=Config(connect_timeout=5, read_timeout=1000, retries={"mode": "standard"}))
