import pytest
from django.core.exceptions import ValidationError

from core.video import Video, signed_video, video_at


@pytest.mark.parametrize(
    ("address", "video"),
    [
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ", Video("youtube", "dQw4w9WgXcQ")),
        ("https://www.youtube.com/watch?list=x&v=dQw4w9WgXcQ&t=3", Video("youtube", "dQw4w9WgXcQ")),
        ("https://youtu.be/dQw4w9WgXcQ?si=abc", Video("youtube", "dQw4w9WgXcQ")),
        (" https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ ", Video("youtube", "dQw4w9WgXcQ")),
        ("https://vimeo.com/123456789", Video("vimeo", "123456789")),
        ("https://player.vimeo.com/video/123456789?h=1", Video("vimeo", "123456789")),
    ],
)
def test_an_address_of_one_video_is_understood(address, video):
    assert video_at(address) == video


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://www.youtube.com/",
        "http://youtu.be/dQw4w9WgXcQ",
        "https://youtu.be/dQw4w9WgXcQx",
        "https://ond.example/watch?v=dQw4w9WgXcQ",
        "https://youtube.com.ond.example/watch?v=dQw4w9WgXcQ",
        "https://ond.example/https://youtu.be/dQw4w9WgXcQ",
        'https://youtu.be/"><script>',
    ],
)
def test_anything_else_is_refused(address):
    with pytest.raises(ValidationError):
        video_at(address)


def test_play_opens_the_player_and_only_that_page_may(client, site):
    video = Video("youtube", "dQw4w9WgXcQ")
    response = client.get(video.play_url)
    assert "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ" in response.text
    assert (
        "frame-src https://www.youtube-nocookie.com https://player.vimeo.com"
        in response.headers["Content-Security-Policy"]
    )
    assert "frame-src 'self'" in client.get("/").headers["Content-Security-Policy"]


def test_the_player_fits_where_the_link_stood(client, site):
    response = client.get(Video("vimeo", "123456789").play_url, {"ramme": "1"})
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in response.headers["Content-Security-Policy"]
    assert "<header" not in response.text


@pytest.mark.parametrize("signed", ["youtube:dQw4w9WgXcQ", "youtube", "x" * 300, "youtube.aaaaaaaaaaa:forged"])
def test_nobody_shows_other_videos_in_our_name(client, site, signed):
    assert signed_video(signed) is None
    assert client.get(f"/video/{signed}/").status_code == 404
