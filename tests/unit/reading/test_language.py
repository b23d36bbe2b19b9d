from __future__ import annotations

import pytest

from firsthand.model import Span
from firsthand.reading.language import classify_language, identify_language, language_of_script
from firsthand.reading.stretches import find_stretches

ENGLISH = (
    "The new bridge over the Ell was opened on Monday, eleven years after the old one was washed away by a flood. "
    "About 400 people walked across it in the rain, and the mayor said that they had waited long enough for it."
)
OTHERS = {
    "de": "Die neue Brücke über die Ell ist am Montag eröffnet worden, elf Jahre nachdem die alte von einer Flut"
    " weggerissen wurde. Die Stadt hat dafür mehr Geld ausgegeben als sie wollte, sagte die Bürgermeisterin.",
    "fr": "Le nouveau pont sur la rivière a été inauguré lundi, onze ans après que l'ancien a été emporté par une"
    " crue. La ville a dépensé pour lui plus d'argent qu'elle ne le voulait, a dit la maire.",
    "es": "El nuevo puente sobre el río fue inaugurado el lunes, once años después de que el viejo fuera arrastrado"
    " por una crecida. La ciudad ha gastado en él más dinero de lo que quería, dijo la alcaldesa.",
    "pt": "A nova ponte sobre o rio foi inaugurada na segunda-feira, onze anos depois que a antiga foi levada por uma"
    " cheia. A cidade gastou com ela mais dinheiro do que queria, disse a prefeita em nota.",
    "it": "Il nuovo ponte sul fiume è stato inaugurato lunedì, undici anni dopo che il vecchio era stato portato via"
    " da una piena. La città ha speso più denaro di quanto volesse, ha detto la sindaca.",
    "nl": "De nieuwe brug over de rivier is maandag geopend, elf jaar nadat de oude door een vloed werd weggespoeld."
    " De stad heeft er meer geld aan uitgegeven dan ze wilde, zei de burgemeester.",
    "sv": "Den nya bron över ån öppnades på måndagen, elva år efter att den gamla hade spolats bort av en flod. Staden"
    " har lagt mer pengar på den än vad som var tänkt, sade borgmästaren när hon talade.",
    "pl": "Nowy most przez rzekę został otwarty w poniedziałek, jedenaście lat po tym, jak stary porwała powódź."
    " Miasto wydało na niego więcej pieniędzy, niż chciało, powiedziała burmistrz.",
    "tr": "Nehrin üzerindeki yeni köprü, eskisinin sele kapılmasından on bir yıl sonra pazartesi günü açıldı. Belediye"
    " başkanı, kent bu köprü için istediğinden daha çok para harcadı dedi.",
    "ru": "Новый мост через реку открыли в понедельник, через одиннадцать лет после того, как старый унесло"
    " паводком. Город потратил на него больше денег, чем хотел, сказала мэр.",
    "uk": "Новий міст через річку відкрили в понеділок, через одинадцять років після того, як старий знесла повінь."
    " Місто витратило на нього більше грошей, ніж хотіло, сказала мер.",
    "zh": "河上的新桥周一通车，距离旧桥被洪水冲走已经过去十一年。"
    "市长在讲话中说，全市为这座桥花的钱比原来打算的多得多，但是大家已经等得太久了。",
    "ja": "川にかかる新しい橋が月曜日に開通した。古い橋が洪水で流されてから十一年がたつ。"
    "市長は、町は思っていたよりも多くのお金を使ったと話した。",
    "ko": "강 위의 새 다리가 월요일에 개통되었다. 옛 다리가 홍수에 떠내려간 지 십일 년 만이다. "
    "시장은 시가 생각보다 많은 돈을 썼다고 말했다.",
    "ar": "افتتح الجسر الجديد فوق النهر يوم الاثنين بعد أحد عشر عاما من انهيار الجسر القديم بسبب الفيضان، وقالت رئيسة"
    " البلدية إن المدينة أنفقت عليه أكثر مما كانت تريد.",
    "he": "הגשר החדש מעל הנהר נפתח ביום שני, אחת עשרה שנים לאחר שהגשר הישן נסחף בשיטפון. ראש העיר אמרה שהעיר הוציאה"
    " עליו יותר כסף ממה שרצתה.",
    "el": "Η νέα γέφυρα πάνω από τον ποταμό άνοιξε τη Δευτέρα, έντεκα χρόνια αφότου η παλιά παρασύρθηκε από πλημμύρα."
    " Η πόλη ξόδεψε περισσότερα χρήματα από όσα ήθελε.",
    "hu": "A folyó fölötti új hidat hétfőn adták át, tizenegy évvel azután, hogy a régit elvitte az árvíz. A város több"
    " pénzt költött rá, mint amennyit akart, és ezt már nem is titkolja.",
    "et": "Uus sild üle jõe avati esmaspäeval, üksteist aastat pärast seda, kui vana sild üleujutuses ära uhuti. Linn"
    " kulutas sellele rohkem raha, kui oli plaaninud, ütles linnapea avamisel.",
}


def _stretches(text: str, language: str = "en") -> list[tuple[str, str]]:
    found = find_stretches(text, (Span(0, len(text)),), language)
    return [(one.language, text[slice(*one.span)]) for one in found]


@pytest.mark.parametrize("language", ["en", *OTHERS])
def test_the_language_of_a_text(language: str) -> None:
    text = OTHERS.get(language, ENGLISH)
    assert identify_language(text, (Span(0, len(text)),)) == language


def test_too_little_text_has_no_language() -> None:
    assert identify_language("Der alte Mann und das Meer", (Span(0, 26),)) is None
    assert identify_language("x" * 100, ()) is None


def test_a_variety_counts_as_its_language() -> None:
    code, probability = classify_language("你哋喺邊度呀？我哋今日冇返工，佢話聽日先嚟。呢度嘅嘢食好好味㗎。")
    assert code == "zh"
    assert 0 < probability <= 1


@pytest.mark.parametrize(
    ("script", "letters", "language"),
    [
        ("cyrillic", "їжак", "uk"),
        ("cyrillic", "пытанне ў", "be"),
        ("cyrillic", "ћуприја", "sr"),
        ("cyrillic", "куќа", "mk"),
        ("arabic", "پل", "fa"),
        ("arabic", "جسر", "ar"),
        ("arabic", "لڑکے", "ur"),
        ("devanagari", "पुल", "hi"),
    ],
)
def test_letters_tell_the_languages_of_one_script_apart(script: str, letters: str, language: str) -> None:
    assert language_of_script(script, letters) == language


@pytest.mark.parametrize("language", OTHERS)
def test_a_paragraph_in_another_language(language: str) -> None:
    text = "\n".join([ENGLISH, OTHERS[language], ENGLISH])
    assert _stretches(text) == [(language, OTHERS[language])]


@pytest.mark.parametrize("language", OTHERS)
def test_an_english_paragraph_in_another_language(language: str) -> None:
    text = "\n".join([OTHERS[language], ENGLISH, OTHERS[language]])
    assert _stretches(text, language) == [("en", ENGLISH)]


@pytest.mark.parametrize(("language", "other"), [("es", "pt"), ("pt", "es"), ("ru", "uk"), ("de", "nl"), ("fr", "it")])
def test_a_paragraph_in_a_language_alike(language: str, other: str) -> None:
    text = "\n".join([OTHERS[language], OTHERS[other]])
    assert _stretches(text, language) == [(other, OTHERS[other])]


def test_a_sentence_among_others_and_words_between_marks() -> None:
    sentence = "Wir haben lange genug auf diese Brücke gewartet, und das soll uns jetzt keiner mehr nehmen."
    assert _stretches(f"{ENGLISH} {sentence} {ENGLISH}") == [("de", sentence)]
    text = f"The mayor, who had been asked to come, said at the opening on Monday: “{sentence}”"
    assert _stretches(text) == [("de", sentence)]

    text = f"She wrote in a letter to the paper: “{sentence}”"
    assert _stretches(f"{ENGLISH} {text}") == [("de", sentence)]


def test_words_in_another_script_between_brackets() -> None:
    proverb = "Не имей сто рублей, а имей сто друзей"
    assert _stretches(f"She knew the saying ({proverb}) from her mother.") == [("ru", proverb)]


def test_paragraphs_in_one_other_language_are_one_stretch() -> None:
    text = "\n\n".join([ENGLISH, OTHERS["de"], OTHERS["de"], OTHERS["ru"], ENGLISH])
    assert _stretches(text) == [("de", f"{OTHERS['de']}\n\n{OTHERS['de']}"), ("ru", OTHERS["ru"])]


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lowell, Sam Birt, Juan de la Torre, Hans von der Heide, Li Xiaoming, Pierre Dupont, Olga Iwanowa",
        "Ellmouth 3, Port Anders 1; Harbour City 0, San Pedro 0; Neustadt am See 2, Villeneuve 2; Alt-Ell 1, Bern 4",
        "The paper called it “Die Brücke am Ende der Welt”, and the crowd sang “La vie en rose” until it was dark.",
        "She was born in Rio de Janeiro (里约热内卢), grew up in Москва and now lives in San José de los Campos.",
        "Serves 4: 200g flour, 3 eggs, 50g butter, 1 tsp salt, 250ml milk, 2 tbsp sugar, 1 lemon, 4 apples, 1 leek",
        "https://www.example.org/die-bruecke-am-ende-der-welt-und-was-sie-mit-uns-macht-wenn-wir-sie-bauen/2021/05/03",
    ],
)
def test_names_lists_and_a_few_words_are_none(line: str) -> None:
    assert _stretches(f"{ENGLISH}\n{line}\n{ENGLISH}") == []


def test_only_the_body_is_looked_at() -> None:
    text = f"{OTHERS['de']}\n{ENGLISH}"
    assert find_stretches(text, (Span(len(OTHERS["de"]) + 1, len(text)),), "en") == ()
    assert find_stretches(text, (Span(0, len(text)),), None) == ()


def test_a_stretch_ends_with_the_body() -> None:
    text = f"{ENGLISH}\n{OTHERS['ru']}"
    body = (Span(0, len(text) - 1),)  # the last stop stands outside
    assert [one.span.end for one in find_stretches(text, body, "en")] == [len(text) - 1]
