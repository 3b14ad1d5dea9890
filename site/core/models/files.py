from django.core.files.base import ContentFile
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from core.metadata import without_metadata


class SitePicture(AbstractImage):
    """A picture. What the camera wrote about place, time and owner is cut away before the file is stored.

    `description` (Wagtail's own field) is offered as the alternative text where the picture is used.
    """

    credit = models.CharField(_("photo credit"), max_length=120, blank=True, help_text=_("Who took or drew it."))

    admin_form_fields = (*Image.admin_form_fields, "credit")

    is_new_file = False

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def save(self, *args, **kwargs):
        self.is_new_file = bool(self.file) and not self.file._committed
        if self.is_new_file:
            self._cut_metadata()
        super().save(*args, **kwargs)

    def _cut_metadata(self) -> None:
        name = self.file.name
        self.file.open()
        self.file.file = ContentFile(without_metadata(self.file.read()), name=name)
        self._set_image_file_metadata()


class SitePictureRendition(AbstractRendition):
    image = models.ForeignKey(SitePicture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="rendition_once_per_picture_and_filter"
            )
        ]


class SiteDocument(AbstractDocument):
    """A file to download. Our own model from the first day: it cannot be changed once there are files."""

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")
