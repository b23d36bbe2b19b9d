"""Set phrases of pages: lines that hold one phrase and nothing else, and the leads in front of links and credits.

In eight languages, English, German, French, Spanish, Russian, Arabic, Turkish and Chinese, written for this project.
A phrase is looked up in its folded form, so that case, accents, vowel signs and the kind of apostrophe do not matter.
"""

from __future__ import annotations

from functools import cache

from firsthand.model import SegmentLabel
from firsthand.text.tokens import fold_word

__all__ = ["fold_phrase", "is_photo_lead", "phrase_label", "relation_label"]

_S = SegmentLabel
_LONGEST_PHRASE = 70  # characters; no phrase of the tables is longer
_LONGEST_LEAD = 40
_SEPARATORS = ":：>»|›"  # between a lead and what it leads to

# Label, then the phrases, one a line or with bars between them.
_PHRASES: tuple[tuple[SegmentLabel, str], ...] = (
    (
        _S.READ_MORE,
        """
        read more|read also|also read|continue reading|keep reading|read full article|read the full article
        read full story
        read the whole story|full article|read on|learn more|see more|show more|view more|load more|view full article
        lesen sie auch|lesen sie mehr|mehr lesen|weiterlesen|lesen sie hier weiter|zum artikel|ganzen artikel lesen
        mehr dazu|mehr erfahren|lesen sie dazu auch|mehr anzeigen|hier weiterlesen|zum weiterlesen
        lire aussi|à lire aussi|à lire également|lire également|lire la suite|lire plus|en savoir plus|voir plus
        lire l'article|voir aussi|à voir aussi|lire l'intégralité|afficher plus|continuer la lecture
        lea también|lee también|leer más|ver más|leer también|seguir leyendo|lee más|saber más|leer la noticia completa
        vea también|mira también|ver también|cargar más|continuar leyendo|leer completo
        читайте также|читать также|читать далее|читать дальше|читать полностью|подробнее|подробности|узнать больше
        смотрите также|читайте ещё|показать ещё|показать больше|читайте на эту тему|еще по теме|читать ещё
        اقرأ أيضا|اقرأ المزيد|إقرأ أيضا|اقرأ أكثر|للمزيد|المزيد|شاهد أيضا|اقرأ التفاصيل|تابع القراءة|قراءة المزيد
        devamını oku|devamını okuyun|haberin devamı|daha fazla oku|ayrıca okuyun|bunu da okuyun|ayrıca bakınız
        daha fazlası|daha fazla göster|haberin detayları|tıklayın|okumaya devam et|tümünü gör
        阅读更多|阅读全文|延伸阅读|点击查看|查看更多|更多内容|全文阅读|继续阅读|点击阅读全文|展开全文|相关阅读|加载更多
        """,
    ),
    (
        _S.RELATED,
        """
        related articles|related stories|related news|more stories|more news|more like this|you might also like
        trending videos|top coverage|recommended stories|recommended videos|recommended reading|from our partners
        verwandte artikel|ähnliche artikel|meistgelesen|meistgelesene artikel|auch interessant|empfohlene artikel
        neueste artikel|weitere artikel|weitere meldungen|mehr zum thema|mehr aus dem ressort|top-themen|topmeldungen
        themen in diesem artikel|das könnte sie auch interessieren|zum thema|weitere themen|aktuelle nachrichten
        articles liés|sur le même sujet|les plus lus|vous aimerez aussi|les articles les plus lus|articles similaires
        dans la même rubrique|notre sélection|à la une|les plus populaires|sur le même thème|dernières actualités
        contenus sponsorisés|nos derniers articles|plus d'articles
        noticias relacionadas|te puede interesar|también te puede interesar|lo más leído|lo más visto|más noticias
        artículos relacionados|más información|temas relacionados|contenido relacionado|te recomendamos|lo último
        últimas noticias|le puede interesar|quizás te interese|otras noticias|notas relacionadas
        похожие материалы|похожие новости|материалы по теме|по теме|другие новости|самое читаемое|популярное|рекомендуем
        новости по теме|главные новости|вам может быть интересно|новости партнеров|связанные темы|самое популярное
        последние новости|лента новостей|читают сейчас|сюжеты по теме|новости сми2|материалы партнеров
        مواضيع ذات صلة|أخبار ذات صلة|مقالات ذات صلة|الأكثر قراءة|قد يعجبك أيضا|اخترنا لك|آخر الأخبار|مقالات مشابهة
        المزيد من الأخبار|قد يهمك أيضا|أخبار متعلقة|موضوعات متعلقة|الأكثر مشاهدة|مقترحات
        ilgili haberler|ilgili haber|benzer haberler|en çok okunanlar|çok okunanlar|son haberler|önerilen haberler
        bunlar da ilginizi çekebilir|ilginizi çekebilir|diğer haberler|sizin için seçtiklerimiz|günün öne çıkanları
        son dakika haberleri|en çok okunan haberler
        相关新闻|相关报道|相关文章|相关内容|热门文章|热点新闻|推荐阅读|最新消息|最新新闻|猜你喜欢|为您推荐|最多阅读
        热门推荐|相关链接|今日热点|更多新闻|编辑推荐|精彩推荐
        """,
    ),
    (
        _S.SUBSCRIBE,
        """
        subscribe|subscribe now|sign up|sign up now|sign me up!|sign me up|log in|join now|become a member|register now
        jetzt abonnieren|newsletter abonnieren|abonnieren|abo abschließen|jetzt anmelden|jetzt registrieren|zum abo
        zum newsletter anmelden|bereits abonnent|jetzt testen|probeabo|zugang sichern|zur anmeldung
        s'abonner|je m'abonne|abonnez-vous|s'inscrire|se connecter|déjà abonné|article réservé aux abonnés
        réservé aux abonnés|inscrivez-vous à la newsletter|s'inscrire à la newsletter|créer un compte|je m'inscris
        suscríbete|suscríbase|suscribirse|iniciar sesión|inicia sesión|regístrate|solo para suscriptores|hazte socio
        contenido exclusivo para suscriptores|suscríbete a nuestro boletín|boletín de noticias|crear cuenta
        подписаться|подпишитесь|подпишись|подписка|оформить подписку|войти|зарегистрироваться|только для подписчиков
        подписаться на рассылку|подписывайтесь на нас|доступно по подписке|вход и регистрация
        اشترك|اشترك الآن|الاشتراك|النشرة البريدية|تسجيل الدخول|سجل الآن|إنشاء حساب|للمشتركين فقط|انضم إلينا
        تابعونا|اشترك في النشرة البريدية|اشترك معنا
        abone ol|hemen abone ol|abone olun|üye ol|giriş yap|üye girişi|bülten|e-bülten|bültene kayıt ol|kayıt ol
        bültenimize abone olun|abonelere özel|üye olun
        订阅|立即订阅|订阅我们|关注我们|登录|注册|立即注册|免费注册|会员专享|扫码关注|关注公众号|登录后阅读全文
        订阅电子报
        """,
    ),
    (
        _S.SHARE,
        """
        share this article|share this story|copy link|link copied|email the author|send by email|share via email
        artikel teilen|beitrag teilen|auf facebook teilen|auf x teilen|auf twitter teilen|per e-mail senden
        per whatsapp teilen|link kopieren|artikel drucken|folgen sie uns|teilen sie diesen artikel|per mail teilen
        partager cet article|partager l'article|partager sur facebook|partager sur twitter|partager sur x
        envoyer par e-mail|envoyer par mail|suivez-nous|copier le lien|imprimer cet article|partager par e-mail
        compartir en facebook|compartir en twitter|comparte esta noticia|compartir esta noticia|compartir noticia
        síguenos|síguenos en facebook|copiar enlace|enviar por correo|compartir artículo|comparte en redes
        поделиться новостью|поделиться статьёй|поделиться в соцсетях|поделиться ссылкой|рассказать друзьям
        скопировать ссылку|отправить по почте|мы в соцсетях|поделиться материалом|отправить другу
        شارك المقال|شارك الخبر|شارك على فيسبوك|شارك على تويتر|نسخ الرابط|انسخ الرابط|أرسل إلى صديق|مشاركة الخبر
        مشاركة المقال|شارك هذا المقال|شارك عبر
        haberi paylaş|facebook'ta paylaş|twitter'da paylaş|whatsapp'ta paylaş|bağlantıyı kopyala|bu haberi paylaş
        arkadaşına gönder|yazıyı paylaş|sosyal medyada paylaş|bizi takip edin
        分享|分享到|分享至|分享到微信|分享到微博|转发|打印|收藏|复制链接|扫一扫|微信扫一扫|用微信扫码二维码|分享本文
        一键分享
        """,
    ),
    (
        _S.ADVERTISEMENT,
        """
        story continued below|story continues below|article continues after ad|continue reading below|paid content
        anzeige|werbung|weiter nach der anzeige|lesen sie nach der anzeige weiter
        der artikel wird nach der anzeige fortgesetzt
        artikel wird unter der anzeige fortgesetzt|advertorial|bezahlter inhalt|nach der werbung geht es weiter
        publicité|la suite après la publicité|la suite après cette publicité|annonce|contenu sponsorisé
        contenu partenaire|l'article continue après la publicité|publireportage
        publicidad|anuncio|contenido patrocinado|continúa leyendo después de la publicidad|patrocinado
        el artículo continúa después del anuncio|la noticia continúa después de la publicidad
        sigue leyendo tras el anuncio
        реклама|на правах рекламы|продолжение после рекламы|продолжение статьи после рекламы|спонсорский материал
        партнерский материал|рекламный материал|продолжение текста после рекламы
        إعلان|إعلانات|مساحة إعلانية|محتوى مدعوم|إعلان ممول|محتوى إعلاني|يستمر المقال بعد الإعلان
        reklam|ilan|sponsorlu içerik|haberin devamı reklamdan sonra|reklamdan sonra devam ediyor
        haber reklamdan sonra devam ediyor
        tanıtım yazısı|reklamı geç
        广告|廣告|推广|赞助内容|广告之后继续|推广内容|商业推广|广告继续阅读
        """,
    ),
    (
        _S.CORRECTION,
        """
        correction|corrections|clarification|erratum
        korrektur|berichtigung|richtigstellung|korrekturhinweis
        rectificatif|correctif|mise au point
        fe de errores|fe de erratas|corrección|rectificación
        поправка|исправление|уточнение|опровержение
        تصحيح|تصويب|تنويه
        düzeltme|tashih|düzeltme ve özür
        更正|勘误|更正启事|更正声明
        """,
    ),
    (
        _S.COPYRIGHT,
        """
        all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados
        reproduction interdite
        все права защищены|جميع الحقوق محفوظة|tüm hakları saklıdır|her hakkı saklıdır|版权所有|未经许可不得转载
        转载请注明出处
        """,
    ),
    (
        _S.PHOTO_CREDIT,
        """
        file photo|stock photo|courtesy photo|handout photo|file image|pool photo
        archivbild|symbolbild|archivfoto|symbolfoto|foto: archiv
        photo d'archives|photo d'illustration|image d'illustration|crédit photo
        foto de archivo|imagen de archivo|foto cortesía|imagen ilustrativa
        архивное фото|фото из архива|иллюстративное фото|фото автора|архив
        صورة أرشيفية|صورة تعبيرية|صورة من الأرشيف|أرشيف
        arşiv fotoğrafı|temsili fotoğraf|arşiv|fotoğraf: arşiv
        资料图|资料图片|图片来源网络|网络图片|示意图
        """,
    ),
    (
        _S.MENU,
        """
        fullscreen|full screen|enlarge this image|enlarge image|go to permalink|toggle caption|hide caption|show caption
        view gallery|view slideshow|open gallery|expand image|close gallery|back to top|back to gallery|skip to content
        bild vergrößern|vollbild|galerie öffnen|zur startseite|nach oben|zur bildergalerie|zurück zur übersicht
        agrandir l'image|plein écran|voir la galerie|retour en haut|retour à l'accueil|voir le diaporama
        ampliar imagen|ampliar|pantalla completa|ver galería|volver arriba|volver al inicio
        увеличить|во весь экран|открыть галерею|наверх|на главную|вернуться на главную|увеличить фото
        تكبير الصورة|ملء الشاشة|عرض الصور|العودة إلى الأعلى|العودة إلى الرئيسية
        tam ekran|galeriyi aç|yukarı çık|ana sayfa|ana sayfaya dön|resmi büyüt
        点击查看大图|全屏|返回首页|返回顶部|查看大图|上一篇|下一篇|上一页|下一页
        """,
    ),
)
# In front of a colon, an arrow or a bar: the title of another text follows. The first words are those that nothing
# else begins with; after the others the title must be one sentence.
_SURE_LEADS = """
    read more|read also|also read|see also|related|read next|more on this|read this next|don't miss|dont miss
    lesen sie auch|mehr zum thema|lesen sie mehr|mehr dazu|lesen sie dazu auch|auch interessant|lesen sie hier
    lire aussi|à lire aussi|à lire également|lire également|voir aussi|à voir aussi|à lire|sur le même sujet
    lea también|lee también|leer también|vea también|te puede interesar|también te puede interesar|lee más|puedes leer
    читайте также|смотрите также|читать также|по теме|читайте ещё|читайте по теме|материал по теме
    اقرأ أيضا|إقرأ أيضا|شاهد أيضا|اقرأ المزيد|للمزيد
    ayrıca okuyun|bunu da okuyun|ilgili haber|ilginizi çekebilir|ayrıca bakınız|haberin devamı
    相关阅读|延伸阅读|相关新闻|相关报道|阅读更多|推荐阅读
"""
_LEADS = """
    read|see|more|watch|watch live|watch now|watch more|listen|mehr|weiterlesen|video ansehen|plus|voir|ver|más
    подробнее|видео|المزيد|شاهد|izle|devamı
"""
_RELATED_LEADS = """
    related stories|related articles|related news|related content|related coverage|related links|related video
    recommended
    trending|video|most read|most popular|photos|gallery|explainer|in pictures|fotostrecke|bildergalerie|vidéo|en images
    galería|en imágenes|фоторепортаж|галерея|фотогалерея|فيديو|بالصور|بالفيديو|foto galeri|galeri|图集|视频
"""
_PHOTO_LEADS = """
    photo|photos|image|images|picture|pictures|credit|credits|photo credit|image credit|picture credit|photograph
    photographer|media|photo by|source photo|photo courtesy
    foto|fotos|bild|bilder|bildquelle|quelle foto|fotograf|bildnachweis|bildrechte
    crédit|crédits|crédit photo|crédits photo|photographie|photographe|crédit image
    imagen|imágenes|fotografía|fotógrafo|crédito|créditos|foto cortesía|crédito de la foto
    фото|фотография|снимок|иллюстрация|фотограф|автор фото|источник фото|изображение
    صورة|الصورة|تصوير|مصدر الصورة|عدسة
    fotoğraf|fotoğraflar|görsel|fotoğraf kaynağı|kamera|foto muhabiri
    图|图片|图片来源|摄影|摄影师|图源|照片
"""


def fold_phrase(line: str) -> str:
    """`line` in the form under which the tables hold it: small letters, no accents or vowel signs, single spaces."""
    if line.isascii():
        return " ".join(line.lower().split())
    return " ".join(fold_word(line).replace("ı", "i").split())


def _split(table: str) -> frozenset[str]:
    return frozenset(fold_phrase(phrase) for row in table.splitlines() for phrase in row.split("|") if phrase.strip())


@cache
def _labels() -> dict[str, SegmentLabel]:
    return {phrase: label for label, table in reversed(_PHRASES) for phrase in _split(table)}


@cache
def _lead_labels() -> dict[str, tuple[SegmentLabel, bool]]:
    """Label of what stands behind a lead, and whether the lead is sure."""
    leads = dict.fromkeys(_split(_RELATED_LEADS), (_S.RELATED, False))
    leads.update(dict.fromkeys(_split(_LEADS), (_S.READ_MORE, False)))
    leads.update(dict.fromkeys(_split(_SURE_LEADS), (_S.READ_MORE, True)))
    leads["related"] = (_S.RELATED, True)
    return leads


@cache
def _photo_leads() -> frozenset[str]:
    return _split(_PHOTO_LEADS)


def phrase_label(bare: str) -> SegmentLabel | None:
    """Label of a line that is one set phrase, framing signs put aside; None for any other line."""
    return _labels().get(fold_phrase(bare)) if len(bare) <= _LONGEST_PHRASE else None


def _lead_of(line: str) -> tuple[str, str] | None:
    """What stands in front of the line's first colon, arrow or bar, folded, and what stands behind it."""
    place = min((at for sign in _SEPARATORS if (at := line.find(sign, 0, _LONGEST_LEAD + 2)) > 0), default=-1)
    if place < 0:
        return None
    return fold_phrase(line[:place].strip(" \xa0\u202f*•[(→►▶-–—")), line[place:].strip(_SEPARATORS + " \xa0\u202f")


def relation_label(line: str) -> tuple[SegmentLabel, bool] | None:
    """Label of a line whose lead says that the title of another text follows: "Read more: Ten bridges that fell".

    Returns:
        The label, and whether the lead is one that nothing else begins with; None for any other line.
    """
    split = _lead_of(line)
    return _lead_labels().get(split[0]) if split is not None and split[1] else None


def is_photo_lead(line: str) -> bool:
    """Whether the line begins with the words for a picture's credit and a colon: "Foto: Ann Arbour"."""
    split = _lead_of(line)
    return split is not None and bool(split[1]) and split[0] in _photo_leads()
