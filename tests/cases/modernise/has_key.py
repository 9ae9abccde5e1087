d = {}
if d.has_key("a") and not d.has_key("b"):  # both
    print d.has_key("a" or "b"), 1 + d.has_key(1)
x = d.get("k").has_key(
    "long")
present = d.has_key
class Both(object):
    def has_key(self, key):
        return key in self.names
    def get(self, key):
        return self.names[key] if self.has_key(key) else d.has_key(key)
# after
d = {}
if "a" in d and "b" not in d:  # both
    print(("a" or "b") in d, 1 + (1 in d))
x = "long" in d.get("k")
present = d.has_key
class Both(object):
    def has_key(self, key):
        return key in self.names
    def get(self, key):
        return self.names[key] if self.has_key(key) else key in d
