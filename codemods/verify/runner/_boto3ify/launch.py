"""Set the limits of the process, then become the command: `launch MEMORY FILE_SIZE COMMAND...`.

Limits set here and not between fork and exec, because running Python code there is unsafe in a program with
threads.
"""

import os
import resource
import sys
from contextlib import suppress


def main(memory: str, file_size: str, *command: str) -> None:
    """Limit address space and file size, leave no core dump, and run the command in this process."""
    for limit, value in (
        (resource.RLIMIT_AS, int(memory)),
        (resource.RLIMIT_FSIZE, int(file_size)),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(limit)[1]
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        with suppress(ValueError, OSError):  # not every system has every limit
            resource.setrlimit(limit, (value, hard))
    try:
        os.execvp(command[0], command)
    except OSError as error:
        sys.stderr.write(f"{command[0]}: {error.strerror}\n")
        sys.exit(127)


main(*sys.argv[1:])
