"""Countries as other languages name them, by the beginnings of the words for the land, its people and its capital.

For telling that a text in one language and a text in another are about the same country. Written for this project
from general knowledge: German, French, Spanish, Russian, Turkish and Arabic by beginnings of words, so that "Германии"
and "германский" meet Germany; Chinese by the whole name. Words are folded (lower case, no accents).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from firsthand.lexicon.demonyms import COUNTRY_OF_WORD

__all__ = ["find_countries"]

# country as in `demonyms`: beginnings in Latin letters; in Cyrillic; in Arabic; whole names in Chinese. A full stop
# closes a whole word, where words of another sense begin alike ("indes", "мексика" and "куб").
_LINES = """
afghanistan: afghan afgan; афган; افغان; 阿富汗
albania: alban arnavut; албан; البان; 阿尔巴尼亚
algeria: algeri algerie argel cezayir; алжир; جزائر; 阿尔及利亚
argentina: argentin arjantin; аргентин; ارجنتين; 阿根廷
armenia: armeni ermeni; армен армян; ارميني ارمن; 亚美尼亚
australia: australi avustralya; австрали; استرالي; 澳大利亚 澳洲
austria: osterreich autrich austriac avusturya; австри; نمسا نمساو; 奥地利
azerbaijan: aserbaidsch azerbaid azerbaiy azerbayc; азербайдж; اذربيجان; 阿塞拜疆
bangladesh: bangladesch banglades; бангладеш; بنغلاد; 孟加拉
belarus: belarus weissruss bielorrus bielorus; белорус белару; بيلاروس; 白俄罗斯
belgium: belgi belcik belcika; бельги; بلجيك; 比利时
bolivia: bolivi; боливи; بوليفي; 玻利维亚
bosnia: bosni bosnisch; босни; بوسن; 波斯尼亚 波黑
brazil: brasil bresil brezilya; бразил; برازيل; 巴西
bulgaria: bulgari; болгар; بلغار; 保加利亚
canada: kanad canadien canadiense; канад; كندا كندي; 加拿大
chile: chilen chili. chilien sili.; чили; تشيلي شيلي; 智利
china: chines chine. chino pekin cin.; китай китая. китае. пекин; صين. صيني بكين; 中国 北京
colombia: kolumbi colombi kolombiya; колумби; كولومب; 哥伦比亚
congo: kongo congol; конго; كونغ; 刚果
croatia: kroati croat croac hirvat; хорват; كروات; 克罗地亚
cuba: kuban kuba. cubain cubano; куба. кубы. кубе. кубу. кубин; كوبا كوبي; 古巴
cyprus: zypern zyprio chypr chipr kibris; кипр; قبرص; 塞浦路斯
czech republic: tschech tchequ checa. checo. cekya; чех чешск; تشيك; 捷克
denmark: danisch danemark danois dinamarc danes danimarka; дани датск; دنمارك دانمرك; 丹麦
ecuador: ecuatori equateur ekvador; эквадор; اكوادور; 厄瓜多尔
egypt: agypt egypt egipt misir. misirli; егип; مصر. مصري قاهرة; 埃及
estonia: estland estnisch estoni estonya; эстон; استوني; 爱沙尼亚
ethiopia: athiop ethiop etiop; эфиоп; اثيوب; 埃塞俄比亚
finland: finnland finnisch finland finnois finlandi; финлянд финск; فنلند; 芬兰
france: frankreich franzos franc frances fransa fransiz; франц париж; فرنسا فرنسي باريس; 法国 巴黎
georgia: georgisch georgien gurcistan gurcu; грузи грузин; جورجي; 格鲁吉亚
germany: deutsch allemagn allemand aleman alman berlin; герман немецк берлин; المان برلين; 德国 柏林
greece: griech grec grece griego grecia yunan; грец греч; يونان; 希腊
hungary: ungarn ungarisch hongr hungr macar; венгр венгер; مجر. هنغار; 匈牙利
india: indien indisch hindistan inde. india. indio.; индия. индии. индию. индией. индийск; هند. هندي; 印度
indonesia: indones endonez; индонез; اندونيس; 印度尼西亚 印尼
iran: iran; иран; ايران; 伊朗 德黑兰
iraq: irak; ирак; عراق; 伊拉克
ireland: irland irisch irlandes; ирланд; ايرلند; 爱尔兰
israel: israel israeli israelien israil; израил; اسرائيل; 以色列
italy: italien italieni ital italya. roma.; итал; ايطالي; 意大利
japan: japan japon tokio tokyo; япон; يابان طوكيو; 日本 东京
jordan: jordani jordanien jordanie urdun; иордан; اردن; 约旦
kazakhstan: kasach kazakh kazaj kazak; казах; كازاخ; 哈萨克
kenya: keni kenianisch; кени; كيني; 肯尼亚
kosovo: kosovo kosovar; косов; كوسوفو; 科索沃
kuwait: kuwait koweit kuveyt; кувейт; كويت; 科威特
kyrgyzstan: kirgis kirghiz kirguis kirgiz; киргиз; قرغيز; 吉尔吉斯
latvia: lettland lettisch letton letoni letonya; латви латыш; لاتفي; 拉脱维亚
lebanon: libanon libanes liban lubnan; ливан; لبنان; 黎巴嫩
libya: libysch libye libio libyen libya; ливия. ливии. ливию. ливийск; ليبي; 利比亚
lithuania: litau lituan litvanya; литв литов; ليتواني; 立陶宛
malaysia: malaysi malais malasi malezya; малайз; ماليزي; 马来西亚
mexico: mexik mexiq mexican meksika; мексик; مكسيك; 墨西哥
moldova: moldau moldav moldov; молдав молдов; مولدوف; 摩尔多瓦
mongolia: mongol mogol; монгол; منغول; 蒙古
morocco: marokk maroc marroqu marrueco fasli; марокк; مغرب; 摩洛哥
myanmar: myanma birma birman; мьянм; ميانمار; 缅甸
nepal: nepal; непал; نيبال; 尼泊尔
netherlands: niederland neerland holland hollande holanda hollanda pays-bas.; нидерланд голланд; هولند; 荷兰
nigeria: nigeri; нигери; نيجيري; 尼日利亚
north korea: nordkorea nord-coree norcorea; северокоре кндр.; _; 朝鲜
norway: norweg norveg norueg norvec; норвег норвеж; نرويج; 挪威
pakistan: pakistan; пакистан; باكستان; 巴基斯坦
palestine: palastin palestin filistin; палестин; فلسطين; 巴勒斯坦
peru: peruan peruvi peruano perou.; перу.; بيرو.; 秘鲁
philippines: philippin filipin filipino; филиппин; فلبين فيليبين; 菲律宾
poland: polen. polnisch pologn polonais polonia polaco polonya polonyal; польш польск; بولند; 波兰
portugal: portug portekiz; португал; برتغال; 葡萄牙
qatar: katar catar qatari; катар; قطر. قطري; 卡塔尔
romania: rumani roumain roumani rumano rumanya romanya; румын; روماني; 罗马尼亚
russia: russ rusia ruso. rusa. rusya moskau moscou moscu moskova; росси русск москв; روسي موسكو; 俄罗斯 俄国 莫斯科
saudi arabia: saudi saoudi suudi; саудов; سعودي; 沙特
serbia: serbi serbe serbisch sirbistan sirp; серби сербск; صربي; 塞尔维亚
slovakia: slowak slovaq eslovac slovak; словак словац; سلوفاك; 斯洛伐克
slovenia: slowen sloven esloven; словен; سلوفين; 斯洛文尼亚
somalia: somali; сомали; صومال; 索马里
south africa: sudafrik sud-afric sudafric; южноафрик юар.; _; 南非
south korea: sudkorea sud-coree surcore; южнокоре сеул; سيول; 韩国 首尔
spain: spani espagn espan ispany madrid; испан мадрид; اسبان مدريد; 西班牙
sudan: sudan soudan; судан; سودان; 苏丹
sweden: schwed sued suec isvec; швед швец; سويد; 瑞典
switzerland: schweiz suisse suiz isvicr; швейцар; سويسر; 瑞士
syria: syrien syrisch syrie siria sirio suriye; сирия. сирии. сирию. сирийск; سوري دمشق; 叙利亚
taiwan: taiwan tayvan; тайван; تايوان; 台湾
thailand: thailand thailand tailand tayland thailandai; таиланд; تايلند تايلاند; 泰国
tunisia: tunesi tunisi tunec tunus; тунис; تونس; 突尼斯
turkey: turkei turkisch turqu turc. turcs. turco turkiye turk turkler ankara; турц турец анкар; تركي انقرة; 土耳其
ukraine: ukrain ucrani ukrayna kiew kiev; украин киев; اوكراني كييف; 乌克兰 基辅
united arab emirates: emirat; эмират; امارات; 阿联酋
united kingdom: britisch grossbrit britann britan ingiltere ingiliz london londr; британ англи лондон; بريطان; 英国 伦敦
united states: amerikan americain estadounid etats-unis. abd. usa. washington; америк сша.; اميرك امريك; 美国 华盛顿
uzbekistan: usbek ouzb uzbek uzbeko ozbek; узбек; اوزبك; 乌兹别克
venezuela: venezol venezuel; венесуэл; فنزويل; 委内瑞拉
vietnam: vietnam; вьетнам; فيتنام; 越南
yemen: jemen yemeni yemen; йемен; يمن. يمني; 也门
""".strip().splitlines()

_LONGEST_ENDING = 6  # letters that may follow a beginning
_ARABIC_PREFIXES = ("وال", "بال", "كال", "فال", "لل", "ال", "و", "ب", "ل")

_BEGINNINGS: dict[str, str] = {}
_WHOLE: dict[str, str] = {}
_CHINESE: dict[str, str] = {}
for _line in _LINES:
    _country, _words = _line.split(": ")
    *_alphabetic, _signs = _words.split("; ")
    for _word in " ".join(_alphabetic).replace("_", "").split():
        (_WHOLE if _word.endswith(".") else _BEGINNINGS).setdefault(_word.rstrip("."), _country)
    _CHINESE.update(dict.fromkeys(_signs.split(), _country))
_LENGTHS = sorted({len(word) for word in _BEGINNINGS}, reverse=True)


def find_countries(words: Iterable[str], text: str, language: str | None) -> Mapping[str, int]:
    """How often each country is meant: its name, its people or its capital, under the names of `demonyms`.

    Args:
        words: Folded words of the text; English, and the languages of the table above.
        text: The same text as written, for Chinese, which does not part its words.
        language: ISO 639-1; None is taken for English.
    """
    counts: dict[str, int] = {}
    if language == "zh":
        for sign, country in _CHINESE.items():
            if sign in text:
                counts[country] = counts.get(country, 0) + text.count(sign)
        return counts
    is_english = language in {None, "en"}
    for word in words:
        stem = word.partition("'")[0]  # "Chile's"; in Turkish the case
        found = COUNTRY_OF_WORD.get(stem) if is_english else _country_of(stem)
        if found:
            counts[found] = counts.get(found, 0) + 1
    return counts


def _country_of(word: str) -> str | None:
    found = (COUNTRY_OF_WORD.get(word) or COUNTRY_OF_WORD.get(word.removesuffix("s"))) if len(word) > 2 else None
    if found or not word or word.isdigit():
        return found
    found = _begun(word)
    if found is None and "\u0600" <= word[0] <= "\u06ff":
        for prefix in _ARABIC_PREFIXES:
            if word.startswith(prefix):
                found = _begun(word[len(prefix) :])
                if found:
                    break
    return found


def _begun(word: str) -> str | None:
    whole = _WHOLE.get(word)
    if whole:
        return whole
    for length in _LENGTHS:
        if length <= len(word) <= length + _LONGEST_ENDING:
            country = _BEGINNINGS.get(word[:length])
            if country:
                return country
    return None
