"""The counter over HTTP for programs: the same refusals as on the screen."""

import base64
from datetime import UTC, datetime

import pytest
import requests
import transaction
from zope.component import getGlobalSiteManager
from zope.interface import implementer

from commune.core.interfaces import IClock
from commune.eguichet.workflow.tracking import find
from tests.eguichet.filling import PASSWORD, PDF, answers, page_answers
from tests.golden import golden


class Program:
    """Calls the API as one account (empty: nobody)."""

    def __init__(self, url, name=""):
        self.url = url
        self.session = requests.Session()
        self.session.headers["Accept"] = "application/json"
        self.session.auth = (name, PASSWORD) if name else None

    def __call__(self, method, path, body=None, **headers):
        return self.session.request(method, f"{self.url}/{path}", json=body, headers=headers)

    def filled(self, **changed):
        """A draft that lacks nothing; gives its JSON."""
        draft = self("POST", "@drafts", {"procedure": "permis-d-urbanisme"}).json()
        for page in ("applicant", "works"):
            body = {"version": str(draft["version"]), "page": page, "answers": page_answers(page, answers(**changed))}
            draft = self("PATCH", f"@drafts/{draft['token']}", body).json()
        body = {"field": "plans", "filename": "plan.pdf", "data": base64.b64encode(PDF).decode()}
        return self("POST", f"@drafts/{draft['token']}/files", body).json()

    def sent(self):
        """Reference and code of a request that was sent."""
        draft = self.filled()
        return self("POST", f"@drafts/{draft['token']}/submit", {"key": draft["key"], "statement": True}).json()


@implementer(IClock)
class May:
    """A day of May 2026, for files of the manual that stay the same."""

    def now(self):
        return datetime(2026, 5, 4, 10, tzinfo=UTC)


@pytest.fixture()
def may():
    clock = May()
    getGlobalSiteManager().registerUtility(clock, IClock)
    yield
    getGlobalSiteManager().unregisterUtility(clock, IClock)


@pytest.fixture()
def program(server):
    transaction.commit()
    url = f"http://{server['host']}:{server['port']}/{server['portal'].getId()}"
    return lambda name="": Program(url, name)


@pytest.mark.requirement("eguichet:E-25")
def test_the_catalogue_and_a_sheet_are_open_to_anybody(program):
    anybody = program()
    golden("procedures-get", anybody("GET", "@procedures"))
    golden("procedure-get", anybody("GET", "@procedures/permis-d-urbanisme"))
    assert anybody("GET", "@procedures/no-such").status_code == 404


@pytest.mark.requirement("eguichet:E-25")
def test_a_draft_is_filled_page_by_page_and_sent_once(program):
    citizen = program("citizen")
    draft = citizen.filled()
    path, body = f"@drafts/{draft['token']}/submit", {"statement": True}
    sent = [citizen("POST", path, body, **{"Idempotency-Key": draft["key"]}) for _ in range(2)]
    assert [one.status_code for one in sent] == [201, 201]
    assert sent[0].json() == sent[1].json()
    assert sent[0].json()["state"] == "received"


@pytest.mark.requirement("eguichet:E-25")
def test_wrong_answers_are_kept_and_told_by_field(program):
    citizen = program("citizen")
    draft = citizen("POST", "@drafts", {"procedure": "permis-d-urbanisme"}).json()
    said = page_answers("applicant", answers(nrn="79031412300", email="nobody"))
    body = {"version": str(draft["version"]), "page": "applicant", "answers": said}
    answer = citizen("PATCH", f"@drafts/{draft['token']}", body)
    assert answer.status_code == 400
    told = {one["field"]: one["code"] for one in answer.json()["error"]["refusals"]}
    assert told == {"nrn": "nrn_checksum", "email": "bad_format"}
    assert answer.json()["answers"]["last_name"] == "Verlinde"
    stale = citizen("PATCH", f"@drafts/{draft['token']}", body)
    assert stale.status_code == 412


@pytest.mark.requirement("eguichet:E-8")
def test_a_lying_file_is_refused_and_the_draft_stays(program):
    citizen = program("citizen")
    draft = citizen.filled()
    body = {"field": "photos", "filename": "photo.png", "data": base64.b64encode(PDF).decode()}
    answer = citizen("POST", f"@drafts/{draft['token']}/files", body)
    assert answer.status_code == 400
    assert [one["code"] for one in answer.json()["error"]["refusals"]] == ["file_mismatch"]
    assert [one["name"] for one in answer.json()["files"]] == ["plan.pdf"]


@pytest.mark.requirement("eguichet:E-25")
def test_a_draft_does_not_exist_for_others(program):
    token = program("citizen")("POST", "@drafts", {"procedure": "permis-d-urbanisme"}).json()["token"]
    for name in ("", "citizen2", "urbanist"):
        assert program(name)("GET", f"@drafts/{token}").status_code == 404
        assert program(name)("POST", f"@drafts/{token}/submit", {}).status_code == 404


@pytest.mark.requirement("eguichet:E-10")
def test_tracking_answers_who_knows_and_nobody_else(program):
    anybody = program()
    sent = anybody.sent()
    claim = {"reference": sent["reference"], "code": sent["code"], "mail": "citizen@example.org"}
    found = anybody("POST", "@tracking", claim)
    assert found.status_code == 200 and [one["id"] for one in found.json()["stages"]][0] == "received"
    wrong = [anybody("POST", "@tracking", {**claim, **change}) for change in ({"mail": "x@example.org"}, {"code": "A"})]
    assert [one.status_code for one in wrong] == [404, 404]
    assert wrong[0].json() == wrong[1].json()


@pytest.mark.requirement("eguichet:E-25", "eguichet:E-14")
def test_messages_and_moves_are_for_the_service_and_the_citizen(may, program):
    reference = program("citizen").sent()["reference"]
    transaction.begin()
    request = find(reference)
    path = f"requests/{request.aq_parent.getId()}/{request.getId()}"
    golden("request-messages-post", program("citizen")("POST", f"{path}/@messages", {"text": "Bonjour"}))
    assert program("citizen")("POST", f"{path}/@messages", {"text": " "}).status_code == 409
    taken = program("urbanist")("POST", f"{path}/@transitions", {"transition": "take"})
    assert taken.json()["state"] == "in_progress"
    refused = program("urbanist")("POST", f"{path}/@transitions", {"transition": "ask_citizen"})
    golden("request-transitions-refused", refused)
    assert program("citizen")("POST", f"{path}/@transitions", {"transition": "cancel"}).status_code == 409
    for name in ("", "citizen2", "counter"):
        assert program(name)("GET", f"{path}/@messages").status_code == 404
        assert program(name)("POST", f"{path}/@messages", {"text": "x"}).status_code == 404
