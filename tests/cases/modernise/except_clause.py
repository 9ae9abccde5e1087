import socket
try:
    pass
except (IOError, OSError), e:  # both
    print e
except ValueError , error :
    pass
except socket.error, (number, text):
    # a comment of the block
    print number
except KeyError, holder.last:
    pass
except TypeError, (a, b): print a
except ImportError, [c, d]:

    print c
except (Exception):
    try:
        pass
    except StandardError,inner:
        raise
except:
    pass
# after
import socket
try:
    pass
except (IOError, OSError) as e:  # both
    print(e)
except ValueError as error :
    pass
except socket.error as error2:
    # a comment of the block
    (number, text) = error2.args
    print(number)
except KeyError as error3:
    holder.last = error3
    pass
except TypeError as error4: (a, b) = error4.args; print(a)
except ImportError as error5:

    [c, d] = error5.args
    print(c)
except (Exception):
    try:
        pass
    except Exception as inner:
        raise
except:
    pass
