"""What the module that treats a request answers and tells."""

from typing import Any

from zope.component import adapter

from commune.core.events import DossierProgressed, HandoverAccepted
from commune.core.workflow.lookup import by_uid
from commune.eguichet.interfaces import IRequestContent
from commune.eguichet.workflow.hand_over import accepted
from commune.eguichet.workflow.news import hear


def _request(uid: str) -> Any:
    found = by_uid(uid)
    return found if IRequestContent.providedBy(found) else None


@adapter(HandoverAccepted)
def dossier_opened(letter: HandoverAccepted) -> None:
    request = _request(letter.origin)
    if request is not None and request.handed_over is not None:
        accepted(request, letter)


@adapter(DossierProgressed)
def dossier_progressed(letter: DossierProgressed) -> None:
    request = _request(letter.origin)
    if request is not None:
        hear(request, letter)
