"""The words inside a file, and what it tells of its authors: what goes out with it whether one sees it or not."""

import html
import io
import re
import zipfile
import zlib
from dataclasses import dataclass

MOST = 20 * 1024 * 1024
"""Bytes of one part of a file that are read; nobody hides a name behind that many."""
_TEXT_PARTS = re.compile(
    r"(?:word/(?:document|header\d*|footer\d*|footnotes|endnotes)|xl/sharedStrings|xl/worksheets/sheet\d+"
    r"|ppt/(?:slides|notesSlides)/\w+|content|styles)\.xml"
)
_COMMENT_PARTS = re.compile(r"(?:word/comments\w*|xl/comments\d*|xl/threadedComments/\w+|ppt/comments/\w+)\.xml")
_META_PARTS = ("docProps/core.xml", "docProps/app.xml", "meta.xml")
_META = re.compile(
    r"<(?:dc|cp|meta)?:?(creator|lastModifiedBy|initial-creator|printed-by|Manager|Company)\b[^>]*>([^<]+)<"
)
_ODF_NOTE = re.compile(r"<office:annotation\b.*?</office:annotation>", re.DOTALL)
_ODF_CHANGES = re.compile(r"<text:tracked-changes\b.*?</text:tracked-changes>", re.DOTALL)
_WORD_CHANGES = re.compile(r"<w:(?:ins|del|moveFrom|moveTo)\b.*?</w:(?:ins|del|moveFrom|moveTo)>", re.DOTALL)
_BLOCK_ENDS = re.compile(
    r"</(?:w:p|a:p|text:p|text:h|si|row|c|table:table-cell)>|<(?:w:br|w:tab|text:tab|text:line-break)\b[^>]*>"
)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class FileWords:
    """``text``: all that can be read in it, hidden parts included. ``authors``: the persons that its properties name.

    ``comments`` and ``changes``: remarks in the margin, and what was written or struck out while changes were tracked.
    """

    text: str = ""
    authors: tuple[str, ...] = ()
    comments: str = ""
    changes: str = ""


def words_of_xml(xml: str) -> str:
    """The words of an office part: those cut by formatting are whole, paragraphs are lines."""
    return html.unescape(_TAG.sub("", _BLOCK_ENDS.sub("\n", xml))).strip()


def office_words(data: bytes) -> FileWords:
    """The words of a text, a sheet or slides (OOXML, OpenDocument); nothing of what is no such file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: _part(archive, name) for name in archive.namelist() if name.endswith(".xml")}
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError, zlib.error):
        return FileWords()
    texts = [xml for name, xml in parts.items() if _TEXT_PARTS.fullmatch(name)]
    notes = [xml for name, xml in parts.items() if _COMMENT_PARTS.fullmatch(name)]
    notes += [note for xml in texts for note in _ODF_NOTE.findall(xml)]
    changes = [change for xml in texts for found in (_ODF_CHANGES, _WORD_CHANGES) for change in found.findall(xml)]
    told = [value.strip() for name in _META_PARTS for _key, value in _META.findall(parts.get(name, ""))]
    comments = "\n".join(filter(None, map(words_of_xml, notes)))
    whole = [*map(words_of_xml, texts), comments]
    authors = tuple(dict.fromkeys(html.unescape(one) for one in told if one))
    return FileWords(
        "\n".join(filter(None, whole)), authors, comments, "\n".join(filter(None, map(words_of_xml, changes)))
    )


def _part(archive: zipfile.ZipFile, name: str) -> str:
    with archive.open(name) as part:
        return part.read(MOST).decode("utf-8", "replace")


def plain_words(data: bytes) -> FileWords:
    """The words of a text file, in UTF-8 or as older programs wrote."""
    try:
        return FileWords(data[:MOST].decode("utf-8-sig"))
    except UnicodeDecodeError:
        return FileWords(data[:MOST].decode("cp1252", "replace"))
