"""The authority's records are in the registry, writable and checked."""

from commune.core.content.authority import authority, colours


def test_records_hold_what_the_authority_was_deployed_with(integration):
    settings = authority()
    assert (settings.name, settings.kind, settings.languages) == ("Commune de Valmont", "municipality", ("fr", "de"))
    assert (settings.primary, settings.secondary) == ("#1b5e20", "#33475b")  # of its own, and by default
    assert settings.logo.startswith(b"<svg")


def test_records_can_be_written(integration):
    settings = authority()
    settings.name = "Commune de Sauvenière-sur-Orneau"
    settings.logo = b"<svg/>"
    assert (authority().name, authority().logo) == ("Commune de Sauvenière-sur-Orneau", b"<svg/>")


def test_a_colour_that_is_none_gives_way_to_the_default(integration):
    authority().primary = "red; } body { display: none"
    authority().accent = "#123456"
    assert (colours()["primary"], colours()["accent"]) == ("#1d4f76", "#123456")
