"""Uploaded files over HTTP, with the same headers whoever serves them."""

import posixpath

from django.conf import settings
from django.http import Http404
from django.views.static import serve
from wagtail.permissions import policy_registry

from core.models import SitePicture

SHOWN_TO_ALL = "images/"  # the sizes made for pages
ORIGINALS = "original_images/"
# An uploaded file may hold script. In a sandbox it has no origin to act from.
SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; sandbox"


def media(request, path):
    """A rendition for anyone, an original for those who may choose or change the picture. Files have /filer/."""
    path = posixpath.normpath(path)
    if not path.startswith(SHOWN_TO_ALL) and not may_see_original(request.user, path):
        raise Http404
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    response.headers["Content-Security-Policy"] = SANDBOX
    response.headers["Cache-Control"] = "public, max-age=604800" if path.startswith(SHOWN_TO_ALL) else "private"
    if not response.headers.get("Content-Type", "").startswith("image/"):
        response.headers["Content-Disposition"] = "attachment"
    return response


def may_see_original(user, path: str) -> bool:
    if not path.startswith(ORIGINALS) or not user.is_authenticated:
        return False
    picture = SitePicture.objects.filter(file=path).first()
    policy, wanted = policy_registry.get_by_type(SitePicture), ["choose", "change", "delete"]
    return picture is not None and policy.user_has_any_permission_for_instance(user, wanted, picture)
