"""Cells come from the catalog's metadata, absent ones as nothing."""

from datetime import date
from types import SimpleNamespace

import pytest
from DateTime import DateTime
from Missing import MV

from commune.core.content.dashboard import Column
from commune.core.workflow.dashboards.cells import plain


@pytest.mark.parametrize(
    ("metadata", "shown"),
    [
        (date(2026, 5, 4), "2026-05-04"),
        (DateTime("2026/05/04 10:00:00 UTC"), "2026-05-04T10:00:00+00:00"),
        (DateTime("1969/12/31 00:00:00 UTC"), None),
        (DateTime("2499/12/31 00:00:00 UTC"), None),
        (MV, None),
        ("", None),
        (("b", "a"), ["b", "a"]),
        ({"b", "a"}, ["a", "b"]),
        (False, False),
    ],
)
def test_metadata_as_json(metadata, shown):
    assert plain(Column("due", "Due"), SimpleNamespace(due=metadata)) == shown
