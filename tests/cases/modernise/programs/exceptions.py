"""Raising, catching, and what outlives an except block."""
import sys
import traceback


class Failure(Exception):
    pass


def reraise():
    try:
        raise KeyError, "missing"
    except KeyError:
        info = sys.exc_info()
    raise info[0], info[1], info[2]


def convert():
    try:
        {}["x"]
    except KeyError, e:
        raise Failure, "no %s" % e, sys.exc_info()[2]


def retry(times):
    for number in range(times):
        try:
            int("x%d" % number)
        except ValueError, e:
            continue
    return str(e)


def unpack():
    try:
        raise IOError(2, "gone")
    except IOError, (number, text):
        return number, text


def stored(holder):
    try:
        raise Failure, ("a", 1)
    except (Failure, ValueError), holder["last"]:
        pass
    return holder["last"].args


def swallow(kind, *args):
    try:
        raise kind, args
    except StandardError, error:
        return type(error).__name__, error.args


for function in (reraise, convert):
    try:
        function()
    except Exception, problem:
        names = [entry[2] for entry in traceback.extract_tb(sys.exc_info()[2])]
        print problem.__class__.__name__, problem.args, names[0], names[-1]
print retry(3)
print unpack()
print stored({})
print swallow(ValueError), swallow(ValueError, 1), swallow(KeyError, 1, 2)
try:
    raise Failure, None
except Failure, problem:
    print repr(problem.args)
try:
    try:
        raise ValueError("inner")
    finally:
        print "finally"
except ValueError, problem:
    print problem
print problem, sys.exc_info()[0] in (None, ValueError)
