"""Small PDF files for tests that need one and no LibreOffice."""

import io

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.writer import PageObject, PdfFileWriter


def small_pdf(words="Extract"):
    """A PDF of one page with some bytes of its own."""
    writer = PdfFileWriter()
    text = generic.StreamObject(stream_data=f"BT ({words}) Tj ET".encode())
    writer.insert_page(PageObject(contents=writer.add_object(text), media_box=(0, 0, 595, 842)))
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()
