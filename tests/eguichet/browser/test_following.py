"""Following a request: with the code, or signed in; for anybody else there is none."""

import re
from html import unescape

import pytest
import transaction

from commune.core.workflow.actor import Actor
from commune.eguichet.workflow.conversation import Writing, note, write_as_service
from commune.eguichet.workflow.tracking import find
from tests.eguichet.filling import PDF

TRACKING = "@@tracking"


@pytest.fixture()
def sent(person):
    """Who sent it, its reference, its code, and the mail that was given."""

    def send(name=""):
        someone = person(name)
        done = someone.send()
        reference = re.search(r'data-reference="">([^<]+)<', done.text)[1]
        code = re.search(r'data-code="">([^<]+)<', done.text)[1]
        return someone, reference, code

    return send


def track(someone, reference, code, mail="citizen@example.org"):
    page = someone.get(TRACKING)
    return someone.post(TRACKING, page, reference=reference, code=code, mail=mail)


@pytest.mark.requirement("eguichet:E-10")
def test_reference_code_and_mail_open_the_request(person, sent):
    _someone, reference, code = sent()
    found = track(person(), f" {reference.lower()} ", code.replace("-", " ").lower(), "CITIZEN@example.org")
    assert found.url.endswith("@@followed") and reference in found.text
    assert 'data-stages=""' in found.text and "plan.pdf" in found.text


@pytest.mark.requirement("eguichet:E-10")
def test_whatever_is_wrong_gets_the_same_answer_and_at_last_none(person, sent):
    _someone, reference, code = sent()
    someone = person()
    wrong = [
        (reference, "ABCD", "citizen@example.org"),
        (reference, code, "other@example.org"),
        ("VAL-PU-2020-00009", code, "citizen@example.org"),
    ]
    summaries = set()
    for claim in wrong:
        answer = track(someone, *claim)
        assert answer.status_code == 400
        summaries.add(re.search(r'<div class="error-summary".*?</div>', answer.text, re.DOTALL)[0])
    assert len(summaries) == 1
    for _ in range(3):
        track(someone, reference, "ABCD")
    closed = track(person(), reference, code)
    assert closed.status_code == 429


@pytest.mark.requirement("eguichet:E-10")
def test_files_of_a_followed_request_are_saved_and_others_do_not_exist(person, sent):
    _someone, reference, code = sent()
    _other, other_reference, _code = sent()
    someone = person()
    page = track(someone, reference, code)
    address = re.search(r'href="([^"]+@@followed-file[^"]+)"', page.text)[1]
    got = someone.get(address)
    assert got.content == PDF
    assert got.headers["Content-Disposition"].startswith("attachment")
    assert got.headers["X-Content-Type-Options"] == "nosniff"
    assert person().get(address).status_code == 404
    transaction.begin()
    uid = find(other_reference).objectValues()[0].UID()
    assert someone.get(f"@@followed-file?file={uid}").status_code == 404


@pytest.mark.requirement("eguichet:E-14")
def test_citizen_and_service_write_to_each_other_and_notes_stay_inside(person, sent):
    someone, reference, _code = sent("citizen")
    transaction.begin()
    request = find(reference)
    write_as_service(request, Actor("urbanist"), Writing("Pouvez-vous préciser la hauteur ?"))
    note(request, Actor("urbanist"), "Voir avec le géomètre")
    transaction.commit()
    path = f"requests/{request.aq_parent.getId()}/{request.getId()}"
    page = someone.get(f"{path}/@@follow")
    assert "préciser la hauteur" in unescape(page.text) and "géomètre" not in unescape(page.text)
    answer = someone.post(
        page.url, page, text="Trois mètres.", files={"files.new": ("coupe.pdf", PDF, "application/pdf")}
    )
    assert "Trois mètres." in unescape(answer.text) and "coupe.pdf" in answer.text
    officer = person("urbanist").get(path)
    assert "Trois mètres." in unescape(officer.text) and "géomètre" in unescape(officer.text)
    empty = someone.post(page.url, page, text=" ")
    assert empty.status_code == 400


@pytest.mark.parametrize("name", ["", "citizen2", "counter", "editor"])
@pytest.mark.requirement("website:X-13")
def test_a_request_does_not_exist_for_others(person, sent, name):
    _someone, reference, _code = sent("citizen")
    transaction.begin()
    request = find(reference)
    annex = request.objectValues()[0]
    path = f"requests/{request.aq_parent.getId()}/{request.getId()}"
    someone = person(name)
    for view in ("", "/view", "/@@follow", "/@@perform", f"/{annex.getId()}", f"/{annex.getId()}/@@download/file"):
        assert someone.get(path + view).status_code == 404, view
    headers = {"Accept": "application/json"}
    for view in ("", "/@transitions", "/@annexes", "/@journal", f"/{annex.getId()}"):
        assert someone.get(path + view, headers=headers).status_code == 404, view
    found = someone.get(f"@search?SearchableText={reference}", headers=headers)
    assert found.json()["items_total"] == 0


@pytest.mark.requirement("website:X-13")
def test_the_citizen_reads_the_own_request_and_what_the_service_keeps_does_not_exist(person, sent):
    someone, reference, _code = sent("citizen")
    transaction.begin()
    request = find(reference)
    from commune.core.workflow.annexes import attach

    inside = attach(request, "avis.pdf", PDF, origin="officer", actor=Actor("urbanist"))
    transaction.commit()
    path = f"requests/{request.aq_parent.getId()}/{request.getId()}"
    assert someone.get(path).url.endswith("@@follow")
    assert "avis.pdf" not in someone.get(f"{path}/@@follow").text
    assert someone.get(f"{path}/{inside.getId()}/@@download/file").status_code == 404
    assert person("urbanist").get(f"{path}/{inside.getId()}/@@download/file").status_code == 200
    listed = someone.get("@@my-requests")
    assert reference in listed.text and reference not in person("citizen2").get("@@my-requests").text
