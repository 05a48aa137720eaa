"""Where readers get the files of published bulletins."""

from pathlib import PurePath

from django.urls import reverse

from articles.text import vietnamese


def address(article_id: int, row: dict) -> str:
    """`row` is one of an edition's attachments."""
    arguments = [article_id, row["number"], plain_name(row["name"])]
    return reverse("articles:attachment", args=arguments)


def plain_name(name: str) -> str:
    """ASCII for the address: it is printed and read out; the file keeps its own name."""
    path = PurePath(name)
    return f"{vietnamese.slugify(path.stem) or 'tep'}{path.suffix.lower()}"
