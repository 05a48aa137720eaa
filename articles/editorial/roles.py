"""Who may do what: one table, from role to permissions."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction

WRITE = {"add_article", "change_article", "view_article", "submit_article"}
WRITE |= {"view_photo", "add_photo", "change_photo", "view_phototag", "add_phototag"}
REPORT = WRITE | {"write_for_any_unit"}
REVIEW = REPORT | {"view_any_article", "review_article"}
REVIEW |= {"describe_any_photo", "delete_photo", "change_phototag"}
REVIEW |= {"view_readerreport", "change_readerreport"}
PUBLISH = REVIEW | {"publish_article", "publish_urgently", "withdraw_article"}
LOOK_UP = {"view_unit", "view_category", "view_genre", "view_author"}
KEEP_AUTHORS = {"add_author", "change_author"}
KEEP_SITE = {
    f"{verb}_{noun}"
    for verb in ("add", "change", "view")
    for noun in ("unit", "unitsuccession", "category", "genre", "author", "user")
} | {f"{verb}_membership" for verb in ("add", "change", "view", "delete")}

# Group name (as staff see it) → permissions. "group" stays with superusers: whoever
# can change groups can give themselves everything.
ROLES = {
    "Cộng tác viên": WRITE | LOOK_UP,
    "Phóng viên": REPORT | LOOK_UP,
    "Biên tập viên": REVIEW | LOOK_UP | KEEP_AUTHORS,
    "Trưởng ban biên tập": PUBLISH | LOOK_UP | KEEP_AUTHORS,
    "Quản trị": KEEP_SITE | {"view_article", "view_any_article", "view_photo"},
}


@transaction.atomic
def sync_roles() -> None:
    """Make the groups in the database match ROLES exactly.

    Raises LookupError if ROLES names a permission that doesn't exist.
    """
    for name, codenames in ROLES.items():
        permissions = Permission.objects.filter(
            content_type__app_label__in=["articles", "auth"], codename__in=codenames
        )
        if missing := codenames - set(permissions.values_list("codename", flat=True)):
            raise LookupError(f"{name} names unknown permissions: {sorted(missing)}")
        Group.objects.get_or_create(name=name)[0].permissions.set(permissions)
