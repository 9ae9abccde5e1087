class Meta(type): pass
class A:
    __metaclass__ = Meta
    x = 1
class B(object):
    """Doc."""
    __metaclass__ = Meta
class C(A, B):

    # why
    __metaclass__ = Meta  # this one

    def __nonzero__(self): return True
    def __div__(self, other): return self
    def __cmp__(self, other): return 0
class D(object):
    def __iter__(self): return self
    def next(self):
        return 1
    def __eq__(self, other): return True
    def __unicode__(self): return u""
class E(object):
    def __nonzero__(self): return True
    __bool__ = __nonzero__
    def next(self, n): return n
print iter([1]).next(), D().next(), (x for x in []).next(), E().next(1)
# after
class Meta(type): pass
class A(metaclass=Meta):
    x = 1
class B(object, metaclass=Meta):
    """Doc."""
class C(A, B, metaclass=Meta):

    # why
    pass  # this one

    def __bool__(self): return True
    def __truediv__(self, other): return self
    def __cmp__(self, other): return 0
class D(object):
    def __iter__(self): return self
    def __next__(self):
        return 1
    def __eq__(self, other): return True
    def __unicode__(self): return u""
class E(object):
    def __nonzero__(self): return True
    __bool__ = __nonzero__
    def next(self, n): return n
print(next(iter([1])), next(D()), next((x for x in [])), E().next(1))
# findings
# 15 py2.cmp-method
# 16 py2.eq-without-hash
# 21 py2.unicode-method
