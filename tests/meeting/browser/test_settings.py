"""The settings of a body on screen: read by its managers, changed by administrators, with what they do to items."""

import json

import pytest
import transaction

from commune.meeting.browser.settings.sheets import SHEETS, sheet
from commune.meeting.browser.settings.values import shown, written
from commune.meeting.rules.bodies import Body, to_json
from commune.meeting.workflow.configuration import history
from commune.meeting.workflow.settings import read_settings

PASSWORD = "valmont-demo"


@pytest.fixture()
def admin(office):
    office.portal.acl_users.userFolderAddUser("chief", PASSWORD, ["Site Administrator", "Member"], [])
    office.keep()
    return office.at("chief")


def form_of(browser, body, group):
    browser.open(f"{body.absolute_url()}/@@body-settings-form/{group}")
    return browser


def save(browser):
    browser.getControl(name="form.buttons.save").click()
    return browser.contents


def posted(body):
    transaction.begin()
    return read_settings(body).body


@pytest.mark.requirement("meeting:BOD-1")
def test_every_setting_is_on_a_form_and_comes_back_as_it_is_shown(sitting):
    assert {part for parts in SHEETS.values() for part in parts} == set(Body.__dataclass_fields__)
    for body in (sitting.college, sitting.council):
        settings = read_settings(body)
        document = to_json(settings.body)
        for group in SHEETS:
            fields = tuple(one for one in sheet(group, settings) if one.shape != "condition")
            assert [one.place for one in fields if str(one.label) == one.place] == [], "every setting has its words"
            found = written(fields, {one.name: shown(one, document) for one in fields}, document)
            assert (group, found.document, found.faults) == (group, document, [])


@pytest.mark.requirement("meeting:BOD-1", "meeting:ADP-2", "meeting:4.4")
def test_an_administrator_adds_a_level_on_screen(office, admin, status):
    office.as_user("creator").item("Pavement")
    office.keep()
    form_of(admin, office.college, "chain")
    admin.getControl(name="form.widgets.levels-more").click()
    new = len(read_settings(office.college).body.levels)
    row = f"form.widgets.levels.{new}.widgets."
    for name, value in (("state", "proposed to Legal"), ("position", "1.5"), ("forward", "propose_to_legal")):
        admin.getControl(name=row + name).value = value
    admin.getControl(name=row + "enabled").value = ["1"]
    boxes = admin.getControl(name="form.widgets.adaptations:list")
    boxes.value = [*boxes.value, "no_decide", "hide_decisions_under_writing"]
    refused = save(admin)
    assert status(admin) == "409" and refused.count(f'href="#form-widgets-levels-{new}-widgets-') == 3, "all at once"
    assert 'href="#form-widgets-adaptations"' in refused
    for name, value in (("state", "legal"), ("title", "Legal check"), ("function", ["validator_5"])):
        admin.getControl(name=row + name).value = value
    boxes = admin.getControl(name="form.widgets.adaptations:list")
    boxes.value = [one for one in boxes.value if one not in ("no_decide", "hide_decisions_under_writing")]
    first = save(admin)
    assert "1 items will pass the new level legal." in first and "Pavement" in first
    assert "Legal check" not in office.college.settings, "shown first, kept when it is asked once more"
    save(admin)
    assert [level.state for level in posted(office.college).levels][:2] == ["draft", "legal"]
    admin.open(f"{office.college.absolute_url()}/@@body-settings")
    assert "/levels/legal" in admin.contents and "chief" in admin.contents


@pytest.mark.requirement("meeting:BOD-2", "meeting:ADP-2")
def test_words_lists_and_values_without_code(office, admin, status):
    office.as_user("creator").item("Pavement", category="roads", body=office.council)
    office.keep()
    form_of(admin, office.council, "agenda")
    terms = [term.id for term in posted(office.council).agenda.categories]
    at = terms.index("roads")
    admin.getControl(name=f"form.widgets.agenda__categories.{at}.widgets.away").value = ["1"]
    assert "is used 1 times" in save(admin) and status(admin) == "409"
    admin.getControl(name=f"form.widgets.agenda__categories.{at}.widgets.away").value = []
    admin.getControl(name=f"form.widgets.agenda__categories.{at}.widgets.retired").value = ["1"]
    assert "no longer offered" in save(admin)
    save(admin)
    assert posted(office.council).agenda.categories[at].retired
    form_of(admin, office.council, "words")
    admin.getControl(name="form.widgets.outcomes-more").click()
    admin.getControl(name="form.widgets.outcomes.0.widgets.key").value = ["delayed"]
    admin.getControl(name="form.widgets.outcomes.0.widgets.values").value = "Put off"
    admin.getControl(name="form.widgets.documents-more").click()
    for name, value in (("id", "poster"), ("title", "Poster"), ("facts", ["agenda"])):
        admin.getControl(name=f"form.widgets.documents.0.widgets.{name}").value = value
    save(admin)
    assert posted(office.council).outcomes == {"delayed": "Put off"}
    meeting = office.as_user("secretary").meeting(2027, 1, 28, 20, body=office.council)
    office.keep()
    secretary = office.at("secretary")
    secretary.open(meeting.absolute_url())
    assert "Poster" in secretary.contents
    secretary.open(f"{office.council.absolute_url()}/@@body-documents")
    secretary.getLink("Download the template").click()
    assert secretary.contents[:2] in ("PK", b"PK")


@pytest.mark.requirement("meeting:BOD-4")
def test_a_condition_is_tried_on_an_item_and_kept(office, admin, status):
    item = office.as_user("creator").item("Pavement", amount_excl_vat=12000)
    office.keep()
    admin.open(f"{office.college.absolute_url()}/@@body-settings-form/opinions")
    admin.getLink("Change or try", index=0).click()
    line = "form.widgets.lines.0.widgets."
    admin.getControl(name=line + "field").value = ["amount_excl_vat"]
    admin.getControl(name=line + "test").value = ["gt"]
    admin.getControl(name=line + "value").value = "ten thousand"
    admin.getControl(name="dossier").value = [item.UID()]
    admin.getControl(name="form.buttons.try").click()
    assert status(admin) == "409" and "is not of the kind" in admin.contents
    admin.getControl(name=line + "value").value = "10 000,50"
    admin.getControl(name="form.buttons.try").click()
    assert "It holds" in admin.contents and "12000" in admin.contents
    assert "is now asked on 1 items" in save(admin)
    save(admin)
    kept = posted(office.college).opinions.rows[0].automatic
    assert kept == {"field": "amount_excl_vat", "is": "gt", "value": 10000.5}
    assert [entry.actor for entry in history(office.college)] == ["chief"]
    transaction.begin()
    assert "FIN" in item._opinion_files, "asked from now on"
    office.as_user("creator").go(item, "propose_to_head")


@pytest.mark.requirement("meeting:BOD-3")
def test_a_level_with_items_is_taken_out_after_moving_them_together(office, admin, status):
    item = office.as_user("creator").item("Pavement")
    office.go(item, "propose_to_head").keep()
    form_of(admin, office.college, "chain")
    states = [level.state for level in posted(office.college).levels]
    at = states.index(item.state)
    admin.getControl(name=f"form.widgets.levels.{at}.widgets.away").value = ["1"]
    assert "it cannot disappear" in save(admin) and status(admin) == "409"
    admin.getLink("See them and move them together").click()
    assert "Pavement" in admin.contents
    admin.getControl("Move them").click()
    assert status(admin) == "409" and 'href="#move-comment"' in admin.contents
    admin.getControl(name="comment").value = "One level less"
    admin.getControl("Move them").click()
    transaction.begin()
    assert item.state == "draft"
    form_of(admin, office.college, "chain")
    admin.getControl(name=f"form.widgets.levels.{at}.widgets.away").value = ["1"]
    save(admin)
    assert len(posted(office.college).levels) == len(states) - 1


def test_managers_read_and_others_do_not_even_see(office, admin, status):
    secretary = office.at("secretary")
    secretary.open(office.college.absolute_url())
    secretary.getLink("Settings", url="body-settings").click()
    secretary.getLink("Agenda", url="body-settings-form").click()
    assert status(secretary) == "200" and "Only the administrators" in secretary.contents
    assert "form.buttons.save" not in secretary.contents
    secretary.open(f"{office.college.absolute_url()}/@@export-settings")
    assert json.loads(secretary.contents)["identity"]["code"] == "COL"
    for name, person in (("body-settings", "creator"), ("body-settings-form/agenda", "creator"),
                         ("export-settings", "creator"), ("body-condition", "creator"),
                         ("body-documents", "creator"), ("body-move", "secretary"),
                         ("import-settings", "secretary")):  # fmt: skip
        someone = secretary if person == "secretary" else office.at(person)
        someone.open(f"{office.college.absolute_url()}/@@{name}")
        assert (name, status(someone)) in ((name, "404"), (name, "403")) or "Log" in someone.contents


@pytest.mark.requirement("meeting:AC-117", "meeting:BOD-5")
def test_a_council_is_installed_in_one_action(office, admin, status):
    office.as_user("chief").portal.manage_delObjects(["meetings"])
    office.keep()
    admin.open(f"{office.portal.absolute_url()}/@@start")
    admin.getLink("Install a body").click()
    admin.getControl("Install it").click()
    assert status(admin) == "409" and admin.contents.count('href="#install-') == 3
    for name, value in (
        ("profile", ["council_communal"]),
        ("title", "Conseil"),
        ("code", "CON"),
        ("body_id", "conseil"),
    ):
        admin.getControl(name=name).value = value
    admin.getControl("Install it").click()
    transaction.begin()
    body = office.portal.meetings.conseil
    assert body.absolute_url() in admin.url and len(posted(body).agenda.categories) == 29
    admin.open(body.absolute_url())
    assert all(word in admin.contents for word in ("Plan a meeting", "Decided", "Item templates"))
    group = f"{body.UID()}_manager"
    office.portal.acl_users.source_groups.addPrincipalToGroup("secretary", group)
    office.keep()
    meeting = office.as_user("secretary").meeting(2027, 1, 28, 20, body=body)
    office.go(meeting, "freeze")
    assert meeting.state == "frozen"
