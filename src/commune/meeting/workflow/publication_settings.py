"""What a body publishes and how, from the form that its managers fill in."""

from collections.abc import Mapping
from typing import Any

from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.core.workflow.actor import Actor
from commune.core.workflow.process import Refused
from commune.meeting.workflow.configuration import configure
from commune.meeting.workflow.guard import check_manager

TEXTS = ("disclaimer", "contact", "privacy_page", "decisions_at", "retention_act")
FLAGS = ("public", "project", "closed_placeholder")
PAIRS = ("categories", "representatives", "robots", "retention_years")
NAMES = "watched_names"


def written(body: Any) -> dict[str, Any]:
    """The settings as the form shows them: pairs as lines ``key = value``, names one on each line."""
    kept = body.document.get("publication", {})
    found: dict[str, Any] = {name: kept.get(name) or "" for name in TEXTS}
    found |= {name: bool(kept.get(name)) for name in FLAGS}
    found |= {name: "\n".join(f"{key} = {value}" for key, value in (kept.get(name) or {}).items()) for name in PAIRS}
    return {**found, NAMES: "\n".join(kept.get(NAMES) or ())}


def write(body: Any, form: Mapping[str, Any], actor: Actor) -> None:
    """Keep what the form says; raises ``Refused`` with every fault, and then nothing is changed."""
    check_manager(actor, body)
    document, faults = body.document, NONE
    told = dict(document.get("publication", {}))
    told |= {name: str(form.get(name) or "").strip() for name in TEXTS}
    told |= {name: bool(form.get(name)) for name in FLAGS}
    for name in PAIRS:
        pairs, wrong = read_pairs(str(form.get(name) or ""), name, name == "retention_years")
        told[name], faults = pairs, faults + wrong
    told[NAMES] = [line.strip() for line in str(form.get(NAMES) or "").splitlines() if line.strip()]
    if told["contact"] and "@" not in told["contact"]:
        faults += (Refusal("publication.contact", {"found": told["contact"]}, "contact"),)
    if faults:
        raise Refused(*faults)
    document["publication"] = told
    configure(body, document, actor.userid)


def read_pairs(text: str, name: str, numbers: bool) -> tuple[dict[str, Any], Refusals]:
    """Lines ``key = value`` as a mapping, and what is wrong with each other line."""
    found: dict[str, Any] = {}
    faults = NONE
    for line in filter(None, (line.strip() for line in text.splitlines())):
        key, sign, value = (part.strip() for part in line.partition("="))
        if not sign or not value or (numbers and not value.isdigit()):
            faults += (Refusal("publication.line", {"found": line}, name),)
        else:
            found[key] = int(value) if numbers else value
    return found, faults
