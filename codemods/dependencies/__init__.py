"""What a project depends on: requirements files, setup scripts, TOML, YAML, Dockerfiles and the like ask for
boto3.

`rewrite_dependencies` decides about one file; it edits text in place and writes nothing.
"""

from codemods.dependencies.decide import Wanted
from codemods.dependencies.files import DependencyChange, handles, rewrite_dependencies
from codemods.dependencies.rules import RULES

__all__ = ["RULES", "DependencyChange", "Wanted", "handles", "rewrite_dependencies"]
