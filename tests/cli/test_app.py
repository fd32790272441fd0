"""The program as a whole: help, errors, what it may draw."""

import subprocess
import sys

import pytest

from danvankheo.cli.app import run


@pytest.mark.parametrize("command", ["words", "parse"])
def test_help_is_vietnamese_and_shows_an_example(command, capsys):
    assert run([command, "--help"]) == 0
    out = capsys.readouterr().out
    assert "Ví dụ:" in out
    assert "Mã thoát" not in out  # that is for programs, and stands on a page of the docs
    assert "Options" not in out


def test_an_interrupt_while_the_program_loads_leaves_no_traceback():
    stop = "import builtins, sys\nreal = builtins.__import__\n"
    stop += (
        "def stopped(name, *rest):\n    if name == 'danvankheo.cli.app':\n        raise KeyboardInterrupt\n"
    )
    stop += (
        "    return real(name, *rest)\nfrom danvankheo.cli import main\nbuiltins.__import__ = stopped\nmain()"
    )
    done = subprocess.run([sys.executable, "-c", stop], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "")
