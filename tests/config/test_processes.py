"""Server and worker run as one (core.processes), with real processes."""

import os
import signal
import subprocess
import sys
import time

import pytest

pytestmark = pytest.mark.slow

# Two children that write their number and wait, each with a child of its own, as the web server has.
RUN = r"""
import sys
from core.processes import run_together
say = "import os, time; os.write(1, b'%d\\n' % os.getpid());"  # in one piece: both write to one pipe
child = [sys.executable, "-c", say + "time.sleep(60)"]
quits = [sys.executable, "-c", say]
chosen = {"stay": [child, child], "one ends": [child, quits]}[sys.argv[1]]
sys.exit(run_together(chosen, on_ready=lambda: True))
"""


@pytest.fixture
def start():
    started = []

    def run(how, *, under=()):
        path = os.pathsep.join(entry for entry in sys.path if entry)
        process = subprocess.Popen(
            [*under, sys.executable, "-c", RUN, how],
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": path},
        )
        started.append(process)
        return process, [int(process.stdout.readline()) for _ in range(2)]

    yield run
    for process in started:
        process.kill()
        process.wait()
        process.stdout.close()


def all_gone(pids):
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and any(map(alive, pids)):
        time.sleep(0.05)
    return not any(map(alive, pids))


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # Where nobody collects the dead, as in some containers, a finished process stays as a zombie.
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True).stdout
    return bool(state.strip()) and not state.startswith("Z")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_being_told_to_stop_stops_all_and_is_no_failure(start, number):
    process, children = start("stay")
    process.send_signal(number)
    assert process.wait(20) == 0
    assert all_gone(children)


def test_when_one_ends_by_itself_the_other_does_and_it_is_a_failure(start):
    process, children = start("one ends")
    assert process.wait(20) == 1
    assert all_gone(children)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can tell a process that its parent was killed")
def test_being_killed_outright_leaves_no_process_behind(start):
    process, children = start("stay")
    process.kill()
    assert all_gone(children)


def test_when_make_is_killed_all_end(start):
    under = [sys.executable, "-c", "import subprocess, sys; subprocess.run(sys.argv[1:])"]
    process, children = start("stay", under=under)
    process.kill()
    assert all_gone(children)
