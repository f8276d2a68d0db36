"""What the author of a document thinks of what he names, where he says it. Pure; no word of his means no finding."""

from catalogue.normalise.wordlist import Words
from catalogue.records.documents import Entry, Finding
from catalogue.vocabulary import Rule, Stance, Why

AGAINST_ANY = Words(
    r"\bnot recommended\b|\boverpriced\b|\b(?:do|would)(?:n.t| not) (?:recommend(?! (?:skipping|missing))|buy|waste)"
    r"|\bwaste of (?:time|money)|\bnot worth (?:the|your|it\b|buying|reading|watching)"
    r"|\b(?:don.t|do not) bother\b|\blook elsewhere\b|\bavoid(?: this\b|(?=\W*$))|\bbetter (?:to )?skip"
    r"|(?<!not )(?<!n.t )\bskip (?:it|this)\b"
    r"|не рекоменд\w+|не советую|не трат(?:ьте|ь)|не (?:берите|покупайте)|лучше (?:взять|выбрать) друг\w+"
    r"|не сто[ия]т \w+ (?:денег|времени)"
    r"|лучше (?:не|пропусти\w*)(?!\w)|пустая трата|不(?:太|是很)?推荐|不建议|不值得"
    r"|避免使用|(?:别|不要)(?:看|买|浪费)|浪费(?:时间|钱)",
)
AGAINST_NAMED = Words(
    r"\bnot (?:needed|necessary|worth)|\btoo (?:long|hard|heavy|academic)|\boverrated\b|\bskip\b"
    r"|(?<!\w)не (?:нужн\w+|стоит|надо|обязательно)"
    r"|слишком (?:долг|сложн|длинн)\w*|бессмысл\w*|перегруж\w*|лишн(?:ее|ий|яя)|没(?:有)?必要|不需要|太(?:难|长)",
)
ADVERT = Words(
    r"\benrol?l (?:now|today)|\bsign up (?:now|today|for)|\bdiscount|\bcoupon|\bpromo ?code|\bsponsor(?:s|ed)?\b"
    r"|\baffiliate\b|\breferral\b|\bearly bird|\b\d{1,2} ?% off\b"
    r"|\buse (?:the |my )?code [\w-]+"
    r"|записат\w+ на|запис(?:ь|ывайтесь) на|скидк\w+|промокод|вступительн\w+ тест|приглаша\w+|оставить заявку"
    r"|реклам[аы](?!\w)|рекламн\w+|на правах рекламы|партн[её]рск\w+|спонсор\w*"
    r"|报名|优惠|折扣|促销|赞助|限时|广告|推广链接",
)
OWN = Words(
    r"\b(?:my|our) (?:own )?(?:\w+ )?(?:channel|newsletter|course|book|blog|podcast|community|website"
    r"|article|notes|repo(?:sitory)?|projects?)\b"
    r"|\b(?:written|made|created|recorded) by me\b|\bI (?:wrote|made|created|recorded) (?:it|this)\b"
    r"|\bI(?: am|.m) the author\b|\bI work (?:there|here)\b|\bshameless (?:plug|self-promo)"
    r"|(?:мо|наш)(?:й|ём|ем|его|ему|ю|я|ей|у|а|и|ю)?\s+(?:[\w‑-]+\s+)?"
    r"(?:телеграм\S*|канал\w*|курс\w*|блог\w*|книг\w*|рассылк\w*|сайт\w*|стать\w*)"
    r"|веду (?:этот \w+ )?сам(?!\w)|автор\W{1,3}я(?!\w)|(?<!\w)я\W{1,3}автор(?!\w)"
    r"|我的(?:公众号|频道|课程|博客|书|专栏|社群|文章|笔记)|关注我|我(?:自己)?写的|本人(?:的|写)",
)


def judge_stance(entry: Entry) -> Finding[Stance] | None:
    """What is said against, for money, or about himself; None is a plain mention."""
    stated = next((mark.removeprefix("stance:") for mark in entry.marks if mark.startswith("stance:")), "")
    if stated in set(Stance):
        return Finding(Stance(stated), Rule.STATED_MARK)
    context = " ".join((*entry.marks, entry.note[:500]))
    if OWN.search(context):
        return Finding(Stance.SELF_PROMOTION, Rule.STATED_WORD)
    if ADVERT.search(context):
        return Finding(Stance.PROMOTIONAL, Rule.STATED_WORD)
    against = AGAINST_ANY.search(context) or (entry.why is Why.NAMED and AGAINST_NAMED.search(context))
    return Finding(Stance.DISCOURAGED, Rule.STATED_WORD) if against else None
