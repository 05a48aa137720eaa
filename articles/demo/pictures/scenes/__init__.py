"""What there is to draw: each scene's painter, the hours that suit it, and whether it has a roof."""

from collections.abc import Callable
from dataclasses import dataclass

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.light import DAY, DAYLIGHT, EVENING, GREY_DAYS, Light
from articles.demo.pictures.scenes.classroom import classroom
from articles.demo.pictures.scenes.clinic import clinic
from articles.demo.pictures.scenes.cultural_house import cultural_house
from articles.demo.pictures.scenes.flood_dyke import flood_dyke
from articles.demo.pictures.scenes.library import library
from articles.demo.pictures.scenes.market import market
from articles.demo.pictures.scenes.meeting_hall import meeting_hall
from articles.demo.pictures.scenes.orchard import orchard
from articles.demo.pictures.scenes.rice_field import rice_field
from articles.demo.pictures.scenes.rice_harvest import rice_harvest
from articles.demo.pictures.scenes.river_bridge import river_bridge
from articles.demo.pictures.scenes.school_yard import school_yard
from articles.demo.pictures.scenes.service_desk import service_desk
from articles.demo.pictures.scenes.sports_field import sports_field
from articles.demo.pictures.scenes.street_lights import street_lights
from articles.demo.pictures.scenes.tree_planting import tree_planting
from articles.demo.pictures.scenes.village_festival import village_festival
from articles.demo.pictures.scenes.village_road import village_road


@dataclass(frozen=True)
class Scene:
    paint: Callable[[Canvas], None]
    hours: tuple[tuple[Light, ...], ...] = DAY
    indoors: bool = False


CATALOGUE = {
    "rice-harvest": Scene(rice_harvest),
    "rice-field": Scene(rice_field),
    "meeting-hall": Scene(meeting_hall, indoors=True),
    "school-yard": Scene(school_yard, DAYLIGHT),
    "classroom": Scene(classroom, DAYLIGHT, indoors=True),
    "clinic": Scene(clinic, DAYLIGHT, indoors=True),
    "village-road": Scene(village_road),
    "river-bridge": Scene(river_bridge),
    "market": Scene(market),
    "sports-field": Scene(sports_field),
    "village-festival": Scene(village_festival),
    "library": Scene(library, indoors=True),
    "tree-planting": Scene(tree_planting, DAYLIGHT),
    "service-desk": Scene(service_desk, DAYLIGHT, indoors=True),
    "orchard": Scene(orchard),
    "flood-dyke": Scene(flood_dyke, GREY_DAYS),
    "street-lights": Scene(street_lights, EVENING),
    "cultural-house": Scene(cultural_house),
}
