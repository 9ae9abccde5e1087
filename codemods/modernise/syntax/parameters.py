"""`def f(a, (b, c)):`."""

from __future__ import annotations

from typing import Any

from codemods.modernise.engine import Fixer, Name, syms
from codemods.modernise.syntax.blocks import assignment, prepend
from codemods.modernise.syntax.names import free_name, joined, pattern_names


class FixTupleParameters(Fixer):
    """`def f(a, b_c): (b, c) = b_c`. fissix's own loses the comments after a docstring; lambdas have their
    own fixer.
    """

    PATTERN = """
        funcdef< 'def' any parameters< '(' args=any ')' > ['->' any] ':' suite=any >
    """

    def transform(self, node: Any, results: dict[str, Any]) -> None:
        """Replace the parameters and take them apart in the first statements."""
        arguments = results["args"]
        patterns = [arguments] if arguments.type == syms.tfpdef else arguments.children
        for pattern in reversed([child for child in patterns if child.type == syms.tfpdef]):
            name = free_name(node, joined(pattern_names(pattern)))
            pattern.replace(Name(name, prefix=pattern.prefix))
            prepend(node.children[-1], assignment(pattern, Name(name)))
