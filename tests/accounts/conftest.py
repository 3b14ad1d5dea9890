from tests.conventions.world import draft, event, files, world

__all__ = ["draft", "event", "files", "world"]  # fixtures
