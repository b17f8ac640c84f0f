"""The text of annexes as the catalog finds them: read once, when a file arrives, and kept beside it."""

from collections.abc import Mapping
from typing import Any

from persistent import Persistent
from plone import api
from zope.annotation.interfaces import IAnnotations
from zope.i18n import translate
from zope.interface import implementer

from commune.core.content.refused import Refused
from commune.core.i18n import _
from commune.core.rules.refusals import Refusal
from commune.core.workflow import jobs
from commune.core.workflow.file_words import words_in
from commune.core.workflow.lookup import by_uid

KEY = "commune.core.file_text"
KIND = "file_text"
MOST = 200_000
"""Characters of one file that are found."""
AT_ONCE = 512 * 1024
"""Bytes of a file that is read while its sender waits; a bigger one is read by a job."""


class FileText(Persistent):
    """Its own object in the database: an annex is often read, its text hardly ever."""

    def __init__(self, digest: str, text: str) -> None:
        self.digest = digest
        self.text = text


def text_of(annex: Any) -> str:
    """What was read of the present file; nothing when it was not read yet."""
    kept = IAnnotations(annex).get(KEY)
    return kept.text if kept is not None and kept.digest == annex.sha256 else ""


def take_text(annex: Any) -> None:
    """Read the text of a file that arrived: at once when it is small, else beside the requests, as its sender."""
    if annex.file is None or text_of(annex):
        return
    user = api.user.get_current().getId()
    if annex.file.getSize() <= AT_ONCE or not user:
        read(annex)
        return
    message = _("file_text_job", default="Text of ${file}", mapping={"file": annex.title or annex.getId()})
    title = str(translate(message, target_language=api.portal.get_default_language()))
    jobs.ask(api.portal.get(), KIND, title, [annex.UID()], user)


def read(annex: Any) -> None:
    """Read the text now, and let the catalog know it."""
    IAnnotations(annex)[KEY] = FileText(annex.sha256, " ".join(words_in(annex).text.split())[:MOST])
    annex.reindexObject(idxs=["SearchableText"])


@implementer(jobs.IJobKind)
class FileTextJob:
    """Reads one big file."""

    def do(self, element: Any, options: Mapping[str, Any], userid: str) -> str:
        annex = by_uid(element)
        if annex is None:
            raise Refused(Refusal("job.gone"))
        read(annex)
        return ""

    def readable(self, element: Any) -> bool:
        return False

    def shown(self, element: Any) -> bool:
        return False
