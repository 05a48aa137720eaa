"""The pages about one photo, and the one that takes new ones in without a script."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View

from articles.admin.photo_cards import cards
from articles.admin.photo_facts import description, differences, facts, previews
from articles.editorial import (
    permissions,
    photo_describing,
    photo_library,
    photo_replacing,
)
from articles.editorial.refusal import Refused
from articles.forms.library import PhotoFilesForm, PhotoForm, ReplacementForm
from articles.photos import intake

MOST_FILES = 20  # in one request


class LibraryPage(View):
    """A page of the library."""

    model_admin = None
    name: str  # of the address, after "articles_photo_"

    def page(self, template: str, *, title, media=None, **context) -> TemplateResponse:
        """Show the template with what the admin's frame needs."""
        own_media = self.model_admin.media
        context = {
            **self.model_admin.admin_site.each_context(self.request),
            "opts": self.model_admin.opts,
            "title": title,
            "media": own_media + media if media else own_media,
            **context,
        }
        return TemplateResponse(
            self.request, f"admin/articles/photo/{template}", context
        )

    def go(self, level: int, message: str, name: str, *arguments):
        """On to another page of the library, with a sentence."""
        messages.add_message(self.request, level, message)
        address = reverse(f"admin:articles_photo_{name}", args=arguments)
        return HttpResponseRedirect(address)


class PhotoPage(LibraryPage):
    """`self.photo` is one that the user may see; for anybody else it isn't there."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        visible = permissions.visible_photos(request.user)
        visible = visible.select_related("author", "uploaded_by", "replaced_by")
        self.photo = get_object_or_404(visible, pk=kwargs["photo_id"])

    def page(self, template, **context):
        user, photo = self.request.user, self.photo
        rights = {
            "may_describe": permissions.can_describe_photo(user, photo),
            "may_replace": permissions.can_replace_photo(user, photo)
            and photo.replaced_by_id is None,
            "may_delete": permissions.can_delete_photo(user, photo),
        }
        return super().page(template, photo=photo, **rights, **context)


class DescribePage(PhotoPage):
    """The picture, what is said of it, where it stands."""

    name = "change"

    def get(self, request, **kwargs):
        return self._show(PhotoForm(instance=self.photo))

    def post(self, request, **kwargs):
        form = PhotoForm(request.POST, instance=self._fresh())
        if not form.is_valid():
            return self._show(form)
        try:
            photo_describing.describe(
                form.instance,
                tags=form.cleaned_data["tags"],
                actor=request.user,
                seen=form.cleaned_data["seen"] or None,
            )
        except photo_describing.Overtaken as overtaken:
            return self._show_both(form, overtaken)
        return self.go(
            messages.SUCCESS, _("The photo was saved."), "change", self.photo.pk
        )

    def _fresh(self):
        """What the form writes into; the page goes on showing what stands."""
        return permissions.visible_photos(self.request.user).get(pk=self.photo.pk)

    def _show_both(self, form, overtaken):
        """What was typed in the form, what stands by now beside it; nothing is lost."""
        standing = overtaken.standing
        data = self.request.POST.copy()
        data["seen"] = photo_describing.digest(standing)
        again = PhotoForm(data, instance=self._fresh())
        again.is_valid()
        again.add_error(None, str(overtaken))
        return self._show(again, theirs=differences(form, standing))

    def _show(self, form, **context):
        user, photo = self.request.user, self.photo
        return self.page(
            "photo.html",
            title=str(photo),
            media=form.media,
            form=form,
            description=description(photo),
            facts=facts(photo),
            previews=previews(photo),
            alike=cards(photo_library.alike(photo, user=user)),
            uses=photo_library.uses(photo, user=user),
            still_shown=photo_library.still_shown(photo, user=user)
            if photo.replaced_by_id
            else [],
            known_tags=photo_library.tags_in_sight(user),
            **context,
        )


class ReplacePage(PhotoPage):
    """Another file in the photo's place; afterwards, what has to be published again."""

    name = "replace"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        if not permissions.can_replace_photo(request.user, self.photo):
            raise PermissionDenied

    def get(self, request, **kwargs):
        return self._show(ReplacementForm())

    def post(self, request, **kwargs):
        form = ReplacementForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._show(form)
        file = form.cleaned_data["photo"]
        try:
            # The long work comes first: no transaction is open yet.
            received = intake.receive(file, name=file.name)
            photo_replacing.replace(self.photo, received, actor=request.user)
        except (intake.PhotoRefused, Refused) as refusal:
            form.add_error("photo", str(refusal))
            return self._show(form)
        done = _("The photo was replaced in every bulletin that has it.")
        return self.go(messages.SUCCESS, done, "replace", self.photo.pk)

    def _show(self, form):
        return self.page(
            "replace.html",
            title=_("Replace the photo"),
            form=form,
            uses=photo_library.uses(self.photo, user=self.request.user),
            still_shown=photo_library.still_shown(self.photo, user=self.request.user),
            cards=cards(
                [each for each in (self.photo, self.photo.replaced_by) if each]
            ),
        )


class DeletePage(PhotoPage):
    name = "delete"

    def get(self, request, **kwargs):
        return self._show()

    def post(self, request, **kwargs):
        if not permissions.can_delete_photo(request.user, self.photo):
            raise PermissionDenied
        try:
            photo_replacing.delete(self.photo, actor=request.user)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return self._show()
        done = _("“%(photo)s” was deleted.") % {"photo": self.photo}
        return self.go(messages.SUCCESS, done, "changelist")

    def _show(self):
        return self.page(
            "delete.html",
            title=_("Delete the photo"),
            uses=photo_library.uses(self.photo, user=self.request.user),
            cards=cards([self.photo]),
        )


class SendPage(LibraryPage):
    """Photo files sent by a plain form."""

    name = "send"
    http_method_names = ["post"]

    def post(self, request):
        if not permissions.can_add_photo(request.user):
            raise PermissionDenied
        form = PhotoFilesForm(request.POST, request.FILES)
        files = request.FILES.getlist("photos")
        if not form.is_valid() and not files:
            return self.go(messages.ERROR, _("Choose a photo file."), "changelist")
        taken = 0
        for file in files[:MOST_FILES]:
            taken += self._take(
                file, keep_date=bool(form.cleaned_data.get("keep_date"))
            )
        if len(files) > MOST_FILES:
            messages.error(request, _("At most 20 photos can be sent at a time."))
        if not taken:
            return HttpResponseRedirect(reverse("admin:articles_photo_changelist"))
        said = ngettext(
            "%(number)s photo is in the library.",
            "%(number)s photos are in the library.",
            taken,
        )
        return self.go(messages.SUCCESS, said % {"number": taken}, "changelist")

    def _take(self, file, *, keep_date: bool) -> bool:
        """Each file by itself: one that is refused keeps no other out."""
        try:
            received = intake.receive(file, name=file.name, keep_date=keep_date)
        except intake.PhotoRefused as refusal:
            messages.error(self.request, f"{file.name}: {refusal}")
            return False
        intake.keep(received, actor=self.request.user)
        return True
