"""Runs several commands as one: they start together, and when one ends all do. No process outlives the one that runs
this, however that one ends."""

import contextlib
import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Callable, Sequence

PATIENCE = 15  # seconds to stop in
PR_SET_PDEATHSIG = 1


def run_together(commands: Sequence[Sequence[str]], *, on_ready: Callable[[], bool]) -> int:
    """Run until interrupted, until the process that started us is gone, or until one command ends by itself.

    `on_ready` is asked again and again until it answers true. Returns 0 when we were asked to stop, else 1.
    """
    asked: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda received, frame: asked.append(received))
    starter = os.getppid()
    # A session of their own: Ctrl+C reaches us alone, and each child is told to stop once, not twice.
    children = [subprocess.Popen(command, start_new_session=True, preexec_fn=end_with_parent) for command in commands]  # noqa: S603 (our own commands, and no threads)
    ready = False
    try:
        while not asked and os.getppid() == starter and all(child.poll() is None for child in children):
            ready = ready or on_ready()
            time.sleep(0.1)
    finally:
        stop(children, hurry=lambda: len(asked) > 1)
    return 0 if asked or os.getppid() != starter else 1


def end_with_parent() -> None:
    """Ask Linux to stop this process when its parent is killed outright. Elsewhere there is nothing to ask."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def stop(children: Sequence[subprocess.Popen], *, hurry: Callable[[], bool]) -> None:
    """End the children in good order; what is left after a while, or when asked again, is killed."""
    for child in children:
        child.terminate()
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and not hurry() and any(child.poll() is None for child in children):
        time.sleep(0.05)
    for child in children:
        child.kill()
        child.wait()
