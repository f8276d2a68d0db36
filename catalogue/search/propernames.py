"""People, schools and sites by their names in the three scripts, and sites by the addresses of resources. Pure.

A title says Andrew Ng, 吴恩达 or Эндрю Ын; who asks for one of them means each. Names that one script writes as the
other does (Karpathy in Chinese titles) need not stand here, nor do those of libraries: they are topics.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from catalogue.search.folding import fold
from catalogue.search.stemming import stem
from catalogue.search.topicwords import TopicWords

PEOPLE = """
    Andrew Ng|Эндрю Ын|Эндрю Ына|Эндрю Нг|吴恩达
    Fei-Fei Li|Feifei Li|Li Fei-Fei|Li Feifei|Фэй-Фэй Ли|李飞飞
    Mu Li|Li Mu|Му Ли|李沐
    Hung-yi Lee|Lee Hung-yi|Hungyi Lee|Хун-и Ли|李宏毅
    Zhi-Hua Zhou|Zhihua Zhou|Zhou Zhihua|Zhou Zhi-Hua|Чжоу Чжихуа|周志华
    Andrej Karpathy|Karpathy|Карпатый|Карпати|Андрей Карпатый|Андрей Карпати|卡帕西
    Geoffrey Hinton|Hinton|Хинтон|Джеффри Хинтон|辛顿|杰弗里·辛顿
    Yann LeCun|LeCun|Лекун|Ян Лекун|杨立昆
    Yoshua Bengio|Bengio|Бенджио|Йошуа Бенджио|本吉奥|约书亚·本吉奥
    Ian Goodfellow|Goodfellow|Гудфеллоу|Ян Гудфеллоу|Иэн Гудфеллоу|古德费洛
    Richard Sutton|Ричард Саттон|理查德·萨顿|萨顿
    David Silver|Дэвид Сильвер|大卫·席尔瓦
    Gilbert Strang|Strang|Стрэнг|Гилберт Стрэнг|吉尔伯特·斯特朗
    Christopher Bishop|Кристофер Бишоп|毕晓普
    Aurélien Géron|Géron|Жерон|Орельен Жерон|奥雷利安·杰龙
    Sebastian Raschka|Raschka|Себастьян Рашка|塞巴斯蒂安·拉施卡
    François Chollet|Chollet|Шолле|Франсуа Шолле|弗朗索瓦·肖莱
    Jeremy Howard|Джереми Ховард|杰里米·霍华德
    Mark Lutz|Марк Лутц|马克·卢茨
    Wes McKinney|Уэс Маккинни|韦斯·麦金尼
    Donald Knuth|Knuth|Кнут|Дональд Кнут|唐纳德·克努特
    Thomas Cormen|Cormen|Кормен|Томас Кормен
    Stuart Russell|Стюарт Рассел|斯图尔特·罗素
    Peter Norvig|Norvig|Норвиг|Питер Норвиг|彼得·诺维格
    Andrew Tanenbaum|Tanenbaum|Таненбаум|Эндрю Таненбаум|塔能鲍姆
    Guido van Rossum|Гвидо ван Россум|吉多·范罗苏姆
    Konstantin Vorontsov|Vorontsov|Константин Воронцов|Воронцов
    Sam Altman|Сэм Альтман|萨姆·奥尔特曼
    Demis Hassabis|Демис Хассабис|哈萨比斯
    Ilya Sutskever|Илья Суцкевер|伊利亚·苏茨克维
"""
SCHOOLS = """
    Stanford|Стэнфорд|Стенфорд|斯坦福|斯坦福大学
    MIT|Massachusetts Institute of Technology|Массачусетский технологический институт|麻省理工|麻省理工学院
    Harvard|Гарвард|哈佛|哈佛大学
    Berkeley|Беркли|伯克利|加州大学伯克利分校
    Oxford|Оксфорд|牛津|牛津大学
    Cambridge|Кембридж|剑桥|剑桥大学
    Princeton|Принстон|普林斯顿|普林斯顿大学
    Carnegie Mellon|CMU|Карнеги-Меллон|卡内基梅隆|卡内基梅隆大学
    Tsinghua|Цинхуа|清华大学|清华
    Peking University|Пекинский университет|北京大学
    Zhejiang University|Чжэцзянский университет|浙江大学|浙大
    National Taiwan University|Тайваньский университет|台湾大学
    Imperial College|Имперский колледж|帝国理工|帝国理工学院
    Moscow State University|MSU|МГУ|莫斯科大学
    Higher School of Economics|HSE|ВШЭ|НИУ ВШЭ|Высшая школа экономики|高等经济学院
    MIPT|МФТИ|Физтех|莫斯科物理技术学院
    Yandex School of Data Analysis|ШАД|Школа анализа данных
    Khan Academy|Академия Хана|可汗学院
"""
SITES = """
    Google|Гугл|谷歌
    Microsoft|Майкрософт|微软
    Amazon|Амазон|亚马逊
    Apple|苹果公司
    Meta AI|Facebook AI
    NVIDIA|Нвидиа|英伟达
    IBM|国际商业机器公司
    OpenAI|ОпенАИ
    DeepMind|ДипМайнд
    Yandex|Яндекс
    Sber|Сбер
    Baidu|Байду|百度
    Alibaba|Алибаба|阿里巴巴|阿里云
    Tencent|Тенсент|腾讯
    Huawei|Хуавэй|华为
    Coursera|Курсера
    Udemy|Юдеми
    Udacity|Юдасити|优达学城
    edX|ЭдЭкс
    Stepik|Степик
    YouTube|Ютуб|油管
    Bilibili|B站|哔哩哔哩
    Zhihu|知乎
    Habr|Хабр
    Medium|Медиум
    Wikipedia|Википедия|维基百科
    Telegram|Телеграм|电报
    LeetCode|Литкод|力扣
    DataCamp|Датакамп
    freeCodeCamp|ФриКодКэмп
"""

PROPER_NAMES = TopicWords(
    (line, name) for line in (PEOPLE + SCHOOLS + SITES).split("\n") for name in line.strip().split("|") if name
)

SAYS_NOTHING = frozenset(("www", "com", "org", "net", "edu", "gov", "ac", "co", "io", "github", "gitlab"))
"""Labels of host names that name no site, or the owner of what stands there only."""
SHORTEST_LABEL = 3


def host_terms(url: str | None) -> Iterator[str]:
    """The terms of the index for where a resource is: the names in its host, the country and the like left out."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return
    for label in host.split(".")[:-1]:
        if len(label) >= SHORTEST_LABEL and label not in SAYS_NOTHING:
            yield host_term(stem(fold(label)))


def host_term(term: str) -> str:
    """The one term that stands in the index for a name of a host."""
    return f"host{term}"
