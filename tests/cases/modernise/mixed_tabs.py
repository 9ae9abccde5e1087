def f(x):
        if x:
	    print "tab"  # eight columns and four
        elif x > 1:
	    while x:
		x -= 1
	    # this comment stays where it is
            return (1,
	2)
	return x


def consistent():
	if 1:
		return 2
	else:
		pass
# after
def f(x):
        if x:
            print("tab")  # eight columns and four
        elif x > 1:
            while x:
                x -= 1
	    # this comment stays where it is
            return (1,
	2)
        return x


def consistent():
	if 1:
		return 2
	else:
		pass
