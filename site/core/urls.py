from django.conf import settings
from django.urls import path

from core.views import gallery, media, robots, video

app_name = "core"
urlpatterns = [
    path("media/<path:path>", media.media, name="media"),
    path("video/<str:signed>/", video.video, name="video"),
    path("robots.txt", robots.robots, name="robots"),
    path("sitemap.xml", robots.sitemap, name="sitemap"),
    path("favicon.ico", robots.favicon, name="favicon"),
    path("was", robots.accessibility_statement, name="was"),
    path("was/", robots.accessibility_statement),
]

if settings.DEBUG:
    urlpatterns += [path("komponenter/", gallery.gallery, name="gallery")]
