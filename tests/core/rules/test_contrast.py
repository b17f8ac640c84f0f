"""Contrast."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules import contrast as ct

COLOURS = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06x}")


@pytest.mark.requirement("website:W-11")
def test_ratios_are_compared_unrounded():
    assert ct.ratio("#000000", "#ffffff") == pytest.approx(21)
    assert 4.47 < ct.ratio("#777777", "#ffffff") < 4.5
    refusal = ct.contrast_refusals("#777777", "#ffffff", place="theme.primary")[0]
    assert (refusal.code, refusal.place, refusal.data["least"]) == ("contrast.low", "theme.primary", 4.5)
    assert refusal.data["proposal"] == "#767676"
    assert ct.contrast_refusals("#777777", "#ffffff", ct.Use.GRAPHICS) == ()
    assert ct.contrast_refusals("#767676", "#ffffff") == ()


def test_colours_read():
    assert ct.parse_colour(" #ABC ").value == "#aabbcc"
    assert ct.parse_colour("#00407A").value == "#00407a"
    assert [r.code for r in ct.parse_colour("bleu").refusals] == ["colour.form"]
    assert [r.code for r in ct.parse_colour("").refusals] == ["required"]


@pytest.mark.requirement("website:W-11")
@given(COLOURS, COLOURS)
def test_a_proposed_shade_always_passes(one, other):
    shade = ct.nearest_shade(one, other)
    assert ct.ratio(shade, other) >= 4.5
    assert ct.ratio(one, other) == ct.ratio(other, one)
    if ct.ratio(one, other) >= 4.5:
        assert shade == one
