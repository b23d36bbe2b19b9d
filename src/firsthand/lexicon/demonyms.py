"""Countries and what their people and offices are called, so that "the Nepali leader" can be the president of Nepal.

English, in lower case. Written for this project from general knowledge; a country is listed under its everyday name,
its capital stands for its government ("Moscow said").
"""

from __future__ import annotations

__all__ = ["COUNTRY_OF_WORD"]

# country: adjective, other names, capital; `_` stands for a space.
_LINES = """
afghanistan: afghan kabul
albania: albanian tirana
algeria: algerian algiers
argentina: argentine argentinian buenos_aires
armenia: armenian yerevan
australia: australian canberra
austria: austrian vienna
azerbaijan: azerbaijani azeri baku
bahrain: bahraini manama
bangladesh: bangladeshi dhaka
belarus: belarusian minsk
belgium: belgian brussels
bolivia: bolivian la_paz
bosnia: bosnian sarajevo
brazil: brazilian brasilia
bulgaria: bulgarian sofia
cambodia: cambodian phnom_penh
cameroon: cameroonian yaounde
canada: canadian ottawa
chad: chadian
chile: chilean santiago
china: chinese beijing
colombia: colombian bogota
congo: congolese kinshasa
costa rica: costa_rican
croatia: croatian zagreb
cuba: cuban havana
cyprus: cypriot nicosia
czech republic: czech prague czechia
denmark: danish copenhagen
ecuador: ecuadorian quito
egypt: egyptian cairo
estonia: estonian tallinn
ethiopia: ethiopian addis_ababa
finland: finnish helsinki
france: french paris
georgia: georgian tbilisi
germany: german berlin
ghana: ghanaian accra
greece: greek athens
guatemala: guatemalan
haiti: haitian port-au-prince
honduras: honduran
hungary: hungarian budapest
iceland: icelandic reykjavik
india: indian new_delhi delhi
indonesia: indonesian jakarta
iran: iranian tehran
iraq: iraqi baghdad
ireland: irish dublin
israel: israeli jerusalem
italy: italian rome
japan: japanese tokyo
jordan: jordanian amman
kazakhstan: kazakh kazakhstani astana nur-sultan
kenya: kenyan nairobi
kosovo: kosovan kosovar pristina
kuwait: kuwaiti
kyrgyzstan: kyrgyz bishkek
laos: laotian vientiane
latvia: latvian riga
lebanon: lebanese beirut
libya: libyan tripoli
lithuania: lithuanian vilnius
malaysia: malaysian kuala_lumpur
mali: malian bamako
malta: maltese valletta
mexico: mexican mexico_city
moldova: moldovan chisinau
mongolia: mongolian ulaanbaatar
montenegro: montenegrin podgorica
morocco: moroccan rabat
myanmar: burmese burma naypyidaw
nepal: nepali nepalese kathmandu
netherlands: dutch the_hague amsterdam holland
new zealand: wellington kiwi
nicaragua: nicaraguan managua
nigeria: nigerian abuja
north korea: north_korean pyongyang dprk
north macedonia: macedonian skopje macedonia
norway: norwegian oslo
oman: omani muscat
pakistan: pakistani islamabad
palestine: palestinian ramallah
panama: panamanian
paraguay: paraguayan
peru: peruvian lima
philippines: philippine filipino manila
poland: polish warsaw
portugal: portuguese lisbon
qatar: qatari doha
romania: romanian bucharest
russia: russian moscow kremlin russian_federation
rwanda: rwandan kigali
saudi arabia: saudi riyadh
senegal: senegalese dakar
serbia: serbian serb belgrade
singapore: singaporean
slovakia: slovak bratislava
slovenia: slovenian ljubljana
somalia: somali mogadishu
south africa: south_african pretoria
south korea: south_korean seoul
south sudan: south_sudanese juba
spain: spanish madrid
sri lanka: sri_lankan colombo
sudan: sudanese khartoum
sweden: swedish stockholm
switzerland: swiss bern
syria: syrian damascus
taiwan: taiwanese taipei
tajikistan: tajik dushanbe
tanzania: tanzanian
thailand: thai bangkok
tunisia: tunisian tunis
turkey: turkish ankara türkiye
turkmenistan: turkmen ashgabat
uganda: ugandan kampala
ukraine: ukrainian kyiv kiev
united arab emirates: emirati uae abu_dhabi
united kingdom: british britain uk u.k. london
united states: american us u.s. usa washington u.s.a.
uruguay: uruguayan montevideo
uzbekistan: uzbek tashkent
vatican: vatican_city holy_see
venezuela: venezuelan caracas
vietnam: vietnamese hanoi
yemen: yemeni sanaa
zambia: zambian lusaka
zimbabwe: zimbabwean harare
""".strip().splitlines()

# Name, adjective or capital: the country that it stands for.
COUNTRY_OF_WORD: dict[str, str] = {}
for _line in _LINES:
    _country, _words = _line.split(": ")
    COUNTRY_OF_WORD[_country] = _country
    for _word in _words.split():
        COUNTRY_OF_WORD.setdefault(_word.replace("_", " "), _country)
