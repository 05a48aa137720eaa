"""Small named questions, asked by every door in the same words."""

from articles.models import Article, Status

EDITABLE_BY_OWNER = (Status.DRAFT, Status.RETURNED)


def owns(user, article: Article) -> bool:
    return article.created_by_id is not None and article.created_by_id == user.pk


def can_view_any(user) -> bool:
    return user.has_perm("articles.view_any_article")


def can_view(user, article: Article) -> bool:
    """Contributors and reporters see their own work; the desk sees all."""
    may_view = user.has_perm("articles.view_article")
    return may_view and (can_view_any(user) or owns(user, article))


def visible_articles(user):
    """The articles that `can_view` answers yes for."""
    if not user.has_perm("articles.view_article"):
        return Article.objects.none()
    if can_view_any(user):
        return Article.objects.all()
    return Article.objects.filter(created_by=user.pk)


def can_add(user) -> bool:
    return user.has_perm("articles.add_article")


def can_edit(user, article: Article) -> bool:
    """Owners edit their own unsubmitted work; reviewers edit any."""
    if not user.has_perm("articles.change_article"):
        return False
    if can_review(user, article):
        return True
    return owns(user, article) and article.status in EDITABLE_BY_OWNER


def can_submit(user, article: Article) -> bool:
    may_submit = user.has_perm("articles.submit_article")
    return may_submit and (owns(user, article) or can_review(user, article))


def can_review(user, article: Article) -> bool:
    return user.has_perm("articles.review_article") and can_view(user, article)


def can_publish(user, article: Article) -> bool:
    return user.has_perm("articles.publish_article") and can_view(user, article)


def can_withdraw(user, article: Article) -> bool:
    return user.has_perm("articles.withdraw_article") and can_view(user, article)
