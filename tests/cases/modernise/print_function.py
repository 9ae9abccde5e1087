"""Docstring."""
from __future__ import print_function
print("a", "b")
print
try:
    print("x", end="")
except ValueError, e:
    print(e)
# after
"""Docstring."""
from __future__ import print_function
print("a", "b")
print
try:
    print("x", end="")
except ValueError as e:
    print(e)
