"""wal-e's S3 modules: put and get by URI, details of a backup, list tar partitions and keys, delete."""

import os
import tempfile

os.environ["AWS_REGION"] = "us-east-1"

from wal_e import storage
from wal_e.blobstore import s3
from wal_e.worker.s3 import BackupList, DeleteFromContext, TarPartitionLister

PREFIX = "s3://wal-archive/cluster"
NAME = "base_000000010000000000000002_00000032"

s3.sigv4_check_apply()
creds = s3.Credentials("AKIAVERIFYVERIFYFAKE", "this-key-opens-nothing")
layout = storage.StorageLayout(PREFIX)
cinfo = s3.calling_format.from_store_name("wal-archive")
conn = cinfo.connect(creds)


def put(path, content, content_type=None):
    with tempfile.NamedTemporaryFile() as f:
        f.write(content)
        f.flush()
        f.seek(0)
        s3.uri_put_file(creds, "%s/%s" % (PREFIX, path), f, content_type=content_type, conn=conn)


put("basebackups_005/%s_backup_stop_sentinel.json" % NAME, b'{"expanded_size_bytes": 7}', "application/json")
put("basebackups_005/%s/extended_version.txt" % NAME, b"PostgreSQL 9.5")
for number in range(3):
    put("basebackups_005/%s/tar_partitions/part_%08d.tar.lzo" % (NAME, number), b"tar %d" % number)
put("wal_005/000000010000000000000001.lzo", b"wal one")
put("wal_005/000000010000000000000002.lzo", b"wal two")
print(s3.uri_get_file(creds, PREFIX + "/wal_005/000000010000000000000001.lzo", conn=conn))

info = storage.get_backup_info(
    layout, name=NAME, wal_segment_backup_start=NAME[5:29], wal_segment_offset_backup_start=NAME[30:]
)
info.load_detail(conn)
print(info.expanded_size_bytes)
print(sorted(TarPartitionLister(conn, layout, info)))
print(len(list(BackupList(conn, layout, False)._backup_list(layout.basebackups()))))
listed = DeleteFromContext(conn, layout, False)
for key in listed._backup_list(layout.wal_directory()):
    listed.deleter.delete(key)
listed.deleter.close()
