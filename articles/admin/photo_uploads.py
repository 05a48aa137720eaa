"""The way of files into the newsroom, piece by piece; answers are JSON.

`{"error": a sentence}` says no for good, with 422 where the file itself is refused. Out
of step, 409 says how much is here; 404 says that the upload is gone, or never was this
person's; 503 that the machine is busy with another photo. Somebody logged out is told
so with 403, never sent to a page to log in.
"""

import json

from django.db import transaction
from django.http import HttpResponse, JsonResponse, UnreadablePostError
from django.http.request import RawPostDataException
from django.middleware.csrf import get_token
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.cache import never_cache

from articles import uploads
from articles.admin import attachments
from articles.attachments import intake as attachment_intake
from articles.attachments.refusal import AttachmentRefused
from articles.editorial import permissions, photo_library, photo_texts
from articles.forms.photo_places import thumbnail_url
from articles.models import Photo, PhotoPlace, Upload
from articles.photos import intake

PIECE = 256 * 1024  # bytes that the browser is asked to send at a time
LARGEST_PIECE = 1024 * 1024
SMALLEST_PIECE = 64 * 1024  # but for the last: each is an object of its own
LARGEST_JSON = 16 * 1024
BUSY = 2  # seconds after which to ask again
SENT = "photos_sent"  # in the session: keys of photos; forms let them be chosen
MOST_REMEMBERED = 200
WORDLESS = {"caption": "", "alt_text": "", "is_decorative": False, "credit": ""}
ATTACHMENT = "attachment"  # the `kind` of what is no photo


def photo_upload_urls(admin_site) -> list:
    """Below the address of the photo library."""

    def page(route, view, name):
        answer = view.as_view(admin_site=admin_site)
        return path(f"uploads/{route}", answer, name=f"articles_photo_{name}")

    return [
        page("", BeginView, "uploads"),
        page("<slug:token>/", PieceView, "upload"),
        page("<slug:token>/finish/", FinishView, "upload_finish"),
        page("<slug:token>/cancel/", CancelView, "upload_cancel"),
    ]


class BadBody(Exception):
    """What was sent is too long, was cut short, or makes no sense."""


@method_decorator(never_cache, name="dispatch")
class UploadView(View):
    """`self.upload` is the user's own; None where there is none yet."""

    admin_site = None
    upload: Upload | None = None

    def dispatch(self, request, token=None):
        if not self.admin_site.has_permission(request):
            return JsonResponse({"logged_out": True}, status=403)
        if not permissions.can_add_photo(request.user):
            return _error(_("You may not send photos."), 403)
        if token is not None:
            self.upload = uploads.find(request.user, token)
            if self.upload is None:
                return _gone()
        return self.answer(request)

    def answer(self, request) -> HttpResponse:
        """What the method says, or the refusal that it raised."""
        try:
            return super().dispatch(request)
        except uploads.WrongOffset as wrong:
            return JsonResponse({"received": wrong.received}, status=409)
        except uploads.UploadRefused as refusal:
            return _error(str(refusal), 422)
        except Upload.DoesNotExist:
            return _gone()
        except (BadBody, RawPostDataException, UnreadablePostError):
            return _error(_("This was not sent by the form."), 400)

    def body(self, most: int) -> bytes:
        """What was sent; its length is looked at before it is read. Raises BadBody."""
        said = self.request.headers.get("Content-Length", "")
        if not 0 < _number(said) <= most:
            raise BadBody
        data = self.request.body
        if len(data) != int(said):
            raise BadBody
        return data

    def said(self) -> dict:
        """The JSON that was sent. Raises BadBody."""
        try:
            said = json.loads(self.body(LARGEST_JSON))
        except (ValueError, RecursionError) as error:  # no JSON, or too deep
            raise BadBody from error
        if not isinstance(said, dict):
            raise BadBody
        return said


class BeginView(UploadView):
    def get(self, request):
        """The token to post with, which every login changes."""
        return JsonResponse({"csrf_token": get_token(request)})

    def post(self, request):
        said = self.said()
        name, size = said.get("name"), said.get("size")
        if not isinstance(name, str) or type(size) is not int:
            raise BadBody
        if said.get("kind") != ATTACHMENT and size > intake.MAX_BYTES:
            return _error(
                _("The photo is larger than 20 MB. Please send a smaller copy."), 422
            )
        upload = uploads.begin(request.user, name=name, size=size)
        answer = {"token": upload.token, "received": 0, "piece": PIECE}
        return JsonResponse(answer, status=201)


class PieceView(UploadView):
    def get(self, request):
        return JsonResponse({"received": self.upload.received})

    def post(self, request):
        offset = _number(request.headers.get("Upload-Offset", ""))
        if offset < 0:
            raise BadBody
        data = self.body(LARGEST_PIECE)
        is_last = offset + len(data) >= self.upload.size
        if len(data) < SMALLEST_PIECE and not is_last:
            raise BadBody
        upload = uploads.append(self.upload, offset, data)
        return JsonResponse({"received": upload.received})


class FinishView(UploadView):
    """Takes the file in. Asked again, it answers the same: the same file is kept once."""

    def post(self, request):
        said = self.said()
        take_in = self.attachment if said.get("kind") == ATTACHMENT else self.photo
        try:
            with uploads.content(self.upload) as file:
                return JsonResponse(take_in(file, said), status=201)
        except FileNotFoundError:
            uploads.discard(self.upload)
            return _gone()
        except intake.Busy:
            headers = {"Retry-After": str(BUSY)}
            return JsonResponse({"busy": True}, status=503, headers=headers)
        except (intake.PhotoRefused, AttachmentRefused) as refusal:
            uploads.discard(self.upload)
            return _error(str(refusal), 422)

    def photo(self, file, said: dict) -> dict:
        """Decoded while no transaction waits: on SQLite every other writer would, too."""
        keep_date = said.get("keep_date") is True
        name, user = self.upload.name, self.request.user
        received = intake.receive(file, name=name, keep_date=keep_date, wait=False)
        with transaction.atomic():
            photo = intake.keep(received, actor=user)
            words = {name: _line(said, name) for name in ("caption", "credit")}
            photo_texts.settle(PhotoPlace(photo=photo, **words), actor=user)
        remember(self.request, photo)
        facts = _facts(photo)
        if not permissions.visible_photos(user).filter(pk=photo.pk).exists():
            facts |= WORDLESS | {"name": name}  # a colleague's, not shown yet
        return {"photo": facts | {"alike": _alike(photo, user)}}

    def attachment(self, file, said: dict) -> dict:
        name, user = self.upload.name, self.request.user
        received = attachment_intake.receive(file, name=name)
        kept = attachment_intake.keep(received, actor=user)
        attachments.remember(self.request, kept, name=received.name)
        return {
            "attachment": {
                "id": kept.pk,
                "name": received.name,
                "kind": kept.kind,
                "kind_label": kept.get_kind_display(),
                "size": kept.size,
            }
        }


class CancelView(UploadView):
    """Given up, or taken in and answered: either way the pieces may go."""

    def post(self, request):
        uploads.discard(self.upload)
        return HttpResponse(status=204)


def remember(request, photo: Photo) -> None:
    """Note that this session sent the photo; the same one may be somebody else's row."""
    sent = [key for key in request.session.get(SENT, []) if key != photo.pk]
    request.session[SENT] = [*sent, photo.pk][-MOST_REMEMBERED:]


def _facts(photo: Photo) -> dict:
    """What the page shows of a photo as soon as it is here."""
    return {
        "id": photo.pk,
        "thumbnail": thumbnail_url(photo),
        "width": photo.width,
        "height": photo.height,
        "name": photo.name,
        "caption": photo.caption,
        "alt_text": photo.alt_text,
        "is_decorative": photo.is_decorative,
        "credit": photo.credit_line,
    }


def _alike(photo: Photo, user) -> list[dict]:
    """Photos of the library that look the same, among those that the user may see."""
    return [
        {
            "id": other.pk,
            "thumbnail": thumbnail_url(other),
            "name": str(other),
            "url": reverse("admin:articles_photo_change", args=[other.pk]),
        }
        for other in photo_library.alike(photo, user=user)
    ]


def _error(sentence: str, status: int) -> JsonResponse:
    return JsonResponse({"error": sentence}, status=status)


def _gone() -> JsonResponse:
    return _error(
        _("This file is not being sent any more. Please choose it again."), 404
    )


def _line(said: dict, name: str) -> str:
    """Words for the library, as long as it has room for them."""
    text = said.get(name)
    field = Photo._meta.get_field(name)
    return field.to_python(text)[: field.max_length] if isinstance(text, str) else ""


def _number(text: str) -> int:
    """The number in a header; -1 for anything else."""
    return int(text) if text.isdecimal() and len(text) < 12 else -1
