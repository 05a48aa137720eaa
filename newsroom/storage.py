"""Where media files live: in a folder, or in a bucket of an S3-compatible server."""

import re
from importlib.util import find_spec
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

FOLDER = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
BUCKET = "newsroom.bucket.BucketStorage"
SHAPE = "s3://KEY:SECRET@host[:port]/bucket?region=…&prefix=…"
BUCKET_NAME = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
# Servers that are not Amazon's take this name for the place where they stand.
REGION = "us-east-1"


def read(value: str) -> dict:
    """The entry of STORAGES that NEWSROOM_MEDIA_STORAGE asks for; empty: the folder.

    Raises ImproperlyConfigured with one sentence, which never repeats the value: there
    is a secret in it.
    """
    if not value:
        return FOLDER
    options = _options(value)
    if not find_spec("storages") or not find_spec("boto3"):
        raise ImproperlyConfigured(
            "NEWSROOM_MEDIA_STORAGE names a bucket, which needs django-storages: "
            'install it with pip install "django-storages[s3]".'
        )
    return {"BACKEND": BUCKET, "OPTIONS": options}


def _options(value: str) -> dict[str, str]:
    try:
        parts = urlsplit(value)
        asked = parse_qs(parts.query, strict_parsing=bool(parts.query))
        parts.port  # noqa: B018 — raises ValueError unless it is a number
    except ValueError as error:
        raise _wrong(f"must be {SHAPE}") from error
    _check(parts, asked)
    protocol = "http" if "http" in asked else "https"
    return {
        "access_key": unquote(parts.username),
        "secret_key": unquote(parts.password),
        "endpoint_url": f"{protocol}://{parts.netloc.rpartition('@')[2]}",
        "bucket_name": parts.path.strip("/"),
        "region_name": asked.get("region", [REGION])[0],
        "location": asked.get("prefix", [""])[0].strip("/"),
    }


def _check(parts: SplitResult, asked: dict[str, list[str]]) -> None:
    if parts.scheme != "s3":
        raise _wrong(f"must be empty or {SHAPE}")
    if not parts.username or not parts.password or not parts.hostname:
        raise _wrong(
            f"must be {SHAPE}, with % and two digits for what is neither letter nor "
            "digit in KEY and SECRET (%2F for /)"
        )
    if not BUCKET_NAME.fullmatch(parts.path.strip("/")):
        raise _wrong(f"names no bucket behind the host; it must be {SHAPE}")
    if unknown := sorted(set(asked) - {"region", "prefix", "http"}):
        raise _wrong(f"has a parameter that is not known: {', '.join(unknown)}")
    if asked.get("http", ["1"]) != ["1"]:
        raise _wrong("may say http=1 for a server on this machine, nothing else")
    if ".." in asked.get("prefix", [""])[0].split("/"):
        raise _wrong("has a prefix that leads out of itself")


def _wrong(what: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(f"NEWSROOM_MEDIA_STORAGE {what}.")
