from django.utils.translation import gettext as _


class AttachmentRefused(ValueError):
    """The file cannot be taken in; the message says what to do about it."""


def damaged() -> AttachmentRefused:
    return AttachmentRefused(
        _("The file is damaged or cut short. Please send it again.")
    )


def locked() -> AttachmentRefused:
    return AttachmentRefused(
        _("The file is locked with a password. Please send it without one.")
    )


def with_macros() -> AttachmentRefused:
    return AttachmentRefused(
        _("The file contains macros. Please save it without them, or as a PDF.")
    )
