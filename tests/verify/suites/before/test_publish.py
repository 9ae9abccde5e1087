import os
import shutil
import tempfile

import moto
from boto.s3.connection import S3Connection

import publish
import settings


class TestPublish(object):
    def setup_method(self, method):
        self.mock = moto.mock_s3_deprecated()
        self.mock.start()
        self.folder = tempfile.mkdtemp()
        for name, text in (('index.html', '<h1>'), ('a.css', 'b{}'), ('data', 'x')):
            with open(os.path.join(self.folder, name), 'w') as f:
                f.write(text)

    def teardown_method(self, method):
        shutil.rmtree(self.folder)
        self.mock.stop()

    def test_first_time(self):
        done, gone = publish.publish(self.folder)
        assert done == ['v1/a.css', 'v1/data', 'v1/index.html']
        assert gone == []
        bucket = S3Connection().get_bucket(settings.BUCKET)
        css = bucket.get_key('v1/a.css')
        assert css.content_encoding == 'gzip'
        assert css.cache_control == 'max-age=60'
        assert bucket.get_key('v1/index.html').content_type == 'text/html'

    def test_stale_ones_go(self):
        publish.publish(self.folder)
        os.remove(os.path.join(self.folder, 'data'))
        done, gone = publish.publish(self.folder)
        assert gone == ['v1/data']
        bucket = S3Connection().get_bucket(settings.BUCKET)
        assert bucket.get_key('v1/data') is None
        assert len(list(bucket.list())) == 2

    def test_given_connection(self):
        conn = S3Connection()
        publish.publish(self.folder, conn)
        assert [b.name for b in conn.get_all_buckets()] == [settings.BUCKET]
