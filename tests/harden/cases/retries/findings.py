import boto3
from botocore.config import Config

RETRIES = {"max_attempts": 8}
a = Config(connect_timeout=5, read_timeout=60, retries=RETRIES)
b = Config(connect_timeout=5, read_timeout=60, retries={"max_attempts": 0, "mode": "standard"})
c = Config(connect_timeout=5, read_timeout=60, retries=dict(total_max_attempts=0, mode="standard"))
d = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"}, max_attempts=0)
e = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard", "total_max_attempts": 50})
# ---- after ----
import boto3
from botocore.config import Config

RETRIES = {"max_attempts": 8}
# TODO(boto3ify): harden.retries.mode which errors are retried depends on botocore's version (legacy or standard mode): add "mode": "standard"
a = Config(connect_timeout=5, read_timeout=60, retries=RETRIES)
# TODO(boto3ify): harden.retries.attempts no retries at all: one throttled or dropped request fails the call; leave it out, or retry around it
b = Config(connect_timeout=5, read_timeout=60, retries={"max_attempts": 0, "mode": "standard"})
# TODO(boto3ify): harden.retries.attempts "total_max_attempts": 0 is refused by botocore: the first attempt counts, so 1 is the least
c = Config(connect_timeout=5, read_timeout=60, retries=dict(total_max_attempts=0, mode="standard"))
# TODO(boto3ify): harden.retries.attempts max_attempts= is no argument of Config: write retries={"total_max_attempts": ...}
d = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"}, max_attempts=0)
# TODO(boto3ify): harden.retries.attempts 50 attempts keep a caller waiting for minutes when AWS is down: 10 or fewer will do
e = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard", "total_max_attempts": 50})
