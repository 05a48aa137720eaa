"""The pages for when the site is broken, made while it is whole.

A server calls `prepare` at its start (newsroom/wsgi.py) and keeps the pages as bytes:
when they are needed there may be no database, no disk and no template to read.
"""

import logging

from django.conf import settings
from django.template import loader

logger = logging.getLogger(__name__)

FRAME = (
    '<!DOCTYPE html><html lang="vi"><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<title>{0}</title><h1>{0}</h1><p>{1}</p><p lang="en">{2}</p></html>'
)
# For an installation that cannot even make the pages.
PLAIN = {
    500: FRAME.format(
        "Trang này đang gặp lỗi",
        "Xin vui lòng thử lại sau ít phút.",
        "Something went wrong. Please try again in a few minutes.",
    ),
    503: FRAME.format(
        "Trang tin tạm ngừng ít phút",
        "Xin vui lòng thử lại sau ít phút.",
        "The site is unavailable for a few minutes. Please try again.",
    ),
}

_prepared: dict[int, bytes] = {}


def prepare() -> None:
    """Make and keep every page."""
    _prepared.update({status: _made(status) for status in PLAIN})


def page(status: int) -> bytes:
    """The page for 500 or 503, in both languages; made now if it was not prepared."""
    return _prepared.get(status) or _made(status)


def _made(status: int) -> bytes:
    """From its template, which asks for no database, no request and no translation. It
    does ask for the style sheets' addresses, which a broken installation may not know.
    """
    try:
        text = loader.render_to_string(
            f"{status}.html", {"SITE_NAME": settings.SITE_NAME}
        )
    except Exception:
        logger.exception("The page for status %s cannot be made.", status)
        text = PLAIN[status]
    return text.encode()
