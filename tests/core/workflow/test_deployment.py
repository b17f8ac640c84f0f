"""An authority is deployed whole or not at all, and twice is once."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import transaction
from plone import api
from plone.app.testing import login, logout
from zope.component.hooks import setSite

from commune.core.content.calendar import authority_calendar
from commune.core.content.streets import find_streets
from commune.core.rules.functions import SHIPPED
from commune.core.workflow.deployment.deploying import NOTHING, deploy
from commune.core.workflow.deployment.folder import folders, modules, read_folder
from commune.core.workflow.deployment.function_titles import TITLES
from commune.core.workflow.deployment.installing import installed
from commune.core.workflow.deployment.organisation import unit_uids
from commune.core.workflow.process import Refused
from tests.layers import valmont

TODAY = date(2026, 11, 20)
AUTHORITIES = Path(__file__).parents[2] / "fixtures/authorities"


@pytest.fixture(scope="module")
def profile():
    """The authority that the test site was deployed from."""
    return valmont()


@pytest.fixture()
def app(integration):
    yield integration["app"]
    setSite(integration["portal"])


def deployed(app, profile):
    lines = []
    deploy(app, profile, lines.append)
    site = app[profile.site]
    setSite(site)
    return site, lines


@pytest.mark.requirement("core:1.3", "core:ORG-5", "core:FUN-1", "core:1.5")
def test_a_first_deployment_makes_the_whole_authority(app):
    site, lines = deployed(app, valmont("fresh"))
    assert site.title == "Commune de Valmont"
    assert api.portal.get_registry_record("plone.portal_timezone") == "Europe/Brussels"
    assert api.portal.get_registry_record("commune.core.authority.primary") == "#1b5e20"
    assert api.portal.get_registry_record("commune.core.authority.address") == "Place du Marché 1\n5030 Valmont"
    assert all(installed(site, module) for module in ("core", *modules()))
    urb = site.organisation.cdv.urb
    assert (urb.code, urb.title) == ("URB", "Urbanisme et aménagement du territoire")
    assert unit_uids()["URB"] == urb.UID()
    assert '"wed"' in urb.hours
    group = api.group.get(groupname=f"{urb.UID()}_editor")
    assert group.getProperty("title").startswith("Cadre de vie - Urbanisme et aménagement du territoire (")
    assert {user.getId() for user in api.user.get_users(groupname=f"{urb.UID()}_editor")} == {"desk", "urbanist"}
    assert [user.getId() for user in api.user.get_users(groupname="financial_director")] == ["finance"]
    assert len(site.persons.objectIds()) == 21
    mayor = site.persons["alain-aubertin"]
    assert {mandate.role for mandate in mayor.objectValues()} == {"mayor", "president"}
    assert find_streets(site, "eglise")[0].postcode in ("5030", "5031")
    assert authority_calendar(site).holiday(date(2026, 5, 15)).name == "Pont de l'Ascension"
    assert lines[0] == "Commune de Valmont: making the site /fresh"


def test_a_second_deployment_writes_nothing(app, profile):
    site, _lines = deployed(app, profile)
    transaction.savepoint()
    registered = len(site._p_jar._registered_objects)
    lines = []
    assert deploy(app, profile, lines.append) is False
    assert lines == ["Commune de Valmont: looking at /plone", f"  {NOTHING}"]
    assert (registered, len(site._p_jar._registered_objects)) == (0, 0)


def test_a_change_of_the_profile_is_the_only_thing_written(app, profile):
    site, _lines = deployed(app, profile)
    units = tuple(replace(u, title="Finances communales") if u.code == "FIN" else u for u in profile.units)
    uid = site.organisation.fin.UID()
    _site, lines = deployed(app, replace(profile, units=units))
    assert site.organisation.fin.title == "Finances communales"
    assert lines[1:] == ["  services: 1 changed", "  functions: 25 groups"]
    title = api.group.get(groupname=f"{uid}_editor").getProperty("title")
    assert title.startswith("Finances communales (")


@pytest.mark.requirement("core:ORG-2")
def test_renaming_keeps_the_groups_and_their_members(app, profile):
    site, _lines = deployed(app, profile)
    units = tuple(replace(u, title="Aménagement") if u.code == "URB" else u for u in profile.units)
    deployed(app, replace(profile, units=units))
    group = f"{site.organisation.cdv.urb.UID()}_editor"
    assert {user.getId() for user in api.user.get_users(groupname=group)} == {"desk", "urbanist"}


def test_modules_are_switched_on_and_off_on_a_site_with_content(app):
    thin = replace(valmont("fresh"), modules=("website", "eguichet"), content={}, accounts=(), mandates=())
    site, _lines = deployed(app, thin)
    assert not installed(site, "urbanism")
    with api.env.adopt_roles(["Manager"]):
        page = api.content.create(site, "Document", "kept", title="Kept")
    _site, lines = deployed(app, replace(thin, modules=("website", "urbanism")))
    assert "  module urbanism: installed" in lines
    assert "  module eguichet: taken away, it held nothing" in lines
    assert (installed(site, "urbanism"), installed(site, "eguichet")) == (True, False)
    assert site["kept"].UID() == page.UID()


def test_a_module_that_holds_content_is_not_switched_off(app, profile):
    portal = app["plone"]
    with api.env.adopt_roles(["Manager"]):
        api.content.create(portal, "Document", "kept", title="Kept")
    portal.portal_types.Document.klass = "commune.eguichet.content.request.Request"  # as if it were one of its types
    found = refused(app, replace(profile, modules=("website", "meeting", "urbanism")))
    assert ("profile.module_off", "authority.toml: modules") in found
    assert installed(portal, "eguichet")


def refused(app, profile):
    with pytest.raises(Refused) as caught:
        deploy(app, profile, lambda line: pytest.fail(f"written: {line}"))
    return [(fault.code, fault.place) for fault in caught.value.refusals]


def test_something_else_in_the_place_of_the_site_is_refused(app, profile):
    assert refused(app, replace(profile, site="acl_users")) == [("profile.choice", "authority.toml: site")]


def test_an_unknown_function_is_refused_before_anything_is_written(app, profile):
    accounts = tuple(
        replace(a, functions=(("URB", "editeur"),), groups=("bosses",)) if a.user == "urbanist" else a
        for a in profile.accounts
    )
    found = refused(app, replace(profile, accounts=accounts))
    assert ("profile.reference", "accounts.csv:4:functions") in found
    assert ("profile.reference", "accounts.csv:4:groups") in found
    assert "fresh" not in app.objectIds()


@pytest.mark.requirement("core:FUN-6")
def test_accounts_have_no_more_than_the_profile_gives(app, profile):
    site, _lines = deployed(app, profile)
    roles = {account.user: set(api.user.get_roles(account.user)) - {"Authenticated"} for account in profile.accounts}
    assert roles["citizen"] == {"Member"}
    assert roles["urbanist"] == {"Agent"}
    assert roles["dg"] == {"Agent"}
    assert "Manager" not in set().union(*roles.values())
    administrators = [user for user, held in roles.items() if "Site Administrator" in held]
    assert administrators == ["manager"]


def test_a_citizen_sees_neither_persons_nor_services_folder(app, profile):
    site, _lines = deployed(app, profile)
    urb = site.organisation.cdv.urb
    for user, seen in (("urbanist", True), ("citizen", False)):
        login(site, user)
        assert bool(api.user.has_permission("View", obj=site.organisation)) is seen, user
    logout()
    assert not api.user.has_permission("Modify portal content", obj=urb)


def test_an_existing_account_keeps_its_password(app, profile):
    site, _lines = deployed(app, profile)
    users = site.acl_users.source_users
    users.updateUserPassword("citizen", "changed-by-herself")
    deployed(app, profile)
    assert users.authenticateCredentials({"login": "citizen", "password": "changed-by-herself"})
    assert not users.authenticateCredentials({"login": "citizen", "password": "valmont-demo"})


def test_without_demo_nobody_knows_a_new_password(app, profile):
    accounts = (replace(profile.accounts[0], user="newcomer"),)
    site, lines = deployed(app, replace(profile, accounts=accounts, settings={**profile.settings, "demo": False}))
    assert "  accounts: 1 added" in lines
    assert not site.acl_users.source_users.authenticateCredentials({"login": "newcomer", "password": "valmont-demo"})


def test_the_modules_are_those_with_an_installation_profile():
    assert modules() == ("eguichet", "meeting", "urbanism", "website")


def test_a_folder_that_is_not_there():
    profile, faults = read_folder(AUTHORITIES / "nowhere", TODAY)
    assert profile is None
    assert [fault.code for fault in faults] == ["profile.folder"]


def test_folders_are_those_with_an_authority():
    assert [folder.name for folder in folders(AUTHORITIES)] == ["valmont"]


def test_every_shipped_function_has_a_message():
    assert {function.id: function.title for function in SHIPPED} == {name: str(title) for name, title in TITLES.items()}
