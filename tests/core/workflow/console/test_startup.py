"""A real database: a process that dies leaves the last commit, a second one is told that it is taken."""

import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage

from tests.core.workflow.console.instance import write_instance

REPOSITORY = Path(__file__).parents[4]


@pytest.fixture()
def config(tmp_path):
    return write_instance(tmp_path)


def start(config, *profiles):
    command = [sys.executable, "-m", "commune.suite.cli", "deploy", *profiles, "--config", str(config)]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY / "src"), "PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=REPOSITORY, env=environment)


def read_until(process, beginning):
    for line in process.stdout:
        if line.startswith(beginning):
            return line
    raise AssertionError(f"the process ended with {process.wait()} before it said {beginning!r}")


def test_killed_in_the_middle_it_leaves_the_authorities_already_deployed(config):
    process = start(config, "cpas-mons", "gembloux")
    read_until(process, "Ville de Gembloux: making the site")
    process.send_signal(signal.SIGSTOP)  # in the middle of the second authority, however slow the machine is
    second = start(config, "eupen")
    said = second.communicate(timeout=120)[0].splitlines()
    assert (second.returncode, said[-1][:23]) == (3, "the database is in use:")
    process.kill()
    process.wait()
    process.stdout.close()
    with closing(DB(FileStorage(str(config.parent / "Data.fs"), blob_dir=str(config.parent / "blobs")))) as database:
        with database.transaction() as connection:
            application = connection.root()["Application"]
            application._p_activate()
            kept = {"cpas-mons", "gembloux", "eupen"} & set(vars(application))
    assert kept == {"cpas-mons"}
