"""POST @signing-sessions on a dossier: send documents to sign."""

from typing import Any

from commune.core.api.act import Act
from commune.core.api.contract import DAY, TEXT, TEXTS, body
from commune.core.api.signing.get import seen
from commune.core.api.signing.session_json import session_json
from commune.core.rules.signing import Signer
from commune.core.workflow.actor import current_actor
from commune.core.workflow.signing import Wish, begin_signing, full_name, read_due

SIGNER = body("rank", "userid", rank={"type": "integer"}, userid=TEXT, name=TEXT, label=TEXT)


class PostSession(Act):
    """Body: ``{"title": "…", "annexes": [uid], "signers": [{"rank": 1, "userid": "…"}], "due": "2027-01-31"}``; 201.

    The annexes are PDF files of the dossier, or of those it answers for.
    """

    takes = body(
        "title", "annexes", "signers", title=TEXT, annexes=TEXTS, signers={"type": "array", "items": SIGNER}, due=DAY
    )
    gives = (201,)

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        signers = tuple(
            Signer(one["rank"], one["userid"], one.get("name") or full_name(one["userid"]), one.get("label") or "")
            for one in wish["signers"]
        )
        due = read_due(wish.get("due") or "")
        wanted = Wish(wish["title"], tuple(wish["annexes"]), signers, due)
        answer = session_json(seen(begin_signing(self.context, wanted, current_actor(self.context))))
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", answer["@id"])
        return answer
