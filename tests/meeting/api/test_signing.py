"""Six extracts signed by the general director, then by the mayor: over HTTP and on the screens."""

from html import unescape

import pytest
import transaction
from plone import api

from commune.core.content.clock import today
from commune.core.content.journal import Journal
from commune.core.interfaces import ISigningOrder
from commune.core.workflow.annexes import attach
from commune.core.workflow.lookup import by_uid, children
from commune.core.workflow.signing import service
from tests.golden import golden
from tests.meeting.api.test_leaks import path_of
from tests.pdfs import small_pdf

HTML = {"Accept": "text/html"}
DG, MAYOR, ASKS = "dg", "head", "secretary"


@pytest.fixture()
def world(served):
    """A meeting with two items and three PDF extracts each; the mayor's account is the head's."""
    sitting = served.sitting.as_user(ASKS)
    served.meeting = sitting.meeting(2027, 1, 11, 9)
    served.items = [sitting.item(title=title) for title in ("Trottoirs", "Éclairage")]
    for item in served.items:
        item.state = "validated"
        item.reindexObject()
        sitting.go(item, "present")
    served.papers = [
        attach(item, f"extrait-{n}.pdf", small_pdf(f"{item.title} {n}"), title=f"{item.title} {n}")
        for item in served.items
        for n in (1, 2, 3)
    ]
    transaction.commit()
    served.signers = [{"rank": 1, "userid": DG, "label": "Directrice générale"}, {"rank": 2, "userid": MAYOR}]
    return served


def begin(world, name=ASKS, **wish):
    asked = {"title": "Collège", "annexes": [one.UID() for one in world.papers], "signers": world.signers, **wish}
    return world(name).post(f"{path_of(world.meeting)}/@signing-sessions", json=asked)


def act(world, name, number, do, paper=0, reason=""):
    return world(name).post(f"@signing-sessions/{number}", json={"do": do, "paper": paper, "reason": reason})


def codes(answer):
    return answer.status_code, [one["code"] for one in answer.json()["error"]["refusals"]]


@pytest.mark.requirement("meeting:AC-75", "meeting:DOC-7", "core:SIG-6", "core:SIG-9", "core:SIG-10")
def test_six_extracts_one_refused_five_signed_by_both(world):
    originals = {one.UID(): one.file.data for one in world.papers}
    begun = begin(world)
    golden("signing_begin_post", begun)
    number = begun.json()["number"]
    assert world(MAYOR).get(f"@signing-sessions/{number}").status_code == 404
    assert act(world, MAYOR, number, "sign", 1).status_code == 404
    assert codes(act(world, ASKS, number, "sign", 1)) == (409, ["signing.not_signer"])
    assert codes(act(world, DG, number, "refuse", 2)) == (409, ["signing.reason"])
    golden("signing_refuse_post", act(world, DG, number, "refuse", 2, "Le montant est faux"))
    for paper in (1, 3, 4, 5, 6):
        signed = act(world, DG, number, "sign", paper)
    assert signed.json()["state"] == "partially_signed" and signed.json()["turn"] == 2
    assert codes(act(world, DG, number, "sign", 1)) == (409, ["signing.already"])
    assert codes(act(world, MAYOR, number, "sign", 2)) == (409, ["signing.left"])
    for paper in (1, 3, 4, 5, 6):
        signed = act(world, MAYOR, number, "sign", paper)
    told = signed.json()
    assert told["state"] == "signed" and [one["state"] for one in told["papers"]].count("signed") == 5
    transaction.begin()
    for paper in told["papers"]:
        original, result = by_uid(paper["annex"]), by_uid(paper["signed_annex"])
        assert original.file.data == originals[paper["annex"]] and not original.signed
        if paper["id"] == 2:
            assert result is None and paper["marks"][0]["reason"] == "Le montant est faux"
            continue
        seals = service().seals(result.file.data)
        assert [seal.sound for seal in seals] == [True, True] and result.signed and result.origin == "signed"
        assert [seal.name for seal in seals] == [one["name"] for one in told["signers"]]
        assert result.file.data.startswith(original.file.data)
    kinds = [entry.kind for entry in Journal(world.items[0])]
    assert kinds.count("sent_to_sign") == 3 and kinds.count("signed") == 4 and kinds.count("signing_refused") == 1
    assert len(children(world.items[0], "annex")) == 5
    assert codes(act(world, ASKS, number, "revoke", reason="Trop tard")) == (409, ["signing.over"])


@pytest.mark.requirement("meeting:DOC-7", "core:SIG-1", "core:SIG-2")
def test_every_fault_at_once_and_no_number_is_lost(world):
    twice = [{"rank": 1, "userid": DG}, {"rank": 3, "userid": DG}, {"rank": 2, "userid": "nobody"}]
    faulty = begin(world, title=" ", signers=twice, annexes=["elsewhere"], due="2020-01-01")
    assert codes(faulty) == (
        409,
        ["signing.title", "signing.due_past", "signing.no_account", "signing.listed_twice", "signing.not_offered"],
    )
    assert begin(world, signers="x").status_code == 400
    assert {begin(world, name).status_code for name in ("finance", "councillor", None)} == {404}
    first = begin(world, annexes=[world.papers[0].UID()]).json()["number"]
    assert codes(begin(world, annexes=[world.papers[0].UID()])) == (409, ["signing.not_offered"])
    second = begin(world, annexes=[world.papers[1].UID()]).json()["number"]
    assert int(second[-4:]) == int(first[-4:]) + 1
    api.portal.set_registry_record("commune.core.signing_service", "")
    transaction.commit()
    assert codes(begin(world, annexes=[world.papers[2].UID()])) == (409, ["signing.no_service"])


@pytest.mark.requirement("meeting:DOC-7")
def test_reminded_delegated_and_called_back_before_the_last_signature(world):
    number = begin(world, annexes=[one.UID() for one in world.papers[:2]]).json()["number"]
    assert codes(act(world, DG, number, "remind")) == (409, ["signing.not_requester"])
    assert act(world, ASKS, number, "remind").status_code == 200
    assert codes(act(world, ASKS, number, "remind")) == (409, ["signing.reminded"])
    day = today().isoformat()
    away = {"substitute": "director", "start": day, "end": day}
    assert world("director").get(f"@signing-sessions/{number}").status_code == 404
    assert world(DG).post("@signing-delegations", json=away).status_code == 201
    assert codes(world(DG).post("@signing-delegations", json=away)) == (409, ["signing.delegate_overlap"])
    signed = act(world, "director", number, "sign", 1).json()
    assert signed["papers"][0]["marks"][0]["userid"] == "director"
    transaction.begin()
    book_file = world("director").get(f"@@signing-file?number={number}&paper=1", headers=HTML).content
    assert " p.o. " in service().seals(book_file)[0].name
    assert codes(act(world, ASKS, number, "revoke")) == (409, ["signing.reason"])
    assert act(world, ASKS, number, "revoke", reason="Erreur").json()["state"] == "cancelled"
    assert codes(act(world, DG, number, "sign", 2)) == (409, ["signing.cancelled"])
    transaction.begin()
    assert len(children(world.items[0], "annex")) == 3
    assert begin(world, annexes=[world.papers[0].UID()]).status_code == 201


@pytest.mark.requirement("meeting:DOC-7")
def test_on_the_screens(world):
    asks, where = world(ASKS), path_of(world.meeting)
    assert "@@sign-documents" in asks.get(where, headers=HTML).text
    page = asks.get(f"{where}/@@sign-documents", headers=HTML).text
    token = page.split('name="_authenticator" value="')[1].split('"')[0]
    form = {"_authenticator": token, "title": "Collège", "annexes:list": world.papers[0].UID(), "rank-1": 1}
    refused = asks.post(f"{where}/@@sign-documents", data=form, headers=HTML)
    assert refused.status_code == 409 and "#signer-1" in refused.text
    assert 'value="Collège"' in unescape(refused.text)
    sent = asks.post(f"{where}/@@sign-documents", data={**form, "signer-1": DG}, headers=HTML)
    assert sent.status_code == 200 and "@@signing?number=" in sent.url
    number = sent.url.rpartition("=")[2]
    assert number in world(DG).get("@@start", headers=HTML).text
    assert number in world(DG).get("@@signatures", headers=HTML).text
    page = world(DG).get(f"@@signing?number={number}", headers=HTML).text
    assert "signatures d’essai" in unescape(page)
    token = page.split('name="_authenticator" value="')[1].split('"')[0]
    post = {"_authenticator": token, "number": number, "paper": 1, "do": "refuse"}
    assert world(DG).post("@@signing", data=post, headers=HTML).status_code == 409
    done = world(DG).post("@@signing", data={**post, "do": "sign"}, headers=HTML)
    assert done.status_code == 200 and "Signé par tous" in unescape(done.text)
    for other in ("councillor", "creator", MAYOR):
        assert world(other).get(f"@@signing?number={number}", headers=HTML).status_code == 404
        assert world(other).get(f"@@signing-file?number={number}&paper=1", headers=HTML).status_code == 404


def test_the_secretary_signs_before_who_presides(world):
    signers = ISigningOrder(world.meeting).signers()
    assert [(one.rank, one.name, one.userid) for one in signers] == [
        (1, "Julie Tordoir", "dg"),
        (2, "Alain Aubertin", ""),
    ]
    assert ISigningOrder(world.items[0]).signers() == signers
