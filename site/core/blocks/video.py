from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from core.blocks.text import TextBlock
from core.video import Video, seconds, video_at


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


class ChapterBlock(blocks.StructBlock):
    time = blocks.CharBlock(label=_("Begins at"), max_length=8, help_text=_("Minutes and seconds: 12:30."))
    title = blocks.CharBlock(label=_("Title"), max_length=120)

    def clean(self, value):
        value = super().clean(value)
        try:
            seconds(value["time"])
        except ValueError as error:
            message = ValidationError(_("Write minutes and seconds, such as 12:30, or 1:02:30."))
            raise StructBlockValidationError({"time": message}) from error
        return value

    class Meta:
        icon = "time"
        label = _("Chapter")
        description = _("Where in the video something begins.")


class ChaptersValue(VideoValue):
    @property
    def chapters_to_play(self) -> list[dict]:
        """Each chapter with the address that plays the video from there."""
        video = self.video
        return [
            {"time": each["time"], "title": each["title"], "url": f"{video.play_url}?fra={seconds(each['time'])}"}
            for each in self["chapters"] or []
            if video
        ]


class FilmBlock(VideoBlock):
    """A video that stands for itself: a short film, or what was recorded of a digital room."""

    captions = blocks.BooleanBlock(label=_("It has Danish captions"), required=False)
    chapters = blocks.ListBlock(ChapterBlock(), label=_("Chapters"), default=[], max_num=30)

    class Meta:
        template = "blocks/film.html"
        value_class = ChaptersValue
        description = _(
            "A video with its captions, chapters and text. Nothing is loaded before the reader presses play."
        )
        preview_value = {
            "title": "Eksempel på en optagelse",
            "url": "https://www.youtube.com/watch?v=aaaaaaaaaaa",
            "length": "58 min.",
            "transcript": "<p>Her står, hvad der bliver sagt og vist.</p>",
            "captions": True,
            "chapters": [{"time": "0:00", "title": "Velkommen"}, {"time": "12:30", "title": "Hvad gør en leder?"}],
        }
