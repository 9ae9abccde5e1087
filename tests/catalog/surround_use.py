"""A `Use` made from a line of source, to test rows without the planner."""

import ast

from codemods.catalog.schema import NO_LITERAL, Argument, Rewrite
from codemods.code import Code, Helper, Import, code


class LineUse:
    """A call such as `config.getint("App", "n", 5)`, bound to a row; nothing is known of names."""

    def __init__(self, line, row):
        self.node = ast.parse(line, mode="eval").body
        self.result_used = True
        self.origins = frozenset()
        self.receiver = None
        self.arguments = {}
        if isinstance(self.node, ast.Call):
            if isinstance(self.node.func, ast.Attribute):
                self.receiver = self.argument(self.node.func.value)
            for param, value in zip(getattr(row, "params", ()), self.node.args, strict=False):
                self.arguments[param.name] = self.argument(value)
            for keyword in self.node.keywords:
                self.arguments[keyword.arg] = self.argument(keyword.value)

    def argument(self, node):
        try:
            literal = ast.literal_eval(node)
            known = frozenset({"None" if literal is None else type(literal).__name__})
        except ValueError:
            literal, known = NO_LITERAL, frozenset()
        text = Code(ast.unparse(node))
        return Argument(text, node, frozenset(), known, literal is not NO_LITERAL, literal)

    def call(self, helper, *positional, **keywords):
        texts = [*map(str, positional), *(f"{name}={value}" for name, value in keywords.items())]
        parts = [*positional, *keywords.values()]
        return code(f"{helper.__name__}({', '.join(texts)})", *parts, needs=[Helper(helper)])

    def imported(self, module, name=""):
        needed = Import(module, name)
        return Code(name or module, frozenset({needed}))


def expanded(line, row):
    """The code that a row makes of a line."""
    outcome = row.expand(LineUse(line, row))
    assert isinstance(outcome, Rewrite), outcome
    return outcome.code


def evaluated(made, **names):
    """The value of a piece of code, with what it needs."""
    namespace = dict(names)
    for need in made.needs:
        if isinstance(need, Import):
            exec(need.statement, namespace)
        else:
            namespace[need.name] = need.function
    return eval(made.text, namespace)
