import requests

BASE = "http://169.254.169.254/latest"


def instance_id():
    token = requests.put(BASE + "/api/token", headers={"X-aws-ec2-metadata-token-ttl-seconds": "60"}, timeout=2).text
    return requests.get(BASE + "/meta-data/instance-id", headers={"X-aws-ec2-metadata-token": token}, timeout=2).text
# ---- after ----
import requests

BASE = "http://169.254.169.254/latest"


def instance_id():
    token = requests.put(BASE + "/api/token", headers={"X-aws-ec2-metadata-token-ttl-seconds": "60"}, timeout=2).text
    return requests.get(BASE + "/meta-data/instance-id", headers={"X-aws-ec2-metadata-token": token}, timeout=2).text
