"""Colour profiles made by code, and the colours that they mean, worked out by hand."""

import math
import struct

D50 = (0.9642, 1.0, 0.8249)
# Columns of red, green and blue, adapted to D50.
SRGB_XYZ = ((0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410))  # fmt: skip
P3_XYZ = ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407))  # fmt: skip

# What a press we made up prints for each full ink or pair, as Lab; all within sRGB.
INKS = {
    (0, 0, 0, 0): (100, 0, 0),
    (1, 0, 0, 0): (62, -22, -28),
    (0, 1, 0, 0): (52, 50, -6),
    (0, 0, 1, 0): (88, -5, 62),
    (1, 1, 0, 0): (32, 20, -38),
    (1, 0, 1, 0): (52, -36, 26),
    (0, 1, 1, 0): (50, 48, 34),
    (1, 1, 1, 0): (28, 0, 0),
    (0, 0, 0, 1): (18, 0, 0),
}


def display_p3() -> bytes:
    """A profile with the primaries of Display P3 and the curve of sRGB."""
    columns = [_tag_xyz(column) for column in P3_XYZ]
    curve = struct.pack(">4sII1024H", b"curv", 0, 1024, *_curve(1024))
    return _profile(
        b"mntr", b"RGB ", b"XYZ ",
        {
            b"rXYZ": columns[0], b"gXYZ": columns[1], b"bXYZ": columns[2],
            b"rTRC": curve, b"gTRC": curve, b"bTRC": curve,
        },
    )  # fmt: skip


def press() -> bytes:
    """A CMYK profile that prints INKS; black under a colour is black."""
    grid = [
        INKS.get((c, m, y, k), (0, 0, 0))
        for c in (0, 1) for m in (0, 1) for y in (0, 1) for k in (0, 1)
    ]  # fmt: skip
    table = struct.pack(">4sIBBBB", b"mft2", 0, 4, 3, 2, 0)
    table += struct.pack(">9i", *(65536, 0, 0, 0, 65536, 0, 0, 0, 65536))
    table += struct.pack(">HH", 2, 2) + struct.pack(">HH", 0, 65535) * 4
    for light, a, b in grid:
        table += struct.pack(
            ">HHH", round(light * 652.8), round((a + 128) * 256), round((b + 128) * 256)
        )
    table += struct.pack(">HH", 0, 65535) * 3
    return _profile(b"prtr", b"CMYK", b"Lab ", {b"A2B0": table})


def p3_as_srgb(rgb: tuple[int, int, int]) -> tuple[float, ...]:
    """What a colour of Display P3 is in sRGB, cut off where sRGB has no such colour."""
    linear = [_linear(value / 255) for value in rgb]
    return xyz_as_srgb(_times(P3_XYZ, linear))


def lab_as_srgb(lab: tuple[float, float, float]) -> tuple[float, ...]:
    y = (lab[0] + 16) / 116
    x, z = y + lab[1] / 500, y - lab[2] / 200
    return xyz_as_srgb(
        [
            white * (f**3 if f > 6 / 29 else 3 * (6 / 29) ** 2 * (f - 4 / 29))
            for white, f in zip(D50, (x, y, z), strict=True)
        ]
    )


def srgb_as_lab(rgb) -> tuple[float, float, float]:
    xyz = _times(SRGB_XYZ, [_linear(value / 255) for value in rgb])
    x, y, z = (
        ratio ** (1 / 3) if ratio > (6 / 29) ** 3 else ratio * 841 / 108 + 4 / 29
        for ratio in (value / white for value, white in zip(xyz, D50, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def xyz_as_srgb(xyz) -> tuple[float, ...]:
    return tuple(
        255 * _gamma(min(max(value, 0), 1)) for value in _solved(SRGB_XYZ, xyz)
    )


def _profile(kind: bytes, space: bytes, connection: bytes, tags: dict) -> bytes:
    text = b"For tests"
    tags = {
        b"desc": struct.pack(">4sII", b"desc", 0, len(text) + 1) + text + bytes(79),
        b"cprt": struct.pack(">4sI", b"text", 0) + text + b"\0",
        b"wtpt": _tag_xyz(D50),
    } | tags
    directory, body = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, data in tags.items():
        directory += struct.pack(">4sII", name, start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    header = struct.pack(
        ">I4sI4s4s4s6H4s4sI4sIQI12s4s44s",
        start + len(body), b"test", 0x02400000, kind, space, connection,
        2026, 1, 1, 0, 0, 0, b"acsp", b"", 0, b"", 0, 0, 0,
        _fixed(D50), b"", b"",
    )  # fmt: skip
    return header + directory + body


def _tag_xyz(values) -> bytes:
    return struct.pack(">4sI", b"XYZ ", 0) + _fixed(values)


def _fixed(values) -> bytes:
    return struct.pack(">3i", *(round(value * 65536) for value in values))


def _curve(entries: int) -> list[int]:
    return [round(65535 * _linear(i / (entries - 1))) for i in range(entries)]


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _gamma(value: float) -> float:
    return 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


def _times(columns, vector) -> list[float]:
    return [
        sum(column[row] * each for column, each in zip(columns, vector, strict=True))
        for row in range(3)
    ]


def _solved(columns, result) -> list[float]:
    """The vector that the matrix turns into the result, by Cramer's rule."""
    whole = _determinant(columns)
    return [
        _determinant([*columns[:i], result, *columns[i + 1 :]]) / whole
        for i in range(3)
    ]


def _determinant(m) -> float:
    return math.fsum(
        m[i][0] * (m[(i + 1) % 3][1] * m[(i + 2) % 3][2] - m[(i + 2) % 3][1] * m[(i + 1) % 3][2])
        for i in range(3)
    )  # fmt: skip
