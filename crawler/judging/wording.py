"""The words of pages that are not there: not found, for sale, sign in, prove you are human. Pure data and matching.

English, Russian and Chinese in depth, because our documents link there; the commonest words of eight more languages.
"""

import re

WORD = re.compile(r"[\w'’]+")
NOTHING_ELSE = frozenset(
    WORD.findall("""
    404 410 page pages file document article post course video product item content resource url uri address link site
    website user profile topic question entry event lesson class project repository listing job image path route object
    requested request the this that your you you're we we're i it it's is are was were has have been had be a an of for
    to at on in by with from no not never longer nothing none cannot can can't cant couldn't couldnt could doesn't
    doesnt does do did didn't don't isn't isnt wasn't exist exists existing found find locate located available
    unavailable accessible error errors err http https status code message sorry oops oopsie whoops ooops uh oh uhoh oh
    ooh ops ohh looking look for what here there missing gone removed moved deleted expired lost invalid broken dead end
    anymore any more currently permanently old or and may might must seems seem like looks something went wrong hmm
    ouch yikes darn houston problem trying reach access came went server anything
    ошибка ошибки страница страницу страницы страниц найдена найдено найден найти не нет существует удалена удалён
    удален удалено удалена недоступна недоступен недоступно была был было больше такой такая этой эта этого данная
    данной запрашиваемая запрашиваемой запрошенная запрошенной или и к сожалению извините упс ой ничего здесь тут
    материал материала статья статьи курс курса видео запись записи файл файла документ документа товар пользователь
    раздел код http адрес по этому адресу отсутствует перемещена устарела вы ищете искали которую которой на сайте
    """)
)
"""A title or heading made of these words only, with a core below among them, says "not found" and nothing else."""

NUMBER = re.compile(r"(?<!\d)4(?:04|10)(?!\d)")
NUMBERED = frozenset(
    WORD.findall(
        "course lesson class project item topic question event entry article post video product курс урок раздел"
    )
)
"""What may have a number of its own."""
CORE = re.compile(
    r"""(?<!\d)4(?:04|10)(?!\d)|\bnot\ (?:be\ )?(?:found|exist\w*|available|located)
    |n['’]?t\ (?:be\ )?(?:found|find|exist|available|locate)|\bcan\ ?not\ (?:be\ )?f[io]u?nd
    |\bno\ longer\ (?:exists?|available|here|found)|\bnothing\ (?:was\ |is\ |to\ be\ )?(?:found|here)
    |\b(?:page|url|link|file|document|article|course|video|product|content|post)\b.*
        \b(?:missing|gone|removed|deleted|unavailable|expired|lost|invalid)\b
    |\b(?:missing|lost|invalid|broken|dead|unknown)\ (?:page|url|link|file)\b|\bno\ such\ \w+
    |не\ (?:найден|существует|обнаружен)|не\ удалось\ найти|нет\ такой\ страниц|такой\ страницы\ (?:больше\ )?нет
    |\b(?:страница|материал|статья|курс|видео|запись|файл|документ|товар)\w*\ .*(?:удал[её]н|недоступ|отсутству
    |устарел)
    |\b(?:удал[её]н\w*|недоступ\w+|отсутствует)\ (?:страница|материал|статья|курс|видео|запись)
    """,
    re.VERBOSE | re.IGNORECASE,
)

NOUN = re.compile(
    r"""\b(?:page|url|uri|document|file|directory|article|post|content|resource|course|video|address|link|product|item
    |listing|topic|lesson|tutorial|project|profile|user|account|site|website|blog|channel|group|material|class|program
    |event|repository|entry|book|episode|playlist|notebook|deck|space|thread|question|recording|lecture|workshop
    |publication|story|paper|package|dataset|quiz|job)s?\b
    |\b(?:страниц|документ|материал|курс|стать|видео|пост|запис|файл|товар|пользовател|публикаци|раздел|ресурс
    |урок|канал
    |контент|объект|блог|сайт|ссылк|объявлени|заняти|проект|групп|профил|лекци|книг|вебинар)\w*
    |you(?:['’]re|\ are|\ were|\ have)?\ (?:looking|look|search\w*|request\w*|tr(?:y|ied)\w*)|looking\ for
    |requested""",
    re.VERBOSE | re.IGNORECASE,
)
ABSENCE = re.compile(
    r"""(?:\b(?:can|could|is|are|was|were|has|have|does|do|did|would|may|might|must)\s?(?:not|n['’]?t)|\bcannot
    |\bcan[’']?t
        |\bunable\ to|\bno\ longer|\bnot|\bnever)
      (?:\ (?:be|been|seem\ to|appear\ to|to|currently|able\ to|quite|actually|longer|a|being))*
      \ (?:found|find|locate|located|exist\w*|available|accessible|here|offered|published|active|there
        |in\ our\ (?:catalog\w*|library|list))\b
    |\bwe\ no\ longer\ (?:offer|host|have)\b|\w\ (?:discontinued|retired|removed|deleted)\W*$
    |\b(?:has|have|was|were|is|are|been|got)\ (?:since\ |already\ |now\ |permanently\ |unfortunately\ )*(?:been\ )?
        (?:removed|deleted|taken\ (?:down|offline)|unpublished|discontinued|retired|expired|withdrawn|gone
    |no\ more|missing)\b
    |\b(?:user|account|member)\b[^.!?]{0,30}\b(?:deactivated|deleted|closed)\b
    |\bunavailable\b|\bno\ such\b|\bnot\ found\b|\bnon-?existent\b|\b(?:invalid|unknown)\ (?:url|link|page|address)\b
    |\bno\ (?:page|course|article|document|file|result|post|video|item|user|entry)\w*\ (?:was\ |were\ )?found\b
    |\bне\ (?:был[аои]?\ )?(?:найден\w*|существ\w+|обнаружен\w*|доступ\w+|удалось\ (?:найти|открыть)|смогли\ найти
    |можем\ найти
        |нашли|нашлось|нашлась|нашёлся|проводится)
    |\bудал[её]н[аоы]?\b|\bнедоступ\w+|\bотсутству\w+|\bснят\w*\ с\ (?:публикации|продажи)|\b(?:больше|уже
    |у\ нас)\ нет\b
    |\bнесуществующ\w+|\bпотерял\w+|\bустарел\w*|\bскрыт[аоы]?\b|\b(?:такой|такого|этой
    |этого)\ \w+\ (?:\w+\ ){0,2}нет\b
    |\bнет\ (?:такой|такого)\b""",
    re.VERBOSE | re.IGNORECASE,
)
ASTRAY = re.compile(
    r"""\bnot\ the\ \w+\ you(?:['’]re|\ are|\ were)\ looking\ for\b|\bthere(?:['’]s|\ is)\ no\ page\b
    |\b(?:you(?:['’]re|\ are|\ seem|\ appear|['’]ve)?(?:\ to\ be|\ gotten)?\ lost|looks\ like\ you(?:['’]re
    |\ are)\ lost)\b
    |\bnothing\ (?:to\ see\ |was\ found\ |found\ )?(?:here|at\ this\ (?:address|location|url))\b
    |(?:вы\ )?заблудились|здесь\ (?:\w+\ )?ничего\ нет|неправильно\ набра\w+\ адрес|ошибка\ 404|ничего\ не\ найдено
    |(?:荒原|迷路|走失)""",
    re.VERBOSE | re.IGNORECASE,
)
REGRET = re.compile(
    r"\b(?:sorry|oops|unfortunately|you|your|we|извините|к сожалению|вы|вами|мы)\b|抱歉|对不起|您|你", re.IGNORECASE
)
SORRY = re.compile(
    r"\b(?:sorry|wh?oops\w*|unfortunately|uh[ -]?oh|lost|something went wrong|извините|к сожалению|упс|ой)\b"
    r"|\byou(?:['’]re| are| were|['’]ve| have)? (?:requested|looking|tried|wanted|followed)\b"
    r"|\brequested (?:page|url|resource|course|content|file|document)"
    r"|\bвы (?:ищете|искали|запросили)|\bзапр(?:ош|аш)\w+|\b(?:этот|эта|это|данн\w+) \w|"
    r"\bthis (?:\w+ )?(?:page|course|video|article|item|user|account|content|link|site|project|book|program|blog)\b"
    r"|抱歉|对不起|對不起|哎呀|出错|提示信息|[您你](?:所|要)?(?:访问|请求|查看|查找|找)|指定的|该|此",
    re.IGNORECASE,
)
"""What one says to a reader who asked for something, of just that."""
HINTS = tuple(
    WORD.findall(
        """
        404 410 not cannot cant can't can’t nothing longer missing gone removed deleted unavailable expired lost invalid
        unknown such broken dead unable never more discontinued retired taken unpublished withdrawn exist found astray
        deactivated closed there's there’s
        не нет удал недоступ отсутств несуществ потерял устарел скрыт снят ничего заблудил ошибка неправильно
        gefunden vorhanden verfügbar introuvable trouv encontrad existe disponible trovata esiste znalezion znaleziono
        знайдено існує bulunamad n't n’t
        不 未 没 沒 无法 無法 丢 失效 删 刪 移除 下架 下线 过期 取消 关闭 關閉 荒原 迷路 走失 ページ 페이지
        """
    )
)
"""Without one of these nothing speaks of absence: a quick look that spares the slow ones."""


def hints(lower: str) -> bool:
    """Whether a text in lower case may speak of absence at all."""
    return any(hint in lower for hint in HINTS)


CLAUSE = re.compile(r"[.!?;…。！？；\n]+\s*|\s[–—|·]\s")
HOST_NAME = re.compile(r"\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}\b", re.IGNORECASE)

THING = (
    "页面|页|网页|頁面|網頁|文章|内容|內容|资源|資源|课程|課程|视频|影片|帖子|贴子|商品|用户|链接|鏈接|連結|地址"
    "|文件|话题|主题|网址|網址|信息|作品|分享|资料|站点|频道"
)
LOST = (
    "不存在|找不到|未找到|没有找到|沒有找到|没找到|无法找到|無法找到|不见了|[走跑飞]丢了|飞走了|丢失了?|已失效|失效了"
    "|已?(?:被)?(?:作者|管理员|系统)?(?:删除|刪除|移除|下架)了?|已?下线|已?过期|已取消|已關閉|已关闭"
    "|(?:暂时)?无法(?:访问|显示|查看|打开)|不可用"
)
CHINESE = re.compile(
    rf"(?:{THING})[^。！？!?]{{0,14}}(?:{LOST})"
    rf"|(?:找不到|未找到|没有找到|沒有找到|无法找到|無法找到)[^。！？!?]{{0,14}}(?:{THING})"
)
CHINESE_WHOLE = re.compile(
    rf"""(?:错误|錯誤|出错了|抱歉|对不起|對不起|很抱歉|非常抱歉|哎呀|哎呦|糟糕|啊哦|您|你|所|要|想|访问|訪問|查看|请求
    |請求|寻找|浏览|瀏覽|搜索|的|了|该|該|此|这个|指定|当前|404|410
    |error|not\ found
    |可能|或|已经|已經|经|被|了|在|{THING}|{LOST}|[\s\W])+""",
    re.VERBOSE | re.IGNORECASE,
)

ELSEWHERE = re.compile(
    r"""p[áa]gina\ (?:no\ (?:encontrada|existe|disponible)|n[ãa]o\ (?:encontrada|existe)|non\ (?:trovata|esiste))
    |no\ (?:se\ )?(?:ha\ )?encontr\w+\ la\ p[áa]gina|seite\ (?:wurde\ )?(?:leider\ )?nicht\ (?:gefunden|vorhanden
    |verf[üu]gbar)
    |seite\ existiert\ (?:leider\ )?nicht|page\ (?:introuvable|non\ trouv[ée]e|n['’]existe\ (?:pas|plus))
    |strona\ nie\ (?:została\ znaleziona|istnieje)|nie\ znaleziono\ strony|сторінк\w+\ не\ (?:знайдено|існує)
    |sayfa\ bulunamadı|ページ(?:が|は)(?:見つかりません|存在しません|ありません)|お探しのページ
    |페이지를\ 찾을\ 수\ 없""",
    re.VERBOSE | re.IGNORECASE,
)

ABOUT_WORDS = re.compile(
    r"""status\ codes?|response\ codes?|error\ pages?|\brfc\ ?\d+|webmasters?|soft\ 404|broken\ links
    |\bmeans\ (?:that\ )?(?:the|a)\b
    |indicates?\ (?:that|the)|returned?\ (?:when|by|a|an|if)\b|\bhow\ to\b|\bfix(?:ing|es)?\b|\bhandl(?:e|ing)\b
    |\bcustom\ 404|search\ engines?|\bseo\b
    |\bcauses?\b|\b(?:guide|tutorial)\ (?:to|on|for)\b|\bexplain|код(?:ы|ов|а)?\ (?:состояния|ответа|ошибки)
    |что\ (?:это\ )?(?:означает|такое|значит)|означает|как\ (?:\w+\ )?(?:исправить|настроить|сделать|оформить|купить)
    |\bwhat\ (?:is|are)\ an?\b|\btroubleshoot|\bwhy\ (?:do|does|did|am|is|are|we|i)\b|\bhow\ \w+\ works?\b
    |битые\ ссылки|поисков\w+\ (?:систем|робот)|стать[яе]\ (?:о|про)|状态码|狀態碼|错误页面|含义|意思|如何
    |什么是|是什么
    |怎么(?:解决|处理|设置)|搜索引擎|指南
    |教程""",
    re.VERBOSE | re.IGNORECASE,
)

REPORT = re.compile(
    r"""\b(?:when|while|after|since)\ \w|\b(?:issue|pull\ request|discussion)\ \#\d|\bin\ (?:arrays?|lists?|strings?)\b
    |:\ (?:\w[\w'’-]*\ ){4}|:\ (?:как|почему|что|how|why|what|an?)\b
    |(?:不存在|未找到|找不到|删除|失效)(?:时|后|之后|的(?:异常|处理|解决|原因|问题))
    |\b(?:после|при|почему|если|когда)\ \w|为什么|时(?:候|，|出现)""",
    re.VERBOSE | re.IGNORECASE,
)
"""A heading that goes on like this tells of an error that somebody met, it does not report one."""
SUPPOSITION = re.compile(r"\W*(?:(?:if|when|whenever|in case|если|когда)\b|如果|当|若)", re.IGNORECASE)
"""How a clause begins that speaks of what may happen."""
QUOTED = re.compile(r"[«“„「『‘].{1,120}?[»”“」』’]|\"[^\"\n]{1,120}\"")
PARTLY = re.compile(
    r"\b(?:below|the rest|however|so (?:i|we)|ниже|остальн\w+|зато)\b|部分|其余|其他|请使用", re.IGNORECASE
)
"""What goes on is not lost as a whole."""
PASSING = re.compile(
    r"\btemporar\w+|\bmaintenance\b|\bвременн\w+|\bтехническ\w+\ работ|维护中|維護中|正在维护|暂时无法", re.IGNORECASE
)
"""What passes is not gone."""
FOR_OTHERS = re.compile(
    r"\bin (?:your|my) (?:country|region|location|area)\b|\bв ваше[мй] (?:стране|регионе)"
    r"|所在(?:的)?(?:国家|地区|區域|区域)",
    re.IGNORECASE,
)
"""What is there, but not where we stand."""

FOR_SALE = re.compile(
    r"""\b(?:this|the)\ (?:premium\ )?(?:domain|website|web\ ?site|site)(?:\ name)?\b[^.!?]{0,60}?\b(?:is|may\ be
    |might\ be|could\ be)\ (?:available\ )?(?:for\ sale|parked|available\ for\ purchase)
    |\b(?:buy|purchase|acquire|own)\ (?:this|the)\ (?:premium\ )?domain|\bdomain\ (?:name\ )?(?:is\ )?(?:for\ sale
    |parked|has\ expired|expired)\b
    |\bparked\ (?:free|page|courtesy)
    |(?:^|[.!\n]\ ?|\bthis\ is\ a\ )parked\ domain\b|\bmake\ (?:an\ )?offer\b.{0,60}\bdomain
    |\bdomain\b.{0,60}\bmake\ an\ offer
    |\b(?:inquire|enquire)\ about\ this\ domain|\b(?:interested\ in|get)\ this\ domain|\bparked\ for\ free
    |\bweb\ ?site\ (?:has\ )?expired|\bHOSTNAME\ (?:is|may\ be)\ for\ sale
    |\bdomain\ owner\b.{0,80}\brenew
    |\bthis\ domain\ (?:was\ )?(?:recently\ )?(?:registered|expired|has\ expired|isn['’]?t\ connected)
    |sponsored\ listings\b.{0,300}\bdomain\ owner
    |домен\w*[^.!?]{0,60}?(?:прода[её]тся|зарегистрирован,\ но|не\ привязан
    |выставлен\w*\ на\ продажу|припаркован|не\ делегирован|не\ прилинкован
    |свободен|просрочен|освобожд)
    |куп(?:ить|ите)\ (?:этот\ )?домен|продажа\ (?:этого\ )?домена|срок\ (?:регистрации|действия|оплаты
    |делегирования)\ домена
    |парковка\ домен|домен\ припаркован
    |(?:域名|網域|网域|網址)[^。！？]{0,12}(?:出售|转让|轉讓|可售|待售|过期|過期|到期|停放|求购)|(?:出售|购买|購買
    |转让|求购)(?:此|该|该个|本|這個|这个)?(?:域名|網域|网域)
    |(?:dominio|domínio)\ (?:está\ )?(?:en|à|a)\ vent?[da]a?|domain\ (?:steht\ )?zu[mr]?\ verkauf
    |domaine\ (?:est\ )?à\ vendre""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
PARKING_MARKS = (
    "sedoparking.",
    "parkingcrew.",
    "bodis.com",
    "parklogic.",
    "skenzo.",
    "hugedomains.com/domain",
    "dan.com/buy-domain",
    "afternic.com/forsale",
    "sedo.com/search/details",
    "parking-page",
    "/parking.php",
    "domainlander",
    "adsense/domains/caf.js",
    "parking-lander",
    "data-adblockkey=",
    "uniregistry.com/buy",
    "undeveloped.com/buy",
)
"""What the scripts and forms of parked domains lead to."""
SALE_HINTS = ("domain", "домен", "域名", "網域", "网域", "網址", "for sale", "parked", "dominio", "domínio")
PLACEHOLDER = re.compile(
    r"""welcome\ to\ (?:nginx|openresty|caddy|centos|apache)\b.*|apache2?\b.{0,30}\bdefault\ page.*|iis\ (?:windows
    |\d).{0,20}|.{0,20}test\ page\ for\ .{0,40}
    |it\ works!?|default\ (?:web\ ?site|parallels\ plesk|plesk)\ page
    |web\ server['’]s\ default\ page|(?:(?:hosting\ )?account|website|site|domain
    |hosting)\ (?:has\ been\ |is\ )?suspended
    |(?:site|website|page|domain|web\ ?site)\ (?:is\ )?(?:coming\ soon|under\ construction)|under\ construction
    |coming\ soon|future\ home\ of\b.*|(?:site|website|domain)\ not\ (?:found|configured|published)
    |congratulations!\ your\ (?:new\ )?(?:web\ ?)?site\ is\ up\b.*|хостинг\ сайта\ приостановлен
    |сайт\ (?:в\ разработке|заблокирован|приостановлен|отключ[её]н|не\ оплачен|временно\ отключ[её]н\ хостинг\w*)
    |аккаунт\ (?:заблокирован|приостановлен)|хостинг\ не\ оплачен
    |网站建设中|网站(?:已)?(?:关闭|暂停|停用)|站点(?:已)?(?:暂停|停用|关闭)|恭喜，?站点创建成功！?|没有找到站点""",
    re.VERBOSE | re.IGNORECASE,
)

SIGN_IN = re.compile(
    r"""(?:please\ )?(?:log|sign)[ -]?(?:in|on)(?:\ (?:to|or|and|with|at)\b.{0,60})?(?:\ required)?|login(?:\ (?:page|to
    |required|or|form)\b.{0,60})?|member\ (?:login|sign\ ?in)|authentication\ required|(?:single\ )?sign-?on
    |join\ linkedin.*|sign\ up.{0,30}
    |вход(?:\ (?:в|на|для)\ .{0,50})?|войти(?:\ (?:в|на)\ .{0,50})?|авторизация.{0,30}|войдите.{0,60}
    |требуется\ (?:вход|авторизация)
    |(?:用户|用戶|会员|會員|账号|帳號|请|請|请先|請先|密码)?(?:登录|登入|登錄|登陆)(?:页面|页|系统|注册|/注册
    |\ ?[/|]\ ?注册)?|anmelden|einloggen
    |iniciar\ sesi[óo]n|(?:se\ )?connexion|se\ connecter|entrar|accedi|zaloguj\ się|oturum\ aç|ログイン|로그인""",
    re.VERBOSE | re.IGNORECASE,
)
SIGN_IN_DEMAND = re.compile(
    r"""\b(?:must|need\ to|have\ to|required\ to)\ (?:be\ )?(?:log(?:ged)?|sign(?:ed)?)[ -]?in\b|\b(?:log
    |sign)[ -]?in\ (?:to|in\ order\ to)\ (?:view|continue|access|see|read|proceed|watch|open|join)\b
    |\bplease\ (?:log|sign)[ -]?in\b|\b(?:only|members)\ (?:available\ )?(?:to|for)\ (?:registered|logged)
    |войдите[^.!?]{0,40}\ чтобы\ (?:про|увид|читать|чита|посмотр|получить\ доступ|открыть)
    |авторизуйтесь|необходимо\ (?:войти|авторизоваться)|нужно\ (?:войти|авторизоваться)
    |требуется\ (?:авторизация|вход)|только\ (?:для\ )?(?:авторизованны|зарегистрированны)
    |请(?:您)?(?:先)?(?:登录|登陆|登入)|請(?:您)?(?:先)?(?:登入|登錄)
    |(?:登录|登入|登錄)后(?:才|方|即)?(?:能|可|可以)?(?:继续)?(?:查看|访问|浏览|阅读|观看|继续)|需要(?:先)?(?:登录|登入)""",
    re.VERBOSE | re.IGNORECASE,
)
SIGN_IN_WORD = re.compile(
    r"\b(?:log|sign)[ -]?[io]n\b|\b(?:вход|войти|авторизаци)|登录|登入|登錄|登陆|身份认证", re.IGNORECASE
)
CONSENT = re.compile(
    r"""before\ you\ (?:continue|proceed)(?:\ to\b.{0,60})?
    |(?:cookie|privacy|your\ privacy)\ (?:consent|choices|settings
    |wall)|we\ (?:value|care\ about|respect)\ your\ privacy|(?:we\ )?(?:need
    |require)\ your\ (?:cookie\ )?consent.{0,40}|cookie\ consent\ required
    |прежде\ чем\ (?:перейти|продолжить).{0,60}|согласие\ на\ (?:использование|обработку)\ .{0,60}
    |настройки\ (?:файлов\ )?cookie|在(?:您|你)?继续(?:使用|前往)?之前.{0,40}|(?:隐私|cookie)\ ?(?:设置|同意|政策)
    |bevor\ sie\ .{0,30}fortfahren|avant\ d['’]acc[ée]der.{0,40}|antes\ de\ (?:ir|continuar).{0,40}""",
    re.VERBOSE | re.IGNORECASE,
)
DEMAND = re.compile(
    r"\W*(?:please|verify|confirm|prove|complete|sorry|подтвердите|докажите|пожалуйста|请)", re.IGNORECASE
)
REFUSED = re.compile(
    r"""(?:429\W+)?too\ many\ requests|rate\ limit\ (?:exceeded|reached)|request\ (?:rejected|denied|blocked)
    |you\ (?:need|don['’]t\ have)\ (?:access|permission).{0,40}|sign-?in\ required|members\ only
    |.{0,20}\bfirewall\b.{0,30}
    |(?:your\ )?(?:ip|ip\ address)\ (?:has\ been\ |is\ )?(?:blocked|banned).{0,40}
    |blocked|forbidden|access\ (?:denied|restricted)
    |.{0,30}\b(?:not|un)\ ?available\ in\ your\ (?:country|region|location|area).{0,20}
    |слишком\ много\ запросов|запрос\ (?:отклон[её]н|заблокирован)|.{0,30}недоступ\w+\ в\ ваше[мй]\ (?:стране|регионе)
    |.{0,12}(?:请求|访问|操作)(?:过于频繁|太频繁|被(?:阻断|拦截|拒绝|禁止)).{0,12}|.{0,12}防火墙.{0,20}
    |.{0,20}(?:所在)?(?:国家|地区)(?:不可用|无法访问).{0,10}""",
    re.VERBOSE | re.IGNORECASE,
)
"""A title or heading that refuses us and says nothing else."""
HUMAN = re.compile(
    r"""verify(?:ing)?\ (?:that\ )?you\ (?:are|'re|’re)\ (?:a\ |not\ a\ )?(?:human|robot|bot)|are\ you\ (?:a\ )?(?:human
    |robot|bot)\b|(?:not|n['’]t)\ a\ (?:robot|bot)\b|robot\ (?:check|or\ human)|\bddos-guard|client\ challenge
    |(?:solve|complete|enter|pass)\ (?:this|the|a)\ captcha|^\W*captcha\W*$|security\ check|checking\ (?:if
    |your\ browser)|\bjust\ a\ moment\b|\bone\ moment,\ please|request\ is\ being\ verified|robot\ challenge
    |checking\ the\ site\ connection|attention\ required
    |enable\ (?:javascript\ and\ cookies|cookies\ and\ javascript|javascript)\ (?:to\ continue|and\ )
    |ddos\ protection|access\ (?:to\ this\ page\ has\ been\ )?denied|unusual\ (?:traffic|activity)
    |automated\ (?:requests|queries|access|traffic)|bot\ (?:detection|protection|verification)|press\ (?:&|and)\ hold
    |one\ more\ step\b|human\ verification|prove\ (?:that\ )?you['’ ]\w*\ (?:a\ )?human
    |request\ (?:was\ |has\ been\ )?blocked|you\ have\ been\ blocked|pardon\ our\ interruption
    |making\ sure\ you['’]?\ ?a?re\ not\ a\ bot
    |вы\ (?:не\ )?робот|а\ не\ робот|не\ робот\b|вы\ человек|проверка\ (?:вашего\ )?(?:браузера|безопасности)
    |защита\ от\ ddos
    |проверяем\ (?:ваш\ )?браузер
    |подозрительн\w+\ (?:активность|трафик)|доступ\ (?:к\ \w+\ )?(?:временно\ )?(?:ограничен|запрещ[её]н
    |заблокирован)|символы\ с\ картинки|\bкапч\w+|автоматическ\w+\ запрос
    |安全验证|访问验证|验证中心|(?:是否)?(?:是|为)真人|访问出现异常|安全驗證|人机验证|人機驗證|人机身份验证
    |滑动验证|拖动滑块|完成(?:安全)?验证|验证码|驗證碼
    |访问过于频繁|访问(?:受限|被拒绝|异常)|(?:检查|检测)(?:您|你)的浏览器|不是(?:机器人
    |機器人)|请求(?:存在)?异常|环境异常""",
    re.VERBOSE | re.IGNORECASE,
)

LONGEST_LINE = 160
LONGEST_CLAIM = 11
LONGEST_CLAUSE = 220
SEPARATOR = re.compile(r"\s+[|·•—–―»«\-/\\~]+\s+|\s*[|·•—–»«｜_]\s*")


def parts_of(title: str) -> list[str]:
    """The pieces of a title: it often names the page and the site."""
    pieces = [piece.strip() for piece in SEPARATOR.split(title) if piece and piece.strip()]
    after_colon = (piece.rpartition(":")[2].strip() for piece in pieces if ":" in piece)
    return pieces + [piece for piece in after_colon if NOUN.search(piece) or CORE.search(piece[:9])]


def clauses_of(text: str) -> list[str]:
    """The clauses of a text, host names taken for one word."""
    return [clause for clause in CLAUSE.split(HOST_NAME.sub("HOSTNAME", text)) if clause.strip()]


def says_not_found(text: str) -> bool:
    """Whether a title or heading says "not found" and nothing else."""
    if not text or len(text) > LONGEST_LINE or not hints(text.lower()):
        return False
    if any(pattern.search(text) for pattern in (ABOUT_WORDS, REPORT, PASSING, FOR_OTHERS)):
        return False
    if CHINESE_WHOLE.fullmatch(text) and (CHINESE.search(text) or CORE.search(text)):
        return True
    words = [word.replace("’", "'").strip("'") for word in WORD.findall(text.lower())]
    longest = LONGEST_CLAIM * 2 if REGRET.search(text) else LONGEST_CLAIM
    if len(words) <= longest and (speaks_of_absence(text) or ELSEWHERE.search(text)):
        return True
    return bool(words) and all(word in NOTHING_ELSE or len(word) == 1 for word in words) and _names_absence(text, words)


def _names_absence(text: str, words: list[str]) -> bool:
    """Whether words that say nothing else say that something is absent: "Course 404" does not, "Error 404" does."""
    if CORE.search(NUMBER.sub("", text)):
        return True
    return bool(NUMBER.search(text)) and not NUMBERED & set(words)


def speaks_of_absence(text: str) -> bool:
    """Whether a clause of a text says that a page, a course, a file … is not there."""
    return hints(text.lower()) and any(_is_absence(clause) for clause in clauses_of(text))


def _is_absence(clause: str) -> bool:
    if len(clause) > LONGEST_CLAUSE or SUPPOSITION.match(clause):
        return False
    if any(pattern.search(clause) for pattern in (ABOUT_WORDS, PASSING, PARTLY, FOR_OTHERS)):
        return False
    if ASTRAY.search(clause) or ELSEWHERE.search(clause) or CHINESE.search(clause):
        return True
    return bool(ABSENCE.search(clause) and NOUN.search(clause))


def mentions_not_found(text: str) -> bool:
    """Whether a text speaks of pages that are not found at all."""
    return hints(text.lower()) and bool(CORE.search(text) or speaks_of_absence(text))
