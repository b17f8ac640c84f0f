"""Who acts: the user as plain facts."""

from dataclasses import dataclass
from typing import Any

from plone import api

ADMINISTRATORS = frozenset({"Manager", "Site Administrator"})


@dataclass(frozen=True)
class Actor:
    """A user at this request. ``groups`` are the ids of generated groups among others."""

    userid: str
    groups: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()

    @property
    def administrator(self) -> bool:
        return bool(self.roles & ADMINISTRATORS)

    @property
    def system(self) -> bool:
        return self.userid == SYSTEM.userid

    def functions(self, unit: str | None) -> frozenset[str]:
        """Functions held in the service of that uid."""
        prefix = f"{unit}_"
        return frozenset(group[len(prefix) :] for group in self.groups if unit and group.startswith(prefix))


SYSTEM = Actor("system", roles=frozenset({"Manager"}))


def current_actor(context: Any = None) -> Actor:
    """The user of this request, with the roles held on ``context`` when one is given."""
    if api.user.is_anonymous():
        return Actor("", roles=frozenset({"Anonymous"}))
    user = api.user.get_current()
    roles = user.getRolesInContext(context) if context is not None else user.getRoles()
    return Actor(user.getId(), frozenset(user.getGroups()), frozenset(roles))
