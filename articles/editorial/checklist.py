"""What somebody should look at before a bulletin goes to readers.

Most findings warn. Numbers of identity cards are refused: a person's number in a public
text cannot be called back, so it is masked before ("0380850xxxxx").
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.editorial import links, similar
from articles.models import Article, Photo, PhotoPlace
from articles.text import html, personal_numbers

LONGEST_TITLE = 110  # characters; longer ones are cut by phones and search engines
SHORTEST_SHOUT = 12  # letters; a shorter title in capitals may be an abbreviation

WARNING, REFUSAL = "warning", "refusal"


@dataclass(frozen=True)
class Finding:
    """One sentence about the bulletin; `field` is the part of the form it is about.

    `article_id` is another bulletin that the sentence is about, if there is one.
    """

    severity: str
    sentence: str
    field: str = ""
    article_id: int | None = None

    @property
    def refuses(self) -> bool:
        return self.severity == REFUSAL


def check(article: Article, *, reader) -> list[Finding]:
    """Everything to look at, refusals first. `reader` is shown only what they may see."""
    places = _places(article)
    return [
        *_identity_numbers(article, places),
        *_head(article),
        *_photos(article, places),
        *_links(article),
        *_perhaps_personal(article, places),
        *_alike(article, reader),
    ]


def obstacle(article: Article, *, actor) -> str | None:
    """Why the bulletin must not go to readers, as a sentence; None if it may.

    The system (`actor=None`) republishes what was public before and is not refused.
    """
    if actor is None:
        return None
    found = _identity_numbers(article, _places(article))
    return " ".join(finding.sentence for finding in found) or None


def _places(article: Article) -> list[PhotoPlace]:
    return list(article.photo_places.select_related("photo__author"))


def _identity_numbers(article: Article, places: list[PhotoPlace]) -> list[Finding]:
    sentence = _("“%(number)s” looks like somebody's identity number: mask it.")
    return [
        Finding(REFUSAL, sentence % {"number": number}, field)
        for field, text in _texts(article, places)
        for number in dict.fromkeys(personal_numbers.identity_numbers(text))
    ]


def _perhaps_personal(article: Article, places: list[PhotoPlace]) -> list[Finding]:
    kinds = [
        (
            personal_numbers.perhaps_identity_numbers,
            _("“%(number)s” could be the number of an old identity card."),
        ),
        (
            personal_numbers.phone_numbers,
            _("Is the telephone number “%(number)s” meant for everybody?"),
        ),
    ]
    return [
        Finding(WARNING, sentence % {"number": number}, field)
        for find, sentence in kinds
        for field, text in _texts(article, places)
        for number in dict.fromkeys(find(text))
    ]


def _texts(article: Article, places: list[PhotoPlace]) -> list[tuple[str, str]]:
    """What readers would get to read, by the part of the form where it stands."""
    beside = [f"{place.said('caption')}\n{place.said('alt_text')}" for place in places]
    return [
        ("title", article.title),
        ("lead", article.lead),
        ("body", html.plain_text(article.body)),
        ("photo_places", "\n".join(beside)),
    ]


def _head(article: Article) -> list[Finding]:
    letters = sum(map(str.isalpha, article.title))
    cases = [
        (
            len(article.title) > LONGEST_TITLE,
            _("The title has %(length)d characters; more than %(most)d are cut off.")
            % {"length": len(article.title), "most": LONGEST_TITLE},
            "title",
        ),
        (
            article.title.isupper() and letters >= SHORTEST_SHOUT,
            _("The title is written in capitals."),
            "title",
        ),
        (not article.lead, _("There is no lead."), "lead"),
        (article.category_id is None, _("No category is chosen."), "category"),
    ]
    return [
        Finding(WARNING, sentence, field) for is_so, sentence, field in cases if is_so
    ]


def _photos(article: Article, places: list[PhotoPlace]) -> list[Finding]:
    lacks = [
        (
            _("Photo %(number)s is missing: readers see the text without it."),
            lambda place: place.photo is None,
        ),
        (
            _("Photo %(number)s has no caption."),
            lambda place: not place.said("caption"),
        ),
        (
            _("Photo %(number)s has no alternative text for those who cannot see."),
            lambda place: not (place.said("alt_text") or place.only_adorns),
        ),
        (
            _("Somebody in photo %(number)s is to be asked before it is published."),
            lambda place: place.photo and place.photo.people == Photo.People.ASK,
        ),
    ]
    sentences = [
        sentence % {"number": place.number}
        for place in places
        for sentence, is_so in lacks
        if is_so(place)
    ]
    known = {place.number for place in places}
    sentences += [
        _("The text names photo %(number)s, which does not exist.") % {"number": number}
        for number in dict.fromkeys(html.photo_numbers(article.body))
        if number not in known
    ]
    return [Finding(WARNING, sentence, "photo_places") for sentence in sentences]


def _links(article: Article) -> list[Finding]:
    words = {
        links.MALFORMED: _("The link “%(address)s” is not a complete address."),
        links.DEAD: _("The link “%(address)s” leads nowhere on this site."),
        links.STAFF_ONLY: _("The link “%(address)s” opens for staff only."),
    }
    return [
        Finding(WARNING, words[trouble] % {"address": address}, "body")
        for address, trouble in links.troubles(article.body)
    ]


def _alike(article: Article, reader) -> list[Finding]:
    sentence = _("Very much like another bulletin: “%(title)s”.")
    return [
        Finding(WARNING, sentence % {"title": title}, "title", article_id=key)
        for key, title in similar.to(article, reader=reader)
    ]
