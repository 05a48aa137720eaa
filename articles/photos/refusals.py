"""Why a file is not taken in as a photo, and what to do about it."""

from django.utils.translation import gettext as _

# Brands of files of the ISO family, in their `ftyp` box.
HEIF_BRANDS = frozenset(
    (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
)
AVIF_BRANDS = frozenset((b"avif", b"avis"))
PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8", b"RIFF")
TIFFS = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")


class PhotoRefused(ValueError):
    """The file cannot be taken in; the message says what to do about it."""


def unreadable(data: bytes, *, knows_heif: bool) -> PhotoRefused:
    """The sentence for a file that is no photo, by what it begins with."""
    head = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data[4:8] == b"ftyp":
        return _of_iso_family(data[8:12], knows_heif)
    if head.startswith(b"%PDF"):
        return PhotoRefused(
            _("This is a PDF, not a photo. Attach it as a document instead.")
        )
    if head.startswith(b"PK\3\4"):
        return PhotoRefused(
            _(
                "This is a document or an archive. Please send the photos in it one by one."
            )
        )
    if head.startswith(TIFFS):
        return PhotoRefused(
            _(
                "This is a TIFF or raw camera file. Please save it as JPEG, then send that."
            )
        )
    if data.startswith(PICTURES):
        return damaged()
    return PhotoRefused(
        _("This is not a photo that can be read. Please send a JPEG, PNG or WebP file.")
    )


def _of_iso_family(brand: bytes, knows_heif: bool) -> PhotoRefused:
    if brand in AVIF_BRANDS or (knows_heif and brand in HEIF_BRANDS):
        return damaged()
    if brand in HEIF_BRANDS:
        return PhotoRefused(
            _(
                "This photo is in the iPhone's HEIC format, which cannot be read here."
                " On the iPhone choose Settings › Camera › Formats › Most Compatible and"
                " take it again, or send it by Zalo and upload the JPEG that arrives."
            )
        )
    return PhotoRefused(
        _("This is a video, not a photo. Attach it as a video instead.")
    )


def damaged() -> PhotoRefused:
    return PhotoRefused(
        _("The photo is damaged or was cut short on its way. Please send it again.")
    )


def too_many_pixels(millions: int) -> PhotoRefused:
    sentence = _(
        "The photo has more than {number} million pixels. Please send a smaller copy."
    )
    return PhotoRefused(sentence.format(number=millions))


def too_long() -> PhotoRefused:
    return PhotoRefused(
        _("The photo is longer than 16,000 pixels. Please cut it, then send it.")
    )


def too_many_frames() -> PhotoRefused:
    return PhotoRefused(
        _("The file holds too many pictures. Please send the one you need as a photo.")
    )
