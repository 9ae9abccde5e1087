import sys

from botocore.exceptions import ClientError


def main(client):
    try:
        client.list_buckets()
    except ClientError as e:
        if e.response["Error"]["Code"] == "ExpiredToken":
            print("log in again")
            return 1
        raise
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
# ---- after ----
import sys

from botocore.exceptions import ClientError


def main(client):
    try:
        client.list_buckets()
    except ClientError as e:
        if e.response["Error"]["Code"] == "ExpiredToken":
            print("log in again")
            return 1
        raise
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
