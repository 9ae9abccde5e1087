"""`python -m codemods`: the command `boto3ify` where it is not on the path."""

import sys

from codemods.cli import main

sys.exit(main())
