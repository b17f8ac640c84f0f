"""POST @install-body: a ready-made body on the site in one action."""

from typing import Any

from plone import api

from commune.core.api.act import Act
from commune.core.api.contract import TEXT, body
from commune.core.workflow.actor import current_actor
from commune.meeting.workflow.installation import install


class PostBody(Act):
    """Gives its address, 201; 409 with every reason."""

    takes = body("profile", "id", "title", "code", profile=TEXT, id=TEXT, title=TEXT, code=TEXT)

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        names = ("profile", "id", "title", "code")
        profile, body_id, title, code = (wish[name] for name in names)
        made = install(api.portal.get(), profile, current_actor(), body_id, title, code)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", made.absolute_url())
        return {"@id": made.absolute_url(), "UID": made.UID(), "id": made.getId(), "title": made.title}
