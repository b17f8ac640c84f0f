"""Suggestions while one types: at most eight titles, as JSON."""

import json

from commune.website.browser.parts.wording import KIND
from commune.website.browser.reading import Reading
from commune.website.workflow.searching import suggest
from commune.website.workflow.services import services


class Suggest(Reading):
    """``?q=``; an empty list before two letters."""

    def __call__(self) -> str:
        self.request.response.setHeader("Content-Type", "application/json; charset=utf-8")
        rows = suggest(str(self.request.form.get("q") or "")[:100], self.language)
        addresses = {one.uid: one.url for one in services(self.language)} if rows else {}
        found = [
            {"title": row.Title, "url": addresses.get(row.UID) or row.getURL(), "kind": self.say(KIND[row.site_kind])}
            for row in rows
        ]
        return json.dumps(found, ensure_ascii=False)
