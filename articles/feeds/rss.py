"""RSS 2.0, with the full text (content), every author (dc) and its own address (atom)."""

from datetime import datetime

from django.http import HttpRequest
from django.utils import timezone
from django.utils.feedgenerator import Enclosure, Rss201rev2Feed

from articles.feeds import full_text
from articles.feeds.channels import Channel
from articles.models import Attachment, Edition

CONTENT_TYPE = "application/rss+xml; charset=utf-8"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"


class BulletinFeed(Rss201rev2Feed):
    """Django's RSS with what it leaves out: full text, more than one author, and a build
    date that is the last change, not the moment of asking.
    """

    def rss_attributes(self):
        namespaces = {"xmlns:content": CONTENT, "xmlns:dc": DUBLIN_CORE}
        return super().rss_attributes() | namespaces

    def latest_post_date(self):
        changed_at = self.feed["changed_at"] or super().latest_post_date()
        return timezone.localtime(changed_at)

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for name in item["creators"]:
            handler.addQuickElement("dc:creator", name)
        handler.addQuickElement("content:encoded", item["content"])


def write(
    request: HttpRequest,
    channel: Channel,
    editions: list[Edition],
    changed_at: datetime | None,
) -> str:
    """The channel with the editions, newest first; addresses are of the request's host."""
    site = request.build_absolute_uri("/")
    feed = BulletinFeed(
        title=channel.title,
        link=request.build_absolute_uri(channel.page),
        description=channel.description,
        language="vi",
        feed_url=request.build_absolute_uri(request.path),
        changed_at=changed_at,
    )
    for edition in editions:
        feed.add_item(**_item(request, edition, site))
    return feed.writeString("utf-8")


def _item(request: HttpRequest, edition: Edition, site: str) -> dict:
    return {
        "title": edition.title,
        "link": request.build_absolute_uri(edition.get_absolute_url()),
        "description": full_text.summary(edition),
        "content": full_text.full_text(edition, site),
        "creators": [person["name"] for person in edition.bylines],
        # The same for every edition: a corrected title is not a new bulletin.
        "unique_id": f"bulletin-{edition.article_id}",
        "unique_id_is_permalink": False,
        # In the readers' zone: a bare date is midnight there, and another day elsewhere.
        "pubdate": timezone.localtime(edition.dateline_at),
        "categories": filter(None, [edition.category_name]),
        "enclosures": _recordings(edition, site)[:1],  # one is all that RSS knows
    }


def _recordings(edition: Edition, site: str) -> list[Enclosure]:
    return [
        Enclosure(address, str(row["size"]), row["content_type"])
        for row, address in full_text.files(edition, site)
        if row["kind"] != Attachment.Kind.DOCUMENT
    ]
