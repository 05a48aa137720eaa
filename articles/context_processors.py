import re
from dataclasses import dataclass

from django.conf import settings

MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# As numbers are written here: 0237 3871 555, 0912.345.678, +84 237 3871 555.
TELEPHONE = re.compile(r"(?<![\w.])(?:\+84|0)[ .]?\d(?:[ .-]?\d){7,9}(?!\d)")


@dataclass(frozen=True)
class ContactLine:
    """A line as it was set; what of it can be dialled or written to is `link`, between
    `before` and `after`.
    """

    before: str
    link: str = ""
    address: str = ""
    after: str = ""


def site(request) -> dict:
    """Who this site is and who answers for it, as every page prints it."""
    return {
        "SITE_NAME": settings.SITE_NAME,
        "MANAGING_BODY": settings.MANAGING_BODY,
        "RESPONSIBLE_PERSON": settings.RESPONSIBLE_PERSON,
        "LICENCE": settings.LICENCE,
        "CONTACT": contact_lines(settings.CONTACT),
        "LANGUAGES": settings.LANGUAGES,
    }


def contact_lines(contact: str) -> list[ContactLine]:
    """The lines of NEWSROOM_CONTACT, which stand parted by |; empty ones are left out."""
    return [_read(line.strip()) for line in contact.split("|") if line.strip()]


def _read(line: str) -> ContactLine:
    """With its first e-mail address or telephone number told apart."""
    if found := MAIL.search(line):
        address = f"mailto:{found[0]}"
    elif found := TELEPHONE.search(line):
        address = "tel:" + re.sub("[^+0-9]", "", found[0])
    else:
        return ContactLine(line)
    return ContactLine(line[: found.start()], found[0], address, line[found.end() :])
