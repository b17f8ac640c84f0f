"""What an editor may save, and what he is told to mend."""

import pytest
from plone.app.contenttypes.behaviors.richtext import IRichTextBehavior
from plone.app.testing import login
from plone.app.textfield.value import RichTextValue
from Products.statusmessages.interfaces import IStatusMessage
from z3c.form.interfaces import IValidator
from zope.component import getMultiAdapter
from zope.event import notify
from zope.interface import Invalid, alsoProvides
from zope.lifecycleevent import ObjectModifiedEvent

from commune.website.interfaces import IWebsiteLayer


@pytest.fixture()
def page(integration):
    alsoProvides(integration["request"], IWebsiteLayer)
    login(integration["portal"], "editor")
    return integration["portal"]["vivre"]["dechets"]


def save(page, html):
    request = page.REQUEST
    field = IRichTextBehavior["text"]
    validator = getMultiAdapter((page, request, None, field, None), IValidator)
    validator.validate(RichTextValue(html, "text/html", "text/x-html-safe"))


@pytest.mark.requirement("website:W-9.2")
@pytest.mark.parametrize(
    "html", ['<p><img src="a.png"></p>', '<p><img src="a.png" alt=" "></p>'], ids=["no-alternative", "blank"]
)
def test_an_image_without_words_is_not_saved(page, html):
    with pytest.raises(Invalid):
        save(page, html)


@pytest.mark.parametrize(
    "html",
    ['<img src="a.png" alt="La place">', '<img src="a.png" alt="" role="presentation">', '<p><a href="x">ici</a></p>'],
    ids=["described", "decorative", "only-a-warning"],
)
def test_the_rest_is_saved(page, html):
    save(page, html)


@pytest.mark.requirement("website:W-9.2")
def test_the_editor_is_told_what_to_mend(page):
    page.REQUEST["REQUEST_METHOD"] = page.REQUEST.method = "POST"
    page.text = RichTextValue('<h4>Trop bas</h4><p><a href="x">cliquez ici</a></p>', "text/html", "text/x-html-safe")
    notify(ObjectModifiedEvent(page))
    assert [message.type for message in IStatusMessage(page.REQUEST).show()] == ["warning", "warning"]
