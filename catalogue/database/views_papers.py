"""The public views on papers; `authors`, `categories` and `changed` are JSON arrays."""

COLUMNS = """p.arxiv_id, p.version, p.title, p.authors, p.categories, p.abstract, p.comment, p.journal_ref, p.doi,
      p.withdrawn, p.first_seen_at, p.batch, p.sight, p.datestamp"""

FURTHER = """
      v.arxiv_id, v.version, p.title, p.authors, p.categories, v.first_seen_at, v.batch, v.changed, v.edition_id"""

OURS = """
      (exists (select 1 from paper_version n
         where n.arxiv_id = p.arxiv_id and n.sight = 'new' and n.edition_id is not null)
       or exists (select 1 from link l join resource_link rl on rl.link_id = l.id where l.arxiv_id = p.arxiv_id))"""
"""A paper that was in an edition or is in the catalogue."""

PAPERS = f"""
    select {COLUMNS},
      (select min(submitted_at) from paper_version v where v.arxiv_id = p.arxiv_id) as submitted_at,
      (select count(*) from paper_version v where v.arxiv_id = p.arxiv_id) as versions
    from paper p"""

NEW_PAPERS = f"""
    select {COLUMNS}, v.edition_id
    from paper_version v join paper p on p.arxiv_id = v.arxiv_id
    where v.sight = 'new'"""

UPDATED_PAPERS = f"""
    select {FURTHER}
    from paper_version v join paper p on p.arxiv_id = v.arxiv_id
    where v.sight = 'updated' and {OURS}"""

WITHDRAWN_PAPERS = f"""
    select {COLUMNS}, p.comment as reason, v.edition_id
    from paper p left join paper_version v on v.arxiv_id = p.arxiv_id and v.version = p.version
    where p.withdrawn"""

PAPER_VIEWS: dict[str, str] = {
    "papers": PAPERS,
    "new_papers": NEW_PAPERS,
    "updated_papers": UPDATED_PAPERS,
    "withdrawn_papers": WITHDRAWN_PAPERS,
}
