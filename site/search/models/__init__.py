from search.models.entry import Entry, Word

__all__ = ["Entry", "Word"]
