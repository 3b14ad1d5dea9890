from django.tasks import task

from catalogue.enums import GuideReader
from catalogue.exports.booklet import booklet
from catalogue.exports.guide import guide_pdf
from catalogue.models import EditionPage, GuidePage
from core.pdf_shelf import kept, make


@task()
def make_guide_files() -> None:
    """Have the guide on paper ready for each kind of reader before anybody asks for it."""
    page = GuidePage.objects.live_public().first()
    if page is not None:
        for reader in (None, *GuideReader):
            guide_pdf(page, reader)


@task()
def make_booklet(edition_pk: int) -> None:
    """Make the PDF of a published edition, if the one that is kept does not tell the same."""
    edition = EditionPage.objects.live_public().filter(pk=edition_pk).first()
    if edition is None or edition.frozen is None:
        return
    order = booklet(edition)
    if kept(order) is None:
        make(order)
