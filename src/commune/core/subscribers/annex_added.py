"""A file arrived: its text is read, so that it is found."""

from typing import Any

from commune.core.workflow.file_text import take_text


def read_text(annex: Any, event: Any) -> None:
    """At once when it is small, else by a job."""
    take_text(annex)
