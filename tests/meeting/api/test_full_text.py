"""Words in items and in their files, in French, for those who may read them."""

import io
import zipfile

import pytest
import transaction
from pypdf import PdfWriter

from commune.core.workflow.annexes import attach, replace
from commune.meeting.workflow.configuration import configure
from commune.meeting.workflow.texts import rich
from tests.meeting.api.test_leaks import OBSERVER, observers, path_of

BOARD = "meetings/college/@dashboard/meeting.items"


def pdf(text):
    """A PDF with one line of text."""
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    font = DictionaryObject({NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"),
                             NameObject("/BaseFont"): NameObject("/Helvetica")})  # fmt: skip
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 12 Tf 10 100 Td ({text}) Tj ET".encode("latin-1"))
    page[NameObject("/Contents")] = writer._add_object(stream)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def odt(text):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", f"<office:text><text:p>{text}</text:p></office:text>")
    return made.getvalue()


@pytest.fixture()
def world(served):
    sitting = served.sitting.as_user("secretary")
    observers(sitting)
    titles = ("Marchés publics – écoles", "Pont", "Toiture", "Chaises")
    served.items = [sitting.item(title=title, unit="TRA") for title in titles]
    titled, by_pdf, by_odt, hidden = served.items
    attach(by_pdf, "note.pdf", pdf("Marches publics pour les ecoles"), title="Note")
    attach(by_odt, "note.odt", odt("Le marché public de l’école"), title="Note")
    attach(hidden, "note.odt", odt("Un marché public pour l’école"), title="Note", confidential=True)
    for item in served.items:
        item.state = "validated"
        item.reindexObject()
        item.reindexObjectSecurity()
    transaction.commit()
    return served


def found(client, words):
    told = client.get(f"{BOARD}?q={words}").json()
    listed = {item["cells"]["title"] for item in told["items"]}
    assert told["items_total"] == len(listed)
    counted = [option["count"] for one in told["filters"] if one["id"] == "state" for option in one["options"]]
    assert sum(counted) == len(listed), "no count tells more than the list"
    return listed


@pytest.mark.requirement("meeting:AC-121", "meeting:DSH-6", "core:FTS-1", "core:FTS-2")
def test_words_in_titles_and_in_files_that_the_reader_may_read(world):
    titled, by_pdf, by_odt, hidden = (item.title for item in world.items)
    three = {titled, by_pdf, by_odt}
    for words in ("marche public ecole", "MARCHÉS PUBLICS ÉCOLES", "écol march"):
        assert found(world("councillor"), words) == three, words
        assert found(world("secretary"), words) == three | {hidden}, words
    assert found(world("councillor"), "xylophone") == found(world("counter"), "marche public ecole") == set()
    listed = world("councillor").get("meetings/college/@items?SearchableText=marche public ecole").json()
    assert listed["items_total"] == 3
    plain = "@search?SearchableText=marche public ecole"
    assert world("councillor").get(plain).json()["items_total"] == 3, "the item and two files"
    assert world("secretary").get(plain).json()["items_total"] == 4
    assert world("councillor").get("meetings/college/@items?SearchableText=((*").status_code == 400


@pytest.mark.requirement("meeting:DSH-6", "core:FTS-1", "meeting:AC-35")
def test_new_versions_are_found_and_decisions_under_writing_are_not(world):
    item, sitting = world.items[1], world.sitting.as_user("secretary")
    replace(item.objectValues()[0], "note.odt", odt("Une balançoire"))
    document = sitting.college.document
    document["adaptations"] = [*document["adaptations"], "hide_decisions_under_writing"]
    document["access"]["observers"] = [OBSERVER | {"item_states": ["validated", "frozen", "accepted"]}]
    configure(sitting.college, document, "secretary")
    meeting = sitting.meeting(2027, 1, 11, 9)
    item.decision = rich("<p>Zizanie <span class='personal-data'>Dupont</span></p>")
    sitting.go(item, "present").go(meeting, "freeze")
    transaction.commit()
    councillor = world("councillor")
    assert found(councillor, "balancoires") == found(councillor, "zizanie") == {"Pont"}
    assert found(councillor, "dupont") == set()
    transaction.begin()
    sitting.as_user("secretary").go(meeting, "decide")
    transaction.commit()
    assert found(world("secretary"), "zizanie") == set(), "nobody finds what is being written"
    transaction.begin()
    sitting.as_user("secretary").go(meeting, "close")
    transaction.commit()
    assert found(world("secretary"), "zizanie") == {"Pont"}
    assert path_of(item)
