"""The sections of a permit's page."""

from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Sections(BrowserView):
    """``@@permit-sections``: macros that read the page's view, ``forms``, ``all`` (the forms) and ``here``."""

    template = ViewPageTemplateFile("sections.pt")

    @property
    def macros(self) -> object:
        return self.template.macros
