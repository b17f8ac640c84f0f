"""How the small forms of this module look."""

from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Forms(BrowserView):
    """``@@urbanism-forms``: macros ``summary`` (variable ``faults``) and ``fields`` (variables ``form``, ``forms``)."""

    template = ViewPageTemplateFile("forms.pt")

    @property
    def macros(self) -> object:
        return self.template.macros
