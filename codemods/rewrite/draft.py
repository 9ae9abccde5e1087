"""The plan of one file while it grows: what is decided for each site, and what the file will need."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field

from codemods.catalog.index import Catalog
from codemods.code import Code, Helper, HelperFunction, Import, Need, SharedConfig
from codemods.inference.frame import Analysis
from codemods.inference.program import ModuleFile
from codemods.model import Edit, Finding, Span, Status
from codemods.rewrite.handover import Handover
from codemods.rewrite.helpers import source_of
from codemods.rewrite.names import Names
from codemods.rewrite.reach import Reach
from codemods.rewrite.styles import Styles
from codemods.rewrite.uses import MemberUses
from codemods.settings import Settings


@dataclass(frozen=True)
class Decision:
    """What is decided for one site: the fields of a `Site`, by node instead of by line."""

    node: ast.AST
    api: str
    service: str
    status: Status
    rule: str
    message: str
    after: str = ""


@dataclass(frozen=True)
class ProgramView:
    """What all files of a run share: the analysis and what follows from it."""

    analysis: Analysis
    uses: MemberUses
    reach: Reach
    styles: Styles
    settings: Settings
    handover: Handover = field(default_factory=Handover)
    telling: Mapping[str, str] = field(default_factory=dict)  # members that only boto 2 has, and their class
    own_names: frozenset[str] = frozenset()  # functions and methods that the program itself defines
    absorbed: frozenset[ast.Call] = frozenset()  # calls whose settings the Config of every client has taken over
    loggers: frozenset[ast.Constant] = frozenset()  # names of boto 2's loggers that getLogger gets from elsewhere
    guarded: frozenset[ast.Call] = frozenset()  # calls that the program makes ready to hear of missing credentials
    changes_environment: bool = False  # the program sets AWS_* variables, which boto3's default session sees only once
    services: frozenset[str] = frozenset()  # whose requests the program makes

    @property
    def catalog(self) -> Catalog:
        """The catalog that the analysis used."""
        return self.analysis.catalog


@dataclass
class Draft:
    """The plan of one file."""

    view: ProgramView
    module: ModuleFile
    names: Names
    decisions: dict[tuple[ast.AST, str], Decision] = field(default_factory=dict)
    edits: list[Edit] = field(default_factory=list)
    needs: set[Need] = field(default_factory=set)
    removed: set[ast.stmt] = field(default_factory=set)
    hoisted: list[tuple[ast.stmt, str, Code]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The original text."""
        return self.module.source.text

    def span(self, node: ast.AST) -> Span:
        """Where a node stands."""
        return self.module.source.span(node)  # type: ignore[arg-type]

    def segment(self, node: ast.AST) -> str:
        """The original text of a node."""
        span = self.span(node)
        return self.text[span.start : span.end]

    def parent(self, node: ast.AST) -> ast.AST | None:
        """The node around `node`."""
        return self.module.parents.get(node)

    def statement(self, node: ast.AST) -> ast.stmt:
        """The statement that `node` belongs to."""
        current: ast.AST | None = node
        while current is not None and not isinstance(current, ast.stmt):
            current = self.parent(current)
        assert isinstance(current, ast.stmt)
        return current

    def decide(self, decision: Decision) -> None:
        """Settle a site. A flag is never taken back."""
        site = decision.node, decision.rule
        known = self.decisions.get(site)
        if known is None or known.status is not Status.FLAGGED:
            self.decisions[site] = decision

    def find(self, node: ast.AST, rule: str, message: str) -> None:
        """Note something to know about a place, once."""
        finding = Finding(self.module.source.path, getattr(node, "lineno", 0), rule, message)
        if finding not in self.findings:
            self.findings.append(finding)

    def helper_name(self, function: HelperFunction) -> str:
        """The name under which an emitted helper stands in this file."""
        return self._shared(function.__name__) or self.names.helper(function, source_of(function))

    def call_helper(self, function: HelperFunction, *positional: Code, **keywords: Code) -> Code:
        """A call of an emitted helper."""
        arguments = [*(str(value) for value in positional), *(f"{name}={value}" for name, value in keywords.items())]
        parts = (*positional, *keywords.values())
        needs = frozenset({Helper(function)}).union(*(part.needs for part in parts))
        return Code(f"{self.helper_name(function)}({', '.join(arguments)})", needs)

    def shared_config(self, service: str) -> Code:
        """The service's `Config` constant."""
        need = SharedConfig(service)
        return Code(self._shared(need.name) or self.names.free(need.name, "2"), frozenset({need}))

    def _shared(self, name: str) -> str:
        """The name itself where the file imports it from the shared module already."""
        module = self.view.settings.config_module
        return name if module and self.names.means(name, Import(module, name)) else ""

    def imported(self, module: str, name: str = "") -> Code:
        """A name that the file will import."""
        need = self.names.imported(Import(module, name))
        return Code(need.alias or need.name or need.module, frozenset({need}))
