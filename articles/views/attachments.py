"""The files that go with published bulletins, and with drafts shown by a signed link.

Documents are always downloaded: what runs inside one never runs as a page of this
site. Sound and video go to the browser's own player.
"""

from functools import partial

from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.views.decorators.http import require_safe

from articles.attachments import intake
from articles.attachments.addresses import address, plain_name
from articles.editorial import preview_links
from articles.models import Attachment, Edition
from articles.views import bulletins, previews, ranges

# Short: a withdrawn bulletin takes its files with it.
SHORTLY = {"Cache-Control": "public, max-age=300"}
POLICY = "Content-Security-Policy"
HARMLESS = {
    "X-Content-Type-Options": "nosniff",
    POLICY: "default-src 'none'; sandbox",
}
# Opened by its own address, a recording stands in a page that the browser makes, which
# has to load it from here. Without scripts the site's own origin is worth nothing to it.
PLAYABLE = HARMLESS | {
    POLICY: "default-src 'none'; media-src 'self'; sandbox allow-same-origin"
}


@require_safe
def attachment(request, article_id, number, name):
    """The file of the live edition; a withdrawn bulletin says why it is gone.

    Any other name leads to the file's own: nobody can write words of theirs into an
    address of this site and pass it on as if they were its own.
    """
    live = Edition.objects.live().filter(article_id=article_id)
    edition = live.only("attachments").first()
    if edition is None:
        return bulletins.withdrawn(request, article_id)
    row = _row(edition, number)
    if name != plain_name(row["name"]):
        # As short as the file's own: the name could be the right one again.
        return HttpResponsePermanentRedirect(address(article_id, row), headers=SHORTLY)
    return serve(request, row, headers=SHORTLY)


@require_safe
def preview_attachment(request, token, number):
    """The file of a draft for whoever holds the link; listening is not another reading."""
    edition = preview_links.open_by(token, counts=False)
    if edition is None:
        raise Http404
    return serve(request, _row(edition, number), headers=previews.UNKEPT)


def serve(request, row: dict, *, headers: dict[str, str]) -> HttpResponse:
    """The file that a row of `Edition.attachments` names, for download or the player."""
    is_document = row["kind"] == Attachment.Kind.DOCUMENT
    try:
        return ranges.respond(
            request,
            partial(default_storage.open, intake.path(row["digest"])),
            size=row["size"],
            tag=row["digest"],
            headers=(HARMLESS if is_document else PLAYABLE) | headers,
            content_type=row["content_type"],
            as_attachment=is_document,
            filename=row["name"],
        )
    except FileNotFoundError as error:
        raise Http404 from error


def _row(edition: Edition, number: str | int) -> dict:
    for row in edition.attachments:
        if row["number"] == int(number):
            return row
    raise Http404
