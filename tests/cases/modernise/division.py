count, total = 3, 4
items = []
def f(a, rate=0.5):
    size = 10
    size += 2
    for i in range(size):
        print i / 2, size / i, len(items) / 2 * 3, (size) / (2)
    started = 1.5
    print started / 2, a / 2.0, float(a) / 3, a / 4, 100 * a / 3
    size /= 2
    a /= 2
    x = int(a) / int(a)  # comment
    y = (len(items)  # one
         / 2)
    return "a" / x
# after
count, total = 3, 4
items = []
def f(a, rate=0.5):
    size = 10
    size += 2
    for i in range(size):
        print(i // 2, size // i, len(items) // 2 * 3, (size) // (2))
    started = 1.5
    print(started / 2, a / 2.0, float(a) / 3, a / 4, 100 * a / 3)
    size //= 2
    a /= 2
    x = int(a) // int(a)  # comment
    y = (len(items)  # one
         // 2)
    return "a" / x
# findings
# 9 py2.division
# 11 py2.division
