# ==== a base class whose subclasses choose what it works with
# ---- aws.py
import boto
from base import Backup
class S3Backup(Backup):
    def __init__(self, layout):
        super(S3Backup, self).__init__(layout)
        self.conn = boto.connect_s3()
# ---- disk.py
from base import Backup
class DiskBackup(Backup):
    def __init__(self, layout):
        super(DiskBackup, self).__init__(layout)
        self.conn = Disk()
class Disk:
    def get_bucket(self, name):
        return Folder()
class Folder:
    def list(self):
        return []
# ---- base.py
class Backup(object):
    def __init__(self, layout):
        self.layout = layout
    def store(self):
        return self.conn.get_bucket(self.layout)
# ---- main.py
from aws import S3Backup
from disk import DiskBackup
def open_backup(url):
    if url.startswith("s3:"):
        return S3Backup(url)
    return DiskBackup(url)
S3Backup("s3://b").store().list()  #? S3Backup("s3://b").store(): s3.Bucket
DiskBackup("/b").store().list()  #? DiskBackup("/b").store(): Folder

# ==== worker modules that subclasses put into their base
# ---- s3_worker.py
class Lister(object):
    def __init__(self, conn, name):
        self.conn = conn
        self.name = name
    def names(self):
        bucket = self.conn.get_bucket(self.name)
        return bucket.list()  #? bucket: s3.Bucket; self.conn: s3.Connection
# ---- disk_worker.py
"""Folders that look like buckets of boto."""
class Disk(object):
    def get_bucket(self, name):
        return self
    def list(self):
        return []
class Lister(object):
    def __init__(self, conn, name):
        self.conn = conn
        self.name = name
    def names(self):
        bucket = self.conn.get_bucket(self.name)
        return bucket.list()  #? bucket: Disk; self.conn: Disk
# ---- base.py
class Backup(object):
    def names(self):
        return self.worker.Lister(self.connect(), "b").names()
# ---- main.py
import boto
import s3_worker
import disk_worker
from base import Backup
class S3Backup(Backup):
    def __init__(self):
        self.worker = s3_worker
    def connect(self):
        return boto.connect_s3()
class DiskBackup(Backup):
    def __init__(self):
        self.worker = disk_worker
    def connect(self):
        return disk_worker.Disk()
for backup in (S3Backup(), DiskBackup()):
    backup.names()

# ==== a property of the base gives what this object was made with
import boto
class Resource(object):
    def __init__(self, provider):
        self.__provider = provider
    @property
    def _provider(self):
        return self.__provider
class AwsVolume(Resource):
    def __init__(self, provider, volume):
        super().__init__(provider)
        self._volume = volume
    def refresh(self):
        self._volume = self._provider.get_volume(self.id)._volume
        return self._volume.size  #? self._volume: ec2.Volume
class OtherVolume(Resource):
    def __init__(self, provider, volume):
        super().__init__(provider)
        self._volume = volume
    def refresh(self):
        self._volume = self._provider.get_volume(self.id)._volume
        return self._volume.size  #? self._volume: ?
class Aws(object):
    def get_volume(self, name):
        return AwsVolume(self, boto.connect_ec2().get_all_volumes([name])[0])
class Other(object):
    def __init__(self, cinder):
        self.cinder = cinder
    def get_volume(self, name):
        return OtherVolume(self, self.cinder.volumes.get(name))

# ==== old classes call their base with self
import boto
class Store:
    def __init__(self, conn):
        self.conn = conn
    def open(self, name):
        return self.conn.get_bucket(name)
class Photos(Store):
    def __init__(self):
        Store.__init__(self, boto.connect_s3())
class Files(Store):
    def __init__(self):
        Store.__init__(self, {})
Photos().open("p").list()  #? Photos().open("p"): s3.Bucket
Files().open("p")  #? Files(): Files

# ==== a method of the base that every subclass overrides
import boto
class Job(object):
    def run(self):
        conn = boto.connect_ec2()
        return conn.get_all_volumes()  #? conn: ec2.Connection
class One(Job):
    def run(self):
        return 1
class Two(Job):
    def run(self):
        return 2

# ==== a declared result of a base class counts for all that inherit it
class Base(object):
    def volume(self):
        """:rtype: boto.ec2.volume.Volume"""
        raise NotImplementedError
class One(Base):
    def size(self):
        return self.volume().size  #? self.volume(): ec2.Volume (declared)
class Two(Base):
    pass
