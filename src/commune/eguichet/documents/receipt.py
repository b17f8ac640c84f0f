"""The receipt that the citizen keeps: what was received, when, from which answers and files."""

from pathlib import Path
from typing import Any

from commune.core.content.clock import BRUSSELS
from commune.core.documents.registry import Document
from commune.core.workflow.clocks import next_due
from commune.core.workflow.lookup import by_uid, children
from commune.eguichet.i18n import _
from commune.eguichet.rules.answers import Context, Line, review
from commune.eguichet.rules.forms import in_language
from commune.eguichet.workflow.forms import form_of

YES_NO = {"fr": ("oui", "non"), "de": ("ja", "nein"), "nl": ("ja", "nee"), "en": ("yes", "no")}


def lines_of(request: Any, place: str, language: str = "") -> list[Line]:
    """The frozen answers with their labels, those that may be shown there (``summary``, ``pdf``)."""
    form = form_of(request)
    shown = {one.key for _, _, one in form.fields() if place in one.show_in}
    day = request.deposited_at.astimezone(BRUSSELS).date()
    lines = review(form, request.raw, Context(day, channel=request.channel), language or request.language)
    return [one for one in lines if one.name.rpartition(".")[2] in shown]


def facts(request: Any) -> dict[str, Any]:
    """Plain data of the receipt."""
    form, at = form_of(request), request.deposited_at.astimezone(BRUSSELS)
    unit = by_uid(request.responsible_unit)
    clock = next_due(request)
    files = [one for one in children(request, "annex") if one.origin == "citizen"]
    keys = {one.key for _, _, one in form.fields() if one.type == "file"}
    lines = [one for one in lines_of(request, "pdf") if one.name.rpartition(".")[2] not in keys]
    return {
        "procedure": in_language(form.title, request.language),
        "deposited_on": at.date(),
        "deposited_at": f"{at:%H:%M:%S}",
        "form": f"{form.id} v{form.version}",
        "service": unit.title if unit is not None else "",
        "phone": (unit.phone if unit is not None else "") or "",
        "mail": (unit.email if unit is not None else "") or "",
        "due": clock.deadline.due if clock and clock.deadline.due else None,
        "answers": [{"label": one.label, "text": _word(one.text, request.language)} for one in lines],
        "files": [{"name": one.file.filename, "sha256": one.sha256} for one in files],
        "appeal": getattr(by_uid(request.procedure), "appeal", "") or "",
    }


def _word(text: str, language: str) -> str:
    words = YES_NO.get(language, YES_NO["en"])
    return {"yes": words[0], "no": words[1]}.get(text, text)


RECEIPT = Document(
    id="eguichet.receipt",
    title=_("Receipt"),
    portal_types=("request",),
    template=Path(__file__).parent / "receipt.txt",
    build=facts,
    category="receipt",
)
