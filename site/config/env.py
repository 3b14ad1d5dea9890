"""Typed readers of the environment. What is not understood stops the start, with the name in the message."""

import os
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

PREFIX = "UDVIKLINGSRUM_"
KNOWN = frozenset(
    PREFIX + name
    for name in (
        "VAR",
        "SECRET_KEY",
        "SECRET_KEY_FALLBACKS",
        "ALLOWED_HOSTS",
        "BASE_URL",
        "FROM_EMAIL",
        "CONTACT_EMAIL",
        "TRUST_PROXY",
        "LOG_LEVEL",
        "PROCESSES",
        "THREADS",
        "SEAT_LOCK",
        "MFA_REQUIRED",
    )
)
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
TRUE, FALSE = ("1", "true", "yes", "on"), ("0", "false", "no", "off")


def refuse_unknown_names() -> None:
    """Raise ImproperlyConfigured for a variable of ours that nothing reads: a misspelt setting is not ignored."""
    unknown = sorted(name for name in os.environ if name.startswith(PREFIX) and name not in KNOWN)
    if unknown:
        raise ImproperlyConfigured(f"Unknown settings: {', '.join(unknown)}. Known: {', '.join(sorted(KNOWN))}.")


def text(name: str, default: str | None = None) -> str:
    """The variable's text. Raises ImproperlyConfigured when it is unset or empty and has no default."""
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if default is None:
        raise ImproperlyConfigured(f"{name} must be set.")
    return default


def secret(name: str) -> str:
    """A text nobody guesses: at least 50 characters, as Django's own deployment check asks for."""
    value = text(name)
    if len(value) < 50 or len(set(value)) < 5:
        raise ImproperlyConfigured(f"{name} must be at least 50 random characters.")
    return value


def flag(name: str, default: bool) -> bool:
    value = text(name, "yes" if default else "no").lower()
    if value not in TRUE + FALSE:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(TRUE + FALSE)}, not {value!r}.")
    return value in TRUE


def choice(name: str, choices: tuple[str, ...], default: str) -> str:
    value = text(name, default)
    if value not in choices:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(choices)}, not {value!r}.")
    return value


def number(name: str, default: int) -> int:
    """A whole number from 1 up."""
    value = text(name, str(default))
    if not (value.isascii() and value.isdigit() and int(value) >= 1):
        raise ImproperlyConfigured(f"{name} must be a whole number from 1 up, not {value!r}.")
    return int(value)


def words(name: str, default: str | None = None) -> list[str]:
    """A comma-separated list, without empty parts."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def hosts(name: str) -> list[str]:
    """Host names this site answers to. A star would let anyone choose the host in the links we mail."""
    names = words(name)
    if not names or any(set(host) & set("*/ ") or "://" in host for host in names):
        raise ImproperlyConfigured(f"{name} must list host names such as example.dk, not {','.join(names)!r}.")
    return names


def mail_address(name: str, default: str | None = None) -> str:
    """One e-mail address, with or without a name: `Udviklingsrummet <post@example.dk>`."""
    value = text(name, default)
    try:
        validate_email(parseaddr(value)[1])
    except ValidationError:
        raise ImproperlyConfigured(f"{name} must be an e-mail address, not {value!r}.") from None
    return value


def _url(name: str, default: str | None) -> SplitResult:
    value = text(name, default)
    try:
        parts = urlsplit(value)
        _ = parts.port  # raises ValueError when it is no number
    except ValueError:
        raise ImproperlyConfigured(f"{name} is not an address that can be read.") from None
    return parts


def address(name: str, default: str | None = None) -> str:
    """The http(s) address of a site, without a trailing slash."""
    parts = _url(name, default)
    bare = parts.path in ("", "/") and not (parts.query or parts.fragment or parts.username)
    if parts.scheme not in ("http", "https") or not parts.hostname or not bare:
        raise ImproperlyConfigured(f"{name} must look like https://example.dk, not {parts.geturl()!r}.")
    return f"{parts.scheme}://{parts.netloc}"


SQLITE_OPTIONS = {
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
}


def database(name: str, default: str) -> dict:
    """A DATABASES entry from sqlite:///path or postgres://user:password@host:port/name."""
    parts = _url(name, default)
    value = text(name, default)  # as written: put together again, sqlite:////path loses slashes on some Pythons
    if parts.path in ("", "/"):
        raise ImproperlyConfigured(f"{name} must name a database after the last slash.")
    if parts.scheme == "sqlite":
        return {**dj_database_url.parse(value), "OPTIONS": dict(SQLITE_OPTIONS)}
    if parts.scheme in ("postgres", "postgresql"):
        return {**dj_database_url.parse(value, conn_max_age=60, conn_health_checks=True)}
    raise ImproperlyConfigured(f"{name} must begin with sqlite:// or postgres://, not {parts.scheme!r}.")


def cache(name: str) -> dict:
    """A CACHES entry: db:// (a table in the database, the default) or redis://host:port/number."""
    parts = _url(name, "db://")
    if parts.scheme == "db" and not (parts.netloc or parts.path or parts.query):
        # Above 300 entries Django's default throws every third away, counts of failed sign-ins with them.
        return {
            "BACKEND": "core.cache.LoudDatabaseCache",
            "LOCATION": "django_cache",
            "OPTIONS": {"MAX_ENTRIES": 50_000},
        }
    if parts.scheme in ("redis", "rediss") and parts.hostname:
        return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": text(name)}
    raise ImproperlyConfigured(f"{name} must be db:// or redis://host:port/number.")


SMTP_OPTIONS = {"": True, "tls=yes": True, "tls=no": False}


def mailer(name: str, default: str | None = None) -> dict:
    """A MAILERS entry: file:///folder, or smtp://user:password@host:port (STARTTLS; `?tls=no` without), or smtps://."""
    parts = _url(name, default)
    if parts.scheme == "file" and not parts.netloc and parts.path.strip("/"):
        return {
            "BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "OPTIONS": {"file_path": str(Path(unquote(parts.path)))},
        }
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname or parts.query not in SMTP_OPTIONS:
        raise ImproperlyConfigured(f"{name} must look like smtp://user:password@host:587 or file:///folder.")
    implicit = parts.scheme == "smtps"
    options = {
        "host": parts.hostname,
        "port": parts.port or (465 if implicit else 587),
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "use_ssl": implicit,
        "use_tls": not implicit and SMTP_OPTIONS[parts.query],
        "timeout": 20,
    }
    return {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}
