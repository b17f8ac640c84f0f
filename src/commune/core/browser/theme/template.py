"""The page around every page."""

from Products.CMFPlone.browser.main_template import MainTemplate as PloneTemplate
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class MainTemplate(PloneTemplate):
    """Plone's slots and names, our own markup; windows opened by Plone's own scripts keep Plone's."""

    main_template = ViewPageTemplateFile("main.pt")
