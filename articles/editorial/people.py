"""What people are called."""


def name_of(user) -> str:
    """Family name first, as Vietnamese names are written; the user name if there is none.

    Django's own `get_full_name` puts the given name first.
    """
    return f"{user.last_name} {user.first_name}".strip() or user.get_username()
