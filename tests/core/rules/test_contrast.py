"""Pairs of colours that can be read, and pairs that miss by a hair."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commune.core.rules.contrast import (
    GRAPHICS,
    TEXT,
    contrast_refusals,
    enough,
    is_colour,
    luminance,
    nearest_shade,
    parse_colour,
    ratio,
)

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.requirement("website:AC-37")
@pytest.mark.parametrize(
    ("front", "behind", "minimum", "figure", "allowed"),
    [
        ("#777777", "#FFFFFF", TEXT, 4.478, False),
        ("#767676", "#FFFFFF", TEXT, 4.542, True),
        ("#FFFFFF", "#FFD100", TEXT, 1.461, False),
        ("#000000", "#FFD100", TEXT, 14.372, True),
        ("#959595", "#FFFFFF", GRAPHICS, 2.995, False),
        ("#949494", "#FFFFFF", GRAPHICS, 3.033, True),
        ("#E30613", "#FFFFFF", TEXT, 4.882, True),
    ],
)
def test_pairs_of_the_contrast_gate(front, behind, minimum, figure, allowed):
    assert ratio(front, behind) == pytest.approx(figure, abs=0.0006)
    assert enough(front, behind, minimum) is allowed


def test_black_on_white_is_the_strongest_pair():
    assert (luminance("#000000"), luminance("#ffffff")) == (0.0, pytest.approx(1.0))
    assert ratio("#000000", "#ffffff") == pytest.approx(21.0)


@given(COLOURS, COLOURS)
def test_the_order_never_counts_and_a_colour_on_itself_is_one(one, other):
    assert ratio(one, other) == ratio(other, one)
    assert ratio(one, one) == 1.0


@pytest.mark.parametrize("wrong", ["#fff", "ffffff", "#gggggg", "#ffffff0", "", None])
def test_only_six_hexadecimal_digits_are_a_colour(wrong):
    assert not is_colour(wrong)


def test_a_wrong_colour_is_a_programs_error():
    with pytest.raises(ValueError, match="not a colour"):
        luminance("red")


@pytest.mark.requirement("website:W-11")
def test_a_refused_pair_comes_with_the_nearest_shade_that_passes():
    refusal = contrast_refusals("#777777", "#ffffff", place="theme.primary")[0]
    assert (refusal.code, refusal.place, refusal.data["least"]) == ("contrast.low", "theme.primary", 4.5)
    assert refusal.data["proposal"] == "#767676"
    assert contrast_refusals("#777777", "#ffffff", GRAPHICS) == ()
    assert contrast_refusals("#767676", "#ffffff") == ()


@pytest.mark.requirement("website:W-11")
@settings(max_examples=25)
@given(COLOURS, COLOURS)
def test_a_proposed_shade_always_passes(one, other):
    shade = nearest_shade(one, other)
    assert enough(shade, other)
    assert shade == one or not enough(one, other)


def test_colours_are_read_from_short_and_long_forms():
    assert parse_colour(" #ABC ").value == "#aabbcc"
    assert parse_colour("#00407A").value == "#00407a"
    assert [r.code for r in parse_colour("bleu").refusals] == ["colour.form"]
    assert [r.code for r in parse_colour("").refusals] == ["required"]
