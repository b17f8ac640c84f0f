"""Content is made and found for the system, whoever is logged in."""

from datetime import date

from plone import api
from plone.app.testing import logout

from commune.core.workflow.creation import create, module_root, year_folder
from commune.core.workflow.lookup import by_uid, children


def test_a_partition_is_made_once(integration):
    root = module_root(integration["portal"], "permits", "Permits")
    year = year_folder(root, date(2026, 5, 4))
    assert year.getId() == "2026" and year_folder(root, date(2026, 12, 31)).UID() == year.UID()
    assert module_root(integration["portal"], "permits").UID() == root.UID()
    assert (root.portal_type, root.Title()) == ("dossier_folder", "Permits")


def test_fields_are_set_before_the_object_is_known(integration):
    unit = create(integration["portal"], "organisation_unit", title="Finances", code="FIN", kind="service")
    assert (unit.title, unit.code, unit.kind) == ("Finances", "FIN", "service")
    assert [brain.Title for brain in api.content.find(portal_type="organisation_unit")] == ["Finances"]


def test_found_by_uid_even_by_those_who_may_not_read_it(integration):
    root = module_root(integration["portal"], "permits")
    logout()
    assert by_uid(root.UID()).getPhysicalPath() == root.getPhysicalPath()
    assert by_uid("nothing") is None and by_uid("") is None and by_uid(None) is None


def test_children_of_one_type_only(integration):
    person = create(integration["portal"], "person", last_name="Lambert", first_name="Anne")
    create(person, "mandate", title="m", role="mayor", body="college", start=date(2024, 12, 2))
    assert [child.role for child in children(person, "mandate")] == ["mayor"] and children(person, "annex") == []
