"""The test suite: quick hashing, tasks and mail through the real database and real files, each process its own."""

import os

from config import env

from .base import *  # noqa: F403 (settings modules build on each other)
from .base import CACHES, STORAGES, VAR

# Files of one process of one run; tests/conftest.py empties it when the run starts.
RUN_ROOT = VAR / "test" / os.environ.get("PYTEST_XDIST_WORKER", "main")

DEBUG = False
SECRET_KEY = "test-only-not-a-secret"  # noqa: S105 (production refuses to start without its own)
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
DATABASES = {"default": env.database("DATABASE_URL", f"sqlite:///{VAR / 'test.sqlite3'}")}
DATABASES["default"].setdefault("TEST", {})
if "sqlite" in DATABASES["default"]["ENGINE"]:
    # A file, so that threads and the live server meet in one database as they do in real life.
    DATABASES["default"]["TEST"]["NAME"] = str(VAR / "test_suite.sqlite3")
CACHES = {
    # Memory, so that a listing's query count is its own and not the cache table's.
    alias: {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": alias}
    for alias in CACHES
}
STATIC_ROOT = RUN_ROOT / "static"
MEDIA_ROOT = RUN_ROOT / "media"
PRIVATE_ROOT = RUN_ROOT / "private"
MAIL_ROOT = RUN_ROOT / "mail"
STORAGES = STORAGES | {
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": PRIVATE_ROOT, "base_url": None},
    },
}
# Tests of the worker point another process at a mail server of their own.
MAILERS = {"default": env.mailer("MAIL_URL", f"file://{MAIL_ROOT}")}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
