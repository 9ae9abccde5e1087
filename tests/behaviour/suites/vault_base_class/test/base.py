import datetime
import os
import shutil
import tempfile
import unittest

from moto import mock_s3

from backup.vault import Vault


class VaultTestCase(unittest.TestCase):
    REGION = 'eu-west-1'

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def setUp(self):
        self.s3_mock = mock_s3()
        self.s3_mock.start()
        self.addCleanup(self.s3_mock.stop)
        self.vault = Vault(self.REGION, 'vault')

    def make(self, name, content):
        path = os.path.join(self.folder, name)
        with open(path, 'w') as f:
            f.write(content)
        return path

    def day(self, number):
        return datetime.date(2014, 1, number)
