"""Classes, metaclasses, iterators and functions."""


class Named(type):
    def __new__(mcs, name, bases, body):
        body["label"] = name.lower()
        return type.__new__(mcs, name, bases, body)


class Base(object):
    """With a docstring."""

    __metaclass__ = Named

    def __init__(self, (x, y), z=0):
        """Docstring."""
        # a comment
        self.x, self.y, self.z = x, y, z

    def __nonzero__(self):
        return self.x > 0

    def __div__(self, other):
        return "div %s" % other


class Child(Base):
    def total(self): return self.x + self.y


class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return self

    def next(self):
        if self.start <= 0:
            raise StopIteration
        self.start -= 1
        return self.start


def outer((a, (b, c)), *rest): return a, b, c, rest


def decorated(function):
    print "decorating", function.func_name
    return function


@decorated
def plain(text=u"unicode".encode("ascii") and "text"):
    return text


print Base.label, Child.label, bool(Base((0, 1))), bool(Base((1, 1), z=2)), Child((3, 4)).total()
print Base((1, 2)) / 7, list(Countdown(3)), Countdown(2).next(), iter([9]).next(), (n for n in [8]).next()
print outer((1, (2, 3)), 4), plain(), isinstance("s", basestring), isinstance(3L, (int, long)), type(u"") is unicode
counter = iter([1, 2])
print counter.next() + counter.next()
code = "result = value * 2"
space = {"value": 21}
exec code in space
print space["result"], apply(outer, [(1, (2, 3))], {}), callable(plain), Child((1, 2)).total.im_func.func_name
print sorted([("b", 1), ("a", 2)], key=lambda (name, rank): rank), (lambda (a, b), c=1: a + b + c)((1, 2))
print plain.func_code.co_argcount, unichr(65) == u"A", unicode(5), long(7), intern("x")
if 1:
        print "eight spaces"
	print "one tab"
