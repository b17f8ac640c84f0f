"""What the catalog knows of procedures and requests."""

from datetime import datetime
from typing import Any

from plone.indexer import indexer
from Products.CMFPlone.CatalogTool import allowedRolesAndUsers as readers_of

from commune.core.rules.addresses import fold
from commune.eguichet.content.messages import SERVICE, unread_of
from commune.eguichet.interfaces import IProcedureContent, IRequestContent, IRequestFile


@indexer(IProcedureContent)
def procedure_unit(procedure: Any) -> str:
    return procedure.responsible_unit or ""


@indexer(IProcedureContent)
def procedure_audiences(procedure: Any) -> tuple[str, ...]:
    return tuple(procedure.audiences or ())


@indexer(IProcedureContent)
def procedure_online(procedure: Any) -> bool:
    return bool(procedure.form_id)


@indexer(IProcedureContent)
def procedure_text(procedure: Any) -> str:
    texts = (procedure.title, procedure.description, procedure.details, procedure.who_can_apply, procedure.result)
    return " ".join(text for text in (*texts, *procedure.Subject()) if text)


@indexer(IRequestContent)
def request_procedure(request: Any) -> str:
    return request.procedure_title or ""


@indexer(IRequestContent)
def request_deposited(request: Any) -> datetime | None:
    return request.deposited_at


@indexer(IRequestContent)
def request_requester(request: Any) -> str:
    return request.requester


@indexer(IRequestContent)
def request_handover(request: Any) -> str:
    return request.hand_over.value


@indexer(IRequestContent)
def request_unread(request: Any) -> bool:
    return bool(unread_of(request, SERVICE))


@indexer(IRequestContent)
def request_text(request: Any) -> str:
    return fold(f"{request.reference or ''} {request.title or ''}")


def _staff_only(content: Any, citizen: str) -> list[str]:
    """Readers of the content without its citizen, who finds it under "my requests" and never by a search."""
    return [one for one in readers_of(content)() if one != f"user:{citizen}"]


@indexer(IRequestContent)
def request_readers(request: Any) -> list[str]:
    return _staff_only(request, request.requester)


@indexer(IRequestFile)
def request_file_readers(annex: Any) -> list[str]:
    return _staff_only(annex, annex.aq_parent.requester)
