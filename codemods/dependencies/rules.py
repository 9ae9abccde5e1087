"""What the rule ids of dependency files mean, for `boto3ify rules`."""

from __future__ import annotations

from codemods.dependencies import bounds
from codemods.dependencies.files import KINDS

_MEANT = {
    "lock": "A lock file names boto: it has to be made again.",
    "setup.py": "A setup script (or noxfile.py) asks for boto.",
    "setup.cfg": "setup.cfg asks for boto.",
    "tox": "tox.ini asks for boto, or installs it.",
    "pyproject": "pyproject.toml asks for boto: PEP 621, PEP 735, Poetry, Hatch, PDM, Pixi, uv.",
    "pipfile": "A Pipfile asks for boto.",
    "requirements": "A requirements or constraints file asks for boto.",
    "docker": "A Dockerfile installs boto.",
    "conda": "A Conda environment asks for boto.",
    "yaml": "An Ansible task, a CI configuration or other YAML installs boto.",
    "shell": "A script or a Makefile installs boto.",
}

RULES = {
    **{f"dependencies.{kind.name}": _MEANT[kind.name] for kind in KINDS if kind.name in _MEANT},
    "dependencies.boto3": f"boto3 is required in a version that can be older than {bounds.BOTO3}.",
    "dependencies.moto": f"moto is required in a version that can be older than {bounds.MOTO}.",
    "dependencies.python": "The project claims Pythons that boto3 no longer supports.",
}
"""Each rule id with one sentence."""
