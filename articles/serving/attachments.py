"""An attachment as an answer.

Documents are always downloaded: what runs inside one never runs as a page of this
site. Sound and video go to the browser's own player.
"""

from functools import partial

from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse

from articles.attachments import intake
from articles.models import Attachment
from articles.serving import ranges

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
