import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "adaptive", "total_max_attempts": 4})
s3 = boto3.client("s3", config=CONFIG)
path_style = boto3.client("s3", config=CONFIG.merge(Config(s3={"addressing_style": "path"})))


def client(config, **options):
    first = boto3.client("s3", config=config)
    second = boto3.client("s3", **options)
    return first, second


def functions(config=Config(connect_timeout=5, read_timeout=905, retries={"mode": "standard", "max_attempts": 1})):
    return boto3.client("lambda", config=config)


class Client:
    def client(self, name):
        return self.boto3.client(name)
# ---- after ----
import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "adaptive", "total_max_attempts": 4})
s3 = boto3.client("s3", config=CONFIG)
path_style = boto3.client("s3", config=CONFIG.merge(Config(s3={"addressing_style": "path"})))


def client(config, **options):
    first = boto3.client("s3", config=config)
    second = boto3.client("s3", **options)
    return first, second


def functions(config=Config(connect_timeout=5, read_timeout=905, retries={"mode": "standard", "max_attempts": 1})):
    return boto3.client("lambda", config=config)


class Client:
    def client(self, name):
        return self.boto3.client(name)
