"""Where the stylesheets and the script are, with a fingerprint so that they may be kept for ever."""

import zlib
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

STATIC = Path(__file__).parent / "static"


def fingerprint(data: bytes) -> str:
    """A short name of these very bytes."""
    return f"{zlib.crc32(data):08x}"


@cache
def own(name: str) -> str:
    """Path of one of our static files, from the site."""
    return f"++resource++commune.core/{name}?v={fingerprint((STATIC / name).read_bytes())}"


@cache
def bootstrap() -> str:
    """Path of Plone's compiled stylesheet, from the site."""
    return f"++theme++barceloneta/css/barceloneta.min.css?v={version('plonetheme.barceloneta')}"


def keep_for_ever(response: Any) -> None:
    """Let every cache keep an answer whose address carries its fingerprint."""
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable")
