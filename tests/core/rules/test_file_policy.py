"""Files that citizens and officers send."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules import file_policy as fp

EVERYTHING = fp.FilePolicy(frozenset({t.category for t in fp.TYPES.values()} - {"executable"}))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PDF = b"%PDF-1.7\n%%EOF"


def archive(**entries):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, content in entries.items():
            made.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return buffer.getvalue()


DOCX = archive(word__document_dot_xml="<w/>")
ODT = archive(mimetype="application/vnd.oasis.opendocument.text", content_dot_xml="<o/>")
ZIP = archive(a="a")


def encrypted(content):
    central = content.rindex(b"PK\x01\x02")
    return content[: central + 8] + b"\x01\x00" + content[central + 10 :]


def codes(name, content, policy=EVERYTHING):
    return [refusal.code for refusal in fp.check_file(name, content, policy).refusals]


@pytest.mark.requirement("eguichet:E-8")
@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("Plan.PDF", PDF, "pdf"),
        ("a.png", b"\x89PNG\r\n\x1a\nx", "png"),
        ("a.jpeg", b"\xff\xd8\xff\xe0", "jpeg"),
        ("a.gif", b"GIF89a", "gif"),
        ("a.tif", b"II*\x00", "tiff"),
        ("a.heic", b"\0\0\0\x18ftypheic", "heic"),
        ("a.webp", b"RIFF\0\0\0\0WEBP", "webp"),
        ("a.dwg", b"AC1032", "dwg"),
        ("a.doc", OLE + b"x", "ole"),
        ("a.docx", DOCX, "docx"),
        ("a.xlsx", archive(xl__workbook_dot_xml="<x/>"), "xlsx"),
        ("a.odt", ODT, "odt"),
        ("a.zip", ZIP, "zip"),
        ("a.csv", "rue;numéro\r\n".encode(), "text"),
        ("rapport v1.2.pdf", PDF, "pdf"),
    ],
)
def test_files_taken(name, content, kind):
    taken = fp.check_file(name, content, EVERYTHING)
    assert taken.refusals == ()
    assert (taken.value.name, taken.value.file_type.id) == (name, kind)


@pytest.mark.requirement("eguichet:E-8")
@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.pdf", b"", ["file_empty"]),
        ("a.exe", b"MZ", ["file_type"]),
        ("a.pdf", b"MZ\x90", ["file_mismatch"]),
        ("a.pdf", b"#!/bin/sh", ["file_mismatch"]),
        ("a.png", b"\xff\xd8\xff", ["file_mismatch"]),
        ("a.heic", b"\0\0\0\x18ftypisom", ["file_mismatch"]),
        ("a.docx", ZIP, ["file_mismatch"]),
        ("a.odt", archive(mimetype="application/epub+zip"), ["file_mismatch"]),
        ("a.docx", b"PKrubbish", ["file_mismatch"]),
        ("a.txt", b"\xff\xfe\x00", ["file_mismatch"]),
        ("a.txt", b"a\x00b", ["file_mismatch"]),
        ("facture.exe.pdf", PDF, ["file_double_extension"]),
        ("facture.pdf.exe", PDF, ["file_type", "file_double_extension"]),
        ("a.docx", archive(word__document_dot_xml="", word__vbaProject_dot_bin=""), ["file_macros"]),
        ("a.doc", OLE + "_VBA_PROJECT".encode("utf-16-le"), ["file_macros"]),
        ("a.doc", OLE + "EncryptedPackage".encode("utf-16-le"), ["file_encrypted"]),
        ("a.zip", encrypted(ZIP), ["file_encrypted"]),
        ("a.pdf", PDF + ZIP, ["file_polyglot"]),
        ("a.gif", b"GIF89a" + PDF, ["file_polyglot"]),
        ("sansextension", PDF, ["file_name"]),
        (".pdf", PDF, ["file_name"]),
    ],
)
def test_files_refused(name, content, expected):
    assert codes(name, content) == expected


@pytest.mark.requirement("eguichet:E-8", "core:DOC-11")
def test_sizes_types_and_counts_of_a_field():
    photos = fp.FilePolicy(frozenset({"image"}), largest=10, largest_total=15, most=2, required=1)
    assert codes("a.gif", b"GIF89a1234", photos) == []
    assert codes("a.gif", b"GIF89a12345", photos) == ["file_too_big"]
    assert codes("a.pdf", PDF, photos) == ["file_type", "file_too_big"]
    assert fp.check_files([10, 5], photos) == ()
    assert [r.code for r in fp.check_files([10, 5, 1], photos)] == ["file_count", "file_total"]

    assert [r.code for r in fp.check_files([], photos)] == ["file_count"]
    assert fp.FilePolicy().largest == 10_485_760


@pytest.mark.requirement("eguichet:E-8")
def test_names_are_cleaned():
    assert fp.clean_name("C:\\docs\\Pla\u00adn \u202e de\x07  façade.pdf") == "Plan de façade.pdf"
    assert fp.clean_name("e\u0301tage.pdf") == "étage.pdf"
    long = fp.clean_name("a" * 300 + ".pdf")
    assert len(long) == 180 and long.endswith(".pdf")
    assert fp.clean_name("a" * 200) == "a" * 180


@given(st.text(), st.binary(max_size=200))
def test_no_file_is_ever_an_error(name, content):
    parsed = fp.check_file(name, content, EVERYTHING)
    assert (parsed.value is None) == bool(parsed.refusals)


def test_sizes_are_said_in_megabytes():
    assert [fp.megabytes(size) for size in (25 * fp.MEBIBYTE, fp.MEBIBYTE, fp.MEBIBYTE // 2)] == ["25", "1", "0.5"]
