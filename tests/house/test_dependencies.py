"""Who may know whom, where import-linter does not look: ZCML, profiles, templates, and words in Python."""

import ast
import re
from pathlib import Path

import pytest

from tests.house.repository import MODULES, SOURCES, below, name

NAMED = re.compile(r"\bcommune[.:](\w+)")
FEATURES = tuple(module for module in MODULES if module != "core")


def allowed(module: str) -> set[str]:
    return {"core", module}


def strangers(module: str, text: str) -> list[str]:
    """Modules that ``text``, being part of ``module``, names and may not."""
    return sorted(set(NAMED.findall(text)) & {*MODULES, "suite"} - allowed(module))


@pytest.mark.parametrize(
    ("module", "text", "expected"),
    [
        pytest.param("meeting", '<include package="commune.core" />', [], id="module-knows-core"),
        pytest.param("meeting", 'for="commune.urbanism.interfaces.IPermit"', ["urbanism"], id="module-names-module"),
        pytest.param("core", "profile-commune.meeting:default", ["meeting"], id="core-names-module"),
        pytest.param("core", "commune.suite.cli", ["suite"], id="core-names-suite"),
    ],
)
def test_a_name_in_a_text_is_an_import(module, text, expected):
    assert strangers(module, text) == expected


@pytest.mark.parametrize("module", MODULES)
def test_configuration_profiles_and_templates_name_no_other_module(module):
    texts = below(f"src/commune/{module}", ".zcml", ".xml", ".pt", ".html")
    found = {name(path): strangers(module, path.read_text(encoding="utf-8")) for path in texts}
    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize("module", MODULES)
def test_python_names_no_other_module_in_its_strings(module):
    found = {
        f"{name(path)}:{node.lineno}": names
        for path in below(f"src/commune/{module}", ".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if (names := strangers(module, node.value))
    }
    assert found == {}


@pytest.mark.parametrize("module", FEATURES)
def test_the_add_on_profile_of_a_module_depends_on_core_and_plone_only(module):
    metadata = SOURCES / module / "profiles" / "default" / "metadata.xml"
    assert metadata.exists(), f"{name(metadata)} is missing"
    text = metadata.read_text(encoding="utf-8")
    assert strangers(module, text) == []
    assert "profile-commune.core:default" in text


@pytest.mark.parametrize("module", MODULES)
def test_every_module_can_be_uninstalled(module):
    assert (SOURCES / module / "profiles" / "uninstall").is_dir()


@pytest.mark.parametrize("module", MODULES)
def test_upgrade_steps_form_a_chain_up_to_the_version_of_the_profile(module):
    metadata = SOURCES / module / "profiles" / "default" / "metadata.xml"
    version = re.search(r"<version>(\d+)</version>", metadata.read_text(encoding="utf-8")).group(1)
    assert _broken_links(_steps(SOURCES / module / "upgrades"), version) == []


def _steps(room: Path) -> list[tuple[str, str, str]]:
    """Folder, source and destination of each step, in the order of their dates."""
    steps = []
    for path in sorted(room.glob("v*/configure.zcml")):
        text = path.read_text(encoding="utf-8")
        source = re.search(r'source="(\d+)"', text).group(1)
        destination = re.search(r'destination="(\d+)"', text).group(1)
        steps.append((path.parent.name, source, destination))
    return steps


def _broken_links(steps: list[tuple[str, str, str]], version: str) -> list[str]:
    broken = [f"{folder} leads to {target}" for folder, _, target in steps if folder != f"v{target}"]
    for (_, _, before), (folder, source, _) in zip(steps, steps[1:], strict=False):
        broken += [f"{folder} starts from {source}, not from {before}"] * (source != before)
    if steps and steps[-1][2] != version:
        broken.append(f"the last step leads to {steps[-1][2]}, the profile is at {version}")
    return broken


def test_a_gap_in_the_chain_is_seen():
    steps = [("v20270101001", "1000", "20270101001"), ("v20270201001", "1000", "20270201001")]
    assert _broken_links(steps, "20270201001") == ["v20270201001 starts from 1000, not from 20270101001"]
