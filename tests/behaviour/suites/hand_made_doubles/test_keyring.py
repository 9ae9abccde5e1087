import os
import shutil
import tempfile
import unittest

import boto.ec2
import moto

from keyring import KeyRing


class FakePair(object):
    def __init__(self, name):
        self.name = name
        self.saved = None

    def save(self, folder):
        self.saved = folder


class FakeConnection(object):
    def __init__(self, *names):
        self.pairs = dict((n, FakePair(n)) for n in names)

    def get_key_pair(self, name):
        return self.pairs.get(name)

    def create_key_pair(self, name):
        self.pairs[name] = FakePair(name)
        return self.pairs[name]

    def get_all_key_pairs(self):
        return list(self.pairs.values())

    def delete_key_pair(self, name):
        return self.pairs.pop(name, None) is not None


class FakeTest(unittest.TestCase):
    def test_ensure(self):
        conn = FakeConnection('a')
        ring = KeyRing(conn)
        self.assertEqual(ring.ensure('a', '/tmp'), 'a')
        self.assertEqual(ring.ensure('b', '/tmp'), 'b')
        self.assertEqual(sorted(ring.names()), ['a', 'b'])
        self.assertEqual(conn.pairs['b'].saved, '/tmp')


class RealTest(unittest.TestCase):
    def setUp(self):
        self.dir = tempfile.mkdtemp()

    def tearDown(self):
        shutil.rmtree(self.dir)

    @moto.mock_ec2
    def test_ensure(self):
        ring = KeyRing(boto.ec2.connect_to_region('us-east-1'))
        ring.ensure('a', self.dir)
        self.assertTrue(os.path.exists(os.path.join(self.dir, 'a.pem')))
        self.assertEqual(ring.names(), ['a'])
        self.assertTrue(ring.drop('a'))
