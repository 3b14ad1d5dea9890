"""Work on what strangers wrote, in a process of its own with limits to memory and time.

Reading a file that means harm, or setting a text that does, can take all there is. There it takes what is said here,
and then that process ends.
"""

import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1]
MEMORY, CPU_SECONDS = 1024**3, 20


def run_module(module: str, *arguments: str, patience: float) -> bytes:
    """What `python -m module` prints; the module calls `limit_this_process` before it begins.

    Raises subprocess.CalledProcessError where it ended at its limits, TimeoutExpired after `patience` seconds.
    """
    command = [sys.executable, "-m", module, *arguments]
    run = subprocess.run(command, cwd=SOURCE, capture_output=True, timeout=patience, check=True)  # noqa: S603 (our own modules, on files of ours)
    return run.stdout


def limit_this_process() -> None:
    try:
        import resource
    except ImportError:  # not on Windows, where the parent's patience is the only limit
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
