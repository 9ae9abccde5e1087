"""`lambda (a, b): a + b`."""

from __future__ import annotations

from typing import Any

from codemods.modernise.engine import Fixer, Leaf, Name, Node, Number, syms, token
from codemods.modernise.syntax.names import Names, free_name, joined, pattern_names


class FixTupleLambda(Fixer):
    """`lambda (a, b), c: a + c` to `lambda a_b, c: a_b[0] + c`.

    fissix's own handles only a lambda with one parameter, and also replaces attributes and keywords of that
    name.
    """

    PATTERN = "lambdef< 'lambda' any ':' any > | old_lambdef< 'lambda' any ':' any >"

    def match(self, node: Any) -> bool:
        """Lambdas with a parenthesised parameter."""
        return node.type in (syms.lambdef, syms.old_lambdef) and bool(_patterns(node.children[1]))

    def transform(self, node: Any, results: dict[str, Any]) -> None:
        """Replace parameters and their uses in place."""
        body = node.children[-1]
        for pattern in _patterns(node.children[1]):
            names = pattern_names(pattern)
            if isinstance(names, str):  # lambda (x): ...
                pattern.replace(Name(names, prefix=pattern.prefix or " "))
                continue
            name = free_name(node, joined(names))
            paths = dict(_paths(names, ()))
            pattern.replace(Name(name, prefix=pattern.prefix or " "))
            if body.type == token.NAME and body.value in paths:
                replacement = _element(name, paths[body.value], body.prefix)
                body.replace(replacement)
                body = replacement
                continue
            for leaf in list(body.leaves()):
                if leaf.type == token.NAME and leaf.value in paths and _is_use(leaf, body):
                    leaf.replace(_element(name, paths[leaf.value], leaf.prefix))


def _patterns(parameters: Any) -> list[Any]:
    """The parenthesised parameters of a lambda."""
    if parameters.type == syms.vfpdef:
        return [parameters]
    if parameters.type != syms.varargslist:
        return []
    return [child for child in parameters.children if child.type == syms.vfpdef]


def _paths(names: Names, path: tuple[int, ...]) -> list[tuple[str, tuple[int, ...]]]:
    """Each name with the indexes that lead to it."""
    if isinstance(names, str):
        return [(names, path)]
    return [found for index, part in enumerate(names) for found in _paths(part, (*path, index))]


def _element(name: str, path: tuple[int, ...], prefix: str) -> Any:
    """`name[i][j]`."""
    subscripts = [
        Node(syms.trailer, [Leaf(token.LSQB, "["), Number(str(index)), Leaf(token.RSQB, "]")]) for index in path
    ]
    return Node(syms.power, [Name(name), *subscripts], prefix=prefix)


def _is_use(leaf: Any, body: Any) -> bool:
    """False for an attribute (`x.a`), the keyword of a call (`f(a=1)`), and where `body` binds the name
    anew.
    """
    parent = leaf.parent
    if parent.type == syms.trailer and parent.children[0].type == token.DOT:
        return False
    if parent.type == syms.argument and parent.children[0] is leaf and parent.children[1].value == "=":
        return False
    while parent is not body.parent:
        bound = [parent.children[1]] if parent.type in (syms.lambdef, syms.old_lambdef) else []
        bound += [loop.children[1] for loop in parent.children if loop.type == syms.comp_for]
        if any(leaf.value == name.value for names in bound for name in names.leaves()):
            return False
        parent = parent.parent
    return True
