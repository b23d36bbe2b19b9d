"""Pages that hold no article are set aside with their kind; briefs and reports about such pages are articles."""

from __future__ import annotations

import pytest

from firsthand.model import RawDocument, Source
from firsthand.reading import ReadingSettings, read_article

_PAGES = {
    "404 page": (
        ("404", "Oops! That page can’t be found.", "Maybe try a search?"),
        ("Error 404: Page not found",),
        ("Seite nicht gefunden", "Die von Ihnen gewünschte Seite existiert nicht mehr. Bitte nutzen Sie die Suche."),
        ("Page introuvable", "Désolé, la page que vous cherchez n'existe plus."),
        ("Página no encontrada", "Lo sentimos, la página que busca no existe."),
        ("Страница не найдена", "К сожалению, запрашиваемая страница не существует."),
        ("الصفحة غير موجودة", "عذراً، الصفحة التي تبحث عنها غير موجودة."),
        ("Sayfa bulunamadı", "Aradığınız sayfa silinmiş veya taşınmış olabilir."),
        ("抱歉，您访问的页面不存在", "请返回首页。"),
    ),
    "error page": (
        ("Access Denied", "You don't have permission to access this page on this server."),
        ("502 Bad Gateway",),
        ("Доступ ограничен",),
    ),
    "robot check": (
        ("Are you a robot?", "Please confirm that you are human by completing the box below."),
        ("Подтвердите, что вы не робот",),
        ("请完成安全验证",),
    ),
    "JavaScript demand": (
        ("Please enable JavaScript to continue using this application.",),
        ("Bitte aktivieren Sie JavaScript, um diese Seite zu nutzen.",),
        ("Veuillez activer JavaScript pour continuer.",),
        ("Por favor, active JavaScript para ver esta página.",),
        ("Для работы сайта необходимо включить JavaScript. Включите JavaScript в настройках.",),
        ("يرجى تفعيل JavaScript في المتصفح.",),
        ("Lütfen JavaScript'i etkinleştirin.",),
        ("请启用JavaScript后再访问。",),
    ),
    "cookie wall": (
        ("We use cookies", "We and our partners store and access information on your device.", "Accept all"),
        ("Wir benötigen Ihre Zustimmung", "Wir verwenden Cookies und andere Technologien.", "Alle akzeptieren"),
        ("Nous respectons votre vie privée", "Nos partenaires et nous utilisons des cookies.", "Continuer"),
        ("Utilizamos cookies", "Al continuar acepta el uso de cookies.", "Aceptar"),
        ("Мы используем файлы cookie", "Продолжая, вы соглашаетесь с их использованием.", "Принять"),
        ("نستخدم ملفات تعريف الارتباط لتحسين تجربتك.", "قبول جميع ملفات تعريف الارتباط"),
        ("Çerez politikası", "Sitemizde çerezler kullanılmaktadır.", "Tüm çerezleri kabul et"),
        ("本网站使用Cookie改善您的体验。", "接受所有Cookie"),
    ),
    "paywall": (
        ("This article is for subscribers only.", "Subscribe now to continue reading.", "Already a subscriber? Log in"),
        ("Dieser Artikel ist nur für Abonnenten.", "Jetzt abonnieren und weiterlesen."),
        ("Cet article est réservé aux abonnés", "Il vous reste 85% de cet article à lire."),
        ("Este contenido es exclusivo para suscriptores", "¿Ya eres suscriptor? Inicia sesión"),
        ("Материал доступен только подписчикам", "Чтобы продолжить чтение, оформите подписку"),
        ("هذا المحتوى متاح للمشتركين فقط", "سجل الدخول"),
        ("Bu içerik sadece abonelere özeldir", "Giriş yap"),
        ("本文仅限会员阅读", "登录后阅读全文"),
    ),
    "login page": (
        ("Log in", "E-mail address", "Password", "Forgot your password?", "Create an account"),
        ("Anmelden", "Passwort vergessen?", "Noch kein Konto?"),
        ("Se connecter", "Mot de passe oublié ?", "Pas encore inscrit ?"),
        ("Iniciar sesión", "Contraseña", "¿Has olvidado tu contraseña?"),
        ("Вход на сайт", "Пароль", "Забыли пароль?"),
        ("كلمة المرور", "نسيت كلمة المرور", "اسم المستخدم"),
        ("Üye girişi", "Şifrenizi mi unuttunuz?", "Beni hatırla"),
        ("用户登录", "忘记密码", "没有账号"),
    ),
    "video page": (
        ("Video player is loading.", "Current time 0:00", "0:00 / 2:31", "Mayor opens bridge"),
        ("Dieses Video ist nicht verfügbar.",),
        ("Cette vidéo n'est plus disponible.",),
        ("Это видео недоступно.",),
        ("视频无法播放",),
    ),
    "search results": (
        ("Search results for “bridge”", "Showing 1-10 of 230 results", "Bridge opens", "Bridge falls"),
        ("Suchergebnisse für Brücke", "12 Treffer"),
        ("Résultats de recherche pour « pont »",),
        ("Resultados de búsqueda para puente",),
        ("Результаты поиска по запросу «мост»",),
        ("نتائج البحث عن الجسر",),
        ("Arama sonuçları",),
        ("搜索结果：大桥",),
    ),
    "picture gallery": (
        ("Image 1 of 12", "Next", "Previous"),
        ("Ann Lowell on the bridge. (AP Photo/Sam Birt)", "Sam on it. (AP Photo/Sam Birt)"),
    ),
    "menu page": (("Home", "News", "Sport", "Weather"),),
    "links to other texts": (
        ("Ten bridges that fell", "Read more", "Mayor learns to swim", "Read more", "Dog elected", "Read more"),
    ),
    "list of titles": (
        tuple(
            "Mayor opens second bridge|Onion growers expect small harvest|Dog elected to council|Rain until Friday"
            "|School choir wins prize|Ferry timetable from June|Seven quiet walks nearby|Tax office moves upstairs"
            "|Old mill burns again|Cinema shows silent films|Vicar retires at ninety|Trains slower than planned".split(
                "|"
            )
        ),
    ),
}
_CASES = [(kind, lines) for kind, pages in _PAGES.items() for lines in pages]


def _set_aside(text: str, title: str | None = None) -> str | None:
    source = Source(sha256="0", bytes_kept=0)
    document = RawDocument(article="a", text=text, title=title, source=source, original=b"")
    reading = read_article(document, ReadingSettings())
    assert (reading.article.body == ()) or reading.set_aside is None
    return reading.set_aside


@pytest.mark.parametrize(("kind", "lines"), _CASES)
def test_a_page_without_an_article_is_set_aside_with_its_kind(kind: str, lines: tuple[str, ...]) -> None:
    assert _set_aside("\n".join(lines)) == f"no article: {kind}"


def test_the_title_may_say_what_the_page_is() -> None:
    assert _set_aside("Try the search or go home.", "404 - Page not found | Harbour Gazette") == "no article: 404 page"


@pytest.mark.parametrize(
    "text",
    [
        "A cookie wall on the site of the city of Ellmouth is unlawful, the office said on Monday. It must go by June.",
        "404 people were counted on the bridge in Ellmouth on Monday, the council said.",
        "Page not found: council loses 300 documents\nThe council lost 300 documents, the mayor said on Monday.",
        "The page you requested may be late: the council of Ellmouth said on Monday that its archive would close.",
        "Search results were poor, the coast guard said on Monday after two days on the Ell.",
        "Subscribers of the Harbour Gazette will pay more from May, its publisher said on Monday.",
        "Video shows mayor falling into the Ell\nA video published on Monday shows the mayor of Ellmouth in the river.",
        "ELLMOUTH (AP) — Access was denied to reporters on Monday.",
        "Вход в порт закрыт\nВход в порт Эллмут закрыт из-за шторма, сообщили в понедельник в администрации.",
        "Die Seite der Stadt Ellmünde ist seit Montag nicht erreichbar, wie die Bürgermeisterin mitteilte.",
        "La page la plus lue du site de la ville est celle des horaires de la piscine, a indiqué la mairie lundi.",
        "大桥周一通车，市长表示欢迎。",
    ],
)
def test_a_brief_about_such_pages_is_an_article(text: str) -> None:
    assert _set_aside(text) is None


def test_a_wall_above_an_article_does_not_hide_it() -> None:
    paragraphs = [
        "The new bridge over the Ell was opened on Monday, eleven years after the old one was washed away by a flood.",
        "About 400 people walked across it in the rain, the council of Ellmouth said in a statement.",
    ]
    for wall in ("Please turn on JavaScript. Media requires JavaScript to play.", "We use cookies", "Log in"):
        assert _set_aside("\n".join([wall, *paragraphs])) is None


def test_short_lines_of_one_account_are_no_list_of_titles() -> None:
    points = [
        "Mayor Lowell opened the bridge on Monday",
        "The bridge cost 12 million crowns",
        "Lowell cut the ribbon with garden shears",
        "About 400 people walked across the bridge",
        "The old bridge was lost in a flood",
        "A second bridge is planned for 2031",
        "Critics say the bridge came too late",
        "Lowell blamed the flood on the council",
        "The council denied it had known of the flood",
        "Lorries must keep off the bridge until June",
        "The flood took eleven houses in Ellmouth",
        "Ellmouth has waited for the bridge since then",
    ]
    assert _set_aside("\n".join(points)) is None
