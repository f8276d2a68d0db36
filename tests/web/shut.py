"""Pages that nobody can see, or not now."""

from tests.web.cases import LATER, at, beside, case
from tests.web.prose import document
from tests.web.smallweb import hang, page, raw_answer, redirect, reset

APP_OF_ONE_PAGE = (
    "<title>App</title><script>var pathSegmentsToKeep = 0; var l = window.location; l.replace(l.origin);</script>"
)

SHUT = [
    case("404 of an app that opens the place", page(APP_OF_ONE_PAGE, 404)),
    case("429", page(status=429)),
    case("429 with time", page(status=429, headers={"Retry-After": "3600"})),
    case("429 with date", page(status=429, headers={"Retry-After": LATER})),
    case("503 with time", page(status=503, headers={"Retry-After": "3600"})),
    case("401", page(status=401, headers={"WWW-Authenticate": "Basic realm=x"})),
    case("402", page(status=402)),
    case("403", page(status=403)),
    case("405", page(status=405)),
    case("412", page(status=412)),
    case("416", page(status=416)),
    case("451", page(status=451)),
    case("999", page(status=999)),
    case("202 empty", page("", 202)),
    case(
        "cloudflare 403",
        page(document("Just a moment...", "<p>Checking"), 403, {"cf-mitigated": "challenge", "server": "cloudflare"}),
    ),
    case("cloudflare 200", page(document("Just a moment...", "<p>Checking your browser"))),
    case("waf 202", page("", 202, {"x-amzn-waf-action": "challenge"})),
    case("waf 404", page("", 404, {"x-amzn-waf-action": "captcha"})),
    case(
        "anubis 200",
        page(
            document(
                "Making sure you're not a bot!",
                '<script id="anubis_challenge" type="application/json">{}</script>'
                "<h1>Making sure you&#39;re not a bot!</h1>",
            )
        ),
    ),
    case("script wall 521", page("<script>document.cookie=('__jsl_clearance=1');location.reload()</script>", 521)),
    case("script wall zh", page("<script>var arg1='4A';reload('acw_sc__v2=')</script>")),
    case("captcha 404", page(document("Robot Check", "<p>Enter the characters you see below"), 404)),
    case("captcha 503", page(document("Security check", "<p>Please complete the security check"), 503)),
    case("captcha ru", page(document("Вы не робот?", "<h1>Подтвердите, что вы не робот</h1>"))),
    case("verified ru 404", page(document("Один момент…", "<p>Проверяем, человек ли вы."), 404)),
    case(
        "verified 404",
        page(
            document(
                "Security Checkpoint", "<p>We're verifying your browser</p><p>Website owner? Click here to fix</p>"
            ),
            404,
        ),
    ),
    case("captcha zh", page(document("安全验证", "<p>请完成安全验证后继续访问"))),
    case("incapsula", page('<html><iframe src="/_Incapsula_Resource?x=1"></iframe></html>')),
    case(
        "akamai denied",
        page(
            document(
                "Access Denied", "<h1>Access Denied</h1><p>You don't have permission. https://errors.edgesuite.net/1"
            ),
            403,
        ),
    ),
    at(
        case("to login", redirect("/login?next=/course", 302)),
        **{"login?next=/course": page(document("Log in", "<h1>Log in</h1>"))},
    ),
    beside(
        case("to sso", redirect("http://sso.other-site.test/auth?x=1", 302)),
        "http://sso.other-site.test/auth?x=1",
        page(document("Welcome", "<form>")),
    ),
    case("login 200", page(document("Sign in | Courses", '<h1>Sign in</h1><form><input type="password"></form>'))),
    case(
        "login 404", page(document("Sign in", '<h1>Sign in to continue</h1><form><input type="password"></form>'), 404)
    ),
    case(
        "login in two steps", page(document("Sign in", '<h1>Sign in</h1><input type="email"> <a href="/help">Help</a>'))
    ),
    case("login ru", page(document("Вход", '<h1>Войдите, чтобы продолжить</h1><input type="password">'))),
    case("login zh", page(document("用户登录", '<p>请先登录后查看</p><input type="password">'))),
    beside(
        case("consent", redirect("http://consent.shut.test/m?continue=x", 302)),
        "http://consent.shut.test/m?continue=x",
        page(document("Before you continue", "<p>Cookies")),
    ),
    case(
        "consent 200",
        page(document("Before you continue to the site", "<h1>Before you continue</h1><p>We use cookies")),
    ),
    case("maintenance 200", page(document("Site maintenance", "<h1>We’ll be back soon!</h1><p>Sorry for that."))),
    case("maintenance ru", page(document("Технические работы", "<h1>Ведутся технические работы</h1><p>Ждём вас."))),
    case("maintenance zh", page(document("系统维护", "<h1>系统维护中</h1><p>请稍后再来"))),
    case("no database", page(document("Error", "<h1>Error establishing a database connection</h1>"))),
    case("500", page(status=500)),
    case("503", page(status=503)),
    case("504", page(status=504)),
    case("520", page(status=520)),
    case("hang", hang),
    case("reset", reset),
    case("garbage", raw_answer(b"\x16\x03\x01 no http\r\n\r\n", close=True)),
    case("loop", redirect("/course/intro-to-learning", 302)),
    case("redirect to nowhere", page("", 302)),
    case("mail", redirect("mailto:someone@shut.test", 302)),
]
