"""POST @signing-sessions/<number>: sign, refuse, call back, remind."""

from typing import Any

from zExceptions import BadRequest, NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse

from commune.core.api.act import Act
from commune.core.api.contract import COUNT, TEXT, body, one_of
from commune.core.api.signing.get import seen
from commune.core.api.signing.session_json import session_json
from commune.core.workflow.actor import current_actor
from commune.core.workflow.signing import refuse, remind, revoke, sign


@implementer(IPublishTraverse)
class PostSessionAct(Act):
    """Body: ``{"do": "sign", "paper": 1}``, ``{"do": "refuse", "paper": 1, "reason": "…"}``, ``{"do": "revoke",
    "reason": "…"}`` or ``{"do": "remind"}``; the answer is that of GET."""

    parts = ("{number}",)
    number = ""
    takes = body("do", do=one_of("sign", "refuse", "revoke", "remind"), paper=COUNT, reason=TEXT)

    def publishTraverse(self, request: Any, name: str) -> Any:
        if self.number:
            raise NotFound(name)
        self.number = name
        return self

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        if not self.number:
            raise BadRequest("number")
        session, actor = seen(self.number), current_actor()
        paper, reason = int(wish.get("paper") or 0), str(wish.get("reason") or "")
        acts = {
            "sign": lambda: sign(session, paper, actor),
            "refuse": lambda: refuse(session, paper, reason, actor),
            "revoke": lambda: revoke(session, reason, actor),
            "remind": lambda: remind(session, actor),
        }
        return session_json(acts[wish["do"]]())
