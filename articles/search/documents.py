"""What of an edition can be found."""

from articles.models import Edition
from articles.text import html, vietnamese


def search_text(edition: Edition) -> str:
    """Title, lead, body, captions, names: folded, so that marks and case don't matter."""
    parts = [
        edition.title,
        edition.lead,
        html.plain_text(edition.body),
        *(photo["caption"] for photo in edition.photos),
        *(byline["name"] for byline in edition.bylines),
        edition.unit_name,
        edition.category_name,
    ]
    return vietnamese.fold("\n".join(part for part in parts if part))
