import contextlib
import os
from multiprocessing.pool import ThreadPool

from uploader.chunks import Window, plan


class UploadFailed(Exception):
    pass


class MultipartSession(object):
    """with MultipartSession(bucket, 'name') as up: up.send(path)"""

    def __init__(self, bucket, name, threads=1, **options):
        self.bucket, self.name, self.threads = bucket, name, threads
        self.options = options
        self.mp = None
        self.result = None
        self.log = []

    def __enter__(self):
        self.mp = self.bucket.initiate_multipart_upload(self.name, **self.options)
        return self

    def __exit__(self, exc_type, exc, tb):
        if exc_type is None:
            self.result = self.mp.complete_upload()
        else:
            self.mp.cancel_upload()
            self.log.append('cancelled after %s' % exc_type.__name__)
        return exc_type is UploadFailed

    def _part(self, job):
        number, path, offset, length = job
        with contextlib.closing(Window(path, offset, length)) as fp:
            key = self.mp.upload_part_from_file(fp, part_num=number)
        return number, key.size, key.etag

    def send(self, path):
        jobs = [(number, path, offset, length) for number, offset, length in plan(path)]
        if self.threads > 1:
            pool = ThreadPool(self.threads)
            done = pool.map(self._part, jobs)
            pool.close()
            pool.join()
        else:
            done = list(map(self._part, jobs))
        for number, size, etag in done:
            self.log.append('part %d: %s bytes %s' % (number, size, etag))
        if sum(d[1] for d in done) != os.path.getsize(path):
            raise UploadFailed(path)

    def parts(self):
        return [(p.part_number, p.size, p.etag) for p in self.mp]
