"""What the author of a document thinks of what he names, where he says it. Pure; no word of his means no finding."""

from catalogue.normalise.wordlist import Words
from catalogue.records.documents import Entry, Finding
from catalogue.vocabulary import Rule, Stance, Why

AGAINST_ANY = Words(
    r"\bnot recommended\b|\bdo(?:n['’]t| not) (?:recommend|buy|waste)|\bwaste of (?:time|money)"
    r"|\bavoid(?: this\b|(?=\W*$))|\bbetter (?:to )?skip"
    r"|не рекоменду\w+|не советую|не тратьте|лучше (?:не|пропусти\w*)(?!\w)|пустая трата|不推荐|不建议|不值得"
    r"|避免使用",
)
AGAINST_NAMED = Words(
    r"\bnot (?:needed|necessary|worth)|\btoo (?:long|hard|heavy|academic)|\boverrated\b|\bskip\b"
    r"|(?<!\w)не (?:нужн\w+|стоит|надо|обязательно)"
    r"|слишком (?:долг|сложн|длинн)\w*|бессмысл\w*|перегруж\w*|лишн(?:ее|ий|яя)|没(?:有)?必要|不需要|太(?:难|长)",
)
ADVERT = Words(
    r"\benrol?l (?:now|today)|\bsign up (?:now|today|for)|\bdiscount|\bcoupon|\bpromo ?code|\bsponsored\b"
    r"|\baffiliate|\bearly bird"
    r"|записат\w+ на|запис(?:ь|ывайтесь) на|скидк\w+|промокод|вступительн\w+ тест|приглаша\w+|оставить заявку|реклама"
    r"|报名|优惠|折扣|促销|赞助|限时",
)
OWN = Words(
    r"\b(?:my|our) (?:own )?(?:\w+ )?(?:channel|newsletter|course|book|blog|podcast|community|website|article)\b"
    r"|\b(?:written|made|created|recorded) by me\b|\bI (?:wrote|made|created|recorded) (?:it|this)\b"
    r"|мо(?:й|ём|ем|его|ю|я|ей)\s+(?:[\w‑-]+\s+)?"
    r"(?:телеграм\S*|канал\w*|курс\w*|блог\w*|книг\w*|рассылк\w*|сайт\w*|стать\w*)|автор\W{1,3}я(?!\w)"
    r"|我的(?:公众号|频道|课程|博客|书|专栏|社群|文章)|关注我|我(?:自己)?写的",
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
