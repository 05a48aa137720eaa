"""The public sizes of photos. Originals, and whatever else is kept, have no address."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404
from django.views.decorators.http import require_safe

from articles.photos.specs import FOLDER

CONTENT_TYPES = {"jpg": "image/jpeg", "webp": "image/webp"}
# The name is a digest of the picture, so what it names never changes.
A_YEAR = "public, max-age=31536000, immutable"


@require_safe
def rendition(request, name):
    """The file of that name; the URLconf lets only names of renditions through."""
    try:
        file = default_storage.open(f"{FOLDER}/{name}")
    except FileNotFoundError as error:
        raise Http404 from error
    content_type = CONTENT_TYPES[name.rpartition(".")[2]]
    return FileResponse(
        file,
        content_type=content_type,
        headers={"Cache-Control": A_YEAR, "X-Content-Type-Options": "nosniff"},
    )
