"""Nothing goes out with personal data in it that nobody masked or let through."""

import io
import zipfile

import pytest
import transaction

from commune.core.workflow.annexes import attach
from commune.meeting.workflow.configuration import configure
from commune.meeting.workflow.texts import rich

NRN, IBAN = "85.07.30-033.28", "BE68 5390 0754 7034"


def path_of(dossier):
    return "/".join(dossier.getPhysicalPath()[2:])


def patched(client, path, **fields):
    return client.call("PATCH", path, json=fields, headers={"If-Match": client.get(path).headers["ETag"]})


def odt(text):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", f"<text:p>{text}</text:p>")
        archive.writestr("meta.xml", "<dc:creator>Jeanne Dupont</dc:creator>")
    return made.getvalue()


@pytest.mark.requirement("meeting:PUB-7")
def test_publication_stops_until_every_hit_is_masked_or_let_through(served):
    sitting = served.sitting.as_user("secretary")
    document = sitting.council.document
    document["publication"]["blocking"] = ["national_register_number", "iban", "file_author"]
    configure(sitting.council, document, "secretary")
    meeting = sitting.meeting(2027, 1, 28, 20, body=sitting.council)
    item = sitting.item(title="Secours", body=sitting.council, decision=f"<p>Remis au {NRN}.</p>")
    closed = sitting.item(title="Sanction", body=sitting.council, privacy="secret", decision=f"<p>{NRN}</p>")
    annex = attach(item, "note.odt", odt(f"compte {IBAN}"), title="Note", publishable=True)
    attach(item, "hors.odt", odt(NRN), title="Interne")
    for one in (item, closed):
        one.state = "validated"
        one.reindexObject()
        sitting.go(one, "present")
    sitting.go(meeting, "freeze")
    transaction.commit()
    secretary, path = served("secretary"), path_of(meeting)
    refused = secretary.post(f"{path}/@transitions", json={"transition": "publish"})
    assert refused.status_code == 409
    told = refused.json()["error"]["refusals"]
    stops = {(one["data"]["found"], one["place"]) for one in told if one["code"] == "publication.personal_data"}
    uid, file = item.UID(), f"{item.UID()}/{annex.UID()}"
    assert stops == {(NRN, f"{uid}/text"), (IBAN, file), ("Jeanne Dupont", file)}
    assert served().get(f"vie-politique/{meeting.UID()}", headers={"Accept": "text/html"}).status_code == 404
    page = secretary.get(f"{path}/@@publication", headers={"Accept": "text/html"}).text
    assert f"<mark>{NRN}</mark>" in page and "Remis au " in page and "Sanction" in page
    wish = {"item": uid, "found": IBAN}
    assert secretary.post(f"{path}/@publication", json={"do": "waive", **wish}).status_code == 409
    let = secretary.post(f"{path}/@publication", json={"do": "waive", "reason": "Compte de la commune", **wish})
    assert let.status_code == 200, let.text
    secretary.post(
        f"{path}/@publication", json={"do": "waive", "reason": "Elle signe", **wish, "found": "Jeanne Dupont"}
    )
    masked = secretary.post(f"{path}/@publication", json={"do": "mask", "item": uid, "found": NRN}).json()
    assert [one["stops"] for one in masked["personal_data"]] == [False, False]
    assert served("creator").post(f"{path}/@publication", json={"do": "mask", **wish}).status_code in (404, 409)
    done = secretary.post(f"{path}/@transitions", json={"transition": "publish", "comment": "x"})
    assert done.status_code == 200, done.text
    public = served().get(f"vie-politique/{meeting.UID()}", headers={"Accept": "text/html"}).text
    assert "Secours" in public and NRN not in public
    transaction.begin()
    item.decision = rich(f"<p>Au compte {IBAN[:-1]}4 et {NRN}.</p>")
    transaction.commit()
    changed = patched(secretary, path_of(item), title="Secours urgent")
    assert changed.status_code == 204
    told = secretary.get(f"{path}/@publication").json()
    assert [line["status"] for line in told["items"]] == ["held", "closed"]
    assert "urgent" not in served().get(f"vie-politique/{meeting.UID()}", headers={"Accept": "text/html"}).text
    secretary.post(f"{path}/@publication", json={"do": "mask", "item": uid, "found": NRN})
    assert "urgent" in served().get(f"vie-politique/{meeting.UID()}", headers={"Accept": "text/html"}).text


@pytest.mark.requirement("meeting:PUB-7", "meeting:PUB-10")
def test_a_regulation_too_is_held_back(served):
    text = {
        "title": "Arrêté",
        "kind": "order",
        "authority": "council",
        "decided": "2026-06-24",
        "text": f"<p>{NRN}</p>",
    }
    secretary = served("secretary")
    path = f"regulations/{secretary.post('regulations/@regulations', json=text).json()['number']}/@regulation"
    refused = secretary.post(path, json={"do": "publish"})
    assert [one["code"] for one in refused.json()["error"]["refusals"]] == ["publication.personal_data"]
    assert secretary.post(path, json={"do": "waive", "found": NRN, "comment": "Fictif"}).status_code == 200
    assert secretary.post(path, json={"do": "publish"}).status_code == 200
