"""Commands on the database: one transaction each, a refusal keeps nothing."""

from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from zope.component import getGlobalSiteManager
from zope.component.hooks import setSite
from zope.interface import implementer

from commune.core.interfaces import ICommand
from commune.core.rules.refusals import Refusal
from commune.core.workflow.console import commands
from commune.core.workflow.process import Refused
from tests.layers import VALMONT, valmont

CONFIG = Path("zope.conf")


@implementer(ICommand)
class Rename:
    title = "Rename"

    def run(self, site, arguments, report):
        site.title = arguments["title"]
        report(f"renamed to {site.title}")
        if not arguments["title"]:
            raise Refused(Refusal("profile.missing", {}, "title"))


@pytest.fixture()
def app(functional, monkeypatch):
    """The test database, in the place of one that a configuration names."""

    @contextmanager
    def application(config):
        yield functional["app"]

    monkeypatch.setattr(commands, "application", application)
    command = Rename()
    getGlobalSiteManager().registerUtility(command, ICommand, "rename")
    yield functional["app"]
    getGlobalSiteManager().unregisterUtility(command, ICommand, "rename")
    setSite(functional["portal"])


def perform(name, site, title):
    lines = []
    done = commands.perform(CONFIG, name, site, {"title": title}, lines.append)
    return done, lines


def test_a_command_of_a_module_is_done_and_kept(app):
    assert perform("rename", "plone", "Grand-Valmont") == (True, ["renamed to Grand-Valmont"])
    app._p_jar.sync()
    assert app["plone"].title == "Grand-Valmont"


def test_a_refused_command_keeps_nothing(app):
    done, lines = perform("rename", "plone", "")
    assert (done, lines[1:]) == (False, ["rename: refused, 1 fault", "  title: a value is missing"])
    assert app["plone"].title == "Commune de Valmont"


def test_a_command_or_site_that_does_not_exist(app):
    assert perform("dance", "plone", "x")[1][1].startswith("  command: no module brings this command (found: dance)")
    assert perform("rename", "nowhere", "x")[1][1].endswith("(found: nowhere); expected: plone")


def test_the_same_authority_again_is_not_committed(app, monkeypatch):
    monkeypatch.setattr(commands, "read", lambda folders: [(VALMONT, valmont(), ())])
    before = app["plone"]._p_serial
    lines = []
    assert commands.deploy_all(CONFIG, [VALMONT], lines.append)
    assert lines == ["starting Zope", "Commune de Valmont: looking at /plone", "  nothing to change"]
    assert app["plone"]._p_serial == before


def test_a_change_is_committed_and_a_refusal_told(app, monkeypatch):
    found = [
        (VALMONT, replace(valmont(), site="acl_users"), ()),
        (VALMONT, replace(valmont(), name="Ville de Valmont"), ()),
    ]
    monkeypatch.setattr(commands, "read", lambda folders: found)
    lines = []
    assert not commands.deploy_all(CONFIG, [], lines.append)
    assert "valmont: refused, 1 fault" in lines
    app._p_jar.sync()
    assert app["plone"].title == "Ville de Valmont"
