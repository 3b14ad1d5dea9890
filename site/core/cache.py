"""The shared cache where there is no Redis: a table in the database."""

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.db import DatabaseCache
from django.db import OperationalError, connections, router


class LoudDatabaseCache(DatabaseCache):
    """Django's, but a write that the database refuses is an error.

    Django's own answers "not stored", which whoever counts tries or takes a lock reads as "somebody else has it":
    signing in on a locked database was answered with 429, and blamed the reader.
    """

    def _base_set(self, mode, key, value, timeout=DEFAULT_TIMEOUT):
        refused = []

        def notice(execute, *arguments):
            try:
                return execute(*arguments)
            except OperationalError as error:
                refused.append(error)
                raise

        with connections[router.db_for_write(self.cache_model_class)].execute_wrapper(notice):
            done = super()._base_set(mode, key, value, timeout)  # type: ignore[misc]  # not in the stubs
        if refused:
            raise refused[0]
        return done
