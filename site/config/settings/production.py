"""Production: every secret and address comes from the environment, or the site does not start."""

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from config import env

from .base import *  # noqa: F403 (settings modules build on each other)
from .base import SEAT_LOCK, STORAGES

DEBUG = False
SECRET_KEY = env.secret("UDVIKLINGSRUM_SECRET_KEY")
SECRET_KEY_FALLBACKS = env.words("UDVIKLINGSRUM_SECRET_KEY_FALLBACKS", "")
ALLOWED_HOSTS = env.hosts("UDVIKLINGSRUM_ALLOWED_HOSTS")
BASE_URL = env.address("UDVIKLINGSRUM_BASE_URL")
CSRF_TRUSTED_ORIGINS = [BASE_URL]
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.mail_address("UDVIKLINGSRUM_FROM_EMAIL")
CONTACT_EMAIL = env.mail_address("UDVIKLINGSRUM_CONTACT_EMAIL")
MAILERS = {"default": env.mailer("MAIL_URL")}

MFA_REQUIRED = env.flag("UDVIKLINGSRUM_MFA_REQUIRED", True)

STORAGES = STORAGES | {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}

# Plain HTTP is for one's own machine only (make serve).
HTTPS = BASE_URL.startswith("https://")
OWN_MACHINE = urlsplit(BASE_URL).hostname in ("127.0.0.1", "localhost")
if not HTTPS and not OWN_MACHINE:
    raise ImproperlyConfigured("UDVIKLINGSRUM_BASE_URL must begin with https://.")
if not SEAT_LOCK and not OWN_MACHINE:
    raise ImproperlyConfigured("UDVIKLINGSRUM_SEAT_LOCK is switched off by the load test only.")
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
if env.flag("UDVIKLINGSRUM_TRUST_PROXY", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1
