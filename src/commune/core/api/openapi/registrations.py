"""The services of the suite that are registered, as operations."""

import inspect
from collections.abc import Iterator
from typing import Any

from plone.restapi.services import Service
from zope.component import getGlobalSiteManager
from zope.interface import Interface

from commune.core.rules.openapi import Operation

OURS = "commune."
SITE = frozenset({"Interface", "ISiteRoot", "IPloneSiteRoot", "INavigationRoot"})
JSON = "_application_json_"


def operations(request: Any) -> Iterator[Operation]:
    """Every service of ours whose layer the request has."""
    for one in getGlobalSiteManager().registeredAdapters():
        if isinstance(one.factory, type) and issubclass(one.factory, Service) and len(one.required) == 2:
            place, layer = one.required
            if _ours(one.factory) and layer.providedBy(request):
                yield _operation(one.factory, one.name.rpartition(JSON)[2], place)


def _ours(factory: type) -> bool:
    return any(base.__module__.startswith(OURS) for base in factory.__mro__)


def _operation(factory: Any, name: str, place: Any) -> Operation:
    source = next(base for base in factory.__mro__ if base.__module__.startswith(OURS))
    said = inspect.getdoc(inspect.getmodule(source.__mro__[1] if source is factory else source)) or ""
    own = inspect.getdoc(source) or ""
    return Operation(
        method=factory.method,
        name=name,
        kind=_kind(place),
        text=f"{said.splitlines()[0] if said else name}\n{own}",
        parts=tuple(getattr(factory, "parts", ())),
        takes=getattr(factory, "takes", None),
        asks=getattr(factory, "asks", {}),
        statuses=tuple(getattr(factory, "gives", (200,))),
        versioned=bool(getattr(factory, "versioned", False)),
    )


def _kind(place: Any) -> str:
    name = getattr(place, "__name__", "")
    return "" if place is Interface or name in SITE else name.removeprefix("I")
