"""Videos on the two services we show. The reader's browser meets them only after the reader has pressed play."""

import re
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

YOUTUBE = re.compile(
    r"https://(?:(?:www\.|m\.)?youtube\.com/(?:watch\?(?:.*&)?v=|embed/|shorts/)"
    r"|www\.youtube-nocookie\.com/embed/|youtu\.be/)([\w-]{11})(?![\w-])"
)
VIMEO = re.compile(r"https://(?:www\.vimeo\.com/|vimeo\.com/|player\.vimeo\.com/video/)(\d{6,12})(?!\d)")
TIME = re.compile(r"(?:(?:1?\d|2[0-3]):[0-5]\d|\d{1,3}):[0-5]\d", re.ASCII)
PLAYERS = {
    "youtube": "https://www.youtube-nocookie.com/embed/{}?autoplay=1&rel=0",
    "vimeo": "https://player.vimeo.com/video/{}?autoplay=1&dnt=1",
}
STARTS = {"youtube": "&start={}", "vimeo": "#t={}s"}
PAGES = {"youtube": "https://www.youtube.com/watch?v={}", "vimeo": "https://vimeo.com/{}"}
NAMES = {"youtube": "YouTube", "vimeo": "Vimeo"}


class Video(NamedTuple):
    service: str
    number: str

    @property
    def service_name(self) -> str:
        return NAMES[self.service]

    @property
    def player_url(self) -> str:
        """The service's own player, without cookies where the service can."""
        return self.player_from(0)

    def player_from(self, second: int) -> str:
        """The same, from a chapter's beginning."""
        start = STARTS[self.service].format(second) if second else ""
        return PLAYERS[self.service].format(self.number) + start

    @property
    def page_url(self) -> str:
        """The video's page at the service."""
        return PAGES[self.service].format(self.number)

    @property
    def play_url(self) -> str:
        """Our own page with the player, signed: it shows no other videos than those somebody put on a page."""
        return reverse("core:video", args=[_signer().sign(f"{self.service}.{self.number}")])


def video_at(address: str) -> Video:
    """The video that `address` leads to. Raises ValidationError for anything but one video at YouTube or Vimeo."""
    for service, pattern in (("youtube", YOUTUBE), ("vimeo", VIMEO)):
        if found := pattern.match(address.strip()):
            return Video(service, found[1])
    raise ValidationError(_("Paste the address of one video at YouTube or Vimeo, starting with https://."))


def seconds(time: str) -> int:
    """Of 12:30 or 1:02:30. Raises ValueError for what is no such time, or a day or more."""
    if not TIME.fullmatch(time):
        raise ValueError(time)
    total = 0
    for part in time.split(":"):
        total = total * 60 + int(part)
    return total


def signed_video(text: str) -> Video | None:
    """The video in a play_url, or None when somebody else made it."""
    try:
        service, number = _signer().unsign(text).split(".")
    except (BadSignature, ValueError):
        return None
    return Video(service, number)


def _signer() -> Signer:
    return Signer(salt="core.video")
