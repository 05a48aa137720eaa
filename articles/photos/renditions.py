"""The files of a photo: the cleaned original and the smaller copies that readers get.

Made eagerly, so that no reader waits for one. One that is missing all the same (a new
size, a restored backup) is made on demand, once.
"""

import io
import logging
import threading
from collections.abc import Iterable
from itertools import groupby

from django.core.files.storage import default_storage
from PIL import Image

from articles.models import EditionPhoto, Photo
from articles.photos import crop, locks, memory, specs, storing
from articles.photos.specs import Rendition

ORIGINAL = ("JPEG", {"quality": 92})
# A picture is reduced quickly, by whole pixels, as long as this much more than what is
# wanted remains for the careful step.
SPARE = 1.25
# An original takes tens of megabytes while it is open: one at a time a process.
ONE_AT_A_TIME = threading.Lock()

logger = logging.getLogger(__name__)


def original_path(digest: str) -> str:
    """Where the cleaned original lies; outside of what readers may fetch."""
    return f"originals/{digest[:2]}/{digest}.jpg"


def make(image: Image.Image, digest: str, focus: tuple[int, int]) -> None:
    """Store the original and every rendition of an RGB picture: all, or none."""
    with locks.held(digest), storing.together() as store:
        store(original_path(digest), _encoded(image, *ORIGINAL))
        wanted = specs.renditions(digest, *image.size, focus)
        _make(wanted, image, image.size, store)


def make_crops(photo: Photo) -> None:
    """The crops around the focus that the photo has now, from its original.

    Those around an older focus stay: published editions show them. Raises
    FileNotFoundError if the original is gone.
    """
    wanted = [each for each in _of(photo) if specs.SPECS[each.spec].ratio]
    with locks.held(photo.digest), memory.alone(ONE_AT_A_TIME):
        _make_from_original(wanted, photo)


def make_missing(name: str) -> bool:
    """Make the one rendition of this name in the media storage, if a photo should have
    it: with the focus that it has now, or that an edition shows it with.

    Whoever asks at the same time, in whatever process, waits for the same file. Returns
    whether it is there now.
    """
    rendition = specs.parse(name)
    photo = _photo_of(rendition) if rendition else None
    if photo is None or not _belongs(rendition, photo):
        return False
    with locks.held(photo.digest), memory.alone(ONE_AT_A_TIME):
        try:
            if not default_storage.exists(name):
                _make_from_original([rendition], photo)
        except OSError as error:
            logger.error("Photo %s: its original cannot be read: %s", photo.pk, error)
            return False
    return True


def names(photo: Photo) -> set[str]:
    """Every file that should be there: the original, the renditions with its focus."""
    return {photo.original.name, *(rendition.path for rendition in _of(photo))}


def names_for(entry: dict) -> set[str]:
    """Every rendition that an edition's page can ask for; `entry` is of its `photos`."""
    size = entry["width"], entry["height"]
    focus = tuple(entry.get("focus") or specs.CENTRE)
    wanted = specs.renditions(entry["digest"], *size, focus)
    return {rendition.path for rendition in wanted}


def remove(photo: Photo) -> None:
    """Delete every file of the photo, whatever focus it was cropped around."""
    stem = photo.digest[:32]
    folder = f"{specs.FOLDER}/{stem[:2]}"
    with locks.held(photo.digest):
        default_storage.delete(photo.original.name)
        for name in _listed(folder):
            if name.startswith(stem):
                default_storage.delete(f"{folder}/{name}")


def _listed(folder: str) -> list[str]:
    try:
        return default_storage.listdir(folder)[1]
    except FileNotFoundError:
        return []


def _of(photo: Photo) -> list[Rendition]:
    return specs.renditions(photo.digest, photo.width, photo.height, photo.focus)


def _photo_of(rendition: Rendition) -> Photo | None:
    # A range, because neither database would find a beginning by the index.
    first, last = rendition.stem + "0" * 32, rendition.stem + "f" * 32
    return Photo.objects.filter(digest__range=(first, last)).first()


def _belongs(rendition: Rendition, photo: Photo) -> bool:
    if rendition.path not in {
        each.path
        for each in specs.renditions(
            photo.digest, photo.width, photo.height, rendition.focus
        )
    }:
        return False
    if rendition.spec == "inline" or rendition.focus == photo.focus:
        return True
    published = EditionPhoto.objects.filter(photo=photo).select_related("edition")
    return any(
        entry["digest"] == photo.digest and rendition.path in names_for(entry)
        for shown in published.only("edition__photos")
        for entry in shown.edition.photos
    )


def _make_from_original(wanted: list[Rendition], photo: Photo) -> None:
    size = photo.width, photo.height
    with default_storage.open(photo.original.name) as file:
        image = Image.open(file, formats=["JPEG"])
        scale = _scale(wanted, size)
        # Decoding at a half, a quarter or an eighth costs less time and memory.
        image.draft("RGB", tuple(round(side * scale) for side in size))
        image.load()
    image.info = {}
    with storing.together() as store:
        _make(wanted, image, size, store)


def _make(
    wanted: Iterable[Rendition],
    image: Image.Image,
    size: tuple[int, int],
    store: storing.Store,
) -> None:
    """Store the renditions of a photo of `size`; `image` may be smaller, if it is large
    enough for each of them.

    Works from the largest width down, so that each step reduces the one before.
    """
    wanted = sorted(wanted, key=lambda each: (each.spec, -each.width, each.extension))
    factor = int(image.width / (size[0] * _scale(wanted, size) * SPARE))
    if factor > 1:
        image = image.reduce(factor)
    for spec, group in groupby(wanted, key=lambda each: each.spec):
        picture, box = image, _box(spec, wanted, image, size)
        for width, copies in groupby(group, key=lambda each: each.width):
            target = width, dict(specs.sizes(spec, *size))[width]
            picture = picture.resize(
                target, Image.Resampling.LANCZOS, box=box, reducing_gap=SPARE
            )
            box = None
            for rendition in copies:
                data = _encoded(picture, *specs.FORMATS[rendition.extension])
                store(rendition.path, data)


def _box(spec, wanted, image, size) -> tuple[float, ...] | None:
    """The part of the image that the spec shows; None for all of it."""
    ratio = specs.SPECS[spec].ratio
    if ratio is None:
        return None
    focus = next(each.focus for each in wanted if each.spec == spec)
    scales = (image.width / size[0], image.height / size[1]) * 2
    box = crop.around(*size, ratio, focus)
    return tuple(edge * scale for edge, scale in zip(box, scales, strict=True))


def _scale(wanted: Iterable[Rendition], size: tuple[int, int]) -> float:
    """How large the photo is needed at most for these renditions, 1 being its size."""
    shown = {
        spec.name: crop.largest(*size, spec.ratio)[0] if spec.ratio else size[0]
        for spec in specs.SPECS.values()
    }
    return max(each.width / shown[each.spec] for each in wanted)


def _encoded(image: Image.Image, kind: str, options: dict) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()
