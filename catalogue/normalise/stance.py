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
    r"|лучше (?:не|пропусти\w*)(?!\w)|лучше обойти|пустая трата|不(?:太|是很)?推荐|不建议|不值得"
    r"|\bdisappoint(?:ing|ed)\b|\btoo expensive\b|разочаров\w+|слишком дорог\w+"
    r"|(?:врем\w+|деньги) (?:только )?потеря\w+|только время потер\w+"
    r"|(?:информаци|материал|содержани|курс|книг)\w* (?:сильно |давно |уже )?устарел\w*|垃圾|避雷|踩雷|太贵"
    r"|避免使用|(?:别|不要)(?:看|买|浪费)|浪费(?:时间|钱)",
)
AGAINST_FIRST = Words(
    r"^\W*no longer (?:maintained|available|updated|relevant|recommended|works?)\b|^\W*skip (?:unless|if|this|it)\b"
    r"|^\W*(?:now |very |badly |long )?(?:outdated|obsolete|deprecated|superseded|abandoned)\b"
    r"(?! (?:api|feature|version|edition)s?)"
    r"|^\W*avoid\s*[,.;:!]|^\W*(?:сильно |давно |уже )?(?:устарел[аои]?|устаревш\w+|неактуальн\w+)(?!\w)"
    r"|^\W*(?:已|早已)?(?:过时|停更|废弃)(?!的(?!$))"
)
"""What a remark may begin with; further on it may be about something else."""
AGAINST_ALL = Words(
    r"\b(?:not recommended|avoid|(?:don.t|do not) (?:bother|waste|buy|read|watch)|to skip|worst)\b"
    r"|\b(?:outdated|deprecated|obsolete)\b"
    r"|(?<!\w)(?:не (?:рекоменд\w+|советую|сто[ия]т|надо|тратьте|покупайте)|антирекомендац\w+|устаревш\w+)(?!\w)"
    r"|不推荐|不建议|避雷|踩雷|过时"
)
"""What a heading says of all that stands under it."""
ADVERT_ALL = Words(
    r"\b(?:sponsor(?:s|ed|s.)?|advertisements?|affiliate|promoted)\b|\((?:ad|ads)\)"
    r"|(?<!\w)(?:реклам\w+|(?:наши )?партн[её]ры|спонсор\w*)(?!\w)"
    r"|广告|赞助|推广"
)
AGAINST_NAMED = Words(
    r"\bnot (?:needed|necessary|worth)|\btoo (?:long|hard|heavy|academic)|\boverrated\b|\bskip\b"
    r"|(?<!\w)не (?:нужн\w+|стоит|надо|обязательно)"
    r"|слишком (?:долг|сложн|длинн)\w*|бессмысл\w*|перегруж\w*|лишн(?:ее|ий|яя)|没(?:有)?必要|不需要|太(?:难|长)",
)
ADVERT = Words(
    r"\benrol?l (?:now|today)|\bsign up (?:now|today|for)"
    r"|(?<!no )\bdiscounts?\b(?! (?:pric|rat|factor|model|func)\w+)|\bcoupon|\bpromo ?code|\bsponsor(?:s|ed)?\b"
    r"|\bonly \$\d|\bpaid (?:promotion|placement)\b|\blimited[- ]time\b|\baffiliate\b|\breferral\b|\bearly bird"
    r"|\b\d{1,2} ?% off\b"
    r"|\buse (?:the |my )?code [\w-]+"
    r"|(?:число|количество) мест ограничен\w+"
    r"|записат\w+ на|запис(?:ь|ывайтесь) на|скидк\w+|промокод|вступительн\w+ тест|приглаша\w+|оставить заявку"
    r"|реклама(?!\w)|рекламн\w+ (?:пост|материал|интеграци|ссылк|блок)\w*|реферальн\w+|на правах рекламы"
    r"|партн[её]рск\w+ (?:ссылк|материал|программ)\w*|спонсор\w*"
    r"|报名|优惠|折扣|促销|赞助|限时|广告|推广链接",
)
OWN = Words(
    r"\b(?:my|our) (?:own )?(?!fav|best|first|last|next|top|only)(?:\w+ )?"
    r"(?:channel|newsletter|course|book|blog|podcast|community|website|article|notes|repo(?:sitory)?|projects?|write-?ups?|github|tutorial|talk|video|lecture)\b"
    r"|\b(?:written|made|created|recorded) by me\b|\bI (?:wrote|made|created|recorded|built) (?:it|this)\b"
    r"|\bI(?: am|.m) the author\b|\bI work (?:there|here)\b|\bshameless (?:plug|self-promo)"
    r"|(?:мо|наш)(?:й|ём|ем|его|ему|ю|я|ей|у|а|и|ю)?\s+(?!любим|лучш|перв|последн|топ)(?:[\w‑-]+\s+)?"
    r"(?:телеграм\S*|канал\w*|курс\w*|блог\w*|книг\w*|рассылк\w*|сайт\w*|стать\w*)"
    r"|веду (?:этот \w+ )?сам(?!\w)|автор\W{1,3}я(?!\w)|(?<!\w)я\W{1,3}автор(?!\w)"
    r"|\bby the author of this (?:list|article|post|page|roadmap|guide)\b"
    r"|автор\w* (?:этой |этого |данной |данного )?(?:статьи|поста|подборки|роадмапа|гайда)(?!\w)|本文作者"
    r"|我的(?:公众号|频道|课程|博客|书|专栏|社群|文章|笔记)|我在\w{1,6}的(?:视频|频道|专栏|课程)|关注我|我(?:自己)?写的|本人(?:的|写|博客|课程|频道|公众号)",
)


def judge_stance(entry: Entry, headings: tuple[str, ...] = ()) -> Finding[Stance] | None:
    """What is said against, for money, or about himself, of it or of all its list; None is a plain mention."""
    stated = next((mark.removeprefix("stance:") for mark in entry.marks if mark.startswith("stance:")), "")
    if stated in set(Stance):
        return Finding(Stance(stated), Rule.STATED_MARK)
    context, heading = " ".join((*entry.marks, entry.note[:500])), " ".join(headings[:1])
    against = AGAINST_ANY.search(context) or (entry.why is Why.NAMED and AGAINST_NAMED.search(context))
    first = any(AGAINST_FIRST.search(text) for text in (*entry.marks, entry.note))
    if OWN.search(context):
        return Finding(Stance.SELF_PROMOTION, Rule.STATED_WORD)
    if ADVERT.search(context) or ADVERT_ALL.search(heading):
        return Finding(Stance.PROMOTIONAL, Rule.STATED_WORD)
    if against or first or AGAINST_ALL.search(heading):
        return Finding(Stance.DISCOURAGED, Rule.STATED_WORD)
    return None
