"""The words of pages in eight languages: each label has its usual phrases, and news is none of them."""

from __future__ import annotations

import pytest

from firsthand.lexicon.boilerplate import label_line
from firsthand.lexicon.set_phrases import fold_phrase, is_photo_lead, phrase_label, relation_label

_LINES = {
    "read_more": (
        "Read also|Continue reading|Full article|See more|READ MORE: Ten bridges that fell. And one that did not"
        "|Lesen Sie auch|Weiterlesen|Mehr dazu|Zum Artikel|Lesen Sie auch: Zehn Brücken, die einstürzten"
        "|À lire aussi|A LIRE AUSSI|Lire la suite|En savoir plus|Voir aussi|Lire aussi : Dix ponts tombés"
        "|Lea también|Leer más|Ver más|Seguir leyendo|Lea también: Diez puentes caídos"
        "|Читайте также|Читать далее|Подробнее|Смотрите также|Читайте также: Почему обмелела река"
        "|اقرأ أيضاً|اقرأ المزيد|للمزيد|شاهد أيضا|اقرأ أيضا: عشرة جسور انهارت"
        "|Devamını oku|DEVAMINI OKU|Haberin devamı|Ayrıca okuyun|Ayrıca okuyun: On köprü"
        "|阅读更多|延伸阅读|阅读全文|相关阅读|相关阅读：十座倒塌的桥"
    ),
    "related": (
        "Related articles|You might also like|Top coverage|Recommended reading"
        "|Mehr zum Thema|Verwandte Artikel|Meistgelesen|Das könnte Sie auch interessieren|Weitere Artikel"
        "|Sur le même sujet|Articles liés|Les plus lus|Vous aimerez aussi|Articles similaires"
        "|Noticias relacionadas|Te puede interesar|Lo más leído|Artículos relacionados|Más noticias"
        "|Материалы по теме|Похожие новости|Самое читаемое|Другие новости|Новости партнёров"
        "|مواضيع ذات صلة|الأكثر قراءة|قد يعجبك أيضا|أخبار ذات صلة|مقالات مشابهة"
        "|İlgili haberler|İLGİLİ HABERLER|En çok okunanlar|Benzer haberler|Diğer haberler"
        "|相关新闻|推荐阅读|热门文章|猜你喜欢|相关报道"
    ),
    "subscribe": (
        "Subscribe now|Sign me up!|Become a member"
        "|Jetzt abonnieren|Newsletter abonnieren|Melden Sie sich für unseren Newsletter an|Bereits Abonnent?"
        "|Dieser Artikel ist nur für Abonnenten|Wir verwenden Cookies, um diese Seite zu verbessern."
        "|Abonnez-vous|S'abonner|Cet article est réservé aux abonnés|Inscrivez-vous à notre newsletter"
        "|Nous utilisons des cookies pour améliorer votre visite."
        "|Suscríbete|Suscríbase a nuestro boletín|Contenido exclusivo para suscriptores|Inicia sesión"
        "|Utilizamos cookies propias y de terceros."
        "|Подписаться|Подпишитесь на нашу рассылку|Подписывайтесь на наш канал в Telegram|Только для подписчиков"
        "|Мы используем файлы cookie."
        "|اشترك الآن|اشترك في النشرة البريدية|هذا المقال متاح للمشتركين|تسجيل الدخول"
        "|نستخدم ملفات تعريف الارتباط لتحسين الموقع"
        "|Abone ol|Bültenimize abone olun|Üye girişi|Devamını okumak için üye olun|Sitemizde çerezler kullanılmaktadır."
        "|立即订阅|关注公众号|扫码关注我们的公众号|登录后阅读全文|本网站使用Cookie"
    ),
    "share": (
        "Share this article|Copy link|CONNECT TWEET LINKEDIN 12 COMMENTEMAILMORE"
        "|Artikel teilen|Auf Facebook teilen|Per E-Mail senden|Link kopieren|Folgen Sie uns auf Instagram"
        "|Partager cet article|Partager sur Facebook|Copier le lien|Envoyer par e-mail|Suivez-nous sur Twitter"
        "|Compartir en Facebook|Comparte esta noticia|Copiar enlace|Enviar por correo|Síguenos en Instagram"
        "|Поделиться|Поделиться в соцсетях|Скопировать ссылку|Рассказать друзьям|Отправить другу"
        "|شارك المقال|نسخ الرابط|شارك على فيسبوك|مشاركة الخبر|تابعونا على تلغرام"
        "|Haberi paylaş|Bizi Telegram'da takip edin|Facebook'ta paylaş|Bağlantıyı kopyala|Paylaş|Arkadaşına gönder"
        "|分享到微信|复制链接|转发|微信扫一扫|分享本文"
    ),
    "advertisement": (
        "Advertisement|Story continued below|Paid content"
        "|Anzeige|Werbung|Weiter nach der Anzeige|Lesen Sie nach der Anzeige weiter|Advertorial"
        "|Publicité|La suite après la publicité|Contenu sponsorisé|Annonce|Contenu partenaire"
        "|Publicidad|Anuncio|Contenido patrocinado|El artículo continúa después del anuncio|PUBLICIDAD"
        "|Реклама|На правах рекламы|Продолжение после рекламы|Партнёрский материал|РЕКЛАМА"
        "|إعلان|إعلانات|مساحة إعلانية|محتوى مدعوم|يستمر المقال بعد الإعلان"
        "|Reklam|REKLAM|Sponsorlu içerik|Haberin devamı reklamdan sonra|İlan"
        "|广告|推广|赞助内容|商业推广|广告之后继续"
    ),
    "copyright": (
        "All rights reserved|© 2024 Harbour Gazette"
        "|Alle Rechte vorbehalten|© Hafenblatt. Alle Rechte vorbehalten."
        "|Tous droits réservés|Toute reproduction même partielle est interdite|Reproduction interdite"
        "|Todos los derechos reservados|Prohibida su reproducción total o parcial"
        "|Все права защищены|Перепечатка без согласия редакции запрещена"
        "|При использовании материалов ссылка на сайт обязательна"
        "|جميع الحقوق محفوظة|يمنع النسخ أو إعادة النشر دون إذن"
        "|Tüm hakları saklıdır|Kaynak gösterilmeden kullanılamaz|Her hakkı saklıdır"
        "|版权所有|未经许可不得转载|转载请注明出处"
    ),
    "correction": (
        "Correction: The bridge has four arches.|An earlier version of this article gave the wrong year."
        "|Korrektur: Die Brücke hat vier Bögen.|In einer früheren Version dieses Artikels stand ein falsches Jahr."
        "|Anmerkung der Redaktion: Wir haben den Namen ergänzt.|Dieser Artikel wurde am Montag aktualisiert."
        "|Berichtigung|Richtigstellung: Die Stadt hat bezahlt."
        "|Rectificatif : le pont a quatre arches.|Une version précédente de cet article donnait une autre année."
        "|Cet article a été corrigé lundi.|Erratum|Note de la rédaction : le nom a été ajouté."
        "|Fe de errores: el puente tiene cuatro arcos.|Una versión anterior de este artículo daba otro año."
        "|Esta noticia ha sido actualizada.|Corrección: son cuatro.|Nota de la redacción: se ha añadido el nombre."
        "|Поправка: у моста четыре арки.|В предыдущей версии статьи был указан другой год."
        "|Материал обновлён в понедельник.|Уточнение: мост построен позже.|От редакции: добавлено имя."
        "|تصحيح: للجسر أربعة أقواس.|نسخة سابقة من هذا المقال ذكرت سنة أخرى.|تم تحديث هذا الخبر يوم الاثنين."
        "|تنويه: أضيف الاسم.|توضيح: بني الجسر لاحقا."
        "|Düzeltme: Köprünün dört kemeri var.|Bu haberin önceki sürümünde yanlış yıl verilmişti."
        "|Bu haber güncellenmiştir.|Editörün notu: İsim eklendi.|Tashih"
        "|更正：大桥有四个拱。|本文此前版本的年份有误。|本文已更新。|勘误|编者注：已补充姓名。"
    ),
}
_CASES = [(line, label) for label, lines in _LINES.items() for line in lines.split("|")]


@pytest.mark.parametrize(("line", "label"), _CASES)
def test_the_words_of_a_page(line: str, label: str) -> None:
    assert label_line(line) == label


@pytest.mark.parametrize(
    "line",
    [
        "Die Anzeige der Stadt gegen den Bauherrn wurde am Montag zurückgezogen.",
        "Lesen Sie auch zwischen den Zeilen, riet der Richter den Geschworenen in Ellmünde.",
        "Korrekturen am Haushalt lehnte die Stadt am Montag ab.",
        "Le partage de l'eau entre les deux villes a été signé lundi.",
        "La publicité pour le tabac sera interdite à Ellville dès lundi.",
        "Una versión anterior de la ley fue rechazada en mayo.",
        "Подробности переговоров не раскрываются, сообщили в мэрии в понедельник.",
        "Поправка к закону принята в понедельник депутатами городского совета.",
        "اشترك اللاعب في المباراة الأولى يوم الاثنين.",
        "تصحيح المسار الاقتصادي يحتاج إلى سنوات، قال الوزير.",
        "Reklam gelirleri geçen yıl yüzde on azaldı, belediye açıkladı.",
        "关注环境的市民周一在桥上集会，要求停止施工。",
        "More: than a hundred people came. They stayed for an hour. They left at six.",
        "Jetzt ist die Brücke wieder offen, sagte die Bürgermeisterin.",
        "Subscribers of the Harbour Gazette will pay more from May, its publisher said on Monday.",
    ],
)
def test_news_in_other_languages_is_not_furniture(line: str) -> None:
    assert label_line(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Ann Arbour",
        "Foto: Anna Lohwald/dpa",
        "Bildquelle: Anna Lohwald",
        "Crédit photo : Anne Larbre",
        "Imagen: Ana Arbol",
        "Фото: Анна Ольхова",
        "تصوير: آنا لوفالد",
        "Fotoğraf: Ayşe Ağaç",
        "图片来源：王安",
        "摄影: 王安",
    ],
)
def test_a_picture_credit_has_its_lead(line: str) -> None:
    assert is_photo_lead(line)


def test_a_lead_needs_something_behind_it() -> None:
    assert not is_photo_lead("Foto:")
    assert relation_label("Lesen Sie auch:") is None
    assert relation_label("Lesen Sie auch: Zehn Brücken") == ("read_more", True)
    assert relation_label("He said: read also the small print") is None


def test_case_accents_and_vowel_signs_do_not_matter() -> None:
    assert fold_phrase("À LIRE  AUSSI") == fold_phrase("a lire aussi")
    assert fold_phrase("اقرأ أيضاً") == fold_phrase("اقرا ايضا")
    assert phrase_label("İLGİLİ HABERLER") == phrase_label("ilgili haberler") == "related"


def test_a_program_taken_for_text_is_no_body() -> None:
    assert label_line("window._ads = window._ads || []; _ads.push({mode: 'thumbnails'});") == "metadata"
    assert label_line("if the window is open, close it; if not, do not.") is None
