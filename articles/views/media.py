"""The public sizes of photos. Originals, and whatever else is kept, have no address."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404
from django.views.decorators.http import require_safe

from articles.photos import renditions
from articles.photos.specs import FOLDER

CONTENT_TYPES = {"jpg": "image/jpeg", "webp": "image/webp"}
# The name says all that made the picture, so what it names never changes.
A_YEAR = "public, max-age=31536000, immutable"


@require_safe
def rendition(request, name):
    """The file of that name, made if it should be there and isn't; the URLconf lets
    only names of renditions through.
    """
    return FileResponse(
        _open(f"{FOLDER}/{name}"),
        content_type=CONTENT_TYPES[name.rpartition(".")[2]],
        headers={"Cache-Control": A_YEAR, "X-Content-Type-Options": "nosniff"},
    )


def _open(path: str):
    try:
        return default_storage.open(path)
    except FileNotFoundError as error:
        if not renditions.make_missing(path):
            raise Http404 from error
    return default_storage.open(path)
