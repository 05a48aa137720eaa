"""Small named questions, asked by every door in the same words."""

from django.db.models import Q

from articles.models import (
    Article,
    Edition,
    EditionPhoto,
    Photo,
    PhotoPlace,
    Status,
    Unit,
)

EDITABLE_BY_OWNER = (Status.DRAFT, Status.RETURNED)


def owns(user, article: Article) -> bool:
    return article.created_by_id is not None and article.created_by_id == user.pk


def can_write_for(user, unit: Unit) -> bool:
    """Contributors write for their own units; everybody else for every unit."""
    if user.has_perm("articles.write_for_any_unit"):
        return True
    return user.memberships.filter(unit=unit).exists()


def writable_units(user):
    """The units that `can_write_for` answers yes for."""
    if user.has_perm("articles.write_for_any_unit"):
        return Unit.objects.all()
    return Unit.objects.filter(memberships__user=user.pk)


def can_view_any(user) -> bool:
    return user.has_perm("articles.view_any_article")


def can_view(user, article: Article) -> bool:
    """Contributors and reporters see their own work; the desk sees all."""
    if not user.has_perm("articles.view_article"):
        return False
    if can_view_any(user):
        return True
    return owns(user, article) and can_write_for(user, article.unit)


def visible_articles(user):
    """The articles that `can_view` answers yes for."""
    if not user.has_perm("articles.view_article"):
        return Article.objects.none()
    if can_view_any(user):
        return Article.objects.all()
    own = Article.objects.filter(created_by=user.pk)
    if user.has_perm("articles.write_for_any_unit"):
        return own
    return own.filter(unit__in=writable_units(user))


def can_add(user) -> bool:
    return user.has_perm("articles.add_article")


def can_edit(user, article: Article) -> bool:
    """Owners edit their own unsubmitted work; reviewers edit any."""
    if not user.has_perm("articles.change_article"):
        return False
    if can_review(user, article):
        return True
    is_own = owns(user, article) and can_view(user, article)
    return is_own and article.status in EDITABLE_BY_OWNER


def can_submit(user, article: Article) -> bool:
    if not user.has_perm("articles.submit_article"):
        return False
    is_own = owns(user, article) and can_view(user, article)
    return is_own or can_review(user, article)


def can_review(user, article: Article) -> bool:
    return user.has_perm("articles.review_article") and can_view(user, article)


def can_publish(user, article: Article) -> bool:
    return user.has_perm("articles.publish_article") and can_view(user, article)


def can_publish_urgently(user, article: Article) -> bool:
    """Without a second pair of eyes: for the head, with a reason, marked for ever."""
    return can_publish(user, article) and user.has_perm("articles.publish_urgently")


def can_withdraw(user, article: Article) -> bool:
    return user.has_perm("articles.withdraw_article") and can_view(user, article)


# --- photos -------------------------------------------------------------------


def visible_photos(user):
    """Contributors see their own photos, those of their bulletins and what readers see."""
    if not user.has_perm("articles.view_photo"):
        return Photo.objects.none()
    if can_view_any(user):
        return Photo.objects.all()
    in_own = PhotoPlace.objects.filter(article__in=visible_articles(user))
    live = EditionPhoto.objects.filter(edition__in=Edition.objects.live())
    return Photo.objects.filter(
        Q(uploaded_by=user.pk)
        | Q(pk__in=in_own.values("photo"))
        | Q(pk__in=live.values("photo"))
    )


def can_add_photo(user) -> bool:
    return user.has_perm("articles.add_photo")


def can_describe_photo(user, photo: Photo) -> bool:
    """Say what the library says of it: whoever sent it, and editors."""
    if not user.has_perm("articles.change_photo"):
        return False
    if user.has_perm("articles.describe_any_photo"):
        return True
    return photo.uploaded_by_id is not None and photo.uploaded_by_id == user.pk


def can_replace_photo(user, photo: Photo) -> bool:
    """Put another picture in its place wherever it stands: for editors."""
    return can_describe_photo(user, photo) and user.has_perm("articles.review_article")


def can_delete_photo(user, photo: Photo) -> bool:
    """Whether it may; that a photo in use stays is `photo_library`'s rule."""
    return user.has_perm("articles.delete_photo")
