"""The page of a dossier: what may be done, why the rest may not, what happened, and for whom it does not exist."""

from datetime import date
from html import unescape

import pytest
import transaction

from commune.core.content.journal import Journal
from commune.core.content.opinions import Opinions
from commune.core.rules.opinions import Sense


def status(browser):
    return browser.headers["status"][:3]


def test_the_page_says_what_it_is_and_what_may_be_done(case, browse):
    edith = browse("edith")
    edith.open(case.absolute_url())
    page = unescape(edith.contents)
    for words in (
        "2026/014",
        "Terrace on the square",
        "Open",
        "Édith Renard",
        "Opinion of the fire service",
        "case.incomplete",
    ):
        assert words in page
    assert page.count('class="timeline"') == 1
    assert [edith.getControl(title).disabled for title in ("Send", "Close")] == [True, False]


def test_a_reader_sees_no_button(case, browse):
    dirk = browse("dirk")
    dirk.open(case.absolute_url())
    assert status(dirk) == "200" and 'name="transition"' not in dirk.contents


def test_another_service_and_the_public_find_nothing(case, browse):
    for userid in ("otto", None):
        someone = browse(userid)
        for path in ("", "/view", "/@@dossier-parts", "/@@perform"):
            someone.open(case.absolute_url() + path)
            assert (userid, path, status(someone)) == (userid, path, "404")


def test_having_made_a_dossier_gives_no_right_on_it(case, browse):
    case.manage_setLocalRoles("dirk", ["Owner"])
    transaction.commit()
    dirk = browse("dirk")
    dirk.open(case.absolute_url())
    assert "/sharing" not in dirk.contents and "@@historyview" not in dirk.contents
    for path in ("/@@sharing", "/edit", "/delete_confirmation"):
        dirk.open(case.absolute_url() + path)
        assert (path, "form.widgets" in dirk.contents or "entries" in dirk.contents) == (path, False)


@pytest.mark.parametrize("name", ["resolveuid", "redirect-to-uuid"])
def test_a_short_address_leads_only_who_may_see(functional, case, browse, name):
    answers = {}
    for userid in ("dirk", "otto", None):
        someone = browse(userid)
        someone.open(f"{functional['portal'].absolute_url()}/{name}/{case.UID()}")
        answers[userid] = (status(someone), case.getId() in someone.contents)
    assert answers == {"dirk": ("200", True), "otto": ("404", False), None: ("404", False)}


def test_a_refusal_gives_every_reason_and_keeps_what_was_typed(case, browse):
    edith = browse("edith")
    edith.open(case.absolute_url())
    case.version = 3
    transaction.commit()
    entries = len(Journal(case))
    edith.getControl(name="comment").value = "The applicant moved away."
    edith.getControl("Close").click()
    assert status(edith) == "409"
    assert 'class="error-summary"' in edith.contents
    assert edith.getControl(name="comment").value == "The applicant moved away."
    transaction.begin()
    assert (case.state, len(Journal(case))) == ("open", entries)
    edith.getControl(name="comment").value = " "
    edith.getControl("Close").click()
    assert 'href="#transition-comment"' in edith.contents


def test_a_button_moves_the_dossier_and_the_journal_tells(case, browse):
    edith = browse("edith")
    edith.open(case.absolute_url())
    edith.getControl(name="comment").value = "Withdrawn by letter."
    edith.getControl("Close").click()
    transaction.begin()
    assert (case.state, case.version) == ("closed", 1)
    assert "state-final" in edith.contents and "Withdrawn by letter." in edith.contents


def test_a_post_without_its_token_does_nothing(case, browse):
    edith = browse("edith")
    edith.post(f"{case.absolute_url()}/@@perform", "transition=close&comment=forged&version=0")
    transaction.begin()
    assert (status(edith), case.state) == ("403", "open")


def test_looking_at_the_address_of_the_act_does_nothing(case, browse):
    edith = browse("edith")
    edith.open(f"{case.absolute_url()}/@@perform?transition=close&comment=forged&version=0")
    transaction.begin()
    assert case.state == "open" and edith.url == case.absolute_url()


def test_the_editor_adds_a_file_and_a_lying_one_is_refused(case, browse):
    edith = browse("edith")
    edith.open(case.absolute_url())
    edith.getControl(name="title").value = "Plan of the terrace"
    edith.getControl(name="file").add_file(b"plain words", "text/plain", "plan.txt")
    edith.getForm(action=f"{case.absolute_url()}/@@attach").submit()
    assert "Plan of the terrace" in edith.contents and "@@download/file" in edith.contents
    edith.getControl(name="title").value = "Not what it says"
    edith.getControl(name="file").add_file(b"plain words", "application/pdf", "plan.pdf")
    edith.getForm(action=f"{case.absolute_url()}/@@attach").submit()
    assert status(edith) == "409" and 'href="#annex-file"' in edith.contents
    assert edith.getControl(name="title").value == "Not what it says"
    transaction.begin()
    assert len(case.objectIds()) == 1


def test_a_reader_is_offered_no_file_form_and_may_not_send_one(case, browse):
    dirk = browse("dirk")
    dirk.open(case.absolute_url())
    assert "@@attach" not in dirk.contents
    token = dirk.contents.partition('data-token="')[2].partition('"')[0]
    dirk.post(f"{case.absolute_url()}/@@attach", f"_authenticator={token}&title=x")
    transaction.begin()
    assert len(case.objectIds()) == 0


def test_opinions_are_listed_without_their_drafts(case, browse):
    Opinions(case).ask("unit2", "edith", date(2026, 3, 2))
    Opinions(case).write("unit2", Sense.NEGATIVE, "Only a draft.")
    transaction.commit()
    edith = browse("edith")
    edith.open(case.absolute_url())
    assert 'id="part-opinions"' in edith.contents and "Only a draft." not in edith.contents
