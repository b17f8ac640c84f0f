"""POST @tracking: where a request stands, for who knows its reference, its code and the mail given."""

from typing import Any

from zope.i18n import translate

from commune.core.api.act import Act
from commune.core.api.contract import TEXT, body
from commune.core.api.refused import refused
from commune.eguichet.rules.field_values import read_day
from commune.eguichet.workflow.progress import stages, standing
from commune.eguichet.workflow.tracking import Claim, follow


class PostTracking(Act):
    """``{"reference", "code", "mail" or "birth_date"}``: in the body, so that no log keeps the code."""

    takes = body(reference=TEXT, code=TEXT, mail=TEXT, birth_date=TEXT)

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        said = {name: str(value) for name, value in wish.items()}
        parts = (said.get(name, "") for name in ("reference", "code", "mail"))
        found, refusals = follow(Claim(*parts, read_day(said.get("birth_date", "")), self.request.getClientAddr()))
        if found is None:
            return refused(self, refusals, 429 if refusals[0].code == "rate_limited" else 404)
        return {
            "reference": found.reference,
            "state": found.state,
            "standing": translate(standing(found), context=self.request),
            "stages": [
                {
                    "id": one.id,
                    "title": translate(one.title, context=self.request),
                    "day": one.day.isoformat() if one.day else None,
                    "detail": translate(one.detail, context=self.request),
                }
                for one in stages(found)
            ],
        }
