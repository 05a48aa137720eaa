"""The demo accounts. Their password is made at random, once for each installation."""

import secrets
from pathlib import Path

from django.contrib.auth.models import Group, User

from articles.demo import texts
from articles.editorial import roles

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that looks like something else
LENGTH = 10


def make_password(path: Path) -> str:
    """A new password, kept in the file (mode 0600) for whoever starts the server."""
    password = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    path.unlink(missing_ok=True)
    path.touch(mode=0o600)
    path.write_text(password)
    return password


def make(password: str) -> dict[str, User]:
    """One account for every role, by role."""
    roles.sync_roles()
    users = {}
    for account in texts.newsroom()["accounts"]:
        user = User.objects.create_user(
            account["username"],
            password=password,
            is_staff=True,
            first_name=account["first_name"],
            last_name=account["last_name"],
        )
        user.groups.add(Group.objects.get(name=account["role"]))
        users[account["role"]] = user
    return users


def standing() -> list[tuple[str, str]]:
    """The demo accounts that this newsroom has and that can log in: (username, role)."""
    rows = [(each["username"], each["role"]) for each in texts.newsroom()["accounts"]]
    active = set(
        User.objects.filter(
            username__in=[username for username, _ in rows], is_active=True
        ).values_list("username", flat=True)
    )
    return [row for row in rows if row[0] in active]
