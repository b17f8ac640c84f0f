"""The words inside files: texts, margins, properties, struck out words."""

import io
import zipfile

import pytest

from commune.core.rules.file_words import FileWords, office_words, plain_words


def office(**parts: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, xml in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", xml)
    return made.getvalue()


@pytest.mark.requirement("meeting:PUB-7")
def test_a_word_file_tells_its_text_author_comments_and_changes() -> None:
    data = office(
        word__document="<w:p><w:r><w:t>85.07.</w:t></w:r><w:r><w:t>30</w:t></w:r></w:p><w:p><w:del><w:delText>old</w:delText></w:del></w:p>",
        word__comments="<w:comment w:author='A'><w:p><w:r><w:t>ask Jeanne</w:t></w:r></w:p></w:comment>",
        docProps__core="<dc:creator>Jeanne Dupont</dc:creator><cp:lastModifiedBy>Jeanne Dupont</cp:lastModifiedBy>",
        other="<t>not read</t>",
    )
    assert office_words(data) == FileWords("85.07.30\nold\nask Jeanne", ("Jeanne Dupont",), "ask Jeanne", "old")


@pytest.mark.requirement("meeting:PUB-7")
def test_an_opendocument_file_too() -> None:
    data = office(
        content="<text:tracked-changes><text:p>out</text:p></text:tracked-changes><text:p>In &amp; on"
        "<office:annotation><dc:creator>Luc</dc:creator><text:p>why</text:p></office:annotation></text:p>",
        meta="<meta:initial-creator>Luc &lt;x</meta:initial-creator>",
    )
    found = office_words(data)
    assert (found.authors, found.comments, found.changes) == (("Luc <x",), "Lucwhy", "out")
    assert "In & on" in found.text


def test_other_files() -> None:
    assert office_words(b"PK not a zip") == FileWords()
    assert plain_words("é".encode()).text == "é" == plain_words("é".encode("cp1252")).text
