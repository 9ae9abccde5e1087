# -*- coding: utf-8 -*-
"""What print writes, to the byte."""
import sys


class Upper(object):
    """A stream of our own."""

    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text.upper())


print "plain", 1, 1.5, None, True, [1, "two"], ("a",), {"k": 1}
print
print "no line end",
print "still the same line",
print 3
print "tab:\t", "no space before this"
print "a\n", "b"
print "ends\n",
print "next line"
print ("in", "parentheses")
print ("one")
print ("one"), "two"
print ()
print "%s-%s" % ("a", "b"), "%d%%" % 50
print "long " \
    "string", \
    "continued"
stream = Upper()
print >>stream, "to", "stream"
print >>stream
print >>stream, "again",
print >>sys.stdout, "".join(stream.parts).strip()
for number in range(3): print number,
print "end"
print `1 + 1`, `"text"`, `1, 2`
print 0777, 0xFFL, 10L, 1 <> 2
print "C:\Users\new\x41", len("\u0041"), ur"\u0041\d" == u"A\\d"
print not 1, -1 if None else 2
