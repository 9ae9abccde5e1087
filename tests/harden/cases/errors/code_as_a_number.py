from botocore.exceptions import ClientError


def exists(client, key):
    try:
        client.head_object(Bucket="b", Key=key)
    except ClientError as e:
        error_code = int(e.response.get("Error", {}).get("Code", 0))
        if error_code == 404:
            return False
        raise
    return True
# ---- after ----
from botocore.exceptions import ClientError


def exists(client, key):
    try:
        client.head_object(Bucket="b", Key=key)
    except ClientError as e:
        error_code = int(e.response.get("Error", {}).get("Code", 0))
        if error_code == 404:
            return False
        raise
    return True
