from django.conf import settings


def site(request) -> dict:
    """Who this site is and who answers for it, as every page prints it."""
    return {
        "SITE_NAME": settings.SITE_NAME,
        "MANAGING_BODY": settings.MANAGING_BODY,
        "RESPONSIBLE_PERSON": settings.RESPONSIBLE_PERSON,
        "LANGUAGES": settings.LANGUAGES,
    }
