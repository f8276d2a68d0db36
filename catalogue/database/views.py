"""The public views: the contract that dashboards and scripts build on (docs/design.md).

Each is dropped and made anew when the schema is opened for writing and its text has changed.
"""

RESOURCE_STATUS = """
    case
      when p.state is null then 'no link'
      when p.state = 'dead' and exists (
        select 1 from resource_link m join link l on l.id = m.link_id
        where m.resource_id = r.id and m.role = 'mirror' and l.state in ('ok', 'moved')) then 'ok via mirror'
      else p.state
    end"""

RESOURCES = f"""
    select r.key, r.title, r.title_en, r.kind, r.kind_origin, r.level, r.level_origin, r.language, r.language_origin,
      r.url,
      (select json_group_array(topic_id) from (
        select topic_id from resource_topic t where t.resource_id = r.id order by topic_id)) as topics,
      r.creator, r.year, r.is_free, r.effort, r.recommended_by, r.stance,
      {RESOURCE_STATUS} as status,
      p.checked_at, r.added_at
    from resource r
    left join resource_link rl on rl.resource_id = r.id and rl.role = 'primary'
    left join link p on p.id = rl.link_id"""

MENTIONS = """
    select r.key as resource, s.key as source, c.title as section, m.step, m.line, m.title, m.url, m.stance
    from mention m
    join resource r on r.id = m.resource_id
    join source s on s.id = m.source_id
    left join section c on c.id = m.section_id"""

STEPS = """
    select s.key as source, c.step as position, c.title, c.effort_min_weeks, c.effort_max_weeks
    from section c join source s on s.id = c.source_id
    where c.step is not null"""

SOURCES = """
    select s.key, s.title, s.url, s.language, s.author, s.date, s.file, s.sha256,
      (select count(*) from mention m where m.source_id = s.id) as mentions
    from source s"""

TOPICS = """
    select t.id, t.broader, t.label_en, t.label_ru, t.label_zh,
      (select count(*) from resource_topic r where r.topic_id = t.id) as resources
    from topic t"""

LINKS = """
    select l.url, r.key as resource, rl.role, l.state, l.verdict, l.reason, l.strikes, l.since, l.last_ok_at,
      l.checked_at, l.next_check_at, l.final_url, l.archived_url
    from link l
    join resource_link rl on rl.link_id = l.id
    join resource r on r.id = rl.resource_id"""

RECOVERED_LINKS = f"""{LINKS}
    where l.state in ('ok', 'moved') and (
      select c.from_state from change c where c.link_id = l.id order by c.at desc, c.id desc limit 1) = 'dead'"""

CHECKS = """
    select l.url, v.checked_at, v.verdict, v.reason, v.status_code, v.final_url, v.elapsed_ms, v.counted
    from visit v join link l on l.id = v.link_id"""

CHANGES = """
    select l.url, c.at, c.from_state, c.to_state, c.reason
    from change c join link l on l.id = c.link_id"""

EDITIONS = "select id, kind, period_start, period_end, coverage, published_at, body from edition"

EDITION_ITEMS = """
    select edition_id, section, subject_kind, subject_id, arxiv_id, version, topic, rank, score, why, shown
    from edition_item"""

RUNS = "select job, slot, started_at, finished_at, outcome, counts from run"

VIEWS: dict[str, str] = {
    "resources": RESOURCES,
    "mentions": MENTIONS,
    "steps": STEPS,
    "sources": SOURCES,
    "topics": TOPICS,
    "links": LINKS,
    "dead_links": f"{LINKS} where l.state = 'dead'",
    "suspect_links": f"{LINKS} where l.state = 'suspect'",
    "moved_links": f"{LINKS} where l.state = 'moved'",
    "unverifiable_links": f"{LINKS} where l.state = 'unverifiable'",
    "recovered_links": RECOVERED_LINKS,
    "checks": CHECKS,
    "changes": CHANGES,
    "editions": EDITIONS,
    "edition_items": EDITION_ITEMS,
    "runs": RUNS,
}
"""Name and text of each view; the views on papers stand in catalogue/database/views_papers.py."""
