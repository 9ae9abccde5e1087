import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
table = boto3.resource("dynamodb", config=CONFIG).Table("orders")


def orders():
    return table.scan()["Items"]


def some():
    return table.scan(Limit=10)["Items"]


def every():
    response = table.scan()
    yield from response["Items"]
    while "LastEvaluatedKey" in response:
        response = table.scan(ExclusiveStartKey=response["LastEvaluatedKey"])
        yield from response["Items"]
# ---- after ----
import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
table = boto3.resource("dynamodb", config=CONFIG).Table("orders")


def orders():
    # TODO(boto3ify): harden.truncation scan gives at most 1 MB and this takes it for all: repeat it with ExclusiveStartKey= until there is no LastEvaluatedKey
    return table.scan()["Items"]


def some():
    return table.scan(Limit=10)["Items"]


def every():
    response = table.scan()
    yield from response["Items"]
    while "LastEvaluatedKey" in response:
        response = table.scan(ExclusiveStartKey=response["LastEvaluatedKey"])
        yield from response["Items"]
