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
    "LEADING_JUNK",
    "LINK_BLOCK",
    "LONG_SHAPES",
    "PROMPT_STARTS",
    "PROMPT_WORDS",
    "RELATION_LEAD",
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
        r"на правах рекламы|广告|廣告|推广",
    ),
    _S.MENU: (
        r"scroll (?:down |below |up )*(?:for|to) (?:video|videos|more|top of page|the top|read more)\b.{0,30}",
        r"(?:skip|jump) to (?:main )?(?:content|navigation|article)",
        r"(?:hide|show) caption|toggle (?:menu|navigation|caption)",
        (
            r"(?:photos?|images?|slideshow|video)\W*\(?\d+(?: ?(?:of|/) ?\d+)?(?: (?:images?|photos?|slides?"
            r"|videos?))?\)?"
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
        r"\d+\s*(?:/|of)\s*\d+",
        r".{0,60}\b(?:\d+\s*min(?:ute)?s?\.? (?:read|lesezeit)|reading time\b.{0,20}|lesezeit\b.{0,20})",
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
        r"lesen sie (?:auch|mehr|hier).{0,80}|mehr zum thema|weiterlesen|mehr lesen",
        r"lire aussi|à lire aussi|lire la suite|en savoir plus|lea también|lee también|leer más|ver más",
        r"читайте также|читать (?:далее|также|дальше)|по теме|подробнее|اقرأ أيضا|اقرأ المزيد",
        r"ayrıca okuyun|devamını oku|ilgili haberler?|相关(?:阅读|新闻)|延伸阅读|阅读更多",
    ),
    _S.RELATED: (
        r"related(?: (?:stories|articles|news|content|topics|coverage|links|video|items|posts?))?",
        r"most (?:read|popular|viewed|shared|watched)|trending(?: now)?|recommended(?: for you)?",
        r"you (?:may|might) (?:also )?(?:like|be interested in)|top stories|latest (?:news|stories)",
        r"more (?:from|in|stories|news)|what others are reading|(?:around|from) the web",
        r"editor['’]?s['’]? picks?|popular now|read these next|in this (?:article|story)|loading comments",
        r"похожие (?:материалы|новости)|материалы по теме|das könnte sie auch interessieren",
        r"sur le même sujet|noticias relacionadas",
    ),
    _S.SHARE: (
        r"(?:read (?:or|and) )?share (?:this (?:story|article|page|post|video)|on|via|with)\b.{0,80}",
        r"(?:follow|like|find|join) (?:us|me) on .{0,100}|artikel teilen|share story",
        r"(?:like|follow) (?!him\b|her\b|them\b).{1,60} on (?:facebook|twitter|instagram|youtube|telegram)\b.{0,40}",
    ),
    _S.EMBEDDED: (
        r"view this post on \w+",
        r"(?:just watched|now playing|play video|replay|must watch|more videos|media playback).{0,60}",
        r"(?:(?:https?://|pic\.twitter\.com/|t\.co/)\S+(?:\s+|$))+",
    ),
}
# One pattern for all: the group that matched names the label.
SHORT_SHAPES = re.compile(
    "|".join(f"(?P<{label.name}>{_any(*shapes)})" for label, shapes in _SHORT.items()), re.IGNORECASE
)


def _long(label: SegmentLabel, gates: str, *alternatives: str) -> tuple[SegmentLabel, tuple[str, ...], re.Pattern[str]]:
    return label, tuple(gates.split("|")), re.compile(_any(*alternatives), re.IGNORECASE)


# Longer lines: label, words of which one must stand in the line in small letters, and the shape.
LONG_SHAPES = (
    _long(
        _S.COPYRIGHT,
        "©|(c)|copyright|vorbehalten|réservés|reservados|защищены|محفوظة|saklıdır|版权",
        r"(?!(?:©|\(c\))\s*[\w .]{2,30}/)(?:©|\(c\)|все права защищены|版权所有).{0,400}",
        r"copyright\b(?=.{0,80}(?:©|\(c\)|(?:19|20)\d\d)).{0,400}|copyright:? (?-i:[A-Z]).{2,60}",
        r"(?:alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tüm hakları saklıdır).{0,400}",
        r"جميع الحقوق محفوظة.{0,400}",
    ),
    _long(
        _S.COPYRIGHT,
        "rights reserved|may not be",
        r".{0,300}\ball rights reserved\b.{0,300}",
        r".{0,300}\bmay not be (?:published|reproduced|rewritten|redistributed)\b.{0,300}",
    ),
    _long(
        _S.CORRECTION,  # what the outlet says about an error in its own text
        "correct|clarification|editor|note to readers|berichtig|korrektur|corrección|поправка|уточнение|düzeltme|更正",
        r"(?:corrections?|clarifications?|editor['’]?s['’]? note|note to readers)\s*(?:[:.—–-]|\(|$).*",
        r"(?:berichtigung|korrektur|correctif|corrección|поправка|уточнение|düzeltme|更正)\s*(?:[:：.—–-]|\(|$).*",
    ),
    _long(
        _S.CORRECTION,
        "version|this story|this article|this report|this post|this piece|this page",
        r"[•*]?\s*(?:an? )?(?:earlier|previous) versions? of th(?:is|e) (?:story|article|report|post|headline)\b.*",
        r"[•*]?\s*this (?:story|article|report|post|piece|page|version) (?:has been|was|is being|corrects|will be)"
        r" (?:updated|corrected|amended|clarified|revised|edited)\b.{0,300}",
        r"(?:the|this) (?:story|article|post) (?:originally|initially|incorrectly|previously) .*",
    ),
    _long(
        _S.EMBEDDED,  # a post of another site, named as such
        "posted by|shared by",
        r"a (?:post|photo|video) (?:shared|posted) by .{0,200}",
        r".{0,700}\bposted by .{2,80} on \w+day\b.{0,40}",
    ),
    _long(
        _S.EMBEDDED,  # the words of a video player round a clip's title
        "replay|more videos|must watch|now playing|just watched|skip ad|autoplay|javascript",
        r"(?:just watched|now playing|play video|replay|must watch|video player|this video|your browser"
        r"|media playback|please enable|close)\b.{0,400}",
    ),
    _long(
        _S.EMBEDDED,  # the closing button of a player or dialogue, run into what it covers
        "close ",
        r"(?-i:CLOSE )(?=[\"“‘']?(?-i:[A-Z])).{20,400}",
    ),
    _long(
        _S.SUBSCRIBE,  # cookies and consent
        "cookie|privacy|terms|çerez",
        r"(?:we|this (?:site|website)|our (?:site|website)|by (?:continuing|using|clicking|signing)|wir|diese"
        r" (?:website|seite)|ce site|nous|este sitio|сайт)\b.{0,200}\b(?:cookies?|privacy policy|terms of"
        r" (?:use|service)|файлы cookie|çerez)\b.{0,300}",
    ),
    _long(
        _S.SUBSCRIBE,  # the outlet says where else it can be read
        "site|app|channel|newsletter|podcast",
        r"[^.!?]{2,40}['’´]s? (?:web ?site|site|(?:mobile )?app|newsletter|podcast|channel)s? (?:can|may|is|are)\b"
        r".{0,60}\b(?:accessed|available|reached|found|downloaded)\b.{0,60}\b(?:following|address\w*|links?|below|stores?)"
        r"\b.{0,40}",
    ),
    _long(
        _S.COPYRIGHT,  # what the site answers for
        "not responsible for",
        r".{0,80}\bis not responsible for the content of (?:external|other)\b.{0,80}",
    ),
)

# "READ MORE: title of another text": the mark in front names what follows, to the end of the line.
RELATION_LEAD = re.compile(
    _any(
        r"(?P<READ_MORE>read more|read also|also read|read|see also|see|more|watch(?: live| now| more)?|listen"
        r"|lesen sie auch|mehr zum thema|lire aussi|à lire aussi|lea también|lee también|читайте также|смотрите также"
        r"|اقرأ أيضا|ayrıca okuyun|相关阅读|延伸阅读)",
        r"(?P<RELATED>related(?: (?:stories|articles|news|content|coverage|links|video))?|recommended|trending|video"
        r"|most (?:read|popular)(?: in\b| on\b)?|photos|gallery|explainer|don['’]t miss|in pictures|по теме)",
    )
    + r"\s*[:：>»|]+\s*\S.{0,300}",
    re.IGNORECASE,
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
            r"for (?:more|unlimited|the latest|full)|enter|please|newsletter|\w+ newsletter|e-?mail (?:us|me"
            r"|your|the|this)|call|submit|send"
        ),
        r"we (?:pay|want|would|use)|do you|got|have (?:you|a)|want|stay|never miss|try|turn on|thank(?:s| you)",
        r"you (?:can|have|must|may|are)|interested in|contact|already a|not a|this (?:content|article) is",
        r"to (?:read|continue|find out|learn)|full story|read more about|be the first|unlimited|the .{2,40} briefing",
        r"abonnieren|jetzt|melden sie|der abend|abonnez|inscrivez|suscr[ií]b|подпи|اشترك|abone ol|bültene|订阅|关注",
    ),
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
_DATE_RUN = _any(
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
            rf" at)?\s*:?\s*{_DATE_RUN}\s*[-|•·,]?\s*"
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
