"""Development and demo: SQLite, mail as files, the component gallery, no secrets needed."""

from config import env

from .base import *  # noqa: F403 (settings modules build on each other)
from .base import MAIL_ROOT

DEBUG = True
SECRET_KEY = "development-only-not-a-secret"  # noqa: S105 (production refuses to start without its own)
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
MAILERS = {"default": env.mailer("MAIL_URL", f"file://{MAIL_ROOT}")}
