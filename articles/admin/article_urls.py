"""The addresses of the pages about one article, below /admin/articles/article/."""

from django.urls import path

from articles.admin import (
    attachments,
    autosave,
    conflicts,
    duplicating,
    history,
    preview,
    preview_links,
    remarks,
    schedule,
    steps,
    versions,
)


def article_urls(model_admin) -> list:
    """Every page is wrapped in `admin_view`: staff only, never cached."""

    def page(route, view, name):
        wrapped = model_admin.admin_site.admin_view(
            view.as_view(model_admin=model_admin)
        )
        return path(route, wrapped, name=f"articles_article_{name}")

    return [
        *autosave.autosave_urls(model_admin),
        page("<int:article_id>/step/<slug:name>/", steps.StepView, "step"),
        page(
            "<int:article_id>/attachments/<int:number>/",
            attachments.AttachmentPage,
            "attachment",
        ),
        page("<int:article_id>/history/", history.HistoryPage, "history"),
        page("scheduled/", schedule.SchedulePage, "scheduled"),
        page("<int:article_id>/preview/", preview.PreviewPage, "preview"),
        page(
            "<int:article_id>/preview-links/add/",
            preview_links.CreateLinkPage,
            "preview_link",
        ),
        page(
            "<int:article_id>/preview-links/<int:link_id>/revoke/",
            preview_links.RevokeLinkPage,
            "preview_link_revoke",
        ),
        page("<int:article_id>/versions/", versions.VersionsPage, "versions"),
        page("<int:article_id>/versions/compare/", versions.ComparePage, "compare"),
        page(
            "<int:article_id>/versions/<int:number>/restore/",
            versions.RestorePage,
            "restore",
        ),
        page("<int:article_id>/merge/", conflicts.ConflictPage, "merge"),
        page("<int:article_id>/duplicate/", duplicating.DuplicateView, "duplicate"),
        page("<int:article_id>/remarks/", remarks.RemarksView, "remarks"),
        page(
            "<int:article_id>/remarks/<int:remark_id>/<slug:change>/",
            remarks.RemarkView,
            "remark",
        ),
    ]
