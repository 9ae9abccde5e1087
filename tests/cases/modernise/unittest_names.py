import unittest

class ListTest(unittest.TestCase):
    def test_all(self):
        self.assertItemsEqual([1, 2], [2, 1])
        self.assertEquals(1, 1), self.assert_(True)
        self.assertRaisesRegexp(ValueError, "x", int, "x")
        self.failUnlessEqual(1, 1)
        self.failIf(hasattr(self, "assertDictEqual"))
        other.assertEquals(1, 1)
        print "done"

class Own(unittest.TestCase):
    def failUnless(self, value):
        self.failUnless(value)
# after
import unittest

class ListTest(unittest.TestCase):
    def test_all(self):
        self.assertCountEqual([1, 2], [2, 1])
        self.assertEqual(1, 1), self.assertTrue(True)
        self.assertRaisesRegex(ValueError, "x", int, "x")
        self.assertEqual(1, 1)
        self.assertFalse(hasattr(self, "assertDictEqual"))
        other.assertEquals(1, 1)
        print("done")

class Own(unittest.TestCase):
    def failUnless(self, value):
        self.failUnless(value)
