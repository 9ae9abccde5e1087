import os

from .base import VaultTestCase


class PutTest(VaultTestCase):
    def test_put(self):
        name = self.vault.put(self.make('a.txt', 'hello'), self.day(1))
        self.assertEqual(name, 'backups/2014-01-01/a.txt')
        key = self.vault.bucket.get_key(name)
        self.assertEqual(key.get_contents_as_string(), b'hello')
        self.assertEqual(key.size, 5)
        self.assertEqual(len(key.get_metadata('sha256')), 64)
        self.assertEqual(key.etag, '"5d41402abc4b2a76b9719d911017c592"')

    def test_get(self):
        path = self.make('a.txt', 'hello')
        self.vault.put(path, self.day(1))
        target = os.path.join(self.folder, 'b.txt')
        self.assertTrue(self.vault.get(path, self.day(1), target))
        self.assertEqual(open(target).read(), 'hello')
        self.assertFalse(self.vault.get(path, self.day(2), target))

    def test_days(self):
        path = self.make('a.txt', 'hello')
        for number in (3, 1, 2):
            self.vault.put(path, self.day(number))
        self.assertEqual(self.vault.days(), ['2014-01-01', '2014-01-02', '2014-01-03'])
        self.assertEqual(self.vault.expire(self.day(3)), 2)
        self.assertEqual(self.vault.days(), ['2014-01-03'])
        self.assertEqual(self.vault.total(), 5)

    def test_share(self):
        name = self.vault.put(self.make('a.txt', 'hello'), self.day(1))
        self.assertTrue(self.vault.share(name))
        self.assertIn('a.txt', self.vault.url('a.txt', self.day(1)))

    def test_move(self):
        name = self.vault.put(self.make('a.txt', 'hello'), self.day(1))
        self.vault.move(name, 'elsewhere')
        self.assertIsNone(self.vault.bucket.get_key(name))
        self.assertEqual([k.name for k in self.vault.bucket.get_all_keys()], ['elsewhere'])
        self.assertIn('elsewhere', [k.key for k in self.vault.bucket])

    def test_reuse(self):
        self.assertEqual(self.vault.bucket.get_location(), 'eu-west-1')
        self.assertEqual([b.name for b in self.vault.conn.get_all_buckets()], ['vault'])
