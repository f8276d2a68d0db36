"""Every page of ours: address and handler. One list, so that a reader of the code finds any page in one step."""

from catalogue.site.pages.home import home
from catalogue.site.pages.language import switch_language
from catalogue.site.pages.resource import resource
from catalogue.site.pages.search import search

ROUTES = (
    (r"^/$", home),
    (r"^/search$", search),
    (r"^/resources/(?P<key>[^/]+)$", resource),
    (r"^/language/(?P<language>[a-z]+)$", switch_language),
)
