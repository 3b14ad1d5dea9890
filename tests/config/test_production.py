"""Production settings, each time in a process of their own, as a server starts them."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings as running
from django.core.cache import caches
from django.core.management import call_command

from config import env

COMPLETE = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "UDVIKLINGSRUM_SECRET_KEY": "a-secret-for-tests-with-more-than-fifty-characters-0123456789",
    "UDVIKLINGSRUM_ALLOWED_HOSTS": "udviklingsrum.example",
    "UDVIKLINGSRUM_BASE_URL": "https://udviklingsrum.example",
    "UDVIKLINGSRUM_FROM_EMAIL": "post@udviklingsrum.example",
    "UDVIKLINGSRUM_CONTACT_EMAIL": "post@udviklingsrum.example",
    "MAIL_URL": "smtp://mail.example",
}


def run(tmp_path, *arguments, **changes):
    """Run Python with a complete production environment, changed; None takes a variable out."""
    ours = ("UDVIKLINGSRUM_", "DATABASE_", "DJANGO_")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    path = os.pathsep.join(str(folder) for folder in (running.ROOT, running.ROOT / "site"))
    chosen = {**clean, **COMPLETE, "UDVIKLINGSRUM_VAR": str(tmp_path), "PYTHONPATH": path, **changes}
    return subprocess.run(
        [sys.executable, *arguments],
        env={name: value for name, value in chosen.items() if value is not None},
        capture_output=True,
        text=True,
        timeout=120,
    )


def manage(tmp_path, *arguments):
    return run(tmp_path, str(running.ROOT / "manage.py"), *arguments)


def read_settings(tmp_path, code="", **changes):
    return run(tmp_path, "-c", f"import config.settings.production as s; {code}", **changes)


@pytest.mark.slow
def test_the_deployment_check_is_clean(tmp_path):
    done = manage(tmp_path, "check", "--deploy", "--fail-level", "WARNING")
    assert (done.returncode, "no issues" in done.stdout + done.stderr) == (0, True), done.stderr


@pytest.mark.parametrize("name", [name for name in COMPLETE if name != "DJANGO_SETTINGS_MODULE"])
def test_it_does_not_start_without(tmp_path, name):
    done = read_settings(tmp_path, **{name: None})
    assert done.returncode != 0
    assert f"{name} must be set." in done.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("UDVIKLINGSRUM_BASE_URL", "http://udviklingsrum.example"),
        ("UDVIKLINGSRUM_SEAT_LOCK", "off"),
        ("UDVIKLINGSRUM_SECRET_KEY", "changeme"),
        ("UDVIKLINGSRUM_ALLOWED_HOSTS", "*"),
        ("UDVIKLINGSRUM_LOG_LEVEL", "loud"),
        ("UDVIKLINGSRUM_DEBUG", "on"),
    ],
)
def test_it_refuses(tmp_path, name, value):
    done = read_settings(tmp_path, **{name: value})
    assert done.returncode != 0
    assert name in done.stderr


@pytest.mark.parametrize(
    ("address", "secure"), [("https://udviklingsrum.example", "True"), ("http://127.0.0.1:8000", "False")]
)
def test_cookies_are_for_https_only_but_on_ones_own_machine(tmp_path, address, secure):
    code = "print(s.SECURE_SSL_REDIRECT, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE)"
    assert read_settings(tmp_path, code, UDVIKLINGSRUM_BASE_URL=address).stdout.split() == [secure] * 3


def test_prepare_makes_the_cache_table_and_may_be_run_again(db, settings):
    settings.CACHES = settings.CACHES | {"default": env.cache("NOT_SET")}
    for _ in range(2):
        call_command("prepare", no_static=True)
    caches["default"].set("a", 1)
    assert caches["default"].get("a") == 1


def test_every_file_our_stylesheets_name_is_there(tmp_path, settings):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}
    }
    call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=["wagtail*", "allauth*", "mfa*"])
    assert "core/site.css" in json.loads((tmp_path / "staticfiles.json").read_text())["paths"]
