import os
def by_size(a, b):
    return cmp(len(a), len(b))
def by_call(a, b): return cmp(a.size(), b.size()) or -cmp(a.name, b.name)
items = []
items.sort(by_size)
items.sort(cmp=by_call, reverse=True)
items.sort(lambda a, b: cmp(a.x, b.x))
items.sort(cmp=lambda x, y: cmp(x[1].lower(), y[1].lower()))
items.sort(lambda a, b: cmp(b.x, a.x))
items.sort(cmp)
items.sort(None)
print sorted(items, by_size), sorted(items, cmp), sorted(items, key=len), max(items, key=len)
cursor = None
cursor.sort("name")
order = cmp
if raw_input() > 3 or None < 1 or os.environ["N"] >= 2.5 or 1 < 2.0 or "a" < "b": pass
# after
import functools
import os
def by_size(a, b):
    return (len(a) > len(b)) - (len(a) < len(b))
def by_call(a, b): return (lambda a, b: (a > b) - (a < b))(a.size(), b.size()) or -((a.name > b.name) - (a.name < b.name))
items = []
items.sort(key=functools.cmp_to_key(by_size))
items.sort(key=functools.cmp_to_key(by_call), reverse=True)
items.sort(key=lambda a: a.x)
items.sort(key=lambda x: x[1].lower())
items.sort(key=functools.cmp_to_key(lambda a, b: (b.x > a.x) - (b.x < a.x)))
items.sort()
items.sort(key=None)
print(sorted(items, key=functools.cmp_to_key(by_size)), sorted(items), sorted(items, key=len), max(items, key=len))
cursor = None
cursor.sort("name")
order = lambda a, b: (a > b) - (a < b)
if input() > 3 or None < 1 or os.environ["N"] >= 2.5 or 1 < 2.0 or "a" < "b": pass
# findings
# 17 py2.mixed-order
