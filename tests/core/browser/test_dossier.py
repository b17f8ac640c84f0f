"""The page of a dossier: what may be done, why the rest may not, what happened, and for whom it does not exist."""

from html import unescape

import transaction

from commune.core.content.journal import Journal


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
