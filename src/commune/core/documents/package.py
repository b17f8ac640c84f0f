"""Packing a template's text with the house's styles into an OpenDocument text."""

import io
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
MIME = "application/vnd.oasis.opendocument.text"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("draw", "drawing"),
        ("svg", "svg-compatible"), ("fo", "xsl-fo-compatible"), ("meta", "meta"),
    )
) + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
EXTENSIONS = {"image/svg+xml": "svg", "image/png": "png"}
LOGO = (
    '<draw:frame text:anchor-type="as-char" svg:width="{width:.2f}cm" svg:height="1.8cm" draw:name="logo">'
    '<draw:image xlink:href="{path}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
    "</draw:frame>"
)

AUTOMATIC = (
    '<style:style style:name="Table" style:family="table"><style:table-properties style:width="16.5cm" '
    'table:align="margins" fo:margin-top="0.2cm" fo:margin-bottom="0.4cm"/></style:style>'
    '<style:style style:name="Cell" style:family="table-cell">'
    '<style:table-cell-properties fo:border="0.5pt solid #808080" fo:padding="0.12cm"/></style:style>'
    '<style:style style:name="Plain_cell" style:family="table-cell">'
    '<style:table-cell-properties fo:border="none" fo:padding="0.12cm"/></style:style>'
    '<style:style style:name="Part" style:family="section"><style:section-properties/></style:style>'
)


def content(body: str) -> str:
    """The whole ``content.xml`` around an ``office:text`` element's inside."""
    return (
        f'{HEAD}<office:document-content {NAMESPACES} office:version="1.3"><office:automatic-styles>'
        f"{AUTOMATIC}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def pack(body: str, logo: bytes = b"", logo_type: str = "image/png", width: float = 1.8) -> bytes:
    """The .odt file with that text, the house's styles and the authority's logo (``width`` in cm) in its head."""
    path = f"Pictures/logo.{EXTENSIONS[logo_type]}" if logo else ""
    styles = (HERE / "styles.xml").read_text(encoding="utf-8")
    frame = LOGO.format(path=path, width=width) if logo else ""
    parts = {"content.xml": content(body), "styles.xml": styles.replace("<!-- logo -->", frame), "meta.xml": _meta()}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(zipfile.ZipInfo("mimetype"), MIME)
        for name, text in parts.items():
            package.writestr(name, text)
        if logo:
            package.writestr(path, logo)
        package.writestr("META-INF/manifest.xml", _manifest([*parts, *([path] if logo else [])], logo_type))
    return made.getvalue()


def _meta() -> str:
    meta = "<office:meta></office:meta>"
    return f'{HEAD}<office:document-meta {NAMESPACES} office:version="1.3">{meta}</office:document-meta>'


def _manifest(names: list[str], logo_type: str) -> str:
    lines = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" '
        f'manifest:media-type="{"text/xml" if name.endswith(".xml") else logo_type}"/>'
        for name in names
    )
    return (
        f'{HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
        f'manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="{MIME}"/>'
        f"{lines}</manifest:manifest>"
    )
