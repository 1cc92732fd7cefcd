"""Run one command and tell what it cost: ``python -I -S launcher.py ERRORS PROGRAM ARGUMENT...``.

A process of its own, kept as small as Python can be, because Linux counts into a child's peak memory what its
parent held when it was started. Prints CPU seconds (user and system), wall seconds, peak memory in bytes and the
exit status. The command reads nothing; its output is thrown away, its complaints go to the file ERRORS.
"""

import os
import sys
import time


def run(errors: str, argv: list[str]) -> str:
    """Run `argv` (an absolute path first) to its end; returns the line that is printed."""
    streams = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
        (os.POSIX_SPAWN_OPEN, 2, errors, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
    ]
    begun = time.perf_counter()
    child = os.posix_spawn(argv[0], argv, os.environ, file_actions=streams)
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - begun
    unit = 1 if sys.platform == "darwin" else 1024
    return f"{used.ru_utime + used.ru_stime} {wall} {used.ru_maxrss * unit} {os.waitstatus_to_exitcode(status)}"


if __name__ == "__main__":
    sys.stdout.write(run(sys.argv[1], sys.argv[2:]))
