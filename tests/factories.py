"""Real objects for tests: every maker gives what was asked for and nothing surprising."""

import io
from datetime import timedelta
from itertools import count

from django.contrib.auth.models import Group, Permission, User
from django.utils import timezone
from PIL import Image

from articles.editorial import editing, publishing, roles
from articles.models import (
    Article,
    Author,
    Byline,
    Category,
    Edition,
    Genre,
    Membership,
    PhotoPlace,
    Unit,
)
from articles.photos import intake

_sequence = count(1)


def make_user(*permissions, role=None, **fields):
    """A staff member with the permissions named, or with a role's."""
    defaults = {"username": f"user-{next(_sequence)}", "is_staff": True}
    user = User.objects.create_user(**defaults | fields)
    for codename in permissions:
        user.user_permissions.add(
            Permission.objects.get(
                content_type__app_label="articles", codename=codename
            )
        )
    if role:
        roles.sync_roles()
        user.groups.add(Group.objects.get(name=role))
    return user


def make_unit(**fields):
    number = next(_sequence)
    return Unit.objects.create(
        **{"name": f"Đơn vị {number}", "slug": f"don-vi-{number}"} | fields
    )


def make_category(**fields):
    number = next(_sequence)
    defaults = {"name": f"Chuyên mục {number}", "slug": f"chuyen-muc-{number}"}
    return Category.objects.create(**defaults | fields)


def make_genre(**fields):
    number = next(_sequence)
    return Genre.objects.create(
        **{"name": f"Thể loại {number}", "slug": f"the-loai-{number}"} | fields
    )


def make_author(**fields):
    number = next(_sequence)
    return Author.objects.create(
        **{"name": f"Tác giả {number}", "slug": f"tac-gia-{number}"} | fields
    )


def make_article(*, actor=None, authors=(), **fields):
    """A draft; `authors` are credited for the text, in order."""
    number = next(_sequence)
    defaults = {
        "title": f"Tin số {number}",
        "lead": f"Sapô của tin số {number}.",
        "body": f"<p>Nội dung của tin số {number}.</p>",
    }
    fields = defaults | fields
    fields.setdefault("unit", None)
    fields["unit"] = fields["unit"] or make_unit()
    article = Article(**fields)

    def save_parts():
        for order, author in enumerate(authors):
            Byline.objects.create(article=article, author=author, order=order)

    if actor is not None:
        Membership.objects.get_or_create(user=actor, unit=article.unit)
    return editing.save_new(article, actor=actor, save_parts=save_parts)


def publish(article=None, *, at=None, **fields) -> Edition:
    """An edition, live now or from a time to come; of a new article unless one is given."""
    return publishing.publish(article or make_article(**fields), actor=None, at=at)


def picture_file(
    *, size=(640, 480), colour="teal", kind="JPEG", **options
) -> io.BytesIO:
    """A photo file as somebody would upload it."""
    buffer = io.BytesIO()
    Image.new("RGB", size, colour).save(buffer, kind, **options)
    buffer.seek(0)
    return buffer


def make_photo(**options):
    return intake.take_in(picture_file(**options), actor=None)


def place_photo(article, photo=None, **fields):
    """A place for a photo in the article; a gap if only a file name is given."""
    number = article.photo_places.count() + 1
    defaults = {"number": number, "order": number, "photo": photo}
    return PhotoPlace.objects.create(article=article, **defaults | fields)


def bulk_publish(number: int, **fields) -> None:
    """Many live editions at once, an hour apart; for measuring lists, not for rules."""
    unit, category = (
        fields.get("unit") or make_unit(),
        fields.get("category") or make_category(),
    )
    now = timezone.now()
    articles = Article.objects.bulk_create(
        Article(title=f"Tin loạt {i}", unit=unit, category=category, status="published")
        for i in range(number)
    )
    Edition.objects.bulk_create(
        Edition(
            article=article, number=1, title=article.title, slug="tin", lead="Sapô.", body="<p>a</p>",
            body_html="<p>a</p>", search_text=f"tin loat {i}", unit=unit, unit_name=unit.name,
            category=category, category_name=category.name, dateline_at=now - timedelta(hours=i),
            dateline_has_time=True, composed_at=now, live_from=now,
        )
        for i, article in enumerate(articles)
    )  # fmt: skip
