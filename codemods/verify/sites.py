"""What a comparison shows about each call site: proved, differs, or not exercised."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from codemods.model import Site
from codemods.verify.align import Pair
from codemods.verify.compare import Compared
from codemods.verify.model import Difference, Place, Proof, SiteProof
from codemods.verify.steps import Step


class Lines:
    """Which lines of a tree belong to one statement: a call may begin on another line than the site."""

    def __init__(self, tree: Path) -> None:
        self._tree = tree
        self._ranges: dict[str, list[tuple[int, int]]] = {}

    def of(self, path: str, line: int) -> range:
        """The lines of the innermost statement around `line`; none where there is no statement."""
        if path not in self._ranges:
            self._ranges[path] = sorted(_statements(self._tree / path), key=lambda pair: pair[1] - pair[0])
        for start, end in self._ranges[path]:
            if start <= line <= end:
                return range(start, end + 1)
        return range(0)


def _statements(path: Path) -> Iterable[tuple[int, int]]:
    try:
        tree = ast.parse(path.read_bytes())
    except (OSError, SyntaxError, ValueError):
        return
    for node in ast.walk(tree):
        if not isinstance(node, ast.stmt):
            continue
        body = getattr(node, "body", None)
        # Of a compound statement only the header: its body has statements of its own.
        end = body[0].lineno - 1 if isinstance(body, list) and body else node.end_lineno or node.lineno
        yield node.lineno, max(node.lineno, end)


def watched(sites: Sequence[Site], lines: Lines, after: bool) -> dict[str, list[int]]:
    """The lines whose execution has to be seen, for the runner."""
    found: dict[str, set[int]] = defaultdict(set)
    for site in sites:
        line = site.line_after if after else site.line
        if line:
            found[site.path].update(lines.of(site.path, line))
    return {path: sorted(numbers) for path, numbers in found.items()}


def prove(
    sites: Sequence[Site],
    compared: Compared,
    before: Lines,
    after: Lines,
    ran_before: frozenset[tuple[str, int]],
    ran_after: frozenset[tuple[str, int]],
) -> tuple[SiteProof, ...]:
    """The result for every site, in the given order."""
    index_before = _index(sites, before, False)
    index_after = _index(sites, after, True)
    equal: dict[int, int] = defaultdict(int)
    wrong: dict[int, list[Difference]] = defaultdict(list)
    for pair, difference in compared.pairs:
        for number in _sites_of(pair, sites, index_before, index_after):
            if difference is not None:
                wrong[number].append(difference)
            elif pair.before is not None and pair.after is not None:
                equal[number] += 1  # a look-up that one side makes alone is no difference, and proves nothing
    same = not compared.differences
    return tuple(
        _proof(
            site,
            equal[number],
            wrong[number],
            _ran(site.path, before.of(site.path, site.line), ran_before),
            _ran(site.path, after.of(site.path, site.line_after), ran_after),
            bool(after.of(site.path, site.line_after)),
            same,
        )
        for number, site in enumerate(sites)
    )


def _index(sites: Sequence[Site], lines: Lines, after: bool) -> Mapping[Place, list[int]]:
    index: dict[Place, list[int]] = defaultdict(list)
    for number, site in enumerate(sites):
        line = site.line_after if after else site.line
        for each in lines.of(site.path, line) if line else ():
            index[Place(site.path, each)].append(number)
    return index


def _sites_of(
    pair: Pair, sites: Sequence[Site], before: Mapping[Place, list[int]], after: Mapping[Place, list[int]]
) -> set[int]:
    """The sites behind a pair: of the line on boto 2, where the method is known, else of the line after."""
    if pair.before is not None:
        numbers = _innermost(pair.before, before)
        named = [n for n in numbers if sites[n].api.rpartition(".")[2] == pair.before.origin.via.rpartition(".")[2]]
        if numbers:
            return set(named or numbers)
    return set(_innermost(pair.after, after)) if pair.after is not None else set()


def _innermost(step: Step, index: Mapping[Place, list[int]]) -> list[int]:
    """The sites at the innermost frame that has any: a helper written into the file is no site."""
    return next((index[frame] for frame in step.origin.frames if frame in index), [])


def _ran(path: str, lines: range, ran: frozenset[tuple[str, int]]) -> bool:
    return any((path, line) in ran for line in lines)


def _proof(
    site: Site,
    equal: int,
    wrong: Sequence[Difference],
    ran_before: bool,
    ran_after: bool,
    remains: bool,
    same: bool,
) -> SiteProof:
    """`remains`: the site has a statement after the migration; that of an import may be gone."""
    if wrong:
        proof, reason = Proof.DIFFERS, wrong[0].summary
    elif equal:
        proof, reason = Proof.PROVED, f"{equal} call{'s' if equal > 1 else ''} made, equal on both sides."
    elif not (ran_before or ran_after):
        proof, reason = Proof.NOT_EXERCISED, "The command does not come here."
    elif ran_before != ran_after and remains:
        where = "boto 2" if ran_before else "boto3"
        proof, reason = Proof.NOT_EXERCISED, f"Ran on {where} only, without a call of its own."
    elif same:
        where = "on both sides" if remains else "on boto 2 and is gone"
        proof = Proof.PROVED
        reason = f"Ran {where}; makes no call of its own, and everything the program did is the same."
    else:
        proof = Proof.NOT_EXERCISED
        reason = "Ran without a call of its own, and the program differs elsewhere."
    return SiteProof(site.path, site.line, site.line_after, site.api, proof, equal + len(wrong), reason)
