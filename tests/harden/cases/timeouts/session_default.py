import boto3
import botocore.session
from botocore.config import Config

session = botocore.session.get_session()
session.set_default_client_config(Config(connect_timeout=5, read_timeout=10, retries={"mode": "standard"}))
kms = boto3.Session(botocore_session=session).client("kms")
# ---- after ----
import boto3
import botocore.session
from botocore.config import Config

session = botocore.session.get_session()
session.set_default_client_config(Config(connect_timeout=5, read_timeout=10, retries={"mode": "standard"}))
kms = boto3.Session(botocore_session=session).client("kms")
