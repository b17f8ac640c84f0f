"""What the dossier that came of a request told about itself, as it told it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from commune.core.content.records import Records


@dataclass(frozen=True)
class Told:
    """One piece of news of a linked dossier."""

    at: datetime
    case: str
    stage: str
    final: bool = False
    outcome: str = ""


def told(request: Any) -> tuple[Told, ...]:
    """The news, oldest first."""
    return tuple(Records(request, "eguichet.told"))


def keep_told(request: Any, news: Told) -> int:
    """Keep a piece of news; returns its number, which grows."""
    return Records(request, "eguichet.told").add(news)
