"""The files that go with published bulletins, and with drafts shown by a signed link."""

from django.http import Http404, HttpResponsePermanentRedirect
from django.views.decorators.http import require_safe

from articles.attachments.addresses import address, plain_name
from articles.editorial import preview_links
from articles.models import Edition
from articles.serving.attachments import serve
from articles.views import bulletins, previews

# Short: a withdrawn bulletin takes its files with it.
SHORTLY = {"Cache-Control": "public, max-age=300"}


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


def _row(edition: Edition, number: str | int) -> dict:
    for row in edition.attachments:
        if row["number"] == int(number):
            return row
    raise Http404
