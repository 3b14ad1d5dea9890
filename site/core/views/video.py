import re
from typing import Any

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.utils.csp import CSP
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.csp import csp_override

from core.video import signed_video

PLAYERS = ["https://www.youtube-nocookie.com", "https://player.vimeo.com"]
SECONDS = re.compile(r"[0-9]{1,5}")
PLAYER_CSP: dict[str, Any] = settings.SECURE_CSP | {"frame-src": PLAYERS, "frame-ancestors": [CSP.SELF]}


@xframe_options_sameorigin
@csp_override(PLAYER_CSP)
def video(request, signed):
    """The one page that may show another service's player: somebody has pressed play to come here.

    Without script the play link leads here. With it, the page stands in a frame where the link was (?ramme=1).
    A chapter begins at its own second (?fra=750).
    """
    found = signed_video(signed)
    if found is None:
        raise Http404
    template = "video_frame.html" if "ramme" in request.GET else "video_player.html"
    start = request.GET.get("fra", "")
    begins = int(start) if SECONDS.fullmatch(start) else 0
    response = render(request, template, {"video": found, "player_url": found.player_from(begins)})
    response.headers["X-Robots-Tag"] = "noindex"
    # The services refuse to play where they cannot see which site shows the video.
    response.headers["Referrer-Policy"] = "strict-origin-when-cross-origin"
    return response
