"""Which errors mean that the site cannot do its work just now, so that trying again in a moment is good advice."""

import errno

from django.db import DatabaseError, InterfaceError, OperationalError
from redis.exceptions import RedisError

NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EROFS}
# SQLite tells of mistakes in our own SQL with the same class as of a locked or full database.
OUR_MISTAKE = ("no such", "near ", "no more", "too many")


def is_outage(error: BaseException | None) -> bool:
    """True for a database that is locked, full or away, a full disk, and a cache that does not answer."""
    if isinstance(error, OperationalError | InterfaceError):
        return not str(error).startswith(OUR_MISTAKE)
    if isinstance(error, OSError) and error.errno in NO_SPACE:
        return True
    if isinstance(error, RedisError):
        return True
    cause = error.__cause__ if error is not None else None
    return isinstance(error, DatabaseError) and cause is not None and is_outage(cause)
