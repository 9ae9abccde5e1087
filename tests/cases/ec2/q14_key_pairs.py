import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
import os
pair = conn.create_key_pair('deploy')
pair.save(os.path.expanduser('~/.ssh'))
print(pair.name, pair.fingerprint, pair.material)
if conn.get_key_pair('other') is None:
    conn.import_key_pair('other', open('other.pub', 'rb').read())
print([key.name for key in conn.get_all_key_pairs()], conn.delete_key_pair('old'))
# ---- after ----
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: EC2_CONFIG, _get_key_pair, _save_key_pair

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
import os
pair = conn.create_key_pair(KeyName='deploy')
_save_key_pair(pair, os.path.expanduser('~/.ssh'))
print(pair["KeyName"], pair["KeyFingerprint"], pair.get("KeyMaterial"))
if _get_key_pair(conn, 'other') is None:
    conn.import_key_pair(
        KeyName='other', PublicKeyMaterial=open('other.pub', 'rb').read()
    )
print([key["KeyName"] for key in conn.describe_key_pairs()["KeyPairs"]], bool(
    conn.delete_key_pair(KeyName='old')
))
