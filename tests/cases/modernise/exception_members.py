import boto.exception

try:
    run()
except (ValueError, KeyError), e:
    print e.message, e[0]
except boto.exception.S3ResponseError, e:
    print e.message, e[1]
except DeployError, e:
    print e.message
except Exception, e:
    log(e.message)
except:
    pass
try:
    run()
except KeyError, e:
    e = [1]
    log(e[0])
# after
import boto.exception

try:
    run()
except (ValueError, KeyError) as e:
    print(str(e), e.args[0])
except boto.exception.S3ResponseError as e:
    print(e.message, e.args[1])
except DeployError as e:
    print(getattr(e, "message", str(e)))
except Exception as e:
    log(getattr(e, "message", str(e)))
except:
    pass
try:
    run()
except KeyError as e:
    e = [1]
    log(e[0])
