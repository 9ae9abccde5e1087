d = {}
def loops(d, other):
    for k in d.keys(): print k, d[k]
    for k, v in d.iteritems(): print k
    for k in d.keys():
        if k: del d[k]
    for k in d.keys():
        d[k] = 1
    for k in d.keys():
        d[k + 1] = 1
    for k in d.keys():
        other(d)
    for k in d.keys():
        loops(k, other)
class Store(object):
    def walk(self):
        for name in self.items.keys():
            self.remove(name)
        for name in self.items.keys():
            print self.items[name], self.name
        for name in self.items.values():
            walk(name)
def walk(x): pass
keys = d.keys()
keys.sort()
first = d.keys()[0]
both = d.keys() + d.values()
print d.keys(), len(d.keys()), sorted(d.keys()), list(d.keys()), "".join(d.keys())
if d.keys() and 1 in d.values() and not d.items(): pass
while d.keys(): pass
x = [k for k in d.keys()]
y = dict((k, v) for k, v in d.items())
one, two = d.items()
def give(): return d.keys()
give(d.values())
d.update(d.items())
for i, k in enumerate(d.keys()): pass
for i, k in enumerate(d.keys()): d.pop(k)
it = d.iteritems()
it2 = d.itervalues().next()
max(d.itervalues())
zip(d.viewkeys(), d.values())
method = d.iteritems
class Own(dict):
    def iterkeys(self, prefix):
        return self.iterkeys("")
    def items(self):
        return list(self.iteritems())
# after
d = {}
def loops(d, other):
    for k in d.keys(): print(k, d[k])
    for k, v in d.items(): print(k)
    for k in list(d.keys()):
        if k: del d[k]
    for k in d.keys():
        d[k] = 1
    for k in list(d.keys()):
        d[k + 1] = 1
    for k in list(d.keys()):
        other(d)
    for k in d.keys():
        loops(k, other)
class Store(object):
    def walk(self):
        for name in list(self.items.keys()):
            self.remove(name)
        for name in self.items.keys():
            print(self.items[name], self.name)
        for name in list(self.items.values()):
            walk(name)
def walk(x): pass
keys = list(d.keys())
keys.sort()
first = list(d.keys())[0]
both = list(d.keys()) + list(d.values())
print(list(d.keys()), len(d.keys()), sorted(d.keys()), list(d.keys()), "".join(d.keys()))
if list(d.keys()) and 1 in d.values() and not d.items(): pass
while d.keys(): pass
x = [k for k in d.keys()]
y = dict((k, v) for k, v in d.items())
one, two = d.items()
def give(): return list(d.keys())
give(list(d.values()))
d.update(d.items())
for i, k in enumerate(d.keys()): pass
for i, k in enumerate(list(d.keys())): d.pop(k)
it = iter(d.items())
it2 = next(iter(d.values()))
max(d.values())
list(zip(d.keys(), d.values()))
method = d.items
class Own(dict):
    def iterkeys(self, prefix):
        return self.iterkeys("")
    def items(self):
        return list(self.iteritems())
# findings
# 48 py2.removed
