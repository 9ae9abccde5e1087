"""Lists where Python 2 had lists, also while they change."""
import itertools
import string
from itertools import izip, imap

stock = {"a": 1, "b": 2, "c": 3, "d": 4}
for name in stock.keys():
    if stock[name] % 2:
        del stock[name]
print sorted(stock.keys()), stock.has_key("b"), not stock.has_key("a")
for name, count in sorted(stock.iteritems()):
    print name, int(count) / 2, len(name) * 7 / 3, float(count) / 4
names = stock.keys()
names.sort()
names.reverse()
print names, names[0], stock.values() + [0] == stock.values() + range(1)
print map(None, "ab", "xyz"), map(str, range(3)), filter(None, [0, 1, "", 2]), zip("ab", range(2))
print map(lambda (k, v): k * v, [("a", 2), ("b", 3)])
calls = []
map(calls.append, range(3))
print calls, len(filter(lambda n: n > 0, calls)), bool(map(str, [])), map(str, calls)[-1]
print [pair for pair in izip(calls, imap(str, calls))], list(itertools.izip_longest([1], [2, 3]))
queue = [1, 2, 3, 4, 5, 6]
for number in filter(lambda n: n % 2 == 0, queue):
    queue.remove(number)
print queue, reduce(lambda a, b: a * b, queue), max(xrange(3)), range(5)[1:3]
half = [1, 2, 3, 4]
half.sort(lambda a, b: cmp(b, a))
print half, sorted(["b", "A"], cmp=lambda a, b: cmp(a.lower(), b.lower())), cmp(1, 2), cmp("b", "a"), cmp(len(half), 4)
total = 0
for value in [3, 4]:
    total += value
print total / 2, total / 2.0, -total / 2, total % 4, len(half) / 3 * 2
total /= 2
print total, 2 ** 3 / 3, 10 / 4 / 1.0
print string.join(["x", "y"], "-"), string.upper("up"), string.split("a,b", ","), string.letters.lower()[:3] == "abc"
print [x for x in 1, 2, 3], dict((k, v) for k, v in {"a": 1}.items()), set(stock.iterkeys()) == set(["b", "d"])
everything = stock.iteritems()
print len(list(everything)), sorted(stock.itervalues()), stock.items()[0][0] in "bd"
