"""A kept photo as HTML: every size named, its space reserved before it loads.

`photo` is always the entry that editions keep of it: digest, width, height, alt_text and
so on. Editions from before these were known have no focus (crops take the centre) and no
placeholder.
"""

from django.core.files.storage import default_storage
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.photos import placeholder, specs

THUMBNAIL_WIDTH = 480  # pixels
FALLBACK_WIDTH = 960  # pixels, for browsers that cannot choose


def picture(
    photo: dict, *, sizes: str, spec: str = "inline", lazy: bool = True
) -> SafeString:
    """A `<picture>`; with its placeholder below it in a `photo-frame`, if it has one.

    `sizes` is the HTML attribute: how wide the picture stands on the page.
    """
    width, height = _largest(photo, spec)
    html = format_html(
        '<picture><source type="image/webp" srcset="{}" sizes="{}">'
        '<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}"{}>'
        "</picture>",
        srcset(photo, "webp", spec), sizes,
        url(photo, FALLBACK_WIDTH, "jpg", spec), srcset(photo, "jpg", spec), sizes,
        width, height, photo["alt_text"],
        SafeString(' loading="lazy" decoding="async"' if lazy else ' fetchpriority="high"'),
    )  # fmt: skip
    if not photo.get("placeholder"):
        return html
    # Two pictures over each other: the page's CSP allows no style that names one.
    return format_html(
        '<span class="photo-frame"><img class="photo-placeholder" src="{}" alt=""'
        ' aria-hidden="true" width="{}" height="{}">{}</span>',
        placeholder.address(photo["placeholder"]), width, height, html,
    )  # fmt: skip


def figure(photo: dict, *, sizes: str, lazy: bool = True) -> SafeString:
    """The photo, leading to its largest size, with its caption and credit.

    No empty caption where it has neither.
    """
    caption = format_html_join(
        " ",
        '<span class="{}">{}</span>',
        [
            (name, text)
            for name, text in (
                ("caption", photo["caption"]),
                ("credit", photo["credit"] and f"Ảnh: {photo['credit']}"),
            )
            if text
        ],
    )
    return format_html(
        '<figure class="photo"><a class="photo-link" href="{}" aria-label="{}">{}</a>{}</figure>',
        largest_url(photo),
        f"Xem ảnh lớn: {photo['alt_text']}" if photo["alt_text"] else "Xem ảnh lớn",
        picture(photo, sizes=sizes, lazy=lazy),
        format_html("<figcaption>{}</figcaption>", caption) if caption else "",
    )


def srcset(photo: dict, extension: str, spec: str = "inline") -> str:
    """The attribute: every address of the format with its width."""
    return ", ".join(
        f"{url(photo, width, extension, spec)} {width}w"
        for width in _widths(photo, spec)
    )


def url(photo: dict, width: int, extension: str, spec: str = "inline") -> str:
    """The address of one rendition; nearest offered width, never enlarged."""
    nearest = min(_widths(photo, spec), key=lambda each: abs(each - width))
    focus = tuple(photo.get("focus") or specs.CENTRE)
    return default_storage.url(
        specs.path(photo["digest"], nearest, extension, spec, focus)
    )


def largest_url(photo: dict) -> str:
    """The address of the whole photo, as large as readers get it."""
    return url(photo, max(_widths(photo, "inline")), "jpg")


def thumbnail_url(digest: str, width: int) -> str:
    """The address of the picture that staff's lists show; `width` is the photo's own."""
    return url({"digest": digest, "width": width}, THUMBNAIL_WIDTH, "jpg")


def share_url(photo: dict) -> str:
    """The address of the picture that messengers show with a link: JPEG, 1200 × 630."""
    return url(photo, specs.SPECS["share"].widths[-1], "jpg", "share")


def _widths(photo: dict, spec: str) -> list[int]:
    if specs.SPECS[spec].ratio is None:
        return specs.widths(photo["width"])
    return [width for width, _height in specs.sizes(spec, *_size(photo))]


def _largest(photo: dict, spec: str) -> tuple[int, int]:
    """Width and height for the attributes: the ratio is what browsers take from them."""
    if specs.SPECS[spec].ratio is None:
        return _size(photo)
    return specs.sizes(spec, *_size(photo))[-1]


def _size(photo: dict) -> tuple[int, int]:
    return photo["width"], photo["height"]
