"""Tokens of programs: made by administrators, narrower than their account, limited in how often they call."""

from datetime import timedelta

import pytest
import requests
import transaction
from plone.registry.interfaces import IRegistry
from zope.component import getUtility

from commune.core.content.clock import now, today
from commune.core.content.service_tokens import KEY
from commune.core.workflow.call_limits import forget_calls
from tests.clocks import on
from tests.meeting.conftest import served  # noqa: F401  the accounts of Valmont

ITEM = {"unit": "URB", "fields": {"title": "Trottoirs"}}
COLLEGE, COUNCIL = "meetings/college/@items", "meetings/council/@items"


@pytest.fixture()
def programs(served):  # noqa: F811
    """Gives ``make(**what)``: a session with a token of the creator, and what was answered."""
    admin = served("admin")
    admin.session.auth = ("admin", "secret")
    uid = served.sitting.college.UID()

    def make(**more):
        wish = {"title": "Urban", "account": "creator", "scope": "write", "places": [uid],
                "expires": (today() + timedelta(days=30)).isoformat(), **more}  # fmt: skip
        answer = admin.post("@service-tokens", json=wish)
        session = requests.Session()
        session.headers.update(Accept="application/json", Authorization=f"Bearer {answer.json().get('secret')}")
        return answer, lambda method, path, **options: session.request(method, f"{admin.url}/{path}", **options)

    make.admin = admin
    return make


def codes(answer):
    return answer.status_code, [one["code"] for one in answer.json()["error"]["refusals"]]


@pytest.mark.requirement("meeting:API-5")
def test_a_token_does_what_its_account_may_in_its_body_and_nothing_else(served, programs):  # noqa: F811
    answer, call = programs()
    assert answer.status_code == 201 and answer.json()["secret"] not in str(
        dict(served.sitting.portal.__annotations__.get(KEY, {}))
    )
    made = call("POST", COLLEGE, json=ITEM)
    assert made.status_code == 201
    path = made.json()["@id"].partition("/plone/")[2]
    assert [call("GET", one).status_code for one in (path, COUNCIL, "@persons", "@openapi")] == [200, 404, 404, 200]
    assert (
        call("POST", "meetings/college/@meetings", json={"fields": {"date": "2027-01-11T09:00:00"}}).status_code == 409
    )
    assert call("GET", "@service-tokens").status_code in (401, 404)
    assert call("GET", path, headers={"Accept": "text/html"}).status_code == 403
    _answer, reader = programs(scope="read")
    assert reader("GET", path).status_code == 200
    assert codes(reader("POST", COLLEGE, json=ITEM)) == (403, ["token.reading_only"])
    rows = programs.admin.get("@service-tokens").json()["items"]
    assert [(row["works"], row["last_use"] is not None) for row in rows] == [(True, True), (True, True)]
    assert "secret" not in str(rows)
    _answer, stranger = programs(account="finance")
    assert stranger("GET", path).status_code == 404


@pytest.mark.requirement("meeting:API-5")
def test_a_token_ends_by_its_day_by_an_administrator_or_with_its_account(served, programs):  # noqa: F811
    answer, call = programs()
    assert programs.admin.call("DELETE", f"@service-tokens/{answer.json()['id']}").status_code == 204
    assert codes(call("GET", "@openapi")) == (401, ["token.worthless"])
    assert programs.admin.call("DELETE", "@service-tokens/nothing").status_code == 404
    _answer, call = programs()
    with on(today() + timedelta(days=31)):
        assert codes(call("GET", "@openapi")) == (401, ["token.worthless"])
    assert call("GET", "@openapi").status_code == 200
    served.sitting.portal.acl_users.userFolderDelUsers(["creator"])
    transaction.commit()
    assert call("GET", COLLEGE).status_code in (401, 404)


@pytest.mark.requirement("meeting:API-5")
def test_only_administrators_make_tokens_and_every_fault_is_told(served, programs):  # noqa: F811
    wrong = {"title": "", "account": "nobody", "scope": "read", "places": ["x"], "expires": "2020-01-01"}
    answer = programs.admin.post("@service-tokens", json=wrong)
    assert codes(answer) == (409, ["token.title", "token.account", "token.place", "token.past"])
    for name in ("secretary", "creator", None):
        for method in ("GET", "POST"):
            assert served(name).call(method, "@service-tokens", json=wrong).status_code in (401, 404)


@pytest.mark.requirement("meeting:API-5")
def test_who_calls_too_often_waits(served, programs):  # noqa: F811
    _answer, call = programs()
    getUtility(IRegistry)["commune.core.services.calls_per_minute"] = 3
    transaction.commit()
    forget_calls()
    answers = [call("GET", COLLEGE) for _time in range(4)]
    assert [one.status_code for one in answers] == [200, 200, 200, 429]
    assert codes(answers[3])[1] == ["calls.too_many"]
    assert (answers[3].headers["Retry-After"], answers[3].headers["RateLimit-Remaining"]) == ("20", "0")
    assert served("creator").get(COLLEGE).status_code == 200
    assert now() is not None
    forget_calls()


@pytest.mark.requirement("meeting:API-5")
def test_the_screen_makes_and_revokes(served, programs):  # noqa: F811
    admin = programs.admin
    admin.session.headers["Accept"] = "text/html"
    page = admin.get("@@programs")
    assert page.status_code == 200 and "@@programs" in admin.get("").text
    mark = page.text.partition('name="_authenticator" value="')[2].partition('"')[0]
    wish = {"_authenticator": mark, "make": "1", "title": "Urban", "account": "creator", "scope": "read",
            "expires": (today() + timedelta(days=5)).isoformat()}  # fmt: skip
    made = admin.post("@@programs", data=wish)
    assert made.status_code == 200 and 'value="cst_' in made.text
    faulty = admin.post("@@programs", data={**wish, "account": "nobody"})
    assert faulty.status_code == 409 and 'href="#field-account"' in faulty.text
    token = made.text.partition('name="revoke" value="')[2].partition('"')[0]
    assert "btn-sm" not in admin.post("@@programs", data={"_authenticator": mark, "revoke": token}).text
    assert (
        admin.post("@@programs", data={"_authenticator": mark, "limit": "1", "calls_per_minute": "-1"}).status_code
        == 409
    )
    assert (
        served("secretary").get("@@programs", headers={"Accept": "text/html"}, allow_redirects=False).status_code == 302
    )
