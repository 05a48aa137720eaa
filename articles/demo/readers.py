"""What readers have done in the demo: read, and written that something is wrong."""

from datetime import timedelta

from django.utils import timezone

from articles.editorial import front_page
from articles.models import DailyReads, Edition, ReaderReport

LEADS = 4  # one large, and a row of three
READ = 12  # bulletins that were read in the last days
REPORT = "Trong bài ghi trạm bơm chạy từ 5 giờ, nhưng loa thôn báo 6 giờ. Nhờ tòa soạn xem lại."


def tell(head) -> None:
    """`head` chooses what leads the front page; a week of reads; one report that waits."""
    live = list(Edition.objects.live().newest_first()[:READ])
    for edition in reversed([each for each in live if each.cover][:LEADS]):
        front_page.add(edition.article_id, actor=head)
    today = timezone.localdate()
    DailyReads.objects.bulk_create(
        DailyReads(
            article_id=edition.article_id,
            day=today - timedelta(days=days),
            count=40 + (place * 37 + days * 23) % 160,
        )
        for place, edition in enumerate(live)
        for days in range(1, 6)
    )
    read = live[-1]
    ReaderReport.objects.create(
        article_id=read.article_id,
        edition_number=read.number,
        text=REPORT,
        contact="Bà Năm, thôn Bến Đò",
        reported_at=timezone.now() - timedelta(hours=3),
    )
