"""What the e-counter deploys: its settings, the folder of the procedures, and the procedures with their forms."""

import json
from collections.abc import Mapping
from datetime import date
from importlib import resources
from typing import Any

from plone import api
from zope.i18n import translate
from zope.interface import implementer

from commune.core.interfaces import IDeploymentPart
from commune.core.rules.authority.faults import fault
from commune.core.rules.authority.model import Profile
from commune.core.rules.refusals import Refusals
from commune.core.workflow.creation import create, module_root
from commune.core.workflow.deployment.organisation import unit_uids
from commune.core.workflow.deployment.writing import agree, told
from commune.eguichet.content.settings import settings
from commune.eguichet.i18n import _
from commune.eguichet.rules.form_checks import form_faults
from commune.eguichet.workflow.forms import publish_form
from commune.eguichet.workflow.submission import ROOT

FILE = "content/procedures.json"
PLAIN = (
    "details", "audiences", "languages", "who_can_apply", "digital_only_reason", "button",
    "identification_level", "commitment_days", "legal_limit", "silence", "result", "appeal", "status",
    "status_reason", "replacement", "scope", "owner", "numbering_code",
)  # fmt: skip
ROWS: Mapping[str, Mapping[str, Any]] = {
    "documents": {"name": "", "mandatory": True, "original": False, "max_age_days": None, "replaced_by": None},
    "channels": {"kind": "", "hours": None, "restrictions": None},
    "costs": {"label": "", "cents": None, "formula": None},
    "legal_basis": {"reference": "", "url": None},
}
KNOWN = {"id", "title", "identifier", "description", "unit", "form", "handover", "verified_on", *PLAIN, *ROWS}


def shipped_form(name: str) -> bytes | None:
    """A form that comes with the module, by its file name without extension, or ``None``."""
    found = resources.files("commune.eguichet") / "data" / "forms" / f"{name}.json"
    return found.read_bytes() if found.is_file() else None


def form_file(profile: Profile, name: str) -> bytes | None:
    """The authority's own form (``forms/<name>.json``), else the one that comes with the module."""
    return profile.files.get(f"forms/{name}.json") or shipped_form(name)


@implementer(IDeploymentPart)
class EguichetPart:
    """Reads ``[eguichet]`` and ``content/procedures.json``."""

    title = _("E-counter")
    order = 20
    profile = "commune.eguichet:default"

    def check(self, profile: Profile) -> Refusals:
        """Unknown keys, days that are none, forms that are missing or faulty."""
        entries = profile.content.get("procedures", ())
        return tuple(one for number, entry in enumerate(entries, 1) for one in _entry_faults(profile, number, entry))

    def apply(self, site: Any, profile: Profile) -> tuple[str, ...]:
        """Create or update the settings, the folders and the procedures."""
        lines = _settings(profile)
        module_root(site, ROOT, _("Requests"))
        outcomes, forms = [], 0
        for entry in profile.content.get("procedures", ()):
            procedure, outcome = agree(_folder(site), entry["id"], "procedure", _fields(entry, profile))
            outcomes.append(outcome)
            if outcome == "added":
                _publish(procedure)
            if entry.get("form"):
                forms += publish_form(procedure, json.loads(form_file(profile, entry["form"]) or b"{}"))
        return (*lines, *told("procedures", outcomes), *([f"forms: {forms} published"] if forms else []))


def _entry_faults(profile: Profile, number: int, entry: Mapping[str, Any]) -> list[Any]:
    place = f"{FILE}: entry {number}"
    found = [fault("choice", f"{place}, {key}", key, ", ".join(sorted(KNOWN))) for key in sorted(set(entry) - KNOWN)]
    if not entry.get("identifier"):
        found.append(fault("missing", f"{place}, identifier"))
    if entry.get("verified_on") and _day(entry["verified_on"]) is None:
        found.append(fault("type", f"{place}, verified_on", entry["verified_on"], "a day, YYYY-MM-DD"))
    if entry.get("form"):
        found += _form_faults(profile, f"{place}, form", entry["form"])
    return found


def _form_faults(profile: Profile, place: str, name: str) -> list[Any]:
    data = form_file(profile, name)
    if data is None:
        return [fault("reference", place, name, f"a form of the module, or a file forms/{name}.json")]
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except ValueError as wrong:
        return [fault("syntax", f"forms/{name}.json", str(wrong), "JSON in UTF-8")]
    return [fault("form", f"forms/{name}.json: {one.place}", one.code) for one in form_faults(document)]


def _settings(profile: Profile) -> list[str]:
    kept, table = settings(), profile.table("eguichet")
    wanted = {"code": str(table.get("code", "")), "folder": str(table.get("folder", "demarches"))}
    changed = [name for name, value in wanted.items() if getattr(kept, name) != value]
    for name in changed:
        setattr(kept, name, wanted[name])
    return [f"e-counter: {len(changed)} settings changed"] if changed else []


def _folder(site: Any) -> Any:
    name = settings().folder
    if name not in site.objectIds():
        title = translate(_("Procedures"), target_language=site.language)
        _publish(create(site, "Folder", id=name, title=title))
    return site._getOb(name)


def _publish(content: Any) -> None:
    tool = api.portal.get_tool("portal_workflow")
    moves = {move["id"] for move in tool.getTransitionsFor(content)}
    if "publish" in moves:
        tool.doActionFor(content, "publish")


def _fields(entry: Mapping[str, Any], profile: Profile) -> dict[str, Any]:
    handover = entry.get("handover", {})
    given = {key: entry[key] for key in PLAIN if key in entry}
    typed = {key: [{**blank, **row} for row in entry[key]] for key, blank in ROWS.items() if key in entry}
    return {
        "title": entry["title"],
        "identifier": entry["identifier"],
        "description": entry.get("description", ""),
        "competent_authority": profile.name,
        "responsible_unit": unit_uids().get(entry.get("unit", "")),
        "verified_on": _day(entry.get("verified_on", "")),
        "handover_kind": handover.get("kind"),
        "handover_moment": handover.get("moment", "manual"),
        "handover_map": handover.get("map"),
        **given,
        **typed,
    }


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


PART = EguichetPart()
