"""Headers that differ from the settings' by address."""

from django.utils.csp import CSP

PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
)

# Wagtail's admin carries inline script and style, and shows our pages in frames when somebody previews them.
ADMIN_CSP = {
    "default-src": [CSP.SELF],
    "script-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "img-src": [CSP.SELF, "data:", "blob:"],
    "font-src": [CSP.SELF, "data:"],
    "connect-src": [CSP.SELF],
    "frame-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.SELF],
}
ADMIN = "/admin/"
SECRET_LINKS = (
    "/tilmelding/",
    "/laes/",
    "/bekraeft/",
    "/invitation/",
    "/konto/kommune/",
    "/konto/password/reset/",
    "/konto/confirm-email/",
)


# A form sent here signs somebody in, so another site must not be able to send it: Django asks for the origin.
SIGNING_IN = ("/invitation/", "/konto/")


def referrer_policy(secret_link: str) -> str:
    """No address leaves the page, and where a form signs somebody in the origin does, which Django asks for."""
    return "strict-origin" if secret_link.startswith(SIGNING_IN) else "no-referrer"
