"""The files of the repository, for tests that read them."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("site", "catalogue", "events", "rooms", "tests", "templates", ".ci")
OURS = ("accounts", "catalogue", "core", "demo", "events", "home", "notifications", "rooms", "search")


def files(*patterns: str, folders: tuple[str, ...] = FOLDERS) -> Iterator[Path]:
    """Files of ours that match, made ones such as migrations and caches left out."""
    for folder in folders:
        for pattern in patterns:
            for path in sorted((ROOT / folder).rglob(pattern)):
                if path.is_file() and not {"migrations", "__pycache__", "vendor"} & set(path.parts):
                    yield path


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
