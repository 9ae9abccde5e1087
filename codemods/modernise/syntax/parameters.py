"""`def f(a, (b, c)):`."""

from __future__ import annotations

from codemods.modernise.engine import FixTupleParams


class FixTupleParameters(FixTupleParams):  # type: ignore[misc]
    """As fissix's for `def`, with a readable name for the parameter; lambdas have a fixer of their own."""

    PATTERN = """
        funcdef< 'def' any parameters< '(' args=any ')' > ['->' any] ':' suite=any+ >
    """

    def new_name(self, template: str = "pair") -> str:
        """A free name; fissix's own default is `xxx_todo_changeme`."""
        return str(super().new_name(template))
