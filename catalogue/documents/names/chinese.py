"""Works mentioned in Chinese text: titles in their marks, books by their nicknames, courses by who gives them. Pure."""

import re

from catalogue.vocabulary import Kind

MARKED = re.compile(r"《([^《》]{2,80})》")
NICKNAME = re.compile(r"(?P<name>(?<!》[(（])(?:西瓜|南瓜|花|鱼|葫芦|蜥蜴|龙|虎|鲸|小蓝)书)(?![籍架店本单包])")
"""What Chinese readers call the books they all know: after what is on the cover."""
COVER = re.compile(
    r"《[^《》]{2,80}》\s*[(（][^()（）]{0,20}$|(?:[俗又人昵也简并统]称|称[为作]|也叫|叫做|叫作)\s?[为\"“”「]{0,2}$"
)
"""What stands before a nickname that only repeats a title: `《花园》（王某，`, `俗称`."""
LECTURES = r"(?:公开课|课程|网课|视频|教程|讲义|公開課|課程|影片|教學)"
WHICH_OF_MANY = r"上|里|有|系列|免[费費]|在线|官方|优质|众多|各种|精品|热门|相关|一些|很多|这些|其他"
SUBJECT = rf"(?![A-Z]{{2,5}}-?\d|\d|{WHICH_OF_MANY})[\w\u4e00-\u9fff ]{{2,14}}?"
"""What a course is about; words for which courses of many are meant are none."""
SURNAME = (
    r"(?!任[何意务]|何[时种]|万一|方[法便向面]|程[序度]|向[量上下]|许多|曾经|于是|余弦|范[围例]|严[格谨肃]|马[上尔]|陆续"
    r"|段落|史上|雷达|石油|龙头|江湖|王[牌者])"
    r"[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范"
    r"石廖贾夏韦付邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤張劉陳楊黃趙吳孫馬鄭許馮鄧蕭葉蘇魏盧鍾譚陸賈]"
)
"""The commonest of them, where they begin no common word; 高 and 金 begin too many."""
SCHOOL = (
    r"(?:Stanford|MIT|CMU|Harvard|Berkeley|Princeton|Google|Coursera|edX|Udacity|Udemy|Kaggle(?: Learn)?|[Ff]ast\.ai"
    r"|DeepLearning\.AI|Hugging ?Face|斯坦福|麻省理工|哈佛|伯克利|普林斯顿|清华|北大|浙大|台大|中科大|谷歌)"
    r"(?:大学|學院|学院)?"
)
BY_TEACHER = re.compile(
    rf"(?P<name>(?![听看学跟找用上读])[\u4e00-\u9fff]{{2,3}}(?:老师|教授|老師)的?[\w\u4e00-\u9fff]{{2,12}}?{LECTURES}"
    rf"|[A-Z][a-z]+ [A-Z][a-z]+的[\w\u4e00-\u9fff]{{0,12}}?{LECTURES}"
    rf"|{SURNAME}[\u4e00-\u9fff]{{2}}(?:的\s?{SUBJECT}|(?:的|在)?\s?{SCHOOL}的?(?:{SUBJECT})?|\s?[A-Z]{{2,}}){LECTURES})"
)
"""`王某老师的园艺课程`, `Ann Bee的花园公开课`, `王花园的园艺课程`, `王花园Coursera课程`."""
OF_TOOL = re.compile(r"(?P<name>[A-Z][\w.+-]{2,24}\s?官方(?:教程|文档|指南))(?![里中上的页]|案例)")
"""`Gardens官方教程`: what the makers of a tool teach it by."""
BY_SCHOOL = re.compile(rf"(?P<name>(?<![A-Za-z0-9.]){SCHOOL}(?>(?:的|上的)?\s?){SUBJECT}{LECTURES}(?!平台|网站))")
"""`MIT园艺公开课`, `Kaggle Learn的Gardens教程`; a school that no subject follows has many courses."""


def named_in_chinese(sentence: str) -> list[tuple[str, str]]:
    """The works a sentence names in Chinese ways, each with its kind."""
    works: list[tuple[str, str]] = [(title, Kind.BOOK) for title in MARKED.findall(sentence)]
    works += [
        (found["name"], Kind.BOOK)
        for found in NICKNAME.finditer(sentence)
        if not COVER.search(sentence, 0, found.start())
    ]
    taught = list(BY_TEACHER.finditer(sentence))
    spans = [found.span() for found in taught]
    taught += [found for found in BY_SCHOOL.finditer(sentence) if not any(a <= found.start() < b for a, b in spans)]
    works += [(found["name"], Kind.TUTORIAL) for found in OF_TOOL.finditer(sentence)]
    return works + [(found["name"], Kind.COURSE) for found in taught]
