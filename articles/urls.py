"""The addresses of the readers' side; printed on paper and shared, so they stay."""

from django.urls import path, re_path

from articles.feeds import NewestBulletins
from articles.photos import specs
from articles.views import (
    attachments,
    bulletins,
    corrections,
    front,
    language,
    lists,
    media,
    previews,
    search,
    sections,
    units,
)

app_name = "articles"

# Up to 18 digits fit every database's integers.
BULLETIN = r"^tin/(?P<slug>[^/]+)-(?P<article_id>[1-9][0-9]{0,17})/$"
RENDITION = rf"^media/renditions/(?P<name>{specs.NAME})$"
ATTACHMENT = (
    r"^tep/(?P<article_id>[1-9][0-9]{0,17})/(?P<number>[1-9][0-9]{0,2})/(?P<name>[^/]+)$"
)

urlpatterns = [
    path("", front.front, name="front"),
    re_path(BULLETIN, bulletins.bulletin, name="bulletin"),
    path("luu-tru/", lists.archive, name="archive"),
    path("chuyen-muc/", sections.categories, name="categories"),
    path("chuyen-muc/<slug:slug>/", sections.category, name="category"),
    path("don-vi/", units.units, name="units"),
    path("don-vi/<slug:slug>/", units.unit, name="unit"),
    path("tim-kiem/", search.search, name="search"),
    path("dinh-chinh/", corrections.corrections, name="corrections"),
    path("xem-truoc/<str:token>/", previews.preview, name="preview"),
    path(
        "xem-truoc/<str:token>/tep/<int:number>/",
        attachments.preview_attachment,
        name="preview_attachment",
    ),
    re_path(ATTACHMENT, attachments.attachment, name="attachment"),
    path("rss.xml", NewestBulletins(), name="feed"),
    path("ngon-ngu/", language.choose, name="language"),
    re_path(RENDITION, media.rendition, name="rendition"),
]
