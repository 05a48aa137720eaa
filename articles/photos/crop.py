"""Which part of a photo stays when a page wants another ratio. Pure arithmetic."""


def largest(width: int, height: int, ratio: tuple[int, int]) -> tuple[int, int]:
    """The largest area of the ratio within a photo, in pixels.

    >>> largest(4000, 3000, (16, 9)), largest(3000, 4000, (3, 2))
    ((4000, 2250), (3000, 2000))
    """
    across, down = ratio
    if width * down <= height * across:
        return width, max(1, round(width * down / across))
    return max(1, round(height * across / down)), height


def around(
    width: int, height: int, ratio: tuple[int, int], focus: tuple[int, int]
) -> tuple[int, int, int, int]:
    """The largest box (left, top, right, bottom) of the ratio with the focus in it.

    The focus, in percent from the left and from the top, stands in the middle of the
    box unless the edge of the photo is in the way.

    >>> around(4000, 3000, (16, 9), (50, 50)), around(4000, 3000, (16, 9), (50, 10))
    ((0, 375, 4000, 2625), (0, 0, 4000, 2250))
    """
    across, down = largest(width, height, ratio)
    left = _start(width, across, focus[0])
    top = _start(height, down, focus[1])
    return left, top, left + across, top + down


def _start(length: int, part: int, percent: int) -> int:
    return min(max(round(length * percent / 100 - part / 2), 0), length - part)
