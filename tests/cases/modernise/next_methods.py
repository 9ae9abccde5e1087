import urllib
class Node(object):
    def next(self):
        return self.following
def walk(node, lines):
    print node
    header = lines.next()
    return node.next(), header, urllib.urlopen("u")
# after
import urllib.request
class Node(object):
    def next(self):
        return self.following
def walk(node, lines):
    print(node)
    header = lines.next()
    return node.next(), header, urllib.request.urlopen("u")
# findings
# 7 py2.next
# 8 py2.next
# 8 py2.urlopen
