"""beeswithmachineguns: up, up again, report, down."""

import os
import time

time.sleep = lambda seconds: None
os.makedirs(os.path.expanduser("~/.ssh"))
with open(os.path.expanduser("~/.ssh/hive.pem"), "w") as f:
    f.write("no key")

from beeswithmachineguns import bees

AMI = open("ami.txt").read().strip() if os.path.exists("ami.txt") else "ami-12c6146b"
bees.report()
bees.up(3, "swarm", "us-east-1d", AMI, "newtonian", "nokey")
bees.up(3, "swarm", "us-east-1d", AMI, "newtonian", "hive")
bees.up(3, "swarm", "us-east-1d", AMI, "newtonian", "hive")
bees.report()
bees.down()
bees.report()
