"""Pages that are not there: the server says so, or shows it."""

from tests.web.cases import GOOD, MISSING, Case, at, beside, case, text
from tests.web.prose import article, document
from tests.web.smallweb import endless, page, redirect

DEAD = [
    case("404", MISSING),
    case("410", page("", 410)),
    case("404 long", page(article("Not found", "other pages"), 404)),
    at(case("redirect to 404", redirect("/other", 302)), other=MISSING),
    case("404 json", text('{"detail": "Not found."}', "application/json", 404)),
    case("404 slow body", endless(b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n", b"x", 0.3)),
    case(
        "404 with a sign-in link",
        page(document("Page not found", '<p>That page is gone. <a href="/login">Sign in</a>'), 404),
    ),
]


def lost(name: str, title: str, body: str) -> Case:
    """A page that says with status 200 that it is not there."""
    return case(name, page(document(title, body)))


LOST = [
    lost("en title", "Page not found | Open courses", "<h1>Page not found</h1><p>Try the search."),
    lost("en 404", "404", "<h1>404</h1><p>Oops."),
    lost("en error", "Error 404 (Not Found)!!1", "<p>The requested URL was not found on this server."),
    lost(
        "en generic title",
        "Open courses",
        "<h1>Open courses</h1><p>Sorry, the page you are looking for could not be found.</p>",
    ),
    lost("en does not exist", "Open courses", "<p>The page you requested doesn't exist or has been moved.</p>"),
    lost("en course over", "Open courses", "<h2>This course is no longer available</h2><p>See our other courses."),
    lost("en removed", "Gone", "<h1>Sorry!</h1><p>This article has been removed by its author."),
    lost(
        "en nothing",
        "Blog",
        "<h1>Nothing here</h1><p>It looks like nothing was found at this location. Maybe try a search?",
    ),
    lost("en oops", "Oops! That page can’t be found.", "<h1>Oops! That page can’t be found.</h1>"),
    lost("en cannot find", "Learning hub", "<p>We couldn't find the page you were looking for.</p>"),
    lost(
        "en long chrome",
        "Page Not Found - Learning hub",
        "<nav>"
        + "<a href='/x'>Courses of all kinds</a>" * 80
        + "</nav><h1>Page Not Found</h1>"
        + "<ul>"
        + "<li><a href='/y'>Popular course</a>" * 60
        + "</ul>",
    ),
    lost("ru title", "Страница не найдена — Курсы", "<h1>Страница не найдена</h1>"),
    lost("ru 404", "Ошибка 404", "<p>Запрашиваемая страница не существует или была удалена."),
    lost(
        "ru generic",
        "Курсы",
        "<p>К сожалению, страница, которую вы ищете, не найдена. Возможно, неправильно набран адрес.",
    ),
    lost("ru course", "Курсы", "<h1>Курс больше не доступен</h1><p>Посмотрите другие."),
    lost("ru material", "Журнал", "<h1>Материал удалён</h1>"),
    lost("zh title", "页面不存在", "<h1>抱歉，您访问的页面不存在</h1>"),
    lost("zh 404", "404 - 找不到页面", "<p>很抱歉，找不到您要访问的页面。"),
    lost("zh deleted", "学习网", "<p>该内容已被作者删除"),
    lost("zh course", "课程中心", "<h2>该课程已下架</h2>"),
    lost("zh traditional", "找不到網頁", "<h1>您要找的網頁不存在</h1>"),
    lost("es", "Página no encontrada", "<h1>Página no encontrada</h1>"),
    lost("de", "Seite nicht gefunden", "<p>Die Seite wurde nicht gefunden."),
    case("plain text", text("Not Found")),
    case("plain 404", text("404: Not Found\n")),
    case("json error", text('{"error": "UserNotFound"}', "application/json")),
    case("json status", text('{"status": 404, "message": "Not Found"}', "application/json")),
    at(case("to home", redirect("/", 302)), _root=GOOD),
    at(case("to home for good", redirect("/", 301)), _root=GOOD),
    at(case("to language home", redirect("/en/", 302)), **{"en/": GOOD}),
    beside(case("to home elsewhere", redirect("http://www.bought-us.test/", 301)), "http://www.bought-us.test/", GOOD),
    at(case("to listing", redirect("/courses", 302)), courses=GOOD),
    at(case("to all courses", redirect("/all-courses", 302)), **{"all-courses": GOOD}),
    at(case("to course list", redirect("/our_course_list.html", 302)), **{"our_course_list.html": GOOD}),
    at(case("to missing page", redirect("/en/missing-page", 302)), **{"en/missing-page": GOOD}),
    at(case("to parent", redirect("/course/", 302)), **{"course/": GOOD}),
    at(case("to search", redirect("/search?q=intro+to+learning", 302)), **{"search?q=intro+to+learning": GOOD}),
    at(case("to 404 page", redirect("/404.html", 302)), **{"404.html": GOOD}),
    at(case("to not-found", redirect("/page-not-found", 302)), **{"page-not-found": page(document("Oh", "<p>Sorry"))}),
    at(case("to error", redirect("/error?code=404", 302)), **{"error?code=404": GOOD}),
    lost("parked", "intro.test", "<p>This domain is for sale! Make an offer."),
    lost(
        "parked buy",
        "learning.test",
        "<h1>Buy this domain</h1><p>The domain learning.test may be for sale by its owner.",
    ),
    lost("parked ru", "Домен продаётся", "<h1>Этот домен продаётся</h1>"),
    lost("parked zh", "域名出售", "<p>此域名正在出售，欢迎联系"),
    lost("parked expired", "Expired", "<p>This domain has expired. If you are the domain owner, please renew it."),
    case("parking script", page('<html><body><script src="https://img1.sedoparking.com/x.js"></script></body></html>')),
    beside(
        case("to sale", redirect("http://www.domain-market.test/domain_profile?name=to-sale.lost.test", 302)),
        "http://www.domain-market.test/domain_profile?name=to-sale.lost.test",
        GOOD,
    ),
    lost("suspended", "Account Suspended", "<h1>Account Suspended</h1><p>Contact your hosting provider"),
    lost("default server", "Welcome to nginx!", "<h1>Welcome to nginx!</h1><p>Further configuration is required."),
    at(case("refresh to nothing", page('<meta http-equiv="refresh" content="0;url=/gone">')), gone=MISSING),
    at(case("refresh in quotes", page("<META content='1; URL=\"/gone\"' http-equiv=refresh><p>wait")), gone=MISSING),
    at(case("refresh to home", page('<meta http-equiv="refresh" content="0; url=/">')), _root=GOOD),
    at(case("script to nothing", page('<script>location.replace("/gone")</script>')), gone=MISSING),
]
