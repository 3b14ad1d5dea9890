from django.tasks import task

from catalogue.enums import GuideReader
from catalogue.exports.guide import guide_pdf
from catalogue.models import GuidePage


@task()
def make_guide_files() -> None:
    """Have the guide on paper ready for each kind of reader before anybody asks for it."""
    page = GuidePage.objects.live_public().first()
    if page is not None:
        for reader in (None, *GuideReader):
            guide_pdf(page, reader)
