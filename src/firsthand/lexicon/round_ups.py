"""What the headlines of round-ups, press reviews and live pages say, in eight languages.

Such a page tells of several affairs. A round-up says so itself; a live page may be of one affair after all, which only
its text can tell.
"""

from __future__ import annotations

import re

__all__ = ["LIVE_PAGE", "ROUND_UP"]

_PERIOD = r"(?:day|week|weekend|month|year|morning|evening)"
_HEAD = r"(?:^|[:|–—]\s?)(?:the |your |our )?"
_KIND = r"(?:briefing|digest|round-?up|wrap(?:-?up)?|bulletin|newsletter)"
_ROUND_UPS = (
    # English
    r"\b(?:news|stories|headlines|world|nation|business|sports?) in brief\b",
    # At the head of a line or behind a colon: a "press briefing" is held by one ministry on one affair.
    rf"{_HEAD}(?:news|morning|evening|afternoon|daily|weekly|weekend|business|markets?|world|sports?) {_KIND}\b",
    r"\b(?:press|media|newspaper) (?:review|round-?up|digest)\b",
    rf"\b{_PERIOD} in (?:review|pictures|photos|brief|news|headlines)\b",
    r"\b(?:top|big|key|main|biggest) (?:\d{1,2}|three|five|ten) (?:stories|headlines)\b",
    r"\b(?:\d{1,2}|three|five|ten) things (?:you need )?to know (?:for|on|this|today|before|about (?:today|this))\b",
    r"^(?:today|this week|tonight)['’]s (?:top |main )?(?:news|headlines|stories|papers)\b",
    r"\bwhat the papers say\b|^your \w{3,10} briefing\b",
    # German
    r"\b(?:nachrichten|tag|woche|meldungen) im überblick\b|\bkurzmeldungen\b|\bkurz notiert\b|\bpresseschau\b",
    r"\bdas wichtigste (?:des tages|vom tage?|der woche|in kürze|am (?:morgen|abend))\b",
    # French
    r"\brevue de (?:la )?presse\b|\bl['’]actualité en bref\b|\ble point (?:de|sur) l['’]actualité\b",
    r"\bl['’]essentiel de (?:l['’]actualité|la (?:journée|semaine))\b|\bles titres (?:du jour|de l['’]actualité)\b",
    # Spanish
    r"\bresumen de (?:noticias|prensa|la (?:jornada|semana))\b|\bnoticias (?:en|breves del) (?:breve|día)\b",
    r"\btitulares (?:del día|de hoy)\b|\blas noticias (?:más importantes|clave) (?:del|de) (?:día|hoy|la semana)\b",
    # Russian
    r"\bглавн(?:ое|ые новости|ые события) (?:за|к|этого) \w{2,12}\b|\bитоги (?:дня|недели|месяца)\b",
    r"\bдайджест\b|\bобзор (?:прессы|новостей|сми)\b|\bкоротко о главном\b",
    # Turkish
    r"\bgünün (?:özeti|manşetleri|öne çıkan|gelişmeleri|haberleri)\b|\bhaber (?:özeti|bülteni)\b|\bhaftanın özeti\b",
    # Arabic
    r"(?:موجز|نشرة|ملخص) (?:الأخبار|الأنباء|أخبار)|أبرز (?:العناوين|عناوين|الأخبار|أخبار)|عناوين (?:الصحف|الأخبار)",
    # Chinese
    r"要闻(?:速览|一览|回顾|汇总)|新闻(?:早报|晚报|摘要|简报|汇总)|今日要闻|一周要闻",
)
ROUND_UP = re.compile("|".join(_ROUND_UPS), re.IGNORECASE)

_LIVE_PAGES = (
    r"\blive (?:updates?|blog|coverage|news|ticker)\b|\bliveblog\b|\bas it happened\b|^live\b[:\s–—-]",
    r"\b(?:live|news)ticker\b|\bentwicklungen im überblick\b",
    r"^en direct\b|\ben direct\s*[:–—-]|\ben (?:directo|vivo)\b|\bminuto a minuto\b|\bминута за минутой\b",
    r"\bонлайн-?трансляция\b|\bхроника (?:дня|событий)\b|\bcanlı (?:anlatım|blog|yayın)\b|\bdakika dakika\b",
    r"تغطية (?:مباشرة|حية)|لحظة بلحظة|直播|实时更新",
)
LIVE_PAGE = re.compile("|".join(_LIVE_PAGES), re.IGNORECASE)
