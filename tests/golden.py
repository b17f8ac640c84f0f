"""Requests and answers of the API as files of the manual: written with COMMUNE_GOLDEN=write, else compared."""

import json
import os
import re
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "docs" / "reference" / "http"
UNSTABLE = (
    (re.compile(r"https?://[^/\s\"]+/plone"), "http://localhost/commune"),
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[0-9.:+]*(?:Z|[+-]\d\d:\d\d)?"), "2026-05-04T10:00:00+00:00"),
    (re.compile(r"\bp-[0-9a-f]{10}\b"), "p-0123456789"),
)
UID = re.compile(r"\b[0-9a-f]{32}\b")


def golden(name, response):
    """Compare an answer and its request with ``docs/reference/http/<name>.{req,resp}``."""
    request = response.request
    asked = f"{request.method} {request.url} HTTP/1.1\nAccept: {request.headers['Accept']}\n"
    if request.body:
        asked += f"Content-Type: application/json\n\n{_pretty(request.body)}\n"
    answered = f"HTTP/1.1 {response.status_code} {response.reason}\n"
    answered += f"Content-Type: {response.headers['Content-Type']}\n\n{_pretty(response.content)}\n"
    for suffix, text in (("req", asked), ("resp", answered)):
        _compare(FOLDER / f"{name}.{suffix}", _stable(text))


def _pretty(body):
    return json.dumps(json.loads(body), indent=2, ensure_ascii=False, sort_keys=True)


def _stable(text):
    for pattern, replacement in UNSTABLE:
        text = pattern.sub(replacement, text)
    seen = {}
    return UID.sub(lambda match: f"{seen.setdefault(match[0], len(seen) + 1):032x}", text)


def _compare(path, text):
    if os.environ.get("COMMUNE_GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.exists(), f"{path.name} is missing: write it with COMMUNE_GOLDEN=write"
    assert text == path.read_text(encoding="utf-8"), f"{path.name} differs: the manual would be wrong"
