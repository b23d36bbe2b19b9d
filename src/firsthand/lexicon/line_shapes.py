"""Shapes of lines and line ends that are page furniture, by label: phrases as people write them, in eight languages.

Each table is a list of alternatives of a regular expression, matched without regard to case against a line without its
framing signs. `boilerplate` decides with them; the comments say which class of line a table stands for.
"""

from __future__ import annotations

import re

from firsthand.model import SegmentLabel

__all__ = [
    "BIOGRAPHY",
    "BIOGRAPHY_CONTACT",
    "DATE_RUN",
    "LEADING_JUNK",
    "LINK_BLOCK",
    "PROMPT_STARTS",
    "PROMPT_WORDS",
    "SHORT_SHAPES",
    "TRAILING_JUNK",
]

_S = SegmentLabel


def _any(*alternatives: str) -> str:
    return "(?:" + "|".join(alternatives) + ")"


# Lines of up to 120 characters that are the phrase and nothing else.
_SHORT: dict[SegmentLabel, tuple[str, ...]] = {
    _S.ADVERTISEMENT: (
        r"(?:(?:advertisement|ad)\W+)*(?:the )?(?:story|article) continues? (?:below|after)\b.{0,60}",
        r"(?:(?:advertisement|ad)\W+)*(?:continue|keep) reading(?: (?:below|the main story|the article))?",
        r"(?:(?:advertisement|ad)\W+)*scroll (?:down )?(?:to|for) (?:continue|read)\b.{0,40}",
        r"skip (?:this |the )?(?:ad|advertisement)s?",
        r"sponsored (?:by|content)\b.{0,60}",
    ),
    _S.MENU: (
        r"scroll (?:down |below |up )*(?:for|to) (?:video|videos|more|top of page|the top|read more)\b.{0,30}",
        r"(?:skip|jump) to (?:main )?(?:content|navigation|article)",
        r"(?:hide|show) caption|toggle (?:menu|navigation|caption)|enlarge (?:this )?image|purchase: order reprint",
        (
            r"(?:photos?|images?|slideshow|video|bild|foto|imagen|фото|صورة|fotoğraf|图)\W*\(?\d+"
            r"(?: ?(?:of|/|of/|von|de|sur|из|من) ?\d+)?(?: (?:images?|photos?|slides?|videos?))?\)?"
        ),
        r"(?:page|error) (?:not found|404).{0,60}|404\b.{0,60}",
        (
            r"(?:accept|manage|reject) (?:all|choices|cookies|settings)(?: (?:accept|manage|reject) (?:all"
            r"|choices|cookies))*"
        ),
        r"[a-z]+(?:_[a-z0-9]+)+",  # the name of an icon that was not drawn
        r"(?:首页|新闻|国际|国内|财经|体育|娱乐|科技|视频|图片|分享到?|微博|微信|更多|返回|打印|字号)+",
    ),
    _S.METADATA: (
        r"\d+\s*(?:/|of)\s*\d+|-?\d{1,3}\.\d{3,}[,; ]+-?\d{1,3}\.\d{3,}",
        r".{0,60}\b(?:\d+\s*min(?:ute)?s?\.? (?:read|lesezeit)|reading time\b.{0,20}|lesezeit\b.{0,20})",
        (
            r"(?:tempo de leitura|temps de lecture|tiempo de lectura|время чтения|okuma süresi|阅读时间|预计阅读"
            r"|وقت القراءة).{0,24}"
        ),
        (
            r"(?:published|posted|filed) by .{2,60}\b(?:categor(?:y|ies)|tags?)\b.{0,60}|(?:tags?|categor(?:y"
            r"|ies))\s*: .{2,90}"
        ),
        r".{3,60}\b(?:no|nr|vol|issue|№)\.?\s*\d+",  # a masthead with its number
        r"press release\b.{0,60}|for immediate (?:release|publication)\b.{0,40}|pressemitteilung\b.{0,40}",
        r"\d[\d,.]* (?:comments?|views?|shares?|kommentare|комментари\w+)",
        r"責任編輯.{0,12}|责任编辑.{0,12}",
    ),
    _S.READ_MORE: (
        r"read (?:more|also|next|the full (?:story|article)|full story|on)|also read|see (?:also|more)",
        r"more on this(?: story| topic)?|full (?:story|coverage)|don['’]t miss|must (?:read|watch)",
        r"click here(?: (?:to|for)\b.{0,80})?|watch (?:live|more|now|video|the video)?|watch",
        r".{10,100}[^.!?:] read more",
        r"lesen sie (?:auch|mehr|hier)[^,.!?]{0,60}",
    ),
    _S.RELATED: (
        r"related(?: (?:stories|articles|news|content|topics|coverage|links|video|items|posts?))?",
        r"most (?:read|popular|viewed|shared|watched)|trending(?: now)?|recommended(?: for you)?",
        r"you (?:may|might) (?:also )?(?:like|be interested in)|top stories|latest (?:news|stories)",
        r"more (?:from|in|stories|news)|what others are reading|(?:around|from) the web",
        r"editor['’]?s['’]? picks?|popular now|read these next|in this (?:article|story)|loading comments",
    ),
    _S.SHARE: (
        r"(?:read (?:or|and) )?share (?:this (?:story|article|page|post|video)|on|via|with)\b.{0,80}",
        r"(?:follow|like|find|join) (?:us|me) on .{0,100}|share story|share ?view more share options",
        (
            r"(?:connect|tweet|facebook)(?: ?(?:tweet|facebook|twitter|linkedin|pinterest|comments?|e?-?mail"
            r"|more|print|share|\d++))+"
        ),
        (
            r"(?:folgen sie uns|suivez-nous|síguenos|следите за нами|подписывайтесь на нас|تابعونا|تابعنا|bizi) .{0,60}"
            r"(?:facebook|twitter|instagram|telegram|whatsapp|youtube|linkedin|tiktok|вконтакте|google news"
            r"|فيسبوك|تويتر|واتساب|تلغرام)\b.{0,30}"
        ),
        (
            r"(?:auf|partager sur|compartir en|поделиться в|شارك على|bu haberi) (?:facebook|twitter|x|whatsapp"
            r"|telegram|vk)"
            r"(?: (?:teilen|paylaş))?"
        ),
        r"(?:like|follow) (?!him\b|her\b|them\b).{1,60} on (?:facebook|twitter|instagram|youtube|telegram)\b.{0,40}",
    ),
    _S.EMBEDDED: (
        r"view this post on \w+",
        r"(?:just watched|now playing|play video|replay|must watch|more videos|media playback).{0,60}",
        r"(?:(?:https?://|pic\.twitter\.com/|t\.co/)\S+(?:\s+|$))+",
        r"(?:twitter|facebook|instagram) ?\d+ (?:retweets?|likes?|shares?)",
    ),
}
# One pattern for all: the group that matched names the label.
SHORT_SHAPES = re.compile(
    "|".join(f"(?P<{label.name}>{_any(*shapes)})" for label, shapes in _SHORT.items()), re.IGNORECASE
)


# Titles of other texts run together behind their heading.
LINK_BLOCK = re.compile(
    _any(
        r"MOST (?:READ|POPULAR|WATCHED|SHARED)\b|RELATED (?:STORIES|ARTICLES)\b|MORE (?:FROM|STORIES)\b|TRENDING\b",
        r"(?:Related|Recommended|Top|Trending) (?:stories|articles)\b",
        r"Most (?:read|popular|watched|shared) (?:in|on)\b",
    )
    + r".{0,2000}"
)
# How a line begins that asks the reader for something.
PROMPT_STARTS = re.compile(
    _any(
        r"sign up|subscribe|join|get|download|register|log ?in|sign in|support|donate|become an?|click|tap|listen",
        (
            r"for (?:more|unlimited|the latest|full)|enter|please|newsletters?|\w+ newsletter|e-?mail (?:us|me"
            r"|your|the|this)|call|submit|send"
        ),
        r"we (?:pay|want|would|use)|do you|got|have (?:you|a)|want|stay|never miss|try|turn on|thank(?:s| you)",
        r"you (?:can|have|must|may|are)|interested in|contact|already a|not a|this (?:content|article) is",
        r"to (?:read|continue|find out|learn)|full story|read more about|be the first|unlimited|the .{2,40} briefing",
        r"subscribers? (?:get|can|have|only|read|log)|jetzt|melden sie|der abend",
    )
    + r"\b|"
    + _any("abonnieren|abonnez|inscrivez|suscr[ií]b|подпи(?:ш|сы)|abone ol|bültene|订阅|关注"),
    re.IGNORECASE,
)
# Words of such lines, in small letters; each counts once.
PROMPT_WORDS = re.compile(
    r"\b"
    + _any(
        r"newsletters?|sign(?:ing)? ?up|sign in|subscri\w+|inbox|news alerts|notifications|privacy|terms(?= of| and)",
        r"e-?mail address|e-?mails?\b|special offers|not a robot|up to date|download (?:our|the)|our app|mobile app",
        r"unlimited|free trial|one month|share your comments|join the conversation|a story\b|(?:call|e-?mail) us",
        r"call or|letters? to the editor|hear what you think|breaking news|an interest|add interest|click here",
        r"upload yours|log ?in|an account|digital access|guidelines|zip code|signed in|conversation guidelines",
        r"whatsapp|briefing|for your stories|for videos|your story|tips@|in your browser",
        (
            r"newsdesk|desktop|local news|a month\b|per month|first to know|external content"
            r"|these links"
        ),
        r"abonn\w*|inscri\w*|suscri\w*|bestellen|подпис\w*|اشترك|abone|bülten",
    )
    + "|订阅|关注我们"
)
# A line about the author that says how to reach or follow them, or to write to the outlet.
BIOGRAPHY_CONTACT = re.compile(
    _any(
        r"(?:read|see) (?:her|his|their) (?:other )?(?:columns?|work|articles)\b",
        r"follow (?:him|her|them|us|the author|our reporter|\w+ \w+)\b[^.]{0,60}\b(?:on|at)\b[^.]{0,30}(?:twitter|@)",
        r"follow @\w+|(?:he|she) (?:tweets|blogs) (?:at|@)",
        r"(?:reach|contact|write to|e-?mail) (?:him|her|them|the (?:writer|reporter|author)s?) (?:at|on|via)\b",
        r"may be reached at\b|to contact the (?:reporter|editor|author|writer)s?\b",
        r"(?:contact|press contact|media contact|press office)\s*:.{0,200}\S+@\S+",
        r"\S+@\S+\.\S+ and follow",
    ),
    re.IGNORECASE,
)
# A line that says what the author does.
BIOGRAPHY = re.compile(
    _any(
        r"\bis an? (?:[\w-]+ ){0,5}(?:correspondent|columnist|staff writer|contributor|contributing (?:editor|writer)"
        r"|reporter|editor|fellow|professor|lecturer|author|journalist)\b[^.]{0,60}"
        r"\b(?:for|at|with|of|covering|who|where|in|based)\b",
        r"\bis (?:the |[\w .]{2,30}['’]s )?(?:[\w'’]+ ){0,4}(?:digital correspondent|correspondent|editor-at-large"
        r"|staff writer|senior editor|bureau chief|columnist|reader in)\b",
        r"\b(?:covers|has reported|reports|writes) (?:\w+ ){0,5}(?:for|from) (?:the )?[A-Z]",
        r"\bwrites (?:the|a) (?:[\w-]+ ){0,3}column\b",
        r"views? expressed (?:in this|here|are)|opinions expressed (?:in this|here|are)|is the author of [“\"'A-Z]",
    )
)

_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_CLOCK = r"(?:,? (?:at )?\d{1,2}:\d{2}(?: ?[AaPp]\.?[Mm]\.?)?(?: [A-Z]{2,4})?)"
DATE_RUN = _any(
    r"\d{4}-\d{1,2}-\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?",
    rf"\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}{_CLOCK}?",
    rf"{_MONTHS} \d{{1,2}}, \d{{4}}{_CLOCK}?",
    rf"\d{{1,2}} {_MONTHS} \d{{4}}{_CLOCK}?",
)
_AD = (
    r"(?:A(?:dvertisement|DVERTISEMENT)|Реклама|РЕКЛАМА|Anzeige|ANZEIGE|Publicité|PUBLICITÉ|Publicidad|PUBLICIDAD"
    r"|Reklam|REKLAM|إعلان|广告)(?:\s+(?:Continue reading the main story|Scroll to continue|Story continues below))?"
)
_NETWORKS = r"(?:Share(?: on)?|Tweet|Facebook|Twitter|Pinterest|WhatsApp|LinkedIn|Email|E-mail|Print|Reddit|Telegram)"
_HOME_SECTIONS = (
    r"(?:News|World|Politics|Business|Sports?|Opinion|International|National|Local|Europe"
    r"|Asia|US|U\.S\.)"
)
# Junk glued in front of a line's text, with no break between. Tried again after each cut, a few times.
LEADING_JUNK: tuple[tuple[SegmentLabel, re.Pattern[str]], ...] = (
    (
        _S.METADATA,
        re.compile(
            r"(?:date|[Pp]ublished|[Uu]pdated|[Pp]osted|[Cc]reated|[Mm]odified)(?: on|"
            rf" at)?\s*:?\s*{DATE_RUN}\s*[-|•·,]?\s*"
        ),
    ),
    (_S.ADVERTISEMENT, re.compile(rf"(?:{_AD}\s*[:.\-–—|]?\s+)+(?=[“\"‘'«(]?[^\W\d_a-zа-яäöü])")),
    (_S.SHARE, re.compile(rf"(?:{_NETWORKS}\s+){{2,}}(?=\S)")),
    (
        _S.MENU,
        re.compile(r"(?:Back to (?:the )?(?:[Mm]ain|[Hh]ome|[Ff]ront) ?[Pp]age|Skip to (?:main )?content)\s+(?=\S)"),
    ),
    (_S.MENU, re.compile(rf"Home\s*(?:[/|>»›]\s*)?(?:{_HOME_SECTIONS}\s*(?:[/|>»›]\s*)?)+(?=[A-Z“\"‘'])")),
)
# Junk glued behind the end of a sentence, to the end of the line.
TRAILING_JUNK: tuple[tuple[SegmentLabel, re.Pattern[str]], ...] = tuple(
    (label, re.compile(rf"(?<=[.!?…”\"’»)])\s*(?P<junk>{shape})\s*[.:»›>→…]*\s*$"))
    for label, shape in (
        (
            _S.READ_MORE,
            _any(
                r"Read (?:[Mm]ore|MORE|the full story)|READ MORE|Continue [Rr]eading|Lesen Sie mehr|Mehr lesen",
                r"Weiterlesen|Lire la suite|Leer más|Читать далее|Подробнее|Devamını oku|اقرأ المزيد|阅读更多",
            ),
        ),
        (_S.ADVERTISEMENT, _AD),
        (_S.SHARE, rf"(?:{_NETWORKS}(?:\s+|$))+"),
        (
            _S.SUBSCRIBE,
            _any(
                r"(?:Sign up|Subscribe|Click here|Download)\b[^.!?]{0,160}"
                r"(?:newsletters?|alerts|inbox|updates|app|subscribe)[^.!?]{0,60}[.!]?"
            ),
        ),
    )
)
