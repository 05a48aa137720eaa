"""The demo's pictures: repeatable, different from seed to seed, never empty."""

import pytest

from articles.demo.pictures import SCENES, UnknownScene, draw

SMALL = (300, 200)
COLOURS = 2000  # a flat or half-drawn picture of this size has far fewer


def colours(picture):
    return len(picture.getcolors(maxcolors=picture.width * picture.height))


@pytest.mark.parametrize("scene", SCENES)
def test_a_scene_fills_a_small_picture(scene):
    picture = draw(scene, seed=1, size=SMALL)

    assert (picture.mode, picture.size) == ("RGB", SMALL)
    assert colours(picture) > COLOURS


@pytest.mark.parametrize("scene", SCENES)
def test_a_scene_fills_an_upright_picture(scene):
    picture = draw(scene, seed=2, size=(160, 240))

    assert picture.size == (160, 240)
    assert colours(picture) > COLOURS


@pytest.mark.parametrize("scene", ["classroom", "rice-field"])
def test_the_same_seed_draws_the_same_picture(scene):
    first, second = (draw(scene, seed=7, size=SMALL) for _ in range(2))

    assert first.tobytes() == second.tobytes()


def test_every_seed_draws_another_picture():
    pictures = {draw("market", seed=seed, size=SMALL).tobytes() for seed in range(4)}

    assert len(pictures) == 4


def test_a_scene_nobody_paints_is_refused():
    with pytest.raises(UnknownScene) as refusal:
        draw("moon-landing", seed=1)

    names = ", ".join(SCENES)
    assert str(refusal.value) == (
        f"There is no scene called “moon-landing”; the scenes are {names}."
    )


def test_the_refusal_is_a_value_error():
    assert issubclass(UnknownScene, ValueError)
