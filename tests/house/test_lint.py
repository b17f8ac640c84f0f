"""The checks check: each refuses what it is there for."""

import configparser
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.repository import MODULES, ROOT

RUFF = Path(sys.executable).parent / "ruff"
CLOCK = "from datetime import date\n\nTODAY = date.today()\n"
SWALLOW = "try:\n    x = 1\nexcept Exception:\n    x = 2\n"
TANGLE = "def f(x):\n" + "".join(f"    if x == {n}:\n        return {n}\n" for n in range(11))


def refused(code: str, place: str) -> set[str]:
    """The rules of ruff that ``code`` breaks if it stood at ``place``."""
    command = [str(RUFF), "check", "--output-format", "json", "--stdin-filename", place, "-"]
    done = subprocess.run(command, cwd=ROOT, input=code, capture_output=True, text=True)
    return {fault["code"] for fault in json.loads(done.stdout)}


@pytest.mark.parametrize(
    ("code", "place", "expected"),
    [
        pytest.param(CLOCK, "src/commune/core/rules/deadline.py", {"TID251"}, id="a-rule-reads-no-clock"),
        pytest.param(
            "import time\n\ntime.sleep(1)\n", "src/commune/meeting/rules/votes.py", {"TID251"}, id="nor-waits"
        ),
        pytest.param(CLOCK, "src/commune/core/content/dossier.py", set(), id="others-may"),
        pytest.param(SWALLOW, "src/commune/core/content/dossier.py", {"BLE001"}, id="no-error-is-swallowed"),
        pytest.param(TANGLE, "src/commune/core/content/dossier.py", {"C901"}, id="no-function-is-a-maze"),
    ],
)
def test_ruff_refuses(code, place, expected):
    assert refused(code, place) == expected


def test_every_module_is_in_every_contract():
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter")
    packages = {f"commune.{module}" for module in MODULES}
    assert packages <= set(contracts["importlinter:contract:rooms"]["containers"].split())
    assert packages <= set(contracts["importlinter:contract:cycles"]["ancestors"].split())
    rules = {f"{package}.rules" for package in packages}
    assert rules <= set(contracts["importlinter:contract:pure"]["source_modules"].split())
