from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from core.uploads import PreparedFile, prepare_document, prepare_picture


class SitePicture(AbstractImage):
    """A picture. What the camera wrote about place, time and owner is cut away before the file is stored.

    `description` (Wagtail's own field) is offered as the alternative text where the picture is used.
    """

    credit = models.CharField(_("photo credit"), max_length=120, blank=True, help_text=_("Who took or drew it."))

    # No tags: Wagtail shows everybody's to everybody.
    admin_form_fields = (*(name for name in Image.admin_form_fields if name != "tags"), "credit")

    file: Any  # Wagtail's own field, which carries no type
    is_new_file = False

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def save(self, *args, **kwargs):
        self.is_new_file = bool(self.file) and not self.file._committed
        if self.is_new_file and not isinstance(self.file.file, PreparedFile):
            self.file = prepare_picture(self.file)
            self._set_image_file_metadata()
        super().save(*args, **kwargs)


class SitePictureRendition(AbstractRendition):
    """A size of a picture. Its address tells which picture it is of, so that who may fetch it is one question."""

    image = models.ForeignKey(SitePicture, on_delete=models.CASCADE, related_name="renditions")
    file: Any
    image_id: int

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="rendition_once_per_picture_and_filter"
            )
        ]

    def get_upload_to(self, filename):
        return f"images/{self.image_id}/{self.file.field.storage.get_valid_name(filename)}"


class SiteDocument(AbstractDocument):
    """A file to download, kept without its authors, comments and programs (core.uploads).

    Our own model from the first day: it cannot be changed once there are files.
    """

    file: Any
    admin_form_fields = tuple(name for name in Document.admin_form_fields if name != "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")

    def save(self, *args, **kwargs):
        if self.file and not self.file._committed and not isinstance(self.file.file, PreparedFile):
            self.file = prepare_document(self.file)
            self._set_document_file_metadata()
        super().save(*args, **kwargs)

    def clean(self):
        if self.file:  # Wagtail complains of the name of a file that was refused, too
            super().clean()
