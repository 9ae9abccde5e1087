import os
import shutil
import tempfile
import unittest
from moto import mock_s3
from boto.s3.connection import S3Connection
from images.images import ImageStore

CONFIG = """
[s3]
key = abc
secret = def
bucket = images
"""


class ImageStoreTest(unittest.TestCase):
    def setUp(self):
        self.mock = mock_s3()
        self.mock.start()
        self.dir = tempfile.mkdtemp()
        path = os.path.join(self.dir, 'config')
        f = file(path, 'w')
        f.write(CONFIG)
        f.close()
        self.store = ImageStore(path)

    def tearDown(self):
        self.mock.stop()
        shutil.rmtree(self.dir)

    def test_save(self):
        self.assertEquals(self.store.save('bob', 'me.jpg', 'JPEG'), 'users/bob/me.jpg')
        key = self.store.bucket().get_key('users/bob/me.jpg')
        self.assertEquals(key.get_contents_as_string(), 'JPEG')
        self.assertEquals(key.content_type, 'image/jpeg')
        self.assertEquals(key.get_metadata('size'), '4')
        self.assertEquals(key.size, 4)

    def test_save_unicode(self):
        self.assert_(self.store.save('bob', u'a b.jpg', 'x').endswith('a%20b.jpg'))
        self.assertRaises(TypeError, self.store.save, 'bob', 5, 'x')

    def test_delete(self):
        for n in 'abc':
            self.store.save('bob', n, 'x')
        self.store.save('al', 'a', 'x')
        self.assertEquals(self.store.delete('bob'), 3)
        self.failUnlessEqual([k.name for k in self.store.bucket().list()], ['users/al/a'])

    def test_usage(self):
        self.store.save('bob', 'a', 'xx')
        self.store.save('bob', 'b', 'xxx')
        self.store.save('al', 'a', 'x')
        self.assertEquals(self.store.usage(), [('bob', 5), ('al', 1)])
        self.assertEquals(self.store.users(), ['al', 'bob'])

    def test_credentials(self):
        self.assert_(isinstance(self.store.conn, S3Connection))
        self.assertEquals(self.store.conn.aws_access_key_id, 'abc')


if __name__ == '__main__':
    unittest.main()
