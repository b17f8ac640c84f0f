"""Acts on one dossier that end on its page: done with a message, or again with the reasons."""

from collections.abc import Mapping
from typing import Any

from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView

from commune.core.browser.dossier.transitions import FIELDS, REFUSALS
from commune.core.content.refused import Refused


class Acting(BrowserView):
    """A POST. A subclass says what it does (``act``, which raises ``Refused``) and what is then told (``done``).

    ``fields``: ids of the fields of its form, by the place that a refusal names.
    """

    done: Any = ""
    anchor = ""
    fields: Mapping[str, str] = {}

    def act(self, form: Any) -> None:
        raise NotImplementedError

    def __call__(self) -> Any:
        if self.request.method != "POST":
            return self.request.response.redirect(self.context.absolute_url())
        CheckAuthenticator(self.request)
        try:
            self.act(self.request.form)
        except Refused as refused:
            return self.again(refused)
        if self.done:
            api.portal.show_message(self.done, self.request)
        return self.after()

    def after(self) -> Any:
        """The answer once it is done."""
        return self.request.response.redirect(self.next())

    def next(self) -> str:
        """Where the act leads."""
        return f"{self.context.absolute_url()}{self.anchor}"

    def again(self, refused: Refused) -> Any:
        """The page once more, with every reason; nothing that was typed is lost."""
        self.request.set(REFUSALS, refused.refusals)
        self.request.set(FIELDS, self.fields)
        self.request.response.setStatus(409)
        return self.page()

    def page(self) -> Any:
        return self.context.restrictedTraverse(f"@@{self.context.getLayout()}")()
