"""A test suite: fixtures in a helper class, assertions on keys, instances and errors; results printed without times."""
import io
import sys
import unittest

import boto
from boto.exception import S3ResponseError, EC2ResponseError

import helpers
import library


class KeyTests(helpers.BucketFixture, unittest.TestCase):
    content = {'a': 'apple pie', 'b': 'banana', 'dir/c': 'cherry pie'}

    def test_content(self):
        self.assertKey('a', b'apple pie')
        self.assertEqual(len(list(self.bucket.list())), 3)
        self.assertEqual(sum(k.size for k in self.bucket), 25)

    def test_grep(self):
        self.assertEqual(library.grep(self.bucket, 'pie'), ['a', 'dir/c'])
        self.assertEqual(library.grep(self.bucket, 'pie', 'dir/'), ['dir/c'])
        self.assertFalse(library.grep(self.bucket, 'plum'))

    def test_swap(self):
        self.assertTrue(library.swap(self.bucket, 'a', 'b'))
        self.assertKey('a', b'banana')
        self.assertKey('b', b'apple pie')
        self.assertIs(library.swap(self.bucket, 'a', 'missing'), False)

    def test_missing(self):
        self.assertIsNone(self.bucket.get_key('missing'))
        self.assertNotIn('missing', self.bucket)
        self.assertIn('a', self.bucket)
        with self.assertRaises(S3ResponseError) as caught:
            self.bucket.new_key('missing').get_contents_as_string()
        self.assertEqual((caught.exception.status, caught.exception.error_code), (404, 'NoSuchKey'))

    def test_put_returns_size(self):
        self.assertEqual(self.put('d', 'four'), 4)
        self.assertEqual(self.put('empty', ''), 0)
        self.assertEqual(self.put('unicode', u'\xe9'), 2)


class InstanceTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.conn = boto.connect_ec2()
        cls.instance = cls.conn.run_instances('ami-90909090').instances[0]

    @classmethod
    def tearDownClass(cls):
        cls.conn.terminate_instances(instance_ids=[cls.instance.id])

    def test_listed(self):
        found = helpers.first_instance(self.conn.get_all_instances([self.instance.id]))
        self.assertEqual(found.id, self.instance.id)
        self.assertEqual(found.tags, {})
        self.assertEqual(found.instance_type, 'm1.small')

    def test_started(self):
        self.conn.stop_instances([self.instance.id])
        again = library.ensure_running(self.instance.id)
        self.assertEqual(again.state, 'running')
        self.assertEqual(library.ensure_running(self.instance.id).state_code, 16)

    def test_unknown(self):
        self.assertRaises(EC2ResponseError, library.ensure_running, 'i-00000000')
        self.assertEqual(self.conn.get_all_volumes(filters={'status': 'error'}), [])

    def test_wrong_on_purpose(self):
        self.assertEqual(self.instance.placement, 'us-east-1z')


class Recorder(unittest.TextTestResult):
    def stopTest(self, test):
        failed = any(test is t for t, _ in self.failures + self.errors)
        print('%-32s %s' % (test.id().split('.', 1)[1], 'FAILED' if failed else 'ok'))
        super(Recorder, self).stopTest(test)


if __name__ == '__main__':
    suite = unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromTestCase(c) for c in (KeyTests, InstanceTests))
    result = unittest.TextTestRunner(stream=io.StringIO(), resultclass=Recorder).run(suite)
    print('ran %d, failures %d, errors %d' % (result.testsRun, len(result.failures), len(result.errors)))
    for test, text in result.failures + result.errors:
        print([line for line in text.splitlines() if line.startswith('AssertionError')])
    print(boto.connect_s3().lookup('unit-test-bucket'))
    sys.exit(0 if len(result.failures) == 1 and not result.errors else 1)
