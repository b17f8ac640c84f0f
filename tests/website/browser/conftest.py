"""Asking the site for pages as a visitor does, in one process and without a socket."""

from io import BytesIO

import pytest
import transaction
from zope.component.hooks import setSite
from zope.i18n import translate


class Answer:
    """What came back: ``status``, ``headers`` by lower-case name, ``text``."""

    def __init__(self, status, headers, body):
        self.status = int(status.split()[0])
        self.headers = {name.lower(): value for name, value in headers}
        self.text = body.decode("utf-8")


def get(path, query="", **environ):
    """One GET through Zope's publisher."""
    import sys

    from ZPublisher.WSGIPublisher import publish_module

    given = []
    whole = {
        "REQUEST_METHOD": "GET",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.url_scheme": "http",
        **environ,
    }
    body = b"".join(publish_module(whole, lambda status, headers: given.append((status, headers))))
    return Answer(*given[0], body)


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
