"""The files of a bulletin for staff, and files that arrive with its form."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.http import Http404
from django.utils.translation import gettext as _

from articles.admin.pages import ArticlePage
from articles.attachments import intake
from articles.attachments.refusal import AttachmentRefused
from articles.serving.attachments import serve

PREFIX, SUFFIX = "attachment_places-", "-file"
MOST = 10  # files in one request
MOST_REMEMBERED = 50
SESSION_KEY = "attachments_sent"


class AttachmentPage(ArticlePage):
    """A file of the working copy, for those who may see the article."""

    def get(self, request, number, **kwargs):
        places = self.article.attachment_places.select_related("attachment")
        place = places.filter(number=number).first()
        if place is None:
            raise Http404
        kept = place.attachment
        row = {
            "digest": kept.digest,
            "name": place.file_name,
            "kind": kept.kind,
            "content_type": kept.content_type,
            "size": kept.size,
        }
        return serve(request, row, headers={})


@contextmanager
def received(request) -> Iterator[None]:
    """Give every file of the form `received` or, as an AttachmentRefused, `refusal`.

    Checking and storing take seconds, so they come before the form's transaction. What
    no row names once the form has been answered is left to housekeeping: somebody else
    may be about to keep the same file.
    """
    files = [
        file
        for name, file in request.FILES.items()
        if name.startswith(PREFIX) and name.endswith(SUFFIX)
    ]
    for number, file in enumerate(files, start=1):
        _receive(file, number)
    yield


def _receive(file, number: int) -> None:
    file.received = file.refusal = None
    try:
        if number > MOST:
            raise AttachmentRefused(_("At most 10 files can be sent at a time."))
        file.received = intake.receive(file, name=file.name)
    except AttachmentRefused as refusal:
        file.refusal = refusal


def remember(request, attachment, *, name: str) -> None:
    """Note that this session sent the file, and under which name.

    The same one may be somebody else's row, under another name.
    """
    sent = sent_in(request)
    sent.pop(attachment.pk, None)
    sent[attachment.pk] = name
    request.session[SESSION_KEY] = list(sent.items())[-MOST_REMEMBERED:]


def sent_in(request) -> dict[int, str]:
    """Names of what `remember` noted, by the key of the attachment; the latest last."""
    return dict(request.session.get(SESSION_KEY, []))
