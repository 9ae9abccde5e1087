import base64, codecs, csv, hashlib, hmac, json, pickle, socket, subprocess, sys, urllib2
def f(name, data):
    with open(name, "rb") as stream:
        head = stream.read(4)
        if head == "\x7fELF" or "x" in head:
            print head
        for line in stream:
            words = line.split(",")
    out = open(name, "wb")
    out.write("text %s" % name)
    out.write(data)
    print >>out, "text"
    writer = csv.writer(out)
    json.dump({}, out)
    pickle.dump({}, open(name, "w"))
    hashlib.md5(name).hexdigest()
    hashlib.md5(stream.read()).hexdigest()
    hashlib.md5("a".encode("utf-8"))
    token = base64.b64encode("%s:%s" % (name, data))
    header = "Basic " + token
    header = "Basic %s" % base64.b64encode(data)
    hmac.new("key", data, hashlib.sha1)
    s = socket.socket()
    s.sendall("GET / HTTP/1.0\r\n")
    s.sendall(data)
    text = subprocess.check_output(["ls"])
    subprocess.check_output(["ls"])
    subprocess.check_output(["ls"], universal_newlines=True).split()
    p = subprocess.Popen(["ls"], stdout=subprocess.PIPE)
    output, error = p.communicate()
    "68".decode("hex"), "text".encode("base64")
    "text".decode("utf-8"), data.decode("utf-8")
    if isinstance(data, unicode):
        data = data.encode("utf-8")
    if isinstance(data, str):
        data = data.decode("utf-8")
    if not isinstance(data, unicode):
        data = unicode(data, "utf-8")
    data = unicode(data, "utf-8")
    urllib2.urlopen(urllib2.Request("u", data), None)
sys.stdout = codecs.getwriter("utf-8")(sys.stdout)
# after
import base64, codecs, csv, hashlib, hmac, json, pickle, socket, subprocess, sys, urllib.request
def f(name, data):
    with open(name, "rb") as stream:
        head = stream.read(4)
        if head == b"\x7fELF" or "x" in head:
            print(head)
        for line in stream:
            words = line.split(",")
    out = open(name, "wb")
    out.write("text %s" % name)
    out.write(data)
    print("text", file=out)
    writer = csv.writer(out)
    json.dump({}, out)
    pickle.dump({}, open(name, "w"))
    hashlib.md5(name).hexdigest()
    hashlib.md5(stream.read()).hexdigest()
    hashlib.md5("a".encode("utf-8"))
    token = base64.b64encode("%s:%s" % (name, data))
    header = "Basic " + token
    header = "Basic %s" % base64.b64encode(data)
    hmac.new("key", data, hashlib.sha1)
    s = socket.socket()
    s.sendall("GET / HTTP/1.0\r\n")
    s.sendall(data)
    text = subprocess.check_output(["ls"])
    subprocess.check_output(["ls"])
    subprocess.check_output(["ls"], universal_newlines=True).split()
    p = subprocess.Popen(["ls"], stdout=subprocess.PIPE)
    output, error = p.communicate()
    "68".decode("hex"), "text".encode("base64")
    "text".decode("utf-8"), data.decode("utf-8")
    if isinstance(data, str):
        data = data.encode("utf-8")
    if isinstance(data, str):
        data = data.decode("utf-8")
    if not isinstance(data, str):
        data = str(data, "utf-8")
    data = str(data, "utf-8")
    urllib.request.urlopen(urllib.request.Request("u", data), None)
sys.stdout = codecs.getwriter("utf-8")(sys.stdout)
# findings
# 5 py2.text-bytes
# 6 py2.text-bytes
# 8 py2.text-bytes
# 10 py2.needs-bytes
# 12 py2.text-bytes
# 13 py2.csv-binary
# 14 py2.needs-bytes
# 15 py2.needs-bytes
# 16 py2.needs-bytes
# 19 py2.needs-bytes
# 20 py2.text-bytes
# 21 py2.needs-bytes
# 21 py2.text-bytes
# 22 py2.needs-bytes
# 24 py2.needs-bytes
# 26 py2.process-output
# 30 py2.process-output
# 31 py2.text-codec
# 32 py2.decoded-text
# 34 py2.encoded-text
# 36 py2.decoded-text
# 39 py2.decoded-text
# 40 py2.needs-bytes
# 41 py2.stdout-writer
