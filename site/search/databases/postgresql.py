"""Two columns that PostgreSQL keeps itself: `words`, and of them `head` (title and lead), which is quick to rank.

PostgreSQL takes reading a row's words to be free, and it is most of the cost. So rows are kept small, with the words
beside them; a function counts, in which the question is not known when it is planned, so that it uses the index; only
as many hits as are ever shown are ranked; and which those are is asked in one of two ways, by how many there are.
"""

from django.db import Error, connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from search.databases.expression import PUBLIC, Need, Syntax, as_asked

SYNTAX = Syntax(quote="'", beside=" <-> ", both=" & ", either=" | ")

COLUMNS = """
    ALTER TABLE search_entry
        ADD COLUMN head tsvector GENERATED ALWAYS AS (
            setweight(to_tsvector('simple'::regconfig, title_stems), 'A')
            || setweight(to_tsvector('simple'::regconfig, lead_stems), 'B')) STORED,
        ADD COLUMN words tsvector GENERATED ALWAYS AS (
            setweight(to_tsvector('simple'::regconfig, title_stems), 'A')
            || setweight(to_tsvector('simple'::regconfig, lead_stems), 'B')
            || to_tsvector('simple'::regconfig, body_stems)) STORED,
        ALTER COLUMN words SET STORAGE EXTERNAL,
        ALTER COLUMN head SET STORAGE MAIN,
        ALTER COLUMN kind SET STORAGE PLAIN,
        ALTER COLUMN address SET STORAGE PLAIN,
        ALTER COLUMN title SET STORAGE PLAIN,
        ALTER COLUMN place SET STORAGE PLAIN,
        ALTER COLUMN content_mark SET STORAGE PLAIN,
        SET (toast_tuple_target = 128);
    CREATE INDEX search_entry_head ON search_entry USING gin (head) WITH (fastupdate = off);
    CREATE INDEX search_entry_words ON search_entry USING gin (words) WITH (fastupdate = off);
    CREATE INDEX search_entry_newest ON search_entry (changed_at DESC NULLS LAST, id DESC);
    CREATE FUNCTION search_counts(asked tsquery) RETURNS TABLE (kind varchar, number bigint)
        LANGUAGE sql STABLE SET enable_sort = off
        AS 'SELECT kind, count(*) FROM search_entry WHERE words @@ asked GROUP BY kind';
"""
HAS_COLUMNS = """
    SELECT EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'search_entry'::regclass AND attname = 'words')
"""
TRIGRAMS = """
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE INDEX IF NOT EXISTS search_word_stem_parts ON search_word USING gin (stem gin_trgm_ops);
    CREATE INDEX IF NOT EXISTS search_word_word_parts ON search_word USING gin (word gin_trgm_ops);
"""
COUNTS = "SELECT kind, number FROM search_counts(%s::tsquery)"
SIZE = "UNION ALL SELECT '', greatest(reltuples, 0)::bigint FROM pg_class WHERE oid = 'search_entry'::regclass"
# Where most entries are hits, the newest of them are soon met in the order of age. Else those that hit are sorted.
BY_AGE, SORTED = "changed_at", "changed_at + interval '0'"
COMMON = 0.4  # of all entries
LOOKED_AT = 300
BEST_FIRST = f"""
    WITH candidates AS (
        (SELECT id FROM search_entry WHERE head @@ %s::tsquery AND (%s = '' OR kind = %s)
         ORDER BY {{age}} DESC NULLS LAST, id DESC LIMIT %s)
        UNION
        (SELECT id FROM search_entry WHERE words @@ %s::tsquery AND (%s = '' OR kind = %s)
         ORDER BY {{age}} DESC NULLS LAST, id DESC LIMIT %s)
    )
    SELECT e.id FROM candidates JOIN search_entry e USING (id) JOIN wagtailcore_page p ON p.id = e.page_id
    WHERE {PUBLIC}
    ORDER BY 4 * ts_rank(e.head, %s::tsquery) + ts_rank(e.words, %s::tsquery, 1) DESC,
             e.changed_at DESC NULLS LAST, e.id
    LIMIT %s OFFSET %s
"""  # noqa: S608 (constants of ours)
FOUND = f"""
    EXISTS (
        SELECT 1 FROM search_entry e JOIN wagtailcore_page p ON p.id = e.page_id
        WHERE e.words @@ (%s || '''' || w.stem || '''')::tsquery AND {PUBLIC}
    )
"""  # noqa: S608
TITLES = f"""
    SELECT e.id FROM (SELECT * FROM search_entry WHERE head @@ %s::tsquery LIMIT {LOOKED_AT}) e
    JOIN wagtailcore_page p ON p.id = e.page_id
    WHERE {PUBLIC} ORDER BY length(e.title), e.changed_at DESC NULLS LAST, e.id LIMIT %s
"""  # noqa: S608
RECOUNT = (
    """
    CREATE TEMPORARY TABLE search_counted AS
        SELECT word AS stem, ndoc FROM ts_stat('SELECT words FROM search_entry')
    """,
    "ANALYZE search_counted",  # else the next two compare every word with every other
    "DELETE FROM search_word w WHERE NOT EXISTS (SELECT FROM search_counted c WHERE c.stem = w.stem)",
    """
    UPDATE search_word w SET documents = c.ndoc FROM search_counted c
    WHERE c.stem = w.stem AND w.documents <> c.ndoc
    """,
    "DROP TABLE search_counted",
)
ALIKE = """
    SELECT stem, word, shown, documents FROM search_word
    WHERE word %% %s ORDER BY similarity(word, %s) DESC, documents DESC LIMIT %s
"""


def prepare(to: BaseDatabaseWrapper) -> None:
    """Columns and indexes. Where the server has no pg_trgm or lets us not use it, all works but typing errors."""
    with to.cursor() as cursor:
        cursor.execute(HAS_COLUMNS)
        if not cursor.fetchone()[0]:
            cursor.execute(COLUMNS)
    try:
        with transaction.atomic(using=to.alias), to.cursor() as cursor:
            cursor.execute(TRIGRAMS)
    except Error:
        return


def has_trigrams() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm')")
        return cursor.fetchone()[0]


def counted(needs: list[Need]) -> tuple[str, list]:
    return COUNTS, [SYNTAX.all_of(needs)]


def counted_with_size(needs: list[Need]) -> tuple[str, list]:
    """The same with the number of all entries, by the kind ""."""
    return f"{COUNTS} {SIZE}", [SYNTAX.all_of(needs)]


def best_first(needs: list[Need], kind: str, share: float, *, most: int, limit: int, offset: int) -> tuple[str, list]:
    """`share` is how large a part of all entries are hits."""
    whole, asked = SYNTAX.all_of(needs), SYNTAX.all_of(as_asked(needs))
    candidates = [whole, kind, kind, most]
    sql = BEST_FIRST.format(age=BY_AGE if share > COMMON else SORTED)
    return sql, [*candidates, *candidates, asked, whole, limit, offset]


def titles(stems: list[str], beginning: list[str], most: int) -> tuple[str, list]:
    """Entries with all of `stems` in the title, and a word there that begins with one of `beginning`."""
    ending = " | ".join(f"'{start}':*A" for start in beginning)
    whole = " & ".join([*(f"'{stem}':A" for stem in stems), f"({ending})"])
    return TITLES, [whole, most]


def recount(cursor) -> None:
    for statement in RECOUNT:
        cursor.execute(statement)
