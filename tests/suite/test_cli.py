"""The command line: what it says, and the exit code that a script may trust."""

import shutil
from pathlib import Path

import pytest

from commune.suite import cli

VALMONT = Path(__file__).parents[1] / "fixtures/authorities/valmont"


def run(capsys, *arguments):
    code = cli.main(arguments)
    return code, capsys.readouterr().out.splitlines()


@pytest.fixture()
def broken(tmp_path):
    folder = tmp_path / "broken"
    shutil.copytree(VALMONT, folder)
    for name, old, new in (
        ("authority.toml", 'nis = ["92142"]', 'nis = ["92999"]'),
        ("authority.toml", 'accent = "#8a3b12"', 'accent = "#ffd100"'),
        ("authority.toml", '"urbanism"]', '"parking"]'),
        ("accounts.csv", "URB:editor", "XXX:editor"),
        ("mandates.csv", "2024-12-02", "soon"),
    ):
        text = (folder / name).read_text("utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), "utf-8")
    return folder


def test_the_authorities_of_the_suite_are_sound(capsys):
    code, lines = run(capsys, "check", "--all")
    assert code == 0
    assert [line.split(":")[0] for line in lines] == ["cpas-mons", "eupen", "gembloux"]


def test_a_profile_is_named_by_its_folder_or_by_its_name(capsys):
    assert run(capsys, "check", str(VALMONT)) == (
        0,
        ["valmont: sound, Commune de Valmont in fr, de: website, eguichet, meeting, urbanism"],
    )
    assert run(capsys, "check", "eupen")[0] == 0


def test_every_fault_of_a_broken_profile_is_said_at_once(capsys, broken):
    code, lines = run(capsys, "check", str(broken))
    assert code == 2
    assert lines[0] == "broken: refused, 6 faults"
    places = [line.split(": ")[0].strip() for line in lines[1:]]
    assert places == ["authority.toml"] * 4 + ["mandates.csv:2:start", "accounts.csv:4:functions"]
    assert "found: parking" in lines[2]
    assert "#ffffff on accent #ffd100: 1.461" in lines[3]


def test_a_broken_profile_stops_a_deployment_before_zope_starts(capsys, broken, tmp_path):
    code, lines = run(capsys, "deploy", str(VALMONT), str(broken), "--config", str(tmp_path / "no.conf"))
    assert (code, lines[0]) == (2, "broken: refused, 6 faults")
    assert "starting Zope" not in lines


def test_two_profiles_of_one_site_are_refused(capsys, tmp_path):
    shutil.copytree(VALMONT, tmp_path / "twin")
    code, lines = run(capsys, "check", str(VALMONT), str(tmp_path / "twin"))
    assert code == 2
    assert "authority.toml: site: the same value stands twice (found: valmont)" in lines[2]


def test_deploying_needs_to_know_which(capsys):
    assert run(capsys, "deploy") == (2, ["name a profile, or say --all"])


def test_without_an_instance_the_next_step_is_said(capsys, tmp_path):
    code, lines = run(capsys, "deploy", str(VALMONT), "--config", str(tmp_path / "no.conf"))
    assert code == 2
    assert lines[-1].endswith("no.conf: run buildout first, or name one with --config")


def test_the_list_has_addresses_and_on_request_accounts(capsys):
    code, lines = run(capsys, "list", "gembloux", "--port", "8090")
    assert code == 0
    assert lines == ["Ville de Gembloux  http://localhost:8090/gembloux  (website, eguichet, meeting, urbanism)"]
    _code, lines = run(capsys, "list", "gembloux", "--accounts")
    assert any(line.split()[:2] == ["urbanist", "gembloux-demo"] for line in lines)


def test_a_folder_that_is_not_there_is_said(capsys):
    code, lines = run(capsys, "check", "atlantis")
    assert code == 2
    assert lines[0] == "atlantis: refused, 1 fault"
    _code, lines = run(capsys, "list", "atlantis")
    assert lines[0] == "atlantis: refused, 1 fault"


@pytest.mark.parametrize("command", [[], ["check"], ["list"], ["deploy"], ["import-agenda"], ["work"]])
def test_help_is_there(capsys, command):
    with pytest.raises(SystemExit) as left:
        cli.main([*command, "--help"])
    assert left.value.code == 0
    assert "usage: commune" in capsys.readouterr().out
