import io
import math
import os

MIN_PART = 5 * 1024 * 1024


def plan(path, part_size=MIN_PART):
    """(number, offset, length) for every part of a file"""
    size = os.stat(path).st_size
    count = int(math.ceil(size / float(part_size)))
    for i in range(count):
        offset = i * part_size
        yield i + 1, offset, min(part_size, size - offset)


class Window(io.RawIOBase):
    """A part of a file that looks like a file."""

    def __init__(self, path, offset, length):
        self.fp = open(path, 'rb')
        self.offset, self.length = offset, length
        self.seek(0)

    def seekable(self):
        return True

    def readable(self):
        return True

    def tell(self):
        return self.fp.tell() - self.offset

    def seek(self, where, whence=os.SEEK_SET):
        base = {os.SEEK_SET: self.offset, os.SEEK_CUR: self.fp.tell(), os.SEEK_END: self.offset + self.length}[whence]
        self.fp.seek(base + where)
        return self.tell()

    def read(self, n=-1):
        left = self.length - self.tell()
        return self.fp.read(left if n is None or n < 0 else min(n, left))

    def close(self):
        self.fp.close()
        io.RawIOBase.close(self)
