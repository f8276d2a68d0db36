"""Pages that a reader finds, however odd their servers."""

import gzip
import zlib

from tests.web.cases import (
    BOMB,
    GOOD,
    MISSING,
    PAGE,
    SOON,
    at,
    beside,
    browser_like,
    case,
    encoded,
    named,
    only_if,
    redirect_in,
    text,
    with_cookie,
    with_get,
)
from tests.web.prose import article, document
from tests.web.smallweb import endless, page, raw_answer, redirect, reset

LIVE = [
    case("plain", GOOD),
    case("refuses head", only_if(with_get, GOOD, page(status=405))),
    case("head lies", only_if(with_get, GOOD, page(status=404))),
    case("404 once", MISSING, GOOD),
    case("500 once", page(status=500), GOOD),
    case("502 once", page(status=502), GOOD),
    case("503 once", page(status=503), GOOD),
    case("reset once", reset, GOOD),
    case("closed once", raw_answer(b"", close=True), GOOD),
    case("429 for a second", page(status=429, headers={"Retry-After": "1"}), GOOD),
    case("503 until a date", page(status=503, headers={"Retry-After": SOON}), GOOD),
    case(
        "cookie gate",
        only_if(with_cookie, GOOD, redirect("/course/intro-to-learning", 302, {"Set-Cookie": "gate=open; Path=/"})),
    ),
    at(
        case("cookie gate apart", only_if(with_cookie, GOOD, redirect("/set", 302))),
        set=redirect("/course/intro-to-learning", 302, {"Set-Cookie": "gate=open; Path=/; HttpOnly"}),
    ),
    case("accept gate", only_if(browser_like, GOOD, page(status=406))),
    case("agent gate", only_if(named, GOOD, page(status=403))),
    case(
        "mozilla gate",
        only_if(lambda asked: asked.headers.get("user-agent", "").startswith("Mozilla/"), GOOD, page(status=403)),
    ),
    at(case("location with space", redirect("/a page")), **{"a%20page": GOOD}),
    at(case("location relative", redirect("../b/page", 302)), b__page=GOOD),
    at(case("location of a query", redirect("?lesson=1", 302)), **{"course/intro-to-learning?lesson=1": GOOD}),
    at(case("location in unicode", redirect("/курс", 302)), **{"%D0%BA%D1%83%D1%80%D1%81": GOOD}),
    beside(
        case("location without scheme", redirect("//www.location.live.test/x", 302)),
        "http://www.location.live.test/x",
        GOOD,
    ),
    at(case("location in latin-1", raw_answer(redirect_in("/caf\xe9", "latin-1"))), **{"caf%E9": GOOD}),
    at(
        case("cookie in unicode", only_if(with_cookie, GOOD, redirect("/o", 302, {"Set-Cookie": "gate=open дверь"}))),
        o=only_if(with_cookie, GOOD, page("", 404)),
    ),
    at(case("cookie of no text", raw_answer(redirect_in("/o\r\nSet-Cookie: a=\xff\x01", "latin-1"))), o=GOOD),
    case("unicode path", GOOD, path="/%D0%BA%D1%83%D1%80%D1%81/%E5%AD%A6%E4%B9%A0"),
    case("plus and slash", GOOD, path="/find?q=a+b&path=%2Fx%2Fy&c=%c3%a9"),
    case("odd but valid", GOOD, path="/a;b=1/(c)/d,e/~f/@g/$h/!i/*j/'k'?x[]=1&y={z}|w&&=v"),
    case("trailing dots", GOOD, path="/a..b/..."),
    case("big headers", page(PAGE, headers={"Content-Security-Policy": "x" * 18_000})),
    case("many headers", page(PAGE, headers={f"X-Header-{n}": "value" for n in range(150)})),
    case("gzip", encoded(gzip.compress(PAGE.encode()), "gzip")),
    case("deflate", encoded(zlib.compress(PAGE.encode()), "deflate")),
    case("bare deflate", encoded(zlib.compress(PAGE.encode())[2:-4], "deflate")),
    case("gzip that is none", encoded(PAGE.encode(), "gzip")),
    case("gzip broken off", encoded(gzip.compress(PAGE.encode())[:-20], "gzip")),
    case("unknown encoding", encoded(PAGE.encode(), "dcb")),
    *(
        case(f"charset {charset}", text(PAGE, f"text/html; charset={charset}"))
        for charset in ("rot13", "idna", "utf-7")
    ),
    case("table of codes", text("code,meaning\n404,Not Found\n", "text/csv")),
    case("reference", text("@article{x, title={Page not found}}")),
    case("canonical of no address", page(PAGE.replace("</head>", "<link rel=canonical href='http://['></head>"))),
    case("bomb", encoded(BOMB, "gzip")),
    case("endless", endless(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"<p>more and more words " * 100)),
    case("slow", endless(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.encode(), b"<p>and", 0.3)),
    case(
        "huge file",
        endless(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\nContent-Length: 9000000000\r\n\r\n", b"0" * 65536
        ),
    ),
    case(
        "length too long",
        raw_answer(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999\r\n\r\n" + PAGE.encode(), close=True
        ),
    ),
    case("http 1.0", raw_answer(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.encode(), close=True)),
    case("no reason", raw_answer(b"HTTP/1.1 200\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nhello")),
    case(
        "early hints",
        raw_answer(
            b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"
        ),
    ),
    case("no content", raw_answer(b"HTTP/1.1 204 No Content\r\n\r\n")),
    case("partial", page(PAGE, 206, {"Content-Range": "bytes 0-9/10"})),
    case("empty", page("")),
    case("no type", raw_answer(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")),
    case("pdf", text("%PDF-1.7 not found", "application/pdf")),
    case("json of a film", text('{"id": 404, "title": "Not Found", "year": 2019}', "application/json")),
    case(
        "json of an interface",
        text('{"paths": {"/x": {"get": {"responses": {"404": {"description": "Not Found"}}}}}}', "application/json"),
    ),
    case("json", text('{"name": "intro", "lessons": 12}', "application/json")),
    case("feed", text("<rss><channel><title>News</title></channel></rss>", "application/rss+xml")),
    case(
        "latin",
        page(
            "<title>Cours</title><p>\xe9t\xe9".encode("latin-1"),
            headers={"Content-Type": "text/html; charset=iso-8859-1"},
        ),
    ),
    case(
        "cyrillic 1251",
        page(
            document("Курс", "<h1>Введение в обучение</h1>").encode("cp1251"),
            headers={"Content-Type": "text/html; charset=windows-1251"},
        ),
    ),
    case("lying charset", page(PAGE, headers={"Content-Type": "text/html; charset=x-nonsense"})),
    at(case("https in name only", redirect("/course/intro-to-learning/", 301)), **{"course/intro-to-learning/": GOOD}),
    at(
        case("chain", redirect("/1", 302)),
        **{
            "1": redirect("/2", 303),
            "2": redirect("/3", 307),
            "3": redirect("/course/intro-to-learning/4", 302),
            "course/intro-to-learning/4": GOOD,
        },
    ),
    at(
        case("meta refresh to page", page('<meta http-equiv="refresh" content="0; url=/course/real">')),
        course__real=GOOD,
    ),
    at(case("script to page", page('<script>window.location.href = "/course/real";</script>')), course__real=GOOD),
    case("refreshes itself", page(f'<meta http-equiv="refresh" content="300">{PAGE}')),
    case("about 404", page(article("How to fix a 404 error", "what a 404 error means")), path="/blog/p/17"),
    case(
        "about 404 short",
        page(
            document(
                "What is a 404 error?",
                "<h1>What a 404 page means</h1><p>A server returns the status code 404 "
                "when the page you asked for was not found. Here is how to fix it.",
            )
        ),
    ),
    case(
        "status reference",
        page(article("404 Not Found - HTTP | Web reference", "the status code 404 Not Found", "404 Not Found")),
        path="/reference/http/404",
    ),
    case(
        "about 404 ru", page(article("Ошибка 404: что это значит и как исправить", "ошибка 404")), path="/stati/oshibka"
    ),
    case(
        "about 404 zh",
        page(
            document(
                "404错误页面是什么意思？如何处理",
                "<h1>404错误页面的含义</h1><p>" + "本文介绍页面不存在时服务器返回的状态码，以及如何处理。" * 8,
            )
        ),
        path="/a/12",
    ),
    case("lost and found", page(article("The page that could not be found: a novel", "a missing page in an old book"))),
    case("long with form", page(PAGE + '<form action="/login"><input name="user"><input type="password"></form>')),
    case("about captchas", page(article("How CAPTCHA works and how to verify you are human", "captchas"))),
    case(
        "sells domains", page(article("How to buy this domain name: a guide", "domain names and how to buy a domain"))
    ),
    case("sign in guide", page(article("Sign in to your router: a tutorial", "how to sign in to a router"))),
    at(
        case(
            "login page itself",
            page(document("Log in", '<h1>Log in</h1><form><input type="password"></form>')),
            path="/login",
        )
    ),
    at(case("index to root", redirect("/", 302), path="/index.html"), _root=GOOD),
    at(case("home to root", redirect("/", 301), path="/home"), _root=GOOD),
    at(case("root to language", redirect("/en/", 302), path="/"), **{"en/": GOOD}),
    at(
        case("latest docs", redirect("/docs/stable/guide/", 302), path="/docs/latest/guide/"),
        **{"docs/stable/guide/": GOOD},
    ),
    at(case("new slug", redirect("/courses/intro-to-learning-2", 302)), **{"courses/intro-to-learning-2": GOOD}),
    beside(
        case("short link", redirect("http://www.target-of-short.test/", 302), path="/x7Ab"),
        "http://www.target-of-short.test/",
        GOOD,
    ),
    beside(
        case("own host now", redirect("http://fastlearning.live.test/", 301), path="/projects/fastlearning/"),
        "http://fastlearning.live.test/",
        GOOD,
    ),
    case("hash route", GOOD, path="/#/course/1"),
    case("fragment", page(PAGE + '<h2 id="part-2">Part</h2>'), path="/x#part-2"),
    case("fragment missing", GOOD, path="/x#part-9"),
    case(
        "challenge script in page",
        page(PAGE + '<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>'),
    ),
    case(
        "protected but open",
        page(PAGE, headers={"x-datadome": "protected", "server": "cloudflare", "x-iinfo": "1-2-3"}),
    ),
    case("small landing", page(document("Deep course", "<h1>Deep course</h1><p>Welcome.</p>"))),
    case(
        "video page", page(document("Lecture 404 of the series", "<h1>Lecture 404</h1><p>Recorded last year.</p>"), 200)
    ),
    case("numbered", page(document("Course 404 | A school", "<h1>Course 404</h1><p>On linear maps."))),
    case("archive of removed", page(article("Removed features in version 3", "features that were removed"))),
]
