"""Pages that are not there: the server says so, or shows it."""

from tests.web.cases import GOOD, MISSING, at, beside, case, text
from tests.web.prose import article, document
from tests.web.smallweb import endless, page, redirect

WW25 = "http://ww25.parked-by-a-company.lost.test/?subid1=1"
NO_CHARSET = {"Content-Type": "text/html"}
UNDECLARED = "<html><head><title>{0}</title></head><body><h1>{0}</h1></body></html>"
DECLARED = '<?xml version="1.0" encoding="windows-1251"?>' + UNDECLARED

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


LOST = [
    case(
        "en long chrome",
        page(
            document(
                "Page Not Found - Learning hub",
                "<nav>"
                + "<a href='/x'>Courses of all kinds</a>" * 80
                + "</nav><h1>Page Not Found</h1>"
                + "<ul>"
                + "<li><a href='/y'>Popular course</a>" * 60
                + "</ul>",
            )
        ),
    ),
    case("plain text", text("Not Found")),
    case("plain 404", text("404: Not Found\n")),
    case("json error", text('{"error": "UserNotFound"}', "application/json")),
    case("json error inside", text('{"errors": [{"code": "404", "title": "Missing"}]}', "application/json")),
    case("json zh", text('{"code": 1, "msg": "资源不存在", "data": null}', "application/json")),
    case("xml error", text("<Error><Code>NoSuchKey</Code></Error>", "application/xml")),
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
    case("parking script", page('<html><body><script src="https://img1.sedoparking.com/x.js"></script></body></html>')),
    beside(
        case("to sale", redirect("http://www.domain-market.test/domain_profile?name=to-sale.lost.test", 302)),
        "http://www.domain-market.test/domain_profile?name=to-sale.lost.test",
        GOOD,
    ),
    at(case("refresh to nothing", page('<meta http-equiv="refresh" content="0;url=/gone">')), gone=MISSING),
    at(case("refresh in quotes", page("<META content='1; URL=\"/gone\"' http-equiv=refresh><p>wait")), gone=MISSING),
    at(case("refresh to home", page('<meta http-equiv="refresh" content="0; url=/">')), _root=GOOD),
    at(case("script to nothing", page('<script>location.replace("/gone")</script>')), gone=MISSING),
    at(case("refresh header", page("", headers={"Refresh": "0; url=/gone"})), gone=MISSING),
    beside(case("parked by a company", redirect(WW25, 302)), WW25, page("<script></script>")),
    case(
        "long list beside",
        page(article("Page not found", "courses").replace("</h1>", "</h1><p>The page was not found.</p>")),
    ),
    case("undeclared ru", page(UNDECLARED.format("Страница не найдена").encode("cp1251"), headers=NO_CHARSET)),
    case("undeclared zh", page(UNDECLARED.format("抱歉，您访问的页面不存在").encode("gbk"), headers=NO_CHARSET)),
    case("declared by xml", page(DECLARED.format("Страница не найдена").encode("cp1251"), headers=NO_CHARSET)),
]
