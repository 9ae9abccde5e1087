import sys

if __name__ == '__main__':
    from boto.utils import fetch_file
    print(fetch_file(sys.argv[1]).read())
# ---- after ----
import sys
import shutil
import tempfile
from urllib.request import HTTPBasicAuthHandler, HTTPPasswordMgrWithDefaultRealm, build_opener

# emitted: _fetch_file

if __name__ == '__main__':
    import boto3
    from botocore.config import Config
    print(_fetch_file(sys.argv[1]).read())
