"""Confidentiality."""

import pytest

from commune.core.rules import confidentiality as cf
from commune.core.rules.confidentiality import Level, Reader


@pytest.mark.requirement("core:DOC-6")
@pytest.mark.parametrize(
    ("reader", "known"),
    [
        (Reader("anne"), False),
        (Reader("anne", unit_functions={"observer"}), False),
        (Reader("anne", groups={"env_editor"}), False),
        (Reader("anne", unit_functions={"editor"}), True),
        (Reader("anne", unit_functions={"validator_3"}), True),
        (Reader("anne", groups={"dpo"}), True),
        (Reader("carla"), True),
    ],
)
def test_who_may_know_of_a_confidential_document(reader, known):
    assert cf.may_know(True, "carla", {"dpo"}, reader) is known
    assert cf.may_know(False, "carla", (), reader)


def test_levels():
    assert [r.code for r in cf.change_refusals(Level.SERVICE, Level.PUBLIC, inside=True)] == ["confidentiality.lowered"]
    assert cf.change_refusals(Level.SERVICE, Level.PUBLIC, inside=False) == ()
    assert cf.change_refusals(Level.SERVICE, Level.SECRET, inside=True) == ()
    assert cf.reading_is_logged(Level.RESTRICTED) and not cf.reading_is_logged(Level.SERVICE)


@pytest.mark.requirement("core:NTF-4")
def test_a_mail_names_the_reference_only():
    assert cf.shown_title("Dossier médical", "E-2026-00042", Level.RESTRICTED) == "E-2026-00042"
    assert cf.shown_title("Travaux", "E-2026-00042", Level.SERVICE) == "Travaux"
