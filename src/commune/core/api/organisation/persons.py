"""GET @persons: who holds what on a day."""

from datetime import date
from typing import Any

from plone.restapi.services import Service
from zExceptions import BadRequest

from commune.core.api.contract import DAY, TEXT
from commune.core.api.day_json import iso
from commune.core.content.clock import today
from commune.core.workflow.mandates import seats

FIELDS = (
    "uid",
    "person",
    "name",
    "first_name",
    "last_name",
    "gender",
    "body",
    "role",
    "label",
    "political_list",
    "rank",
)


class GetPersons(Service):
    """``?body=college&day=2026-05-04``: seats in order of precedence; without a day, today's."""

    asks = {"body": TEXT, "day": DAY}

    def reply(self) -> dict[str, Any]:
        try:
            day = date.fromisoformat(self.request.form.get("day") or today().isoformat())
        except ValueError as error:
            raise BadRequest("day: a day like 2026-05-04 is expected") from error
        found = seats(day, self.request.form.get("body", ""))
        return {
            "@id": f"{self.context.absolute_url()}/@persons",
            "day": iso(day),
            "items": [_seat(seat) for seat in found],
        }


def _seat(seat: Any) -> dict[str, Any]:
    return {**{name: getattr(seat, name) for name in FIELDS}, "start": iso(seat.start), "end": iso(seat.end)}
