import sys
print
print "a", 1  # two items
print "no newline",
print
print ("in parentheses")
print ("a", "tuple")
print ("first"), "second"
print ()
print "%s and %s" % (1, 2)
print >>sys.stderr, "to a stream", 2
print >>sys.stderr
print >>sys.stderr, "half a line",
print "a" \
    "continued", \
    "line"
print (
    # why
    "several lines"
    + " joined")
if sys: print "inline"; print "twice"
for i in range(2): print i,; print
print lambda: 1 if sys else 2
print not sys, -1, [x for x in "ab"]
print print_me if False else "conditional"
# after
import sys
print()
print("a", 1)  # two items
print("no newline", end=" ")
print()
print ("in parentheses")
print(("a", "tuple"))
print(("first"), "second")
print(())
print("%s and %s" % (1, 2))
print("to a stream", 2, file=sys.stderr)
print(file=sys.stderr)
print("half a line", end=" ", file=sys.stderr)
print("a" \
    "continued", \
    "line")
print (
    # why
    "several lines"
    + " joined")
if sys: print("inline"); print("twice")
for i in range(2): print(i, end=" "); print()
print(lambda: 1 if sys else 2)
print(not sys, -1, [x for x in "ab"])
print(print_me if False else "conditional")
