"""Streets that begin like what is being typed."""

from typing import Any

from plone.restapi.services import Service

from commune.core.api.contract import TEXT
from commune.core.content.streets import find_streets


class GetStreets(Service):
    """``@streets?q=moul``: at most ten streets, for anybody."""

    asks = {"q": TEXT}

    def reply(self) -> dict[str, Any]:
        streets = find_streets(self.context, str(self.request.form.get("q", "")))
        return {
            "@id": f"{self.context.absolute_url()}/@streets",
            "items": [
                {"id": s.id, "name": s.name, "postcode": s.postcode, "locality": s.locality, "name_de": s.name_de}
                for s in streets
            ],
        }
