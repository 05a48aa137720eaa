"""HTML inside of feeds: whatever shows it knows neither this site nor its styles."""

from urllib.parse import urlsplit

from lxml import html

ADDRESSES = ("href", "src", "poster")
FORBIDDEN_TAGS = (
    "script",
    "style",
    "link",
    "meta",
    "base",
    "form",
    "picture",
    "source",
)
FORBIDDEN_ATTRIBUTES = (
    "class",
    "style",
    "id",
    "srcset",
    "sizes",
    "loading",
    "data-photo",
)


def fragment_complaints(text: str) -> list[str]:
    root = html.fragment_fromstring(text, create_parent="div")
    found = []
    for element in root.iter():
        if element.tag in FORBIDDEN_TAGS:
            found.append(f"<{element.tag}> stands in the text.")
        for name, value in element.attrib.items():
            if name in ADDRESSES and urlsplit(value).scheme not in (
                "http", "https", "mailto", "tel",
            ):  # fmt: skip
                found.append(f"{name} is not absolute: {value}.")
            if name in FORBIDDEN_ATTRIBUTES or name.startswith("on"):
                found.append(f"{name} stands in the text.")
        if element.tag == "img" and element.get("alt") is None:
            found.append("A picture has no alt.")
    return found
