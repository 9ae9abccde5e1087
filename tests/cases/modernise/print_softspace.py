import fileinput
print "name:\t", 1
print "a\n", "b\t", 2
print "x", "y\n", "z"
print "line\n",
print "%s\n" % 3,
print ("tail" + "\n"),
for line in open("f"):
    print line,
for line in fileinput.input():
    print line.replace("a", "b"),
f = open("f")
for row in f:
    print row,
for word in ["a", "b"]:
    print word,
for line in lines():
    print line,
for line in "a b".split():
    print line,
# after
import fileinput
print("name:\t", 1, sep="")
print("a\n", "b\t", 2, sep="")
print("x", "y\n", "z")
print("line\n", end="")
print("%s\n" % 3, end="")
print(("tail" + "\n"), end="")
for line in open("f"):
    print(line, end="")
for line in fileinput.input():
    print(line.replace("a", "b"), end="")
f = open("f")
for row in f:
    print(row, end="")
for word in ["a", "b"]:
    print(word, end=" ")
for line in lines():
    print(line, end="")
for line in "a b".split():
    print(line, end=" ")
# findings
# 4 py2.print-space
