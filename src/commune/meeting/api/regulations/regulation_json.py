"""A text of the register as JSON."""

from typing import Any

from commune.meeting.rules.masking import masked
from commune.meeting.workflow.proofs import is_public, proofs, public_file, reason_of
from commune.meeting.workflow.register import Row, rows
from commune.meeting.workflow.regulations import binding_day
from commune.meeting.workflow.texts import raw

DATES = ("decided", "effective", "tutelle_approved", "tutelle_expired")


def row_json(row: Row, address: str) -> dict[str, Any]:
    """A line of the list."""
    days = {name: _iso(getattr(row, name)) for name in ("decided", "published", "binding")}
    return {
        "@id": f"{address}/@@text/{row.number}",
        "number": row.number,
        "title": row.title,
        "state": row.state,
        "kind": row.kind,
        "authority": row.authority,
        "category": row.category,
        "summary": row.summary,
        "replaced_by": row.replaced_by or None,
        **days,
    }


def public_json(regulation: Any) -> dict[str, Any]:
    """All that citizens read of a text; of one that was taken off, its number, the day and the reason."""
    address = f"{regulation.aq_parent.absolute_url()}/@@text/{regulation.reference}"
    if not is_public(regulation):
        return {"@id": address, "number": regulation.reference, "state": "unpublished",
                "unpublished": _iso(regulation.unpublished), "reason": reason_of(regulation)}  # fmt: skip
    found = next(row for row in rows(UID=regulation.UID()))
    files = [a for a in regulation.objectValues() if a.portal_type == "annex" and public_file(a)]
    return {
        **row_json(found, regulation.aq_parent.absolute_url()),
        "published": _iso(regulation.published),
        "effective": _iso(regulation.effective),
        "text": masked(raw(regulation, "text")),
        "consultation": masked(raw(regulation, "consultation")),
        "seal": regulation.seal,
        "files": [_file(annex, address) for annex in files],
        "proofs": [_file(annex, address) for annex in proofs(regulation)],
        "poster": f"{address}/poster",
    }


def regulation_json(regulation: Any) -> dict[str, Any]:
    """The text as its keepers know it."""
    after = {row.uid: row.number for row in rows(everything=True)}
    mine = next(row for row in rows(everything=True, UID=regulation.UID()))
    return {
        **row_json(mine, regulation.aq_parent.absolute_url()),
        "@id": regulation.absolute_url(),
        "uid": regulation.UID(),
        "state": regulation.state or "private",
        "version": regulation.version,
        **{name: _iso(getattr(regulation, name)) for name in DATES},
        "tutelle_needed": bool(regulation.tutelle_needed),
        "planned": _iso(regulation.planned),
        "published": _iso(regulation.published),
        "unpublished": _iso(regulation.unpublished),
        "binding": _iso(binding_day(regulation)),
        "supersedes": after.get(regulation.supersedes or "") or None,
        "item": regulation.item,
        "seal": regulation.seal,
        "text": raw(regulation, "text"),
        "proofs": [annex.absolute_url() for annex in proofs(regulation)],
    }


def _file(annex: Any, address: str) -> dict[str, Any]:
    return {
        "href": f"{address}/file/{annex.UID()}",
        "title": annex.title or annex.file.filename,
        "filename": annex.file.filename,
        "type": annex.file.contentType,
        "sha256": annex.sha256,
    }


def _iso(value: Any) -> str | None:
    return value.isoformat() if value is not None else None
