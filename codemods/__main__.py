"""Lets `python -m codemods` do what the command `boto3ify` does."""

import sys

from codemods.cli import main

sys.exit(main())
