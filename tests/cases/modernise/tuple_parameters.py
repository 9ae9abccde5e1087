def f(a, (b, c), (d, (e, g))=(1, (2, 3)), *rest):
    """Docstring."""
    # comment
    return b

def one((x, y)): return x

class C:
    def m(self, (x, y)):
        # comment
        return x + y

f = lambda (a, b): a + b
g = lambda (a, (b, c)), d=1: obj.a + call(b=c) + d
h = lambda (a): a
i = lambda (k, v): [k for k in v] + [lambda v: v, k]
j = sorted({}.items(), key=lambda (k, v): (v, k))
k = [x for x in 1, 2]
l = [x for x in 1, 2 for y in 3, 4 if y]
m = [x for x, y in (1, 2), (3, 4)]
# after
def f(a, b_c, d_e_g=(1, (2, 3)), *rest):
    """Docstring."""
    (b, c) = b_c
    (d, (e, g)) = d_e_g
    # comment
    return b

def one(x_y): (x, y) = x_y; return x

class C:
    def m(self, x_y):
        # comment
        (x, y) = x_y
        return x + y

f = lambda a_b: a_b[0] + a_b[1]
g = lambda a_b_c, d=1: obj.a + call(b=a_b_c[1][1]) + d
h = lambda a: a
i = lambda k_v: [k for k in k_v[1]] + [lambda v: v, k_v[0]]
j = sorted({}.items(), key=lambda k_v: (k_v[1], k_v[0]))
k = [x for x in (1, 2)]
l = [x for x in (1, 2) for y in (3, 4) if y]
m = [x for x, y in ((1, 2), (3, 4))]
