"""The addresses of the pages about one article, below /admin/articles/article/."""

from django.urls import path

from articles.admin import steps


def article_urls(model_admin) -> list:
    """Every page is wrapped in `admin_view`: staff only, never cached."""

    def page(route, view, name):
        wrapped = model_admin.admin_site.admin_view(
            view.as_view(model_admin=model_admin)
        )
        return path(route, wrapped, name=f"articles_article_{name}")

    return [
        page("<int:article_id>/step/<slug:name>/", steps.StepView, "step"),
    ]
