"""The page of the signed-in citizen who sent the request."""

from typing import Any

from zExceptions import NotFound

from commune.eguichet.browser.follow.citizen_page import CitizenPage


class Follow(CitizenPage):
    """``<request>/@@follow``; for anybody else there is no such page."""

    def __call__(self) -> Any:
        if not self.context.requester or self.actor.userid != self.context.requester:
            raise NotFound()
        return self.show()

    @property
    def followed(self) -> Any:
        return self.context

    def own_address(self) -> str:
        return f"{self.context.absolute_url()}/@@follow"

    def file_address(self, annex: Any) -> str:
        return f"{annex.absolute_url()}/@@download/file"
