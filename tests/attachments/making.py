"""Attachments, and bulletins that have them, for tests elsewhere too."""

import io

from articles.attachments import intake
from articles.models import AttachmentPlace
from tests.attachments import samples


def make_attachment(extension="pdf", *, name="", actor=None, content=None):
    content = samples.WHOLE[extension] if content is None else content
    name = name or f"Kế hoạch tháng 9.{extension}"
    return intake.take_in(io.BytesIO(content), name=name, actor=actor)


def place_attachment(article, attachment=None, **fields):
    number = article.attachment_places.count() + 1
    defaults = {"number": number, "order": number}
    return AttachmentPlace.objects.create(
        article=article, attachment=attachment or make_attachment(), **defaults | fields
    )
