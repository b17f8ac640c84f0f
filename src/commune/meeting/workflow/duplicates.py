"""New items from what exists: a copy of an item, or an item begun from a template."""

from collections.abc import Iterable
from typing import Any

from AccessControl import getSecurityManager

from commune.core.content.journal import Journal
from commune.core.rules.refusals import Refusal, Refusals
from commune.core.workflow.actor import Actor
from commune.core.workflow.creation import create, module_root
from commune.core.workflow.lookup import by_uid, children
from commune.core.workflow.process import Refused
from commune.meeting.content.template import IItemTemplate
from commune.meeting.rules.clones import against_duplicating, template_fields, template_offered
from commune.meeting.workflow.access import item_grants
from commune.meeting.workflow.clones import copy_into, items_folder
from commune.meeting.workflow.guard import check_manager
from commune.meeting.workflow.opinions import refresh
from commune.meeting.workflow.place import body_of, oversees
from commune.meeting.workflow.proposals import CREATOR, against_creating
from commune.meeting.workflow.settings import settings_of, unit_order

SHOWN_ONLY = frozenset({"access.copy", "access.restricted_copy", "access.power_observer"})
"""Rights to look at an item that do not cover making another one of it."""
TEMPLATES = "templates"


def duplicate(item: Any, actor: Actor, unit: str = "", annexes: Iterable[str] = (), link: bool = True) -> Any:
    """A copy of the item in the first state of the chain, with the annexes chosen among those he may read.

    ``unit``: the service that proposes it, that of the item when empty; ``link``: keep the item as predecessor.
    Raises ``Refused`` with every reason.
    """
    body, service = body_of(item), unit or item.responsible_unit
    refusals = (*against_copying(item, actor), *against_creating(body, service, actor))
    if refusals:
        raise Refused(*refusals)
    new = copy_into(item, body, actor, responsible_unit=service)
    new.creators = (actor.userid,)
    if not link:
        new.predecessor = None
        item.successors = item.successors[:-1]
    take_annexes(item, new, frozenset(annexes))
    refresh(new, settings_of(new))
    new.reindexObject()
    return new


def against_copying(item: Any, actor: Actor) -> Refusals:
    """Why the actor may not copy the item: it is closed and his right is one to look only (ITM-3)."""
    closed = (item.privacy or "").startswith("secret")
    restricted = settings_of(item).body.access.restrict_closed
    return against_duplicating(closed, covers_copying(item, actor), restricted)


def covers_copying(item: Any, actor: Actor) -> bool:
    """Whether a right of the actor on the item is more than one to look at it."""
    held = {grant.rule for grant in item_grants(item) if grant.principal in actor.groups}
    return actor.administrator or bool(held - SHOWN_ONLY)


def take_annexes(source: Any, new: Any, chosen: frozenset[str]) -> None:
    """Copy the chosen annexes that the user may read; file bodies are shared, not copied."""
    check = getSecurityManager().checkPermission
    for annex in children(source, "annex"):
        if annex.UID() in chosen and check("View", annex):
            create(new, "annex", title=annex.title, file=annex.file, category=annex.category, origin=annex.origin,
                   confidential=annex.confidential)  # fmt: skip


def templates_folder(body: Any) -> Any:
    """Where the templates of a body live; its permanent empty one is made with it."""
    folder = module_root(body, TEMPLATES)
    if not folder.objectIds():
        create(folder, "meeting_template", id="empty", title="—", permanent=True)
    return folder


def new_template(body: Any, title: str, actor: Actor) -> Any:
    """A template to be filled, for all services; only managers make some. Raises ``Refused``."""
    check_manager(actor, body)
    if not title.strip():
        raise Refused(Refusal("items.required_missing", {"field": "title"}, "title"))
    return create(templates_folder(body), "meeting_template", title=title.strip())


def templates(body: Any, actor: Actor) -> tuple[Any, ...]:
    """The templates offered to the actor, in their order."""
    folder = body.get(TEMPLATES)
    over_body = oversees(actor, body)
    mine = frozenset(unit for unit in unit_order() if CREATOR in actor.functions(unit))
    found = [] if folder is None else folder.objectValues()
    return tuple(one for one in found if over_body or (mine and template_offered(frozenset(one.services or ()), mine)))


def from_template(body: Any, template: str, unit: str, actor: Actor) -> Any:
    """A new item begun from the template of that uid; raises ``Refused`` when it is not offered for the service."""
    model = by_uid(template)
    offered = model is not None and model in templates(body, actor)
    fits = offered and template_offered(frozenset(model.services or ()), frozenset({unit}))
    missing = () if fits else (Refusal("items.no_template", {"template": template}, "template"),)
    refusals = (*missing, *against_creating(body, unit, actor))
    if refusals:
        raise Refused(*refusals)
    values = template_fields({name: getattr(model, name, None) for name in IItemTemplate})
    privacy = values.pop("privacy", None) or settings_of(body).body.agenda.default_privacy
    item = create(items_folder(body), "meeting_item", **values, privacy=privacy, responsible_unit=unit)
    take_annexes(model, item, frozenset(model.kept_annexes or ()))
    Journal(item).note("proposed", actor.userid)
    return item
