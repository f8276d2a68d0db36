"""Short pages, as most pages are, and what tells them apart: who speaks of an error, a wall, a sale, and who is one."""

from tests.web.cases import GOOD, MISSING, at, case, text
from tests.web.prose import document
from tests.web.smallweb import Behaviour, page, raw_answer, redirect

SENTENCES = (
    "<p>A short text on linear models, with two exercises and a picture.</p>"
    "<p>Readers need some algebra; the solutions follow a week later.</p>"
)
RUSSIAN = "<p>Короткий текст о линейных моделях, с двумя задачами и рисунком.</p>"
CHINESE = "<p>这是一篇关于线性模型的短文，有两道练习和一张图。</p>"
MODAL = '<form action="/login"><input name="who"><input type="password"><button>Log in</button></form>'


def short(title: str, body: str = SENTENCES, status: int = 200, headers: dict[str, str] | None = None) -> Behaviour:
    """A page of a few sentences, its title also its heading."""
    return page(document(title, f"<h1>{title}</h1>{body}"), status, headers)


SHORT_LIVE = [
    case("hidden message", short("Trees", SENTENCES + '<div style="display:none"><h2>Page not found</h2></div>')),
    case("quoted in a comment", short("Learn SQL", SENTENCES + "<p>Lesson 3 says “Page not found” for me.</p>")),
    case("quoted zh", short("nginx 配置", CHINESE + "<p>访问时提示“页面不存在”，请检查路径。</p>")),
    case("what is 404 ru", short("Ошибка 404: что это значит", RUSSIAN), path="/blog/oshibka"),
    case("forum ru", short("Страница не найдена после переноса сайта", RUSSIAN)),
    case("issue", short("404 page not found when calling the interface", SENTENCES), path="/acme/tool/issues/12"),
    case("study", short("Page Not Found: a study of link rot in old journals", SENTENCES)),
    case(
        "old edition", short("A course", "<p>The 2019 edition is no longer available; see below.</p>" + SENTENCES * 4)
    ),
    case("report broken links", short("Syllabus", SENTENCES + "<p>Page not found? Tell us.</p>")),
    case(
        "manual of a tool",
        text("Delete job\n\nThis deletes a job that does not exist any more.\n" + "See also: list.\n" * 12),
    ),
    case(
        "data of faults", text('{"waiters": [{"expected": "ResourceNotFound"}' + ', {"expected": "Ready"}' * 20 + "]}")
    ),
    case("notes of an error", text("# Server\n\nIf you see 404 page not found, start it again.\n")),
    case("json with words", text('{"cells": [{"outputs": ["<title>404 Not Found</title>"]}]}', "application/json")),
    case("what is parking", short("What is a parked domain?", "<p>It shows “This domain is for sale”." + SENTENCES)),
    case("parked in a glossary", short("Parked domain", "<p>A parked domain may be for sale."), path="/parked-domain"),
    case("how to buy ru", short("Как купить домен, если «домен продаётся»", RUSSIAN)),
    case("registrar", short("Cheap names", "<p>Buy domains, domain parking, web hosting.</p>"), path="/"),
    case("enroll ru", short("Курс", RUSSIAN + "<p>Войдите, чтобы записаться.</p>" + MODAL)),
    case("enroll zh", short("深度学习课程", CHINESE + "<p>登录后可报名。</p>" + MODAL)),
    case("form example", short("Login form example", "<p>Sign in:</p>" + MODAL), path="/examples/login-form.html"),
    case("why a moment", short("Why do I see “Just a moment”?")),
    case("denied explained", short("Troubleshoot access denied errors")),
    case("wall script in page", short("Bank", SENTENCES * 4 + '<script src="/_Incapsula_Resource?x=1"></script>')),
    case("banner below", short("News", SENTENCES + "<h2>Before you continue</h2><p>We use cookies.</p>")),
    case(
        "broken chunks",
        raw_answer(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nzz\r\n",
            close=True,
        ),
    ),
    case(
        "too short a length",
        raw_answer(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9\r\n\r\n<h1>Longer</h1>", close=True
        ),
    ),
    case("choices", page("<h1>Choices</h1><ul><li>en<li>ru</ul>", 300)),
    at(case("search guide", redirect("/guides/search"), path="/guides/search.html"), guides__search=GOOD),
    at(case("backslashes", redirect("\\course\\two", 302)), course__two=GOOD),
    case(
        "utf-16",
        page(b"\xff\xfe" + document("Text", SENTENCES).encode("utf-16-le"), headers={"Content-Type": "text/html"}),
    ),
]
SHORT_LIVE += [
    case("error class", short("FileNotFoundError", "<p>It is raised when a file or directory does not exist.</p>")),
    case("question", short("ImportError: cannot import name", "<p>The resource was not found on my machine.</p>")),
    case("what is new", short("What’s new", "<ul><li>The page for shapes has been removed.</ul>")),
    case("recordings lost", short("Speech 24", "<p>The recordings are no longer available; slides are below.</p>")),
    case("questions", short("Course FAQ", "<h2>The video is unavailable in my country</h2><p>Use the mirror.</p>")),
    case("deleted article ru", short("Статья удалена из Википедии: как это работает", RUSSIAN)),
    case("exception zh", short("文件不存在时的异常处理", CHINESE)),
    case("bus", short("410", "<p>Timetable of bus line 410.</p>"), path="/bus/410"),
    case(
        "reads captchas", short("Captcha-breaking with networks", "<p>We train a network to read captcha images.</p>")
    ),
    case("sorry for one ru", short("Лекция 4", "<p>К сожалению, запись лекции 3 не найдена, остальные ниже.</p>")),
    case("some links zh", short("资源下载", "<p>该资源包含所有课件，部分旧链接已失效，请使用新链接。</p>")),
    case("sorry, but", short("Notes", "<p>Unfortunately the post is no longer available, so I wrote my own.</p>")),
    case(
        "dialogue",
        short("Python", SENTENCES + f'<div aria-hidden="true"><h2>Please sign in to go on</h2>{MODAL}</div>'),
    ),
    case(
        "manual of errors",
        page(
            '<head><title>Errors</title><link rel="canonical" href="http://x.test/errors"></head><h1>Errors</h1><p>All.'
        ),
        path="/api/errors",
    ),
    case("tells of captchas", short("CAPTCHA", "<p>A test with pictures, invented for forums.</p>" + SENTENCES * 5)),
    case("attention", short("Attention required: transformers explained")),
    case("moment", short("Just a moment: the method of moments")),
    case("settings explained", short("Privacy settings"), path="/help/privacy-settings"),
    at(case("challenge", redirect("/challenge/ml", 302), path="/competitions/ml"), challenge__ml=GOOD),
    at(
        case("wiki by title", redirect("/index.php?title=Linear_models", 302), path="/wiki/Linear_models"),
        **{"index.php?title=Linear_models": GOOD},
    ),
]
SHORT_SHUT = [
    case("too many", short("Too Many Requests", "<p>Slow down.</p>")),
    case("too many ru", short("Слишком много запросов", "<p>Попробуйте позже.</p>")),
    case("rejected", short("Request Rejected", "<p>Your support ID is 12.</p>")),
    case("blocked zh", short("访问被拦截", "<p>您的访问被阻断。</p>")),
    case("firewall zh", short("防火墙正在检查您的访问", "<p>请稍候</p>")),
    case("address blocked", short("Your IP address has been blocked", "")),
    case("other countries", short("This content is not available in your region", "")),
    case("one moment", short("One moment, please...", "<p>Your request is being verified.</p>")),
    case("solve it", page(document("Bot Manager", "<p>Please solve this CAPTCHA to go on.</p>"))),
    case("need access", short("You need access", "<p>Ask for it.</p>")),
    case("members", short("Members", "<p>You must be logged in to view this page.</p>")),
    case("refresh to a check", page('<meta http-equiv="refresh" content="5; URL=/x?bm-verify=AAQ">')),
    case("refresh to a captcha", page('<meta http-equiv="refresh" content="0;/.well-known/sgcaptcha/?r=%2F">')),
    case("404 of a wall", page(document("Are you a robot?", "<h1>Are you a robot?</h1>"), 404)),
]
SHORT_DEAD = [
    case("with sign-in block", short("Page not found", "<h2>User login</h2>" + MODAL, 404)),
    case("with wall script", short("404", '<script src="/_Incapsula_Resource?x=1"></script>', 404, {"x-iinfo": "1"})),
    case("with challenge script", short("Not found", '<script src="https://a.awswaf.com/challenge.js"></script>', 404)),
    case("without a page ru", short("Ой!", "<p>Войдите, чтобы продолжить. Такой страницы нет.</p>" + MODAL, 404)),
    case("speaks of robots", short("404 - Not Found", "<p>Are you a robot? This page got lost.</p>", 404)),
    case("speaks of denial", short("404 - Not Found", "<p>Access denied pages also end here.</p>", 404)),
    case(
        "broken chunks",
        raw_answer(
            b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", close=True
        ),
    ),
]
SHORT_LOST = [
    at(case("to articles", redirect("/articles", 302), path="/articles/12345"), articles=GOOD),
    at(case("to a shelf", redirect("/category/ml/", 301), path="/2014/05/ml-book"), **{"category/ml/": GOOD}),
    at(case("to a tag", redirect("/tag/python", 301), path="/2014/05/py"), tag__python=GOOD),
    at(case("to the map", redirect("/sitemap", 301)), sitemap=GOOD),
    case(
        "utf-16",
        page(
            b"\xff\xfe" + document("Page not found", "<p>Sorry").encode("utf-16-le"),
            headers={"Content-Type": "text/html"},
        ),
    ),
    case("much else", short("Page not found", "<p>Learn from people who do this for a living.</p>" * 20)),
    case("not looking for", short("This is not the page you are looking for", "")),
    case("dead end", short("Dead end", "<p>There’s no page at this address.</p>")),
    case("by request", short("No results", "<p>The page you requested was not found.</p>")),
    case("object ru", short("Объект не найден", "<p>Запрошенный объект не найден.</p>")),
    case("not held ru", short("Курс закрыт", "<p>Этот курс больше не проводится.</p>")),
    at(case("to a home page", redirect("/en/home", 302)), en__home=GOOD),
    at(case("to subjects", redirect("/subjects", 302)), subjects=GOOD),
    at(case("to the main page", redirect("/wiki/Main_Page", 302), path="/wiki/Old"), wiki__Main_Page=GOOD),
    case("deactivated", short("User deactivated or deleted their account", "")),
    case("lander", page('<script src="https://x.test/parking-lander/main.js"></script>')),
    case("advertisements", page('<html data-adblockkey="MFww"><head><title>a.test</title></head><body></body></html>')),
    case("not connected", short("This domain isn’t connected to a website yet", "")),
    case("unbound ru", short("Домен зарегистрирован, но не привязан к сайту", "")),
    case("panel default", short("Web Server's Default Page", "<p>There is no site at this address.</p>")),
    at(case("refresh to missing", page('<meta http-equiv="refresh" content="0;url=/lost">')), lost=MISSING),
]
