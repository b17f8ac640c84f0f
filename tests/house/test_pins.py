"""One lock, and what is made from it."""

import importlib.util
import re

from tests.house.repository import ROOT

LOCK = ROOT / "requirements.txt"


def versions_cfg():
    spec = importlib.util.spec_from_file_location("versions_cfg", ROOT / "tools" / "versions_cfg.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_versions_of_buildout_are_those_of_the_lock():
    expected = versions_cfg().render(LOCK.read_text(encoding="utf-8"))
    assert (ROOT / "versions.cfg").read_text(encoding="utf-8") == expected, "versions.cfg is stale: run make lock"


def test_the_rules_are_tested_with_the_versions_of_the_lock():
    locked = versions_cfg().locked(LOCK.read_text(encoding="utf-8"))
    rules = versions_cfg().locked((ROOT / "requirements-rules.txt").read_text(encoding="utf-8"))
    assert {name: version for name, version in rules.items() if locked.get(name, version) != version} == {}


def test_everything_in_the_locks_is_pinned_and_comes_from_no_named_place():
    for lock in (LOCK, ROOT / "requirements-rules.txt", ROOT / "requirements-build.txt"):
        lines = [line for line in lock.read_text(encoding="utf-8").splitlines() if not line.lstrip().startswith("#")]
        assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+( ;.*)?", line)] == []


def test_what_setup_requires_is_in_the_lock():
    module = versions_cfg()
    locked = module.locked(LOCK.read_text(encoding="utf-8"))
    setup = (ROOT / "setup.py").read_text(encoding="utf-8")
    wanted = set(re.findall(r'^\s{8,}"([A-Za-z][A-Za-z0-9._-]+)",?$', setup, flags=re.MULTILINE))
    assert wanted and {name for name in wanted if module.canonical(name) not in locked} == set()
