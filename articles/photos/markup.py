"""A kept photo as HTML: every size named, its space reserved before it loads."""

from django.core.files.storage import default_storage
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.photos import specs


def picture(photo: dict, *, sizes: str, lazy: bool = True) -> SafeString:
    """A `<picture>` of a photo as editions keep it (digest, width, height, alt_text).

    `sizes` is the HTML attribute: how wide the picture stands on the page.
    """
    fallback = min(specs.widths(photo["width"])[-1], 960)
    return format_html(
        '<picture><source type="image/webp" srcset="{}" sizes="{}">'
        '<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}"{}>'
        "</picture>",
        srcset(photo, "webp"), sizes,
        url(photo, fallback, "jpg"), srcset(photo, "jpg"), sizes,
        photo["width"], photo["height"], photo["alt_text"],
        SafeString(' loading="lazy" decoding="async"' if lazy else ' fetchpriority="high"'),
    )  # fmt: skip


def figure(photo: dict, *, sizes: str) -> SafeString:
    """The photo with its caption and credit; no empty caption where it has neither."""
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
        '<figure class="photo">{}{}</figure>',
        picture(photo, sizes=sizes),
        format_html("<figcaption>{}</figcaption>", caption) if caption else "",
    )


def srcset(photo: dict, extension: str) -> str:
    return ", ".join(
        f"{url(photo, width, extension)} {width}w"
        for width in specs.widths(photo["width"])
    )


def url(photo: dict, width: int, extension: str) -> str:
    """The address of one rendition; nearest offered width, never enlarged."""
    offered = specs.widths(photo["width"])
    nearest = min(offered, key=lambda each: abs(each - width))
    return default_storage.url(specs.path(photo["digest"], nearest, extension))
