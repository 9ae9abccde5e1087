import string
from string import join, upper as up
words = string.split("a b")
print string.join(words), string.join(words, ", "), join(words, up("x" + "y"))
print string.replace(string.lower(words[0]), "a", "b"), string.atoi("1"), string.strip("a" + "b")
print string.maketrans("a", "b"), "abc".translate("a", "b"), string.Template("x")
# after
import string
from string import join, upper as up
words = "a b".split()
print(" ".join(words), ", ".join(words), ("x" + "y").upper().join(words))
print(words[0].lower().replace("a", "b"), int("1"), ("a" + "b").strip())
print(str.maketrans("a", "b"), "abc".translate("a", "b"), string.Template("x"))
# findings
# 6 py2.translate
