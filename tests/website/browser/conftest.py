"""Asking the site for pages as a visitor does, in one process and without a socket."""

import pytest
import transaction
from zope.component.hooks import setSite
from zope.i18n import translate

from tests.publishing import publish


class Answer:
    """What came back: ``status``, ``headers`` by lower-case name, ``text``."""

    def __init__(self, status, headers, body):
        self.status = int(status.split()[0])
        self.headers = {name.lower(): value for name, value in headers}
        self.text = body.decode("utf-8")


def get(path, query="", **environ):
    """One GET through Zope's publisher."""
    return Answer(*publish(path, query, **environ))


@pytest.fixture()
def said():
    """``said(words, **data)``: an English message of the module as the French pages write it."""

    def say(words, **data):
        return translate(words, "commune.website", data, target_language="fr", default=words)

    return say


@pytest.fixture()
def site(functional):
    return functional["portal"]


@pytest.fixture()
def ask(site):
    """``ask(path, query="")``: what an anonymous visitor gets at that path; pending work is committed first."""

    def asked(path="", query="", **environ):
        transaction.commit()
        answer = get(f"/{site.getId()}/{path}".rstrip("/"), query, **environ)
        setSite(site)
        return answer

    return asked
