"""The site's menu: two levels, built from the catalog, kept until the catalog changes."""

from dataclasses import dataclass, field, replace
from typing import Any

from plone import api

from commune.core.content.clock import now

DEPTH = 2
KEPT = 256
MINUTES = 5
_menus: dict[tuple[object, ...], tuple["Entry", ...]] = {}


@dataclass(frozen=True)
class Entry:
    """One line of the menu; ``current`` is the page itself, ``inside`` a section around it."""

    title: str
    path: str
    url: str = ""
    children: tuple["Entry", ...] = ()
    current: bool = False
    inside: bool = False


@dataclass
class _Branch:
    brain: Any
    children: list["_Branch"] = field(default_factory=list)

    def entry(self) -> Entry:
        children = tuple(child.entry() for child in self.children)
        return Entry(self.brain.Title, self.brain.getPath(), children=children)


def menu(root: Any, context: Any, request: Any, roles: tuple[str, ...]) -> tuple[Entry, ...]:
    """The menu of ``root`` as those roles see it, marked with the place of ``context``."""
    here = "/".join(context.getPhysicalPath()) if hasattr(context, "getPhysicalPath") else ""
    return tuple(_placed(entry, here, request) for entry in _kept(root, roles))


def forget() -> None:
    """Drop every menu kept."""
    _menus.clear()


def _kept(root: Any, roles: tuple[str, ...]) -> tuple[Entry, ...]:
    catalog = api.portal.get_tool("portal_catalog")
    slot = int(now().timestamp()) // (60 * MINUTES)
    key = (id(root._p_jar.db()), "/".join(root.getPhysicalPath()), catalog.getCounter(), roles, slot)
    if key not in _menus:
        if len(_menus) >= KEPT:
            forget()
        _menus[key] = _built(catalog, "/".join(root.getPhysicalPath()))
    return _menus[key]


def _built(catalog: Any, path: str) -> tuple[Entry, ...]:
    brains = catalog(
        path={"query": path, "depth": DEPTH},
        exclude_from_nav=False,
        portal_type=_types(),
        sort_on="getObjPositionInParent",
    )
    branches = {brain.getPath(): _Branch(brain) for brain in brains}
    tops = []
    for at, branch in branches.items():
        parent = at.rpartition("/")[0]
        if parent == path:
            tops.append(branch)
        elif parent in branches:
            branches[parent].children.append(branch)
    return tuple(branch.entry() for branch in tops)


def _types() -> list[str]:
    return list(api.portal.get_registry_record("plone.displayed_types", default=()))


def _placed(entry: Entry, here: str, request: Any) -> Entry:
    return replace(
        entry,
        url=request.physicalPathToURL(entry.path),
        children=tuple(_placed(child, here, request) for child in entry.children),
        current=entry.path == here,
        inside=here.startswith(f"{entry.path}/"),
    )
