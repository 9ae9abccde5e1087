"""boto.cfg and ~/.boto: what each option was for in boto 2, and what takes its place on boto3.

`convert_config` and `render` are the command `boto3ify config FILE`; `options` is the table, which the
catalog's rows for `boto.config` use as well.
"""

from codemods.botoconfig.convert import ConfigReport, Entry, convert_config
from codemods.botoconfig.files import UnreadableConfig
from codemods.botoconfig.findings import config_findings, is_boto_config
from codemods.botoconfig.render import render

__all__ = [
    "ConfigReport",
    "Entry",
    "UnreadableConfig",
    "config_findings",
    "convert_config",
    "is_boto_config",
    "render",
]
