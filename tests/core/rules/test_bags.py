"""Packages for the archive: what is packed is found again, and every change is seen."""

from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules.bags import Piece, against_bag, bag, mets

AT = datetime(2027, 1, 11, 9, tzinfo=UTC)
PIECES = (
    Piece("documents/minutes.pdf", b"%PDF", "application/pdf", "document", "Procès-verbal & co"),
    Piece("annexes/100 % plan\n.txt", b"plan", "text/plain", "annex"),
)


def made(**changed):
    files = bag("college-2027-01-11", PIECES, AT, "Commune de\nValmont", External_Identifier="uid")
    return {**files, **{f"college-2027-01-11/{path}": data for path, data in changed.items()}}


def codes(files):
    return [(one.code, one.data.get("path", "")) for one in against_bag(files)]


def test_a_package_is_whole_and_says_what_it_is():
    files = made()
    assert codes(files) == []
    info = files["college-2027-01-11/bag-info.txt"].decode()
    assert "Payload-Oxum: 8.2\n" in info and "Source-Organization: Commune de Valmont\n" in info
    assert "External-Identifier: uid\n" in info and "Bagging-Date: 2027-01-11\n" in info


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"data/documents/minutes.pdf": b"other"}, [("bag.changed", "data/documents/minutes.pdf")]),
        ({"data/more.txt": b"more"}, [("bag.unlisted", "data/more.txt")]),
        ({"mets.xml": b"<mets/>"}, [("bag.changed", "mets.xml")]),
    ],
    ids=["a file changed", "a file too many", "the description changed"],
)
def test_every_change_is_seen(change, expected):
    assert codes(made(**change)) == expected


def test_what_lacks_is_named():
    files = made()
    del files["college-2027-01-11/data/documents/minutes.pdf"]
    assert codes(files) == [("bag.lacks", "data/documents/minutes.pdf")]
    assert codes({"a/bagit.txt": b""}) == [
        ("bag.lacks", "manifest-sha256.txt"),
        ("bag.lacks", "tagmanifest-sha256.txt"),
    ]
    assert codes({"a/x": b"", "b/x": b""}) == [("bag.not_one", "")]


def test_the_description_is_xml_with_each_file_and_its_digest():
    root = ElementTree.fromstring(mets("x", PIECES, AT, "A & B"))
    found = root.findall(".//{http://www.loc.gov/METS/}file")
    assert [one.get("USE") for one in found] == ["document", "annex"]
    assert {one.get("CHECKSUMTYPE") for one in found} == {"SHA-256"}


PATH = st.text(st.characters(codec="utf-8", exclude_characters="/\x85\u2028\u2029\x0b\x0c\x1c\x1d\x1e"), min_size=1)


@given(st.dictionaries(PATH, st.binary(), max_size=5))
def test_any_names_and_bytes_are_packed_and_found_again(files):
    pieces = [Piece(path, data, "application/octet-stream", "annex") for path, data in files.items()]
    assert against_bag(bag("x", pieces, AT, "Valmont")) == ()
