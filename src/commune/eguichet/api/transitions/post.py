"""POST @transitions of a request, with what each move asks for."""

from typing import Any

from commune.core.api.act import Act
from commune.core.api.contract import COUNT, body
from commune.core.interfaces import IProcess
from commune.core.workflow.actor import current_actor
from commune.eguichet.rules.field_values import read_day
from commune.eguichet.workflow.facts import Details

TEXTS = ("decision_text", "motivation", "appeal_text", "question", "transfer_target")


class PostTransition(Act):
    """``{"transition", "comment", "version", "decision_text", "motivation", "appeal_text", "question",
    "question_due_on", "transfer_target"}``; 409 with all reasons when refused."""

    takes = body(
        **dict.fromkeys(("transition", "comment", *TEXTS, "question_due_on"), {"type": ["string", "null"]}),
        version=COUNT,
    )

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        process = IProcess(self.context)
        texts = {name: str(wish.get(name) or "") for name in TEXTS}
        process.details = Details(**texts, question_due_on=read_day(str(wish.get("question_due_on") or "")))
        actor = current_actor(self.context)
        process.perform(actor, wish.get("transition", ""), wish.get("comment", ""), wish.get("version"))
        return {"state": process.state, "version": self.context.version}
