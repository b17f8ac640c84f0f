"""Services, persons and folders as agents read them."""

from datetime import date

import transaction
from plone.app.testing import TEST_USER_ID, setRoles
from plone.dexterity.utils import createContentInContainer


def test_a_service_shows_the_services_below_it_and_a_person_the_mandates(functional, case, browse):
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    make = createContentInContainer
    office = make(portal, "dossier_folder", checkConstraints=False, title="Office")
    works = make(office, "organisation_unit", title="Works", code="WORKS", kind="direction")
    roads = make(works, "organisation_unit", title="Roads", code="ROADS", kind="service")
    make(roads, "organisation_unit", title="Lighting", code="LIGHT", kind="cell")
    person = make(office, "person", first_name="Rosa", last_name="Lambert")
    make(person, "mandate", role="mayor", body="college", label="Mayor", start=date(2024, 12, 2))
    transaction.commit()
    edith = browse("edith")
    edith.open(works.absolute_url())
    assert edith.contents.index("Roads") < edith.contents.index("Lighting")
    edith.open(person.absolute_url())
    assert "2024" in edith.contents and "mark-good" in edith.contents and "Rosa Lambert" in edith.contents
    edith.open(office.absolute_url())
    assert "Works" in edith.contents and "Rosa Lambert" in edith.contents
    nobody = browse()
    nobody.open(office.absolute_url())
    assert nobody.headers["status"].startswith("404")


def test_a_folder_lists_only_what_the_agent_may_read(functional, case, browse):
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    folder = createContentInContainer(portal, "dossier_folder", checkConstraints=False, title="2026")
    folder._setObject(case.getId(), portal._getOb(case.getId())._getCopy(portal))
    portal._delObject(case.getId())
    transaction.commit()
    seen = {}
    for userid in ("edith", "otto"):
        someone = browse(userid)
        someone.open(folder.absolute_url())
        seen[userid] = "Terrace on the square" in someone.contents
    assert seen == {"edith": True, "otto": False}
