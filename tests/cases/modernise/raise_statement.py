import sys
def f(info, tb, e):
    raise
    raise ValueError
    raise ValueError, "text"  # with a comment
    raise ValueError, ("one", 2)
    raise ValueError, ("only %s" % 1)
    raise ValueError, ()
    raise ValueError, None
    raise ValueError, "text", tb
    raise ValueError, None, tb
    raise ValueError("text"), None, sys.exc_info()[2]
    raise info[0], info[1], info[2]
    raise type(e), e, tb
    raise e.__class__, e
    raise KeyError, e
    raise (ValueError, KeyError), "first counts"
    raise ValueError, (
        "over %s"  # why
        % "lines")
    raise self.error if f else ValueError, "conditional"

def again():
    kind, value, trace = sys.exc_info()
    raise kind, value, trace

def spread(kind, *args):
    raise kind, args

def old():
    raise "string exception", 3
# after
import sys
def f(info, tb, e):
    raise
    raise ValueError
    raise ValueError("text")  # with a comment
    raise ValueError("one", 2)
    raise ValueError("only %s" % 1)
    raise ValueError()
    raise ValueError
    raise ValueError("text").with_traceback(tb)
    raise ValueError.with_traceback(tb)
    raise ValueError("text").with_traceback(sys.exc_info()[2])
    raise info[1].with_traceback(info[2])
    raise e.with_traceback(tb)
    raise e
    raise KeyError(e)
    raise ValueError("first counts")
    raise ValueError(
        "over %s"  # why
        % "lines")
    raise (self.error if f else ValueError)("conditional")

def again():
    kind, value, trace = sys.exc_info()
    raise value.with_traceback(trace)

def spread(kind, *args):
    raise kind(*args)

def old():
    raise Exception("string exception", 3)
# findings
# 31 py2.string-exception
