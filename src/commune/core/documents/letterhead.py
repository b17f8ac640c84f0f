"""What the head of a document says of the authority."""

from commune.core.content.authority import authority

FACTS = ("name", "kind", "bce", "address", "phone", "email")


def letterhead() -> dict[str, str]:
    """Name, kind, enterprise number, address, phone and e-mail of the authority; ``""`` for what is not known."""
    settings = authority()
    return {name: getattr(settings, name, "") or "" for name in FACTS}


def logo() -> tuple[bytes, str]:
    """The logo's file and its type; an empty file when there is none."""
    settings = authority()
    return getattr(settings, "logo", b"") or b"", getattr(settings, "logo_type", "") or "image/png"
