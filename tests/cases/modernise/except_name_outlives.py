def last_error(calls):
    for call in calls:
        try:
            call()
        except ValueError, e:  # kept
            continue
    print e

def own():
    try:
        pass
    except ValueError, e:
        print e
    except KeyError, e:
        print e
    e = 1
    return e

def one_line():
    try: pass
    except ValueError, e: pass
    return e

def seen_in_next_round(calls):
    failure = None
    while True:
        if failure:
            return failure
        try:
            calls()
        except ValueError, failure:
            pass

def used_in_other_handler():
    try:
        pass
    except ValueError, e:
        pass
    try:
        pass
    except KeyError, e:
        print e
# after
def last_error(calls):
    for call in calls:
        try:
            call()
        except ValueError as error:  # kept
            e = error
            continue
    print(e)

def own():
    try:
        pass
    except ValueError as e:
        print(e)
    except KeyError as e:
        print(e)
    e = 1
    return e

def one_line():
    try: pass
    except ValueError as e: pass
    return e

def seen_in_next_round(calls):
    failure = None
    while True:
        if failure:
            return failure
        try:
            calls()
        except ValueError as error:
            failure = error
            pass

def used_in_other_handler():
    try:
        pass
    except ValueError as e:
        pass
    try:
        pass
    except KeyError as e:
        print(e)
# findings
# 21 py2.except-name
