from django.conf import settings
from django.contrib.syndication.views import Feed
from django.urls import reverse_lazy
from django.utils import translation
from django.utils.timezone import localtime

from articles.models import Edition

LENGTH = 20


class NewestBulletins(Feed):
    """The newest live bulletins as RSS; in Vietnamese whatever the reader's cookie says."""

    language = "vi"
    link = reverse_lazy("articles:front")
    item_guid_is_permalink = False

    def title(self):
        return settings.SITE_NAME

    def description(self):
        return settings.MANAGING_BODY or settings.SITE_NAME

    def items(self):
        return Edition.objects.live().newest_first().for_feed()[:LENGTH]

    def item_title(self, item):
        return item.title

    def item_description(self, item):
        """The lead and the public notes, in Vietnamese like the feed."""
        with translation.override(self.language):
            notes = [
                f"{note.label} {localtime(note.at):%d/%m/%Y}: {note.text}"
                for note in item.public_notes
            ]
        return "\n\n".join(filter(None, [item.lead, *notes]))

    def item_link(self, item):
        return item.get_absolute_url()

    def item_guid(self, item):
        """The same for every edition: a corrected title is not a new bulletin."""
        return f"bulletin-{item.article_id}"

    def item_pubdate(self, item):
        return item.dateline_at

    def item_categories(self, item):
        return [item.category_name] if item.category_name else []
