"""A full-text table beside the entries, which SQLite keeps by triggers. It ranks in one statement, not hit by hit."""

from django.db.backends.base.base import BaseDatabaseWrapper

from search.databases.expression import PUBLIC, Need, Syntax, as_asked

SYNTAX = Syntax(quote='"', beside=" + ", both=" AND ", either=" OR ")

NEW = """
    INSERT INTO search_fts(rowid, title_stems, lead_stems, body_stems)
    VALUES (new.id, new.title_stems, new.lead_stems, new.body_stems)
"""
OLD = """
    INSERT INTO search_fts(search_fts, rowid, title_stems, lead_stems, body_stems)
    VALUES ('delete', old.id, old.title_stems, old.lead_stems, old.body_stems)
"""
TABLES = (
    """
    CREATE VIRTUAL TABLE IF NOT EXISTS search_fts USING fts5(
        title_stems, lead_stems, body_stems, content='search_entry', content_rowid='id',
        tokenize='unicode61 remove_diacritics 0')
    """,
    "CREATE VIRTUAL TABLE IF NOT EXISTS search_fts_words USING fts5vocab('search_fts', 'row')",
    f"CREATE TRIGGER IF NOT EXISTS search_entry_new AFTER INSERT ON search_entry BEGIN {NEW}; END",
    f"CREATE TRIGGER IF NOT EXISTS search_entry_gone AFTER DELETE ON search_entry BEGIN {OLD}; END",
    f"CREATE TRIGGER IF NOT EXISTS search_entry_changed AFTER UPDATE ON search_entry BEGIN {OLD}; {NEW}; END",
)
FROM = """
    FROM search_fts JOIN search_entry e ON e.id = search_fts.rowid JOIN wagtailcore_page p ON p.id = e.page_id
"""
COUNTS = f"SELECT e.kind AS kind, count(*) AS number {FROM} WHERE search_fts MATCH %s AND {PUBLIC} GROUP BY e.kind"
BEST_FIRST = f"""
    SELECT e.id {FROM} WHERE search_fts MATCH %s AND (%s = '' OR e.kind = %s) AND {PUBLIC}
    ORDER BY bm25(search_fts, 8.0, 3.0, 1.0)
             * (1 + (e.id IN (SELECT rowid FROM search_fts WHERE search_fts MATCH %s))), e.changed_at DESC, e.id
    LIMIT %s OFFSET %s
"""  # noqa: S608
FOUND = f"""
    EXISTS (SELECT 1 {FROM} WHERE search_fts MATCH (%s || '"' || w.stem || '"') AND {PUBLIC})
"""
TITLES = f"""
    SELECT e.id {FROM} WHERE search_fts MATCH %s AND {PUBLIC}
    ORDER BY length(e.title), e.changed_at DESC, e.id LIMIT %s
"""
# The first letter is right more often than any other; the rest is compared in Python.
ALIKE = """
    SELECT stem, word, shown, documents FROM search_word
    WHERE substr(word, 1, 1) = substr(%s, 1, 1) AND abs(length(word) - length(%s)) < 3
    ORDER BY documents DESC LIMIT %s
"""


def prepare(to: BaseDatabaseWrapper) -> None:
    with to.cursor() as cursor:
        for statement in TABLES:
            cursor.execute(statement)


def has_trigrams() -> bool:
    return True  # ALIKE does without them


def counted(needs: list[Need]) -> tuple[str, list]:
    return COUNTS, [SYNTAX.all_of(needs)]


counted_with_size = counted


def best_first(needs: list[Need], kind: str, share: float, *, most: int, limit: int, offset: int) -> tuple[str, list]:
    whole, asked = SYNTAX.all_of(needs), SYNTAX.all_of(as_asked(needs))
    return BEST_FIRST, [whole, kind, kind, asked, max(0, min(limit, most - offset)), offset]


def titles(stems: list[str], beginning: list[str], most: int) -> tuple[str, list]:
    """Entries with all of `stems` in the title, and a word there that begins with one of `beginning`."""
    ending = " OR ".join(f'"{start}" *' for start in beginning)
    whole = " AND ".join([*(f'"{stem}"' for stem in stems), f"({ending})"])
    return TITLES, [f"{{title_stems}} : ({whole})", most]


def recount(cursor) -> None:
    cursor.execute("DELETE FROM search_word WHERE stem NOT IN (SELECT term FROM search_fts_words)")
    cursor.execute("""
        UPDATE search_word SET documents = counted.doc FROM search_fts_words counted
        WHERE counted.term = search_word.stem AND search_word.documents <> counted.doc
    """)
