"""The labels of bylines: "Tin, ảnh: …", "Tác giả: … - Nguồn: …"."""

import re
from dataclasses import dataclass

from articles.text.vietnamese import fold

ROLES = {
    "tin bai": "text", "tin": "text", "bai viet": "text", "bai": "text",
    "noi dung": "text", "tac gia": "text", "nguoi viet": "text", "thuc hien": "text",
    "phong vien": "text", "cong tac vien": "text", "pv": "text", "ctv": "text",
    "hinh anh": "photo", "anh": "photo",
    "video": "video", "clip": "video", "quay phim": "video",
}  # fmt: skip
ROLE = re.compile(rf"\b(?:{'|'.join(ROLES)})\b")
ROLE_LABEL = rf"{ROLE.pattern}(?:(?:\s*[,;&/+–-]\s*|\s+va\s+|\s+){ROLE.pattern})*"
SOURCE_LABEL = r"(?:theo\s+)?nguon(?:\s+tin)?(?:\s+bai)?"
LABEL = re.compile(
    rf"(?:^|(?<=[\s;,.|–-]))(?:(?P<source>{SOURCE_LABEL})|(?P<roles>{ROLE_LABEL}))\s*:"
)
AROUND_VALUE = " ,;.|–—-"


@dataclass(frozen=True)
class Labelled:
    """A value with what its label says: roles, or that it is a source."""

    roles: frozenset[str]
    value: str
    is_source: bool = False


def split(line: str) -> list[Labelled]:
    """The labelled values of a line that begins with a label; empty for any other."""
    labels = list(LABEL.finditer(fold(line)))
    if not labels or labels[0].start() != 0:
        return []
    ends = [label.start() for label in labels[1:]] + [len(line)]
    return [
        Labelled(
            roles=frozenset(ROLES[name] for name in ROLE.findall(label["roles"] or "")),
            value=trim(line[label.end() : end]),
            is_source=bool(label["source"]),
        )
        for label, end in zip(labels, ends, strict=True)
    ]


def trim(value: str) -> str:
    """The value without separators around it; the full stop of initials stays."""
    value = value.strip(AROUND_VALUE.replace(".", "")).lstrip(".")
    return value if re.search(r"\.\w\.$", value) else value.rstrip(AROUND_VALUE)
