import itertools
from itertools import izip, imap as lazy, chain
words = map(str, [1, 2])
map(words.append, [3])
print filter(None, words), zip(words, words), range(3)
for w in map(int, words): print w
for w in map(words.index, words): print w
for w in filter(lambda w: w > "1", words): words.remove(w)
a, b = map(int, words)
total = sum(map(int, words)) + max(filter(None, words)) + len(map(int, words))
text = ",".join(map(str, range(3)))
if filter(None, words): pass
print map(None, words), map(None, words, words)
pairs = map(lambda a, b: (a, b), words, words)
digits = filter(str.isdigit, "a1")
numbers = range(5)
for n in range(3): pass
r = range(3)[1] + len(range(4)) + range(3).index(1)
x = xrange(3)
for p in itertools.izip(words, words): pass
q = izip(words, itertools.count())
q = list(itertools.izip_longest(words, lazy(int, words)))
s = reduce(lambda a, b: a + b, map(int, words))
print sorted(map(int, words), key=abs), set(map(int, words)), dict(zip(words, words))
def f(map, filter): return map(filter)
# after
import functools
import itertools
from itertools import chain
words = list(map(str, [1, 2]))
list(map(words.append, [3]))
print(list(filter(None, words)), list(zip(words, words)), list(range(3)))
for w in map(int, words): print(w)
for w in list(map(words.index, words)): print(w)
for w in list(filter(lambda w: w > "1", words)): words.remove(w)
a, b = map(int, words)
total = sum(map(int, words)) + max(filter(None, words)) + len(list(map(int, words)))
text = ",".join(map(str, range(3)))
if list(filter(None, words)): pass
print(list(words), list(itertools.zip_longest(words, words)))
pairs = list(map(lambda a, b: (a, b), words, words))
digits = list(filter(str.isdigit, "a1"))
numbers = list(range(5))
for n in range(3): pass
r = range(3)[1] + len(range(4)) + list(range(3)).index(1)
x = range(3)
for p in zip(words, words): pass
q = zip(words, itertools.count())
q = list(itertools.zip_longest(words, map(int, words)))
s = functools.reduce(lambda a, b: a + b, map(int, words))
print(sorted(map(int, words), key=abs), set(map(int, words)), dict(zip(words, words)))
def f(map, filter): return map(filter)
# findings
# 14 py2.map-padding
# 15 py2.filter-type
