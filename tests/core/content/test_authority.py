"""The authority's records are in the registry, writable and checked."""

from commune.core.content.authority import authority, colours


def test_records_are_there_with_defaults(integration):
    settings = authority()
    assert (settings.name, settings.kind, settings.languages, settings.primary) == (
        "",
        "municipality",
        ("fr",),
        "#1d4f76",
    )


def test_records_can_be_written(integration):
    settings = authority()
    settings.name = "Commune de Sauvenière-sur-Orneau"
    settings.logo = b"<svg/>"
    assert (authority().name, authority().logo) == ("Commune de Sauvenière-sur-Orneau", b"<svg/>")


def test_a_colour_that_is_none_gives_way_to_the_default(integration):
    authority().primary = "red; } body { display: none"
    authority().accent = "#123456"
    assert (colours()["primary"], colours()["accent"]) == ("#1d4f76", "#123456")
