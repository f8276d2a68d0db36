"""Every page of ours: address and handler. One list, so that a reader of the code finds any page in one step."""

from catalogue.site.pages.about import data, judge
from catalogue.site.pages.edition import edition, editions
from catalogue.site.pages.export import export
from catalogue.site.pages.feeds import editions_feed, links_feed, search_feed
from catalogue.site.pages.formats import search_csv, search_json
from catalogue.site.pages.health import health, links
from catalogue.site.pages.home import home
from catalogue.site.pages.language import switch_language
from catalogue.site.pages.machines import opensearch, robots, sitemap
from catalogue.site.pages.papers import papers
from catalogue.site.pages.resource import resource
from catalogue.site.pages.roadmap import roadmap, roadmaps
from catalogue.site.pages.search import search
from catalogue.site.pages.topic import topic, topics

ROUTES = (
    (r"^/$", home),
    (r"^/search$", search),
    (r"^/search\.json$", search_json),
    (r"^/search\.csv$", search_csv),
    (r"^/search\.atom$", search_feed),
    (r"^/resources/(?P<key>[^/]+)$", resource),
    (r"^/topics$", topics),
    (r"^/topics/(?P<id>[^/]+)$", topic),
    (r"^/roadmaps$", roadmaps),
    (r"^/roadmaps/(?P<key>[^/]+)$", roadmap),
    (r"^/links$", health),
    (r"^/links/(?P<state>[a-z]+)$", links),
    (r"^/links/(?P<state>[a-z]+)\.atom$", links_feed),
    (r"^/papers$", papers),
    (r"^/editions$", editions),
    (r"^/editions\.atom$", editions_feed),
    (r"^/editions/(?P<id>[^/]+)$", edition),
    (r"^/judge$", judge),
    (r"^/data$", data),
    (r"^/export/(?P<view>[a-z_]+)\.(?P<form>csv|json)$", export),
    (r"^/language/(?P<language>[a-z]+)$", switch_language),
    (r"^/robots\.txt$", robots),
    (r"^/sitemap\.xml$", sitemap),
    (r"^/opensearch\.xml$", opensearch),
)
