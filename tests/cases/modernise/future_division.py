from __future__ import division, unicode_literals
print 1 / 2, 7 / 2.0, "\u00e9"
x = 4
x /= 2
# after
from __future__ import division, unicode_literals
print(1 / 2, 7 / 2.0, "\u00e9")
x = 4
x /= 2
