import functools
def eq_(a, b, msg=None):
    assert a == b, msg or '%r != %r' % (a, b)
assert_equal = eq_
def raises(*exc):
    def deco(f):
        @functools.wraps(f)
        def inner(*a, **k):
            try:
                f(*a, **k)
            except exc:
                return
            raise AssertionError('did not raise')
        return inner
    return deco
