from tests.conventions.conftest import world

__all__ = ["world"]  # fixtures
