"""The site of Valmont with its procedure, and people who use it over HTTP."""

import re

import pytest
import requests
import transaction
from plone.app.testing import logout

from tests.eguichet.filling import PASSWORD, answers, page_answers


@pytest.fixture()
def portal(integration):
    logout()
    return integration["portal"]


class Person:
    """Somebody with a browser that runs no script; ``name`` empty: not signed in."""

    def __init__(self, url, name=""):
        self.url = url
        self.session = requests.Session()
        self.session.auth = (name, PASSWORD) if name else None

    def get(self, path, **options):
        return self.session.get(path if path.startswith("http") else f"{self.url}/{path}", **options)

    def post(self, path, page=None, files=None, **data):
        """Post with the hidden fields that ``page`` (an answer) holds."""
        hidden = {name: value for name, value in inputs(page.text) if name} if page is not None else {}
        address = path if path.startswith("http") else f"{self.url}/{path}"
        return self.session.post(address, data={**hidden, **data}, files=files)

    def begin(self):
        """Begin the form; gives the answer with its first page."""
        sheet = self.get("demarches/permis-d-urbanisme")
        return self.post("demarches/permis-d-urbanisme/@@form-begin", sheet)

    def fill(self, plan=None, **changed):
        """Fill the three pages as far as the review; gives the answer with it."""
        from tests.eguichet.filling import PDF

        page = self.begin()
        for name in ("applicant", "works"):
            page = self.post(page.url, page, go="next", **page_answers(name, answers(**changed)))
        files = {"plans.new": ("plan.pdf", plan or PDF, "application/pdf")}
        return self.post(page.url, page, files=files, go="next")

    def send(self, **changed):
        """Fill and send the form; gives the answer that confirms it."""
        page = self.fill(**changed)
        return self.post(page.url, page, statement="yes")


def inputs(html):
    """Names and values of the hidden inputs of the last form with a version, key or authenticator."""
    found = re.findall(r"<input[^>]*type=\"hidden\"[^>]*>", html)
    for tag in found:
        name, value = (re.search(rf'{attr}="([^"]*)"', tag) for attr in ("name", "value"))
        yield (name[1] if name else ""), (value[1] if value else "")


@pytest.fixture()
def person(server):
    """``person("citizen")``: that account at the running site of Valmont."""
    transaction.commit()
    url = f"http://{server['host']}:{server['port']}/{server['portal'].getId()}"
    return lambda name="": Person(url, name)
