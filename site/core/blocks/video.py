from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from core.blocks.text import TextBlock
from core.video import Video, video_at


class VideoValue(blocks.StructValue):
    @property
    def video(self) -> Video | None:
        try:
            return video_at(self["url"] or "")
        except ValidationError:
            return None


class VideoBlock(blocks.StructBlock):
    """A video somewhere else. Nothing is asked of that place before the reader presses play."""

    title = blocks.CharBlock(label=_("Title"), max_length=150)
    url = blocks.URLBlock(label=_("Address of the video"), help_text=_("At YouTube or Vimeo."))
    length = blocks.CharBlock(label=_("Length"), max_length=20, required=False, help_text=_("Such as 4 min."))
    transcript = TextBlock(
        label=_("The video as text"),
        help_text=_("What is said and shown, for those who cannot hear or see it. A summary is better than nothing."),
    )

    def clean(self, value):
        value = super().clean(value)
        try:
            video_at(value["url"])
        except ValidationError as error:
            raise StructBlockValidationError({"url": error}) from error
        return value

    class Meta:
        icon = "media"
        label = _("Video")
        description = _("A video at YouTube or Vimeo. Nothing is loaded from there before the reader presses play.")
        template = "blocks/video.html"
        value_class = VideoValue
        preview_value = {
            "title": "Eksempel på en video",
            "url": "https://www.youtube.com/watch?v=aaaaaaaaaaa",
            "length": "4 min.",
            "transcript": "<p>Her står, hvad der bliver sagt og vist.</p>",
        }
