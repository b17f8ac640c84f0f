"""A form is sent: once, whole, or not at all."""

from datetime import timedelta

import pytest
from plone import api
from plone.app.testing import login, logout

from commune.core.content.clock import now, today
from commune.core.workflow.actor import Actor
from commune.core.workflow.outbox import letters
from commune.core.workflow.process import Refused
from commune.eguichet.content.drafts import drafts
from commune.eguichet.rules.drafts import submission_key
from commune.eguichet.workflow.drafts import save
from commune.eguichet.workflow.secrecy import code_of
from commune.eguichet.workflow.submission import submit
from tests.eguichet.filling import answers, begun, filled, nrn, sent

CITIZEN = Actor("citizen")


@pytest.fixture()
def portal(integration):
    logout()
    return integration["portal"]


@pytest.mark.requirement("eguichet:E-9")
def test_a_draft_becomes_a_request_with_everything_it_carried(portal):
    request = sent(portal)
    assert request.reference == f"VAL-PU-{today().year}-00001"
    assert request.getPhysicalPath()[-3:] == ("requests", str(today().year), request.reference.lower())
    assert (request.state, request.requester, request.form_version) == ("received", "citizen", 1)
    assert request.values["parcels"] == ("92001A0123/02C000",)
    assert request.values["works_address"]["street"] == "Rue de l'Église"
    assert [(a.origin, a.category, a.file.filename) for a in request.objectValues()] == [
        ("citizen", "plans", "plan.pdf")
    ]


@pytest.mark.requirement("eguichet:E-9")
def test_the_acknowledgement_gives_reference_and_code_and_no_national_number(portal):
    stored = filled(portal)
    request = submit(stored, submission_key(stored.draft), True, CITIZEN)
    (letter,) = letters(portal)
    assert letter.payload["to"] == "citizen@example.org"
    assert request.reference in letter.payload["subject"]
    assert code_of(stored.token) in letter.payload["body"]
    assert nrn() not in str(letter.payload)
    assert code_of(stored.token) not in str(request.__dict__)


@pytest.mark.requirement("eguichet:E-9")
def test_the_same_form_posted_again_gives_the_same_request_and_one_mail(portal):
    stored = filled(portal)
    first = submit(stored, submission_key(stored.draft), True, CITIZEN)
    again = submit(stored, submission_key(stored.draft), True, CITIZEN)
    assert again.UID() == first.UID()
    assert len(portal.portal_catalog.unrestrictedSearchResults(portal_type="request")) == 1
    assert len(letters(portal)) == 1


@pytest.mark.requirement("eguichet:E-7")
def test_a_sent_draft_changes_no_more(portal):
    stored = filled(portal)
    submit(stored, submission_key(stored.draft), True, CITIZEN)
    saved = save(stored, stored.draft.version, {"subject": "Autre chose"})
    assert [one.code for one in saved.refusals] == ["draft.submitted"]
    assert stored.draft.answers["subject"] == "Construire un garage"


@pytest.mark.parametrize(
    ("change", "declared", "codes"),
    [
        pytest.param({"subject": ""}, True, ["required"], id="a-field-missing"),
        pytest.param({"nrn": "79031412300"}, True, ["nrn_checksum"], id="a-wrong-national-number"),
        pytest.param({"acting_as": "agent"}, True, ["required"] * 3, id="an-agent-without-mandate"),
        pytest.param({}, False, ["drafts.statement"], id="statement-not-confirmed"),
    ],
)
@pytest.mark.requirement("eguichet:E-9")
def test_what_is_wrong_creates_nothing_and_keeps_the_draft(portal, change, declared, codes):
    stored = filled(portal, **change)
    with pytest.raises(Refused) as refused:
        submit(stored, submission_key(stored.draft), declared, CITIZEN)
    assert [one.code for one in refused.value.refusals] == codes
    assert len(portal.portal_catalog.unrestrictedSearchResults(portal_type="request")) == 0
    assert stored.draft.answers["last_name"] == "Verlinde" and not stored.request
    assert letters(portal) == ()


def test_another_key_sends_nothing(portal):
    stored = filled(portal)
    with pytest.raises(Refused):
        submit(stored, "guessed", True, CITIZEN)


@pytest.mark.requirement("eguichet:E-4")
def test_what_a_hidden_field_held_is_not_sent(portal):
    request = sent(portal, needs_author="no", author_name="Jamais dit")
    assert "author_name" not in request.values


@pytest.mark.requirement("website:X-13")
def test_drafts_are_in_no_catalog_and_requests_are_found_by_their_service_only(portal):
    filled(portal)
    assert len(portal.portal_catalog.unrestrictedSearchResults(SearchableText="Verlinde")) == 0
    request = sent(portal)
    seen = {}
    for name in ("citizen", "citizen2", "counter", "urbanist"):
        login(portal, name)
        seen[name] = [brain.portal_type for brain in api.content.find(portal_type=["request", "annex"])]
    logout()
    seen["nobody"] = list(api.content.find(portal_type=["request", "annex"]))
    assert seen == {"citizen": [], "citizen2": [], "counter": [], "nobody": [], "urbanist": ["request", "annex"]}
    assert request.getId() not in portal.objectIds()


@pytest.mark.requirement("eguichet:E-7")
def test_drafts_are_listed_for_their_owner_and_forgotten_after_their_time(portal):
    stored = begun(portal)
    save(stored, 1, answers())
    assert [one.token for one in drafts(portal).of_user("citizen")] == [stored.token]
    assert drafts(portal).of_user("citizen2") == []
    assert drafts(portal).forget_expired(now() + timedelta(days=31)) == 1
    assert drafts(portal).get(stored.token) is None
