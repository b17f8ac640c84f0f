"""The words inside the files of dossiers, read once for each content."""

import io
from functools import lru_cache
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from commune.core.rules.file_words import FileWords, office_words, plain_words
from commune.core.rules.html_words import plain

KEPT = 256
PAGES = 500


def words_in(annex: Any) -> FileWords:
    """What can be read in the file of an annex; nothing of pictures, of broken files and of kinds not known."""
    if annex.file is None:
        return FileWords()
    return _read(annex.sha256, annex.file.contentType or "", _Bytes(annex))


class _Bytes:
    """The bytes of a file, fetched when they are read; all are equal, so that only the digest tells files apart."""

    def __init__(self, annex: Any) -> None:
        self.annex = annex

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Bytes)

    def __hash__(self) -> int:
        return 0


@lru_cache(KEPT)
def _read(digest: str, mime: str, source: _Bytes) -> FileWords:
    data = source.annex.file.data
    source.annex = None
    if data.startswith(b"PK"):
        return office_words(data)
    if data.startswith(b"%PDF"):
        return _pdf(data)
    if mime in ("text/html", "application/xhtml+xml"):
        return FileWords(plain(plain_words(data).text))
    return (
        plain_words(data) if mime.startswith("text/") or mime in ("application/json", "message/rfc822") else FileWords()
    )


def _pdf(data: bytes) -> FileWords:
    try:
        reader = PdfReader(io.BytesIO(data))
        pages = list(reader.pages)[:PAGES]
        text = "\n".join(page.extract_text() for page in pages)
        told = reader.metadata
        authors = tuple(str(told[key]).strip() for key in ("/Author",) if told and told.get(key))
        notes = "\n".join(filter(None, (_note(one) for page in pages for one in page.get("/Annots") or ())))
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, NotImplementedError):
        # whatever is wrong inside a file that somebody brought in
        return FileWords()
    return FileWords("\n".join(filter(None, (text, notes))), authors, notes)


def _note(annotation: Any) -> str:
    return str(annotation.get_object().get("/Contents") or "")
