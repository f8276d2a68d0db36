"""The full-text index as the database sees it: analysed terms in `search_text`, and an FTS5 table kept equal to it."""

COLUMNS = ("title", "topics", "section", "note")
"""What a resource is found by, the most telling first."""

_REMOVE = """insert into resource_fts(resource_fts, rowid, title, topics, section, note)
    values ('delete', old.id, old.title, old.topics, old.section, old.note);"""
_ADD = """insert into resource_fts(rowid, title, topics, section, note)
    values (new.id, new.title, new.topics, new.section, new.note);"""

INDEX_DDL: tuple[str, ...] = (
    """create table if not exists search_text (
        id integer primary key references resource(id) on delete cascade,
        title text not null, topics text not null, section text not null, note text not null)""",
    "create table if not exists search_version (id integer primary key check (id = 1), analyzer integer not null)",
    """create virtual table if not exists resource_fts using fts5(title, topics, section, note,
        content="search_text", content_rowid="id", prefix="3", tokenize="unicode61 remove_diacritics 0")""",
    f"""create trigger if not exists search_text_added after insert on search_text begin {_ADD} end""",
    f"""create trigger if not exists search_text_removed after delete on search_text begin {_REMOVE} end""",
    f"""create trigger if not exists search_text_changed after update on search_text begin {_REMOVE} {_ADD} end""",
    "create virtual table if not exists resource_vocab using fts5vocab(resource_fts, row)",
)
"""What the schema runs after the tables are there; each statement may be run again."""

DROP_INDEX: tuple[str, ...] = tuple(
    f"drop table if exists {name}" for name in ("resource_vocab", "resource_fts", "search_text", "search_version")
)
"""What the schema runs before, where the index has other columns: all of it can be made anew from the rest."""

RESOURCE_SEARCH = """
    select r.key as rowid, f.resource_fts as resource_search
    from resource_fts f join resource r on r.id = f.rowid"""
"""Datasette's own search boxes ask for row ids; the public view is keyed by `key`, so this view answers in keys."""
