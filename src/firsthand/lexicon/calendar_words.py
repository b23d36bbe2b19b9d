"""Names of months and days, and offsets of time zones: tables, no grammar.

English, German, French, Spanish, Russian, Arabic, Turkish, Italian, Portuguese, Dutch, Polish; the months also in
Swedish, Danish, Norwegian, Czech, Ukrainian, Greek, Romanian, Indonesian. Chinese, Japanese and Korean dates are
written with numbers and stand in `firsthand.lexicon.dates`. Names are in lower case, in the cases in which dates use
them.
"""

from __future__ import annotations

__all__ = [
    "AMBIGUOUS_WEEKDAYS",
    "CAPITAL_MONTHS",
    "FEASTS",
    "FULL_DATE_MONTHS",
    "MONTHS",
    "RELATIVE_DAYS",
    "RELATIVE_PHRASES",
    "SHORT_WEEKDAYS",
    "WEEKDAYS",
    "ZONES",
]

# Twelve groups a language, `/` parting the forms of one month; languages are parted by empty lines.
_MONTH_TABLE = """
january/jan february/feb march/mar april/apr may june/jun
july/jul august/aug september/sept/sep october/oct november/nov december/dec

januar/jänner/jaenner februar/feber märz/maerz/mrz april mai juni
juli august september oktober/okt november dezember/dez

janvier/janv février/fevrier/févr/fév mars avril/avr mai juin
juillet/juil août/aout septembre octobre novembre décembre/decembre/déc

enero/ene febrero marzo abril/abr mayo junio
julio agosto/ago septiembre/setiembre octubre noviembre diciembre/dic

января/январь/январе/янв февраля/февраль/феврале/фев/февр марта/март/марте/мар
апреля/апрель/апреле/апр мая/май/мае июня/июнь/июне/июн июля/июль/июле/июл
августа/август/августе/авг сентября/сентябрь/сентябре/сен/сент октября/октябрь/октябре/окт
ноября/ноябрь/ноябре/ноя/нояб декабря/декабрь/декабре/дек

يناير فبراير مارس أبريل/ابريل/إبريل مايو/أيار يونيو/يونيه/حزيران
يوليو/يوليه/تموز أغسطس/اغسطس/آب سبتمبر/أيلول أكتوبر/اكتوبر نوفمبر ديسمبر

جانفي فيفري آذار نيسان/أفريل ماي جوان جويلية أوت شتنبر ? نونبر دجنبر

gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre/set ottobre/ott novembre dicembre

janeiro fevereiro/fev março/marco abril maio/mai junho julho agosto setembro/set outubro/out novembro dezembro/dez

januari februari maart/mrt april mei juni juli augustus september oktober november december

stycznia/styczeń lutego/luty marca/marzec kwietnia/kwiecień maja/maj czerwca/czerwiec
lipca/lipiec sierpnia/sierpień września/wrzesień października/październik listopada/listopad grudnia/grudzień

januari februari mars april maj juni juli augusti september oktober november december

januar februar marts april maj juni juli august september oktober november december/desember

ledna února března dubna května června července srpna září října listopadu prosince

січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня

ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου/μαϊου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου

ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie

januari februari maret april mei juni juli agustus september oktober november desember

ocak/oca şubat/şub mart nisan/nis mayıs haziran/haz
temmuz/tem ağustos/ağu eylül/eyl ekim/eki kasım/kas aralık/ara
"""

MONTHS: dict[str, int] = {
    form: number
    for language in _MONTH_TABLE.strip().split("\n\n")
    for number, forms in enumerate(language.split(), start=1)
    for form in forms.split("/")
}
# The rest of the Levantine names are two words that share their first: the second decides (lexicon.dates).

# Also everyday words when not capitalised: "they may 5", "a march 12 strong".
CAPITAL_MONTHS = frozenset({"may", "march"})
# Also everyday words or short forms of others: they count only between a day and a year ("3 ago 2017").
FULL_DATE_MONTHS = frozenset(
    "ago mar ara tem haz kas nis eki dic abr gen mag giu lug set ott fev out marco maj luty ماي أوت آب".split()
)

# Monday is 0, as in `datetime.date.weekday`.
_WEEKDAY_TABLE = """
monday tuesday wednesday thursday friday saturday sunday

montag/montags dienstag/dienstags mittwoch/mittwochs donnerstag/donnerstags freitag/freitags
samstag/sonnabend sonntag/sonntags

lundi mardi mercredi jeudi vendredi samedi dimanche

lunes martes miércoles/miercoles jueves viernes sábado/sabado domingo

понедельник/понедельника вторник/вторника среду/среды/среда четверг/четверга пятницу/пятницы/пятница
субботу/субботы/суббота воскресенье/воскресенья

الاثنين/الإثنين الثلاثاء الأربعاء/الاربعاء الخميس الجمعة السبت الأحد/الاحد

lunedì martedì mercoledì giovedì venerdì sabato domenica

maandag dinsdag woensdag donderdag vrijdag zaterdag zondag

poniedziałek/poniedziałku wtorek/wtorku środę/środy/środa czwartek/czwartku piątek/piątku
sobotę/soboty/sobota niedzielę/niedzieli/niedziela

pazartesi salı çarşamba perşembe cuma cumartesi pazar
"""

WEEKDAYS: dict[str, int] = {
    form: number
    for language in _WEEKDAY_TABLE.strip().split("\n\n")
    for number, forms in enumerate(language.split())
    for form in forms.split("/")
}
# Days that are also other words (среда, environment; الأحد, the one; الاثنين, the two; pazar, market; cuma and salı,
# names): they count only after one of the words given, or before "günü".
AMBIGUOUS_WEEKDAYS: dict[str, tuple[str, ...]] = {
    "среду": ("в", "во"),
    "среды": ("до", "с", "вечером", "утром"),
    "среда": (),
    "пятница": (),
    "суббота": (),
    "الأحد": ("يوم", "أمس", "اليوم", "مساء", "صباح"),
    "الاحد": ("يوم", "أمس", "اليوم", "مساء", "صباح"),
    "الاثنين": ("يوم", "أمس", "اليوم", "مساء", "صباح"),
    "الإثنين": ("يوم", "أمس", "اليوم", "مساء", "صباح"),
    "pazar": (),
    "salı": (),
    "cuma": (),
    "sabato": ("di", "il", "per", "da", "entro", "questo", "scorso"),
    "domingo": ("el", "este", "pasado", "no", "neste", "último"),
}
# Short forms count only beside a date: "Wed 1 Nov", "Mi., 1.11.2017".
SHORT_WEEKDAYS: dict[str, int] = {
    form: number
    for line in (
        "mon tue/tues wed/weds thu/thur/thurs fri sat sun",
        "mo di mi do fr sa so",
        "lun mar/mart mer/mié/mie jeu/jue ven/vie sam/sáb/sab dim/dom",
        "пн вт ср чт пт сб вс",
    )
    for number, forms in enumerate(line.split())
    for form in forms.split("/")
}

# Offsets of zones whose name means one offset in news use. Names that mean several are left out: CST is China's and
# Chicago's, IST India's, Israel's and Ireland's, AST Arabia's and Halifax's; ET, CT, MT and PT change with the season.
ZONES: dict[str, str] = {
    name: offset
    for offset, names in {
        "+00:00": "UTC GMT UT Z WET",
        "+01:00": "CET MEZ BST WEST WAT",
        "+02:00": "CEST MESZ EET SAST CAT",
        "+03:00": "EEST MSK МСК TRT EAT",
        "+03:30": "IRST",
        "+04:30": "IRDT AFT",
        "+05:00": "PKT",
        "+05:45": "NPT",
        "+07:00": "WIB ICT",
        "+08:00": "HKT SGT PHT AWST MYT",
        "+09:00": "JST KST",
        "+10:00": "AEST",
        "+11:00": "AEDT",
        "+12:00": "NZST",
        "+13:00": "NZDT",
        "-03:00": "BRT ART ADT",
        "-04:00": "EDT",
        "-05:00": "EST CDT",
        "-06:00": "MDT",
        "-07:00": "MST PDT",
        "-08:00": "PST AKDT",
        "-09:00": "AKST",
        "-10:00": "HST",
    }.items()
    for name in names.split()
}

# Words for a day that count from the day of publication, and how many days off it they are.
RELATIVE_DAYS: dict[str, int] = {
    word: offset
    for offset, words in {
        -2: "vorgestern avant-hier anteayer позавчера",
        -1: "yesterday gestern ayer anoche вчера أمس dün ieri ontem gisteren wczoraj",
        0: "today tonight heute hoy сегодня bugün oggi hoje vandaag dzisiaj dziś",
        1: "tomorrow mañana завтра غدا غداً yarın demain domani amanhã jutro",
    }.items()
    for word in words.split()
}
RELATIVE_PHRASES: dict[str, int] = {
    "last night": -1,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "aujourd'hui": 0,
    "aujourd’hui": 0,
    "hier soir": -1,
    "今天": 0,
    "今日": 0,
    "昨天": -1,
    "昨日": -1,
    "明天": 1,
}

# Feasts that fall on the same day each year, as month and day, where the name stands for the day itself.
FEASTS: dict[str, tuple[int, int]] = {
    name: day
    for day, names in {
        (1, 1): "new year's day/new year’s day/neujahr/neujahrstag/jour de l'an/jour de l’an/año nuevo",
        (2, 14): "valentine's day/valentine’s day/valentinstag",
        (3, 17): "st patrick's day/st. patrick's day/st patrick’s day/st. patrick’s day",
        (10, 31): "halloween",
        (12, 24): "christmas eve/heiligabend/nochebuena",
        (12, 25): "christmas day/jour de noël",
        (12, 26): "boxing day",
        (12, 31): "new year's eve/new year’s eve/silvester/nochevieja",
    }.items()
    for name in names.split("/")
}
