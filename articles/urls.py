"""The addresses of the readers' side; printed on paper and shared, so they stay."""

from django.urls import path, re_path

from articles import sitemaps
from articles.feeds import json_feed, rss
from articles.feeds import views as feeds
from articles.photos import specs
from articles.views import (
    archive,
    attachments,
    authors,
    bulletins,
    corrections,
    front,
    language,
    media,
    offline,
    previews,
    reads,
    reports,
    robots,
    search,
    sections,
    statements,
    style_guide,
    units,
)

app_name = "articles"

# Up to 18 digits fit every database's integers.
BULLETIN = r"^tin/(?P<slug>[^/]+)-(?P<article_id>[1-9][0-9]{0,17})/$"
REPORT = BULLETIN.removesuffix("$") + r"bao-loi/$"
REPORT_THANKS = BULLETIN.removesuffix("$") + r"bao-loi/cam-on/$"
READS = BULLETIN.removesuffix("$") + r"luot-doc/$"
YEAR = r"^luu-tru/(?P<year>(?:19|20)[0-9]{2})/"
MONTH = YEAR + r"(?P<month>0[1-9]|1[0-2])/"
DAY = MONTH + r"(?P<day>0[1-9]|[12][0-9]|3[01])/"
SITEMAP_PART = r"^sitemap-(?P<number>0|[1-9][0-9]{0,8})\.xml$"
RENDITION = rf"^media/renditions/(?P<name>{specs.NAME})$"
ATTACHMENT = r"^tep/(?P<article_id>[1-9][0-9]{0,17})/(?P<number>[1-9][0-9]{0,2})/(?P<name>[^/]+)$"

urlpatterns = [
    path("", front.front, name="front"),
    re_path(BULLETIN, bulletins.bulletin, name="bulletin"),
    re_path(REPORT, reports.report, name="report"),
    re_path(REPORT_THANKS, reports.thanks, name="report_thanks"),
    re_path(READS, reads.count, name="reads"),
    path("doc-nhieu/", reads.most_read, name="most_read"),
    path("luu-tru/", archive.archive, name="archive"),
    re_path(YEAR + "$", archive.year, name="archive_year"),
    re_path(MONTH + "$", archive.month, name="archive_month"),
    re_path(DAY + "$", archive.day, name="archive_day"),
    path("chuyen-muc/", sections.categories, name="categories"),
    path("chuyen-muc/<slug:slug>/", sections.category, name="category"),
    path("don-vi/", units.units, name="units"),
    path("don-vi/<slug:slug>/", units.unit, name="unit"),
    path("tac-gia/", authors.authors, name="authors"),
    path("tac-gia/<slug:slug>/", authors.author, name="author"),
    path("tim-kiem/", search.search, name="search"),
    path("dinh-chinh/", corrections.corrections, name="corrections"),
    path("xem-truoc/<str:token>/", previews.preview, name="preview"),
    path(
        "xem-truoc/<str:token>/tep/<int:number>/",
        attachments.preview_attachment,
        name="preview_attachment",
    ),
    re_path(ATTACHMENT, attachments.attachment, name="attachment"),
    path("rss.xml", feeds.site, {"writer": rss}, name="feed"),
    path("feed.json", feeds.site, {"writer": json_feed}, name="json_feed"),
    path(
        "chuyen-muc/<slug:slug>/rss.xml",
        feeds.category,
        {"writer": rss},
        name="category_feed",
    ),
    path(
        "chuyen-muc/<slug:slug>/feed.json",
        feeds.category,
        {"writer": json_feed},
        name="category_json_feed",
    ),
    path("don-vi/<slug:slug>/rss.xml", feeds.unit, {"writer": rss}, name="unit_feed"),
    path(
        "don-vi/<slug:slug>/feed.json",
        feeds.unit,
        {"writer": json_feed},
        name="unit_json_feed",
    ),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    re_path(SITEMAP_PART, sitemaps.part, name="sitemap_part"),
    path("sitemap-tin-moi.xml", sitemaps.news, name="sitemap_news"),
    path("robots.txt", robots.robots, name="robots"),
    path("tro-nang/", statements.accessibility, name="accessibility"),
    path("ngon-ngu/", language.choose, name="language"),
    re_path(RENDITION, media.rendition, name="rendition"),
    path("ngoai-tuyen/", offline.offline, name="offline"),
    path("sw.js", offline.service_worker, name="service_worker"),
    path("manifest.webmanifest", offline.manifest, name="manifest"),
    path("phong-cach/", style_guide.style_guide, name="style_guide"),
]
