"""Beginning, saving, resuming and losing drafts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from plone import api

from commune.core.content.calendar import authority_calendar
from commune.core.content.clock import now, today
from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.core.workflow.actor import Actor
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.process import Refused
from commune.eguichet.content.drafts import Drafts, StoredDraft, drafts, find_draft
from commune.eguichet.content.forms import blocked_versions
from commune.eguichet.rules.answers import Context
from commune.eguichet.rules.drafts import DEFAULT_RETENTION_DAYS, Draft, Posted, Saved, resume_refusals, save_draft
from commune.eguichet.rules.eligibility import Conditions, Window, quota_refusals, window_refusals
from commune.eguichet.rules.forms import Form
from commune.eguichet.rules.procedures import opening_refusals
from commune.eguichet.workflow.forms import current_form
from commune.eguichet.workflow.secrecy import new_token
from commune.eguichet.workflow.sheets import sheet_of


@dataclass(frozen=True)
class Begun:
    """How a draft began: by whom, in which language, by which channel."""

    actor: Actor
    language: str
    channel: str = "web"


def begin(procedure: Any, begun: Begun) -> StoredDraft:
    """A new draft of the procedure's form. Raises ``Refused`` when it is closed today."""
    form = current_form(procedure)
    refusals = begin_refusals(procedure, form)
    if refusals or form is None:
        raise Refused(*refusals)
    site = api.portal.get()
    draft = Draft(new_token(), form.version, now(), retention_days=_retention(form))
    stored = StoredDraft(draft, procedure.UID(), form.id, begun.actor.userid, begun.language, begun.channel)
    drafts(site).add(stored)
    return stored


def begin_refusals(procedure: Any, form: Form | None) -> Refusals:
    """Why nobody may begin the form of the procedure now."""
    if form is None:
        return (Refusal("procedure.no_form"),)
    limits = conditions_of(form)
    return (
        opening_refusals(sheet_of(procedure), today())
        + window_refusals(limits.windows, now())
        + quota_refusals(limits.quota, received(procedure) if limits.quota is not None else 0)
    )


def conditions_of(form: Form) -> Conditions:
    """The limits that the settings of a form put on who sends it and when."""
    said: Any = form.settings
    return Conditions(
        windows=tuple(
            Window(_moment(one.get("opens_at")), _moment(one.get("closes_at"))) for one in said.get("windows", ())
        ),
        quota=said.get("quota"),
        level=said.get("level", 0),
        one_open_per_subject=said.get("one_open_per_subject", False),
        postal_codes=tuple(said.get("postal_codes", ())),
        channels=tuple(said.get("channels", ())),
    )


def received(procedure: Any) -> int:
    """How many requests of the procedure were received."""
    catalog = api.portal.get_tool("portal_catalog")
    return len(catalog.unrestrictedSearchResults(portal_type="request", origin_uid=procedure.UID()))


def draft_for(token: str, actor: Actor) -> StoredDraft | None:
    """The draft of that token if it is the actor's: the one who began it, or anybody for a draft without owner."""
    stored = find_draft(api.portal.get(), token)
    return stored if stored is not None and stored.user in ("", actor.userid) else None


def expired(stored: StoredDraft) -> bool:
    return now() >= stored.draft.expires_at and not stored.request


def context_of(stored: StoredDraft) -> Context:
    """What the answers are read with."""
    return Context(today(), authority_calendar(), channel=stored.channel)


def save(stored: StoredDraft, version: int, posted: Mapping[str, Posted]) -> Saved:
    """Keep what was posted; a page older than the draft changes nothing and gets the differences."""
    saved = save_draft(stored.draft, version, posted, now())
    if not saved.refusals and saved.draft is not stored.draft:
        stored.draft = saved.draft
    return saved


def let_resume(stored: StoredDraft, mail: str) -> str:
    """A new key for the resume link of an anonymous draft."""
    key = new_token()
    drafts(api.portal.get()).let_resume(stored, key, mail)
    return key


def resume(key: str, mail: str) -> tuple[StoredDraft | None, Refusals]:
    """The draft of a resume link for who types its mail address, and why not."""
    kept: Drafts = drafts(api.portal.get())
    stored = kept.by_key(key)
    if stored is None:
        return None, (Refusal("draft_expired"),)
    return stored, resume_refusals(stored.draft, now(), blocked_versions(api.portal.get(), stored.form_id), mail)


def drafts_of(actor: Actor) -> list[StoredDraft]:
    """The drafts that a signed-in person may go on with, the latest first."""
    if not actor.userid:
        return []
    return [one for one in drafts(api.portal.get()).of_user(actor.userid) if not expired(one)]


def forget_expired() -> int:
    """Erase the drafts past their time; returns how many."""
    return drafts(api.portal.get()).forget_expired(now())


def procedure_of(stored: StoredDraft) -> Any:
    """The procedure of a draft, ``None`` when it is gone."""
    return by_uid(stored.procedure)


def blocked(stored: StoredDraft) -> Refusals:
    """Why nobody goes on with this draft: its version of the form is blocked."""
    versions = blocked_versions(api.portal.get(), stored.form_id)
    if stored.draft.form_version not in versions:
        return NONE
    return (Refusal("draft.version_blocked", {"version": stored.draft.form_version}),)


def _retention(form: Form) -> int:
    days = form.settings.get("draft_days", DEFAULT_RETENTION_DAYS)
    assert isinstance(days, int)
    return days


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
