from django.db.models import Prefetch, prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from core.blocks.text import TextBlock
from core.pictures import SPECS


def with_renditions(pictures: list) -> list:
    """`pictures` (None among them where nothing is chosen), their renditions read in one query."""
    chosen = [picture for picture in pictures if picture]
    if chosen:
        renditions = chosen[0].renditions.model.objects.filter(filter_spec__in=SPECS)
        prefetch_related_objects(chosen, Prefetch("renditions", renditions, to_attr="prefetched_renditions"))
    return pictures


class DescribedImageBlock(ImageBlock):
    """A picture that has an alternative text or is marked as decorative: Wagtail's own block, read in two queries."""

    def bulk_to_python(self, values):
        return with_renditions(super().bulk_to_python(values))

    def deconstruct(self):
        return ("core.blocks.pictures.DescribedImageBlock", [], self._constructor_kwargs)


class NewestPicturePreview(blocks.StructBlock):
    """A picture cannot be made up for a preview: the newest there is stands in."""

    def get_preview_value(self):
        chooser = self.child_blocks["image"].child_blocks["image"]
        picture = chooser.model_class.objects.order_by("-pk").first()
        if picture:
            picture.contextual_alt_text, picture.decorative = picture.default_alt_text, False
        return self.normalize({**self.meta.preview_value, "image": picture})


class PictureBlock(NewestPicturePreview):
    image = DescribedImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), max_length=200, required=False)

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A photo or a drawing, with an alternative text or marked as decorative.")
        template = "blocks/picture.html"
        preview_value = {"caption": "Eksempel på en billedtekst."}


class FigureBlock(NewestPicturePreview):
    """A chart or a drawing that says something words must say as well."""

    title = blocks.CharBlock(label=_("Title"), max_length=150)
    image = DescribedImageBlock(label=_("Figure"))
    alternative = TextBlock(
        label=_("The figure as text"),
        help_text=_("All that the figure tells, for those who cannot see it: the numbers, and what they show."),
    )
    source = blocks.CharBlock(label=_("Source"), max_length=200, required=False)

    class Meta:
        icon = "table"
        label = _("Figure with text alternative")
        description = _("A chart or a drawing, and the same told in words.")
        template = "blocks/figure.html"
        preview_value = {
            "title": "Kendte ansigter, før og efter",
            "alternative": "<p>Før mødte borgeren otte medarbejdere på en uge. Efter var det fire. Eksempel.</p>",
            "source": "Eksempel på en kilde",
        }
