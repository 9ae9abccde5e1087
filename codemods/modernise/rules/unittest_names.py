"""Methods of unittest.TestCase that Python 3 has under other names only.

`assertItemsEqual` went with Python 3.0; the other old names are deprecated since 3.1 or 3.2 and went with 3.12. Source:
https://docs.python.org/3.11/library/unittest.html#deprecated-aliases
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.modernise.module import Module, Rewrite

RENAMED = {
    "assertItemsEqual": "assertCountEqual",
    "assert_": "assertTrue",
    "assertAlmostEquals": "assertAlmostEqual",
    "assertEquals": "assertEqual",
    "assertNotAlmostEquals": "assertNotAlmostEqual",
    "assertNotEquals": "assertNotEqual",
    "assertNotRegexpMatches": "assertNotRegex",
    "assertRaisesRegexp": "assertRaisesRegex",
    "assertRegexpMatches": "assertRegex",
    "failIf": "assertFalse",
    "failIfAlmostEqual": "assertNotAlmostEqual",
    "failIfEqual": "assertNotEqual",
    "failUnless": "assertTrue",
    "failUnlessAlmostEqual": "assertAlmostEqual",
    "failUnlessEqual": "assertEqual",
    "failUnlessRaises": "assertRaises",
}


def counted_items(module: Module) -> Iterator[Rewrite]:
    """assertItemsEqual, which no Python 3 ever had."""
    return _renamed(module, {"assertItemsEqual": RENAMED["assertItemsEqual"]})


def assertions(module: Module) -> Iterator[Rewrite]:
    """Every old name that a test calls on itself, unless the file gives it a meaning of its own."""
    return _renamed(module, RENAMED)


def _renamed(module: Module, names: dict[str, str]) -> Iterator[Rewrite]:
    own = {node.name for node in module.nodes if isinstance(node, ast.FunctionDef)}
    own |= {node.attr for node in module.nodes if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)}
    own |= {str(node.value) for node in module.nodes if isinstance(node, ast.Constant) and node.value in names}
    for node in module.nodes:
        if not isinstance(node, ast.Attribute) or node.attr not in names or node.attr in own:
            continue
        if isinstance(node.value, ast.Name) and node.value.id in ("self", "cls"):
            yield (module.replace(node, f"{node.value.id}.{names[node.attr]}"),)
