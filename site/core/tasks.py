from django.tasks import task
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from core.models import SitePicture
from core.pictures import SPECS


@task()
def make_renditions(picture_pk: int) -> None:
    """Make the sizes the site shows. A picture deleted or damaged in the meantime needs none."""
    picture = SitePicture.objects.filter(pk=picture_pk).first()
    if picture is None:
        return
    try:
        picture.get_renditions(*SPECS)
    except (SourceImageIOError, InvalidFilterSpecError):
        return
