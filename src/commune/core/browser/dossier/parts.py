"""The parts of a dossier's page, for every module to compose."""

from functools import cached_property

from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

from commune.core.browser.dossier.annexes import Annexes
from commune.core.browser.dossier.deadlines import Deadlines
from commune.core.browser.dossier.header import Header
from commune.core.browser.dossier.journal import JournalPart
from commune.core.browser.dossier.opinions import OpinionsPart
from commune.core.browser.dossier.people import Names
from commune.core.browser.dossier.transitions import Transitions


class DossierParts(BrowserView):
    """``@@dossier-parts``: data of each part, and in ``macros`` how it looks.

    Macros: ``page`` (slots ``facts``, ``main``, ``before-side``, ``side``), ``header``,
    ``errors``, ``transitions``, ``deadlines``, ``opinions``, ``annexes``,
    ``journal``. Each asks for the
    variable ``parts``, which is this view.
    """

    template = ViewPageTemplateFile("parts.pt")

    @property
    def macros(self) -> object:
        return self.template.macros

    @cached_property
    def names(self) -> Names:
        return Names()

    @cached_property
    def header(self) -> Header:
        return Header(self.context, self.request, self.names)

    @cached_property
    def transitions(self) -> Transitions:
        return Transitions(self.context, self.request)

    @cached_property
    def deadlines(self) -> Deadlines:
        return Deadlines(self.context, self.request)

    @cached_property
    def opinions(self) -> OpinionsPart:
        return OpinionsPart(self.context, self.request, self.names)

    @cached_property
    def annexes(self) -> Annexes:
        return Annexes(self.context, self.request)

    @cached_property
    def journal(self) -> JournalPart:
        return JournalPart(self.context, self.request, self.names)
