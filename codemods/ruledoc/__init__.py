"""`boto3ify rules`: every rule, what it does, and an example on which the tool itself is run."""

from __future__ import annotations

from functools import cache

from codemods.catalog import catalog
from codemods.ruledoc.catalogued import catalogued_rules
from codemods.ruledoc.general import general_rules
from codemods.ruledoc.model import RuleDoc
from codemods.ruledoc.show import in_full, one_line

__all__ = ["RuleDoc", "all_rules", "in_full", "one_line", "rules_below"]


@cache
def all_rules() -> dict[str, RuleDoc]:
    """Every rule by its id; the general ones first."""
    found = {rule.id: rule for rule in general_rules()}
    for rule in catalogued_rules(catalog()):
        found.setdefault(rule.id, rule)
    return found


def rules_below(name: str) -> list[RuleDoc]:
    """The rule with this id, or all rules of a group: `s3`, `s3.Key`, `errors`.

    What is asked of an object as a whole (`s3.Key.__str__`, `ec2.Instance.getattr`), and members that boto 2 does not
    have, have no row, but an id like all others.
    """
    found = [rule for rule in all_rules().values() if rule.is_below(name)]
    owner, _, member = name.rpartition(".")
    if found or owner not in catalog().classes:
        return found
    about = f"{member} of a {catalog().classes[owner].name}"
    return [RuleDoc(name, about, "decided by what stands for the object now; left and marked where nothing can")]
