"""Sending a form: everything is asked again, then the request is made, once, whole."""

from dataclasses import replace
from typing import Any

from plone import api

from commune.core.content.clock import now, today
from commune.core.content.journal import Journal
from commune.core.rules.refusals import Refusal, Refusals
from commune.core.workflow.actor import Actor
from commune.core.workflow.annexes import attach
from commune.core.workflow.clocks import clocks
from commune.core.workflow.creation import create, module_root, year_folder
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.numbering import draw
from commune.core.workflow.process import Refused
from commune.eguichet.content.drafts import StoredDraft
from commune.eguichet.content.settings import authority_code
from commune.eguichet.i18n import _
from commune.eguichet.rules.answers import Checked, check_form, ends_without_request
from commune.eguichet.rules.drafts import submission_step
from commune.eguichet.rules.eligibility import Situation, submission_refusals
from commune.eguichet.rules.forms import Form, in_language
from commune.eguichet.workflow.acknowledgement import acknowledge
from commune.eguichet.workflow.clocks import promises_of
from commune.eguichet.workflow.drafts import blocked, conditions_of, context_of, procedure_of, received
from commune.eguichet.workflow.forms import form_of
from commune.eguichet.workflow.secrecy import code_hash, code_of
from commune.eguichet.workflow.uploads import policy_of

ROOT = "requests"
PATTERN = "{authority}-{procedure}-{year}-{seq:05}"


class Incomplete(Refused):
    """The form is not right: ``checked`` says what, by posted field."""

    def __init__(self, checked: Checked) -> None:
        super().__init__(*(one for found in checked.refusals.values() for one in found))
        self.checked = checked


def submit(stored: StoredDraft, key: str, declared: bool, actor: Actor) -> Any:
    """The request that the draft becomes; posted again with the same key, the same request.

    Raises ``Incomplete`` or ``Refused`` and then creates nothing; the draft stays.
    """
    step = submission_step(stored.draft, key, now())
    if step == "replay":
        return by_uid(stored.request)
    if step == "refuse":
        raise Refused(Refusal("draft_expired"))
    form = form_of(stored)
    checked = check_form(form, stored.draft.answers, context_of(stored))
    if not checked.ok:
        raise Incomplete(checked)
    refusals = blocked(stored) + _refusals(stored, form, declared)
    if refusals:
        raise Refused(*refusals)
    return _make(stored, form, checked, actor)


def _refusals(stored: StoredDraft, form: Form, declared: bool) -> Refusals:
    limits = conditions_of(form)
    place = procedure_of(stored)
    situation = Situation(channel=stored.channel, received=received(place) if limits.quota is not None else 0)
    found = submission_refusals(limits, situation, now())
    if ends_without_request(form, stored.draft.answers, context_of(stored)):
        found += (Refusal("drafts.ended"),)
    if form.settings.get("statement") and not declared:
        found += (Refusal("drafts.statement", place="statement"),)
    return found


def _make(stored: StoredDraft, form: Form, checked: Checked, actor: Actor) -> Any:
    procedure = procedure_of(stored)
    day = today()
    code = procedure.numbering_code.upper()
    reference = draw("eguichet.requests", PATTERN, day, code, authority=authority_code(), procedure=code)
    root = module_root(api.portal.get(), ROOT, _("Requests"))
    secret = code_of(stored.token)
    request = create(
        year_folder(root, day), "request", id=reference.lower(), reference=reference,
        **_frozen(stored, form, checked, procedure), code_hash=code_hash(secret), deposited_at=now(),
    )  # fmt: skip
    _carry_files(stored, form, request, actor)
    stored.request = request.UID()
    stored.draft = replace(stored.draft, reference=reference)
    due = min((clock.deadline.due for clock in clocks(request) if clock.deadline.due), default=None)
    acknowledge(request, secret, f"{due:%d/%m/%Y}" if due else "")
    request.reindexObject()
    return request


def _frozen(stored: StoredDraft, form: Form, checked: Checked, procedure: Any) -> dict[str, Any]:
    values = dict(checked.values)
    subject = next((str(values[one.key]) for _, _, one in form.fields() if one.searchable and values.get(one.key)), "")
    title = in_language(form.title, stored.language)
    return {
        "title": f"{title}: {subject}" if subject else title,
        "procedure": procedure.UID(),
        "procedure_title": procedure.title,
        "origin": procedure.UID(),
        "responsible_unit": procedure.responsible_unit,
        "form_id": form.id,
        "form_version": form.version,
        "raw": dict(stored.draft.answers),
        "values": values,
        "language": stored.language,
        "channel": stored.channel,
        "requester": stored.user,
        "mail": str(values.get("email") or ""),
        "suspect": stored.suspect,
        "promises": promises_of(procedure),
    }


def _carry_files(stored: StoredDraft, form: Form, request: Any, actor: Actor) -> None:
    """Files of fields that apply become annexes of the request, in the order of the form."""
    for _page, group, field in form.fields():
        if field.type != "file":
            continue
        for name in _names(group, field.key, stored):
            if request.values.get(field.key) is None and not group.rows:
                continue
            for _id, one in stored.files_of(name):
                attach(
                    request, one.name, one.file.data, category=field.key, origin="citizen", confidential=False,
                    policy=policy_of(field), actor=actor,
                )  # fmt: skip
    Journal(request).note("deposited", actor.userid, internal=False, channel=stored.channel)


def _names(group: Any, key: str, stored: StoredDraft) -> list[str]:
    if not group.rows:
        return [key]
    rows = stored.draft.answers.get(group.id, ())
    return [f"{group.id}.{row}.{key}" for row in ((rows,) if isinstance(rows, str) else rows)]
