"""Whether the database can be reached: an outage passes by itself, an error doesn't."""

from django.db import DataError, Error, IntegrityError, ProgrammingError, connection

# What the data or the code did wrong: the database has answered.
ANSWERS = (DataError, IntegrityError, ProgrammingError)


def is_behind(error: BaseException | None) -> bool:
    """Whether the error came of a database that cannot be reached now.

    The error alone doesn't tell: a deadlock, a full disk and a server that is gone are
    the same class. So the database is asked.
    """
    suspicious = isinstance(error, Error) and not isinstance(error, ANSWERS)
    return suspicious and not _can_be_reached()


def _can_be_reached() -> bool:
    """On a connection of its own: the request's may be broken, or inside a transaction."""
    probe = connection.copy()
    try:
        probe.ensure_connection()
        return probe.is_usable()
    except Error:
        return False
    finally:
        probe.close()
