"""GET oparl: the read interface of OParl 1.1. ``oparl`` is the system, ``oparl/<Kind>`` a list, ``oparl/<Kind>/<uid>``
an object; no account, and readable from any site."""

import json
from typing import Any

from Products.Five import BrowserView
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse

from commune.website.rules.oparl import SCHEMA, shown
from commune.website.rules.oparl_lists import BOUNDS, Wish, chosen, framed, page_of, read_wish, without_internal
from commune.website.workflow.oparl import Source

KEPT = (*BOUNDS, "elementsPerPage", "omit_internal", "organization")


@implementer(IPublishTraverse)
class OParl(BrowserView):
    """A kind or an object that does not exist answers 404, a filter that cannot be read 400, as OParl words errors."""

    def __init__(self, context: Any, request: Any) -> None:
        super().__init__(context, request)
        self.parts: list[str] = []

    def publishTraverse(self, request: Any, name: str) -> Any:
        if len(self.parts) > 1:
            raise NotFound(name)
        self.parts.append(name)
        return self

    def __call__(self) -> str:
        response = self.request.response
        response.setHeader("Content-Type", "application/json; charset=utf-8")
        response.setHeader("Access-Control-Allow-Origin", "*")
        return json.dumps(self._answer(), ensure_ascii=False)

    def _answer(self) -> dict[str, Any]:
        form = {name: str(value) for name, value in self.request.form.items()}
        source = Source(f"{self.context.absolute_url()}/oparl")
        kind, uid = (*self.parts, "", "")[:2] if self.parts else ("System", "self")
        wish = read_wish(form)
        entries = source.entries(kind, form.get("organization", ""))
        if entries is None:
            return self._fault(404, f"no kind {kind}")
        if not isinstance(wish, Wish):
            return self._fault(400, ", ".join(f"{one.place}: {one.code}" for one in wish))
        if uid:
            found = next((shown(one, source.at) for one in entries if one.uid == uid), None)
            return found if found is not None else self._fault(404, f"no {kind} {uid}")
        listed = chosen(entries, wish.bounds)
        data = [shown(one, source.at) for one in page_of(listed, wish)]
        data = [without_internal(one) for one in data] if wish.omit_internal else data
        query = {name: form[name] for name in KEPT if form.get(name)}
        return framed(data, len(listed), wish, source.at.list_of(kind), query)

    def _fault(self, status: int, message: str) -> dict[str, Any]:
        self.request.response.setStatus(status)
        return {"type": f"{SCHEMA}Error", "message": message}
