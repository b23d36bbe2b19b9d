"""Sentences of pages that hold no article: errors, walls, consent, forms, players; in eight languages.

Each pattern is matched from the first character of a line or a title. What can also begin a sentence of news, as "The
page was not found", is written so that the page itself must be speaking: to its reader, or in so few words.
"""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["PAGE_KINDS", "PageKind"]


class PageKind(NamedTuple):
    """A kind of page without an article."""

    name: str  # as the reason gives it: "404 page"
    lines: re.Pattern[str]  # how its lines begin
    most_words: int  # of other text beside such a line under which the page holds no article


def _kind(name: str, most_words: int, *alternatives: str) -> PageKind:
    return PageKind(name, re.compile(r"\W{0,6}(?:" + "|".join(alternatives) + ")", re.IGNORECASE), most_words)


_END = r"\W*$"
# How much of its own text an error page has: it explains itself, offers a search and a way home.
_ERROR_WORDS = 120
_WALL_WORDS = 25
_PLAYER_WORDS = 15

PAGE_KINDS: tuple[PageKind, ...] = (
    _kind(
        "404 page",
        _ERROR_WORDS,
        r"(?:http )?(?:error )?404(?: error)?(?:\s*(?:[-–—:|]|$|not found|page|error).{0,60})?$"
        r"|(?:http )?error:? 404\b",
        rf"(?:sorry,? )?(?:the )?(?:page|article|story|file|content|url)(?: is| was| could)? ?not (?:be )?found{_END}",
        r"(?:oops|whoops|uh[- ]oh|sorry|we['’]re sorry|we are sorry)\b.{0,60}\b(?:page|article|story|content|link"
        r"|404|anything"
        r" here)\b.{0,100}(?:n['’]t|not|no longer|cannot|missing|broken|wrong|found|exist)",
        r"(?:sorry,? )?(?:we )?(?:could not|couldn['’]t|can['’]t|cannot|can not) (?:find|locate|seem to find) (?:the"
        r"|that|this)"
        r" (?:page|article|story|url)",
        r"the (?:page|article|story|url|content) (?:that )?you(?: are|['’]re| were|['’]ve)? ?(?:looking for"
        r"|requested|trying"
        r" to (?:reach|find|access)|seek)",
        r"(?:the )?requested (?:page|url|resource)\b.{0,80}\b(?:not|found|exist)",
        r"this (?:page|article|story|content) (?:does not exist|doesn['’]t exist|no longer exists"
        r"|is no longer available|has"
        r" (?:been )?(?:moved|removed|expired)|can(?:no|['’])t be found|isn['’]t available)",
        r"you(?:['’]ve| have) (?:hit|reached|landed on|found) (?:this|an?|our) (?:error|404|dead|missing)",
        rf"(?:fehler 404|404\W+(?:seite|fehler).{{0,60}}|(?:diese |die )?seite (?:wurde )?(?:leider )?nicht"
        rf" gefunden{_END})",
        r"(?:die|diese)(?: von ihnen)? (?:gewünschte|aufgerufene|gesuchte|angeforderte)\w* (?:seite|artikel|adresse)\b",
        r"(?:leider|entschuldigung)\b.{0,60}\b(?:seite|artikel|inhalt)\b.{0,60}\b(?:nicht (?:gefunden|mehr|existiert"
        r"|verfügbar|vorhanden)|existiert nicht)",
        rf"(?:erreur 404|404\W+page.{{0,60}}|(?:cette )?page (?:est )?(?:introuvable|non trouvée|inexistante)){_END}",
        r"(?:désolé|oups|nous sommes désolés)\b.{0,60}\b(?:page|article|contenu)\b|la page (?:que vous|demandée"
        r"|recherchée)"
        r"|cette page n['’](?:existe|est) (?:pas|plus)",
        rf"(?:error 404|404\W+p[aá]gina.{{0,60}}|(?:la )?página (?:no (?:encontrada|existe|disponible)"
        rf"|no se encuentra)){_END}",
        r"(?:lo sentimos|ups|vaya)\b.{0,60}\b(?:página|artículo|noticia|contenido)\b|la página (?:que (?:buscas?"
        r"|busca|está"
        r"|estás|intentas?|solicitas?)|solicitada)",
        rf"(?:ошибка 404|404\W+(?:страница|ошибка).{{0,60}}|(?:такая |эта )?страница не (?:найдена|существует)){_END}",
        r"(?:извините|к сожалению|упс|простите)\b.{0,60}\b(?:страниц\w+|материал\w*|стать\w+)\b"
        r"|запрашиваем\w+ (?:вами )?"
        r"(?:страниц|материал)|страница, котор(?:ую|ой)? ?вы|такой страницы (?:нет|не существует)"
        r"|вы попали на несуществующ",
        r"(?:خطأ 404|404\W+(?:الصفحة|خطأ).{0,60}|(?:عذر[اًا]*،? ?)?(?:لم يتم العثور على"
        r"|لم نتمكن من العثور على) (?:هذه )?الصفحة"
        r"|(?:عذر[اًا]*،? ?)?(?:هذه )?الصفحة (?:غير موجودة|المطلوبة|التي تبحث|التي طلبتها|لم تعد)"
        r"|عذر[اًا]*.{0,20}الصفحة)",
        rf"(?:hata 404|404\W+(?:sayfa|hata).{{0,60}}|(?:aradığınız )?(?:bu )?sayfa (?:bulunamadı|mevcut değil)){_END}",
        r"(?:üzgünüz|maalesef|ops|hay aksi)\b.{0,60}\b(?:sayfa|içerik|haber)|aradığınız (?:sayfa|içerik|haber)\b"
        r"|(?:ulaşmak|görüntülemek) istediğiniz sayfa",
        r"404\W*(?:页面|错误|找不到|not)|(?:抱歉|对不起|很抱歉|哎呀).{0,12}(?:页面|网页|文章|内容"
        r"|访问).{0,20}(?:不存在|找不到|不见|删除|失效|无法"
        r"|没有)|(?:页面|网页|您(?:要)?(?:访问|查找|浏览)的(?:页面|网页|内容|文章)).{0,8}(?:不存在|找不到|未找到"
        r"|已删除|已被删除|无法找到)",
    ),
    _kind(
        "error page",
        _ERROR_WORDS,
        r"(?:error )?(?:403|500|502|503|504)\W+(?:forbidden|internal|bad|service|gateway|server|error).{0,60}$",
        r"(?:access denied|forbidden|internal server error|bad gateway|service (?:temporarily )?unavailable"
        r"|gateway time-?out)"
        rf"{_END}",
        r"(?:you don['’]t|you do not) have (?:permission|access) to (?:access|view)|access to this (?:page|site"
        r"|resource) (?:is|has"
        r" been) (?:denied|blocked|forbidden)|you have been blocked",
        r"(?:something|sorry, something) went wrong\W|an (?:unexpected )?error (?:has )?occurred\W+(?:please|try|$)",
        r"this (?:content|site|page|video) is (?:currently )?(?:not available|unavailable) in your (?:country|region"
        r"|area|location)",
        r"(?:our|this) (?:site|website) is (?:currently |temporarily )?(?:unavailable|under maintenance|down for)",
        r"(?:zugriff verweigert|accès (?:refusé|interdit)|acceso denegado|доступ (?:запрещ[её]н|ограничен)"
        r"|erişim engellendi"
        r"|تم رفض الوصول|الوصول مرفوض|访问被拒绝|拒绝访问|禁止访问)" + _END,
        r"(?:es ist ein fehler aufgetreten|une erreur (?:est survenue|s['’]est produite)|se ha producido un error"
        r"|произошла"
        r" ошибка\W|حدث خطأ|bir hata oluştu|出错了|服务器错误)",
        r"(?:сайт|страница|сервис) временно недоступ|(?:die |diese )?seite ist (?:derzeit|momentan|vorübergehend) nicht"
        r" (?:erreichbar|verfügbar)|(?:le |ce )?site est (?:actuellement |temporairement )?(?:indisponible"
        r"|en maintenance)",
    ),
    _kind(
        "robot check",
        _ERROR_WORDS,
        r"(?:are you|prove (?:that )?you['’]?(?: a)?re|confirm (?:that )?you are|verify (?:that )?you are"
        r"|checking if you are"
        r"|please (?:verify|confirm|prove) (?:that )?you(?:['’]re| are)) (?:a |not a )?(?:robot|human)",
        r"(?:checking your browser|just a moment\W|attention required|please (?:complete|solve) the (?:captcha"
        r"|security check)"
        r"|(?:we(?:['’]ve| have)|our systems have) detected unusual|pardon our interruption"
        r"|performing security verification"
        r"|to continue, please click the box)",
        r"(?:sind sie ein (?:roboter|mensch)|bestätigen sie, dass sie (?:kein roboter|ein mensch)"
        r"|vérifiez que vous êtes humain"
        r"|êtes-vous un robot|verifica que eres humano|¿?eres un robot|подтвердите, что вы (?:не робот|человек)"
        r"|вы не робот"
        r"|تحقق من أنك|هل أنت روبوت|robot olmadığınızı|robot değilim|请完成(?:安全)?验证|人机验证|我不是机器人)",
    ),
    _kind(
        "JavaScript demand",
        _WALL_WORDS,
        r"(?:please |you (?:need|must|have) to |to .{2,60},? (?:please )?)?(?:enable|turn on|activate"
        r"|switch on) (?:javascript|js)\b",
        r"(?:this (?:site|page|website|app|content)|our (?:site|website)|you need to"
        r"|we['’]re sorry but .{2,40}) ?(?:requires?"
        r"|needs?|doesn['’]t work (?:properly )?without|does not work (?:properly )?without) javascript",
        r"(?:it (?:looks|seems) like )?(?:your browser (?:has|does not|doesn['’]t)|javascript (?:is|must be"
        r"|seems to be|has been))"
        r" .{0,30}(?:javascript|disabled|enabled|required|not (?:enabled|supported))",
        r"(?:bitte )?(?:aktivieren sie|schalten sie) (?:bitte )?javascript|javascript ist (?:deaktiviert"
        r"|nicht aktiviert)",
        r"(?:veuillez |merci d['’])?activer (?:le )?javascript|javascript (?:est|doit être) (?:désactivé|activé)",
        r"(?:por favor,? )?(?:active|activa|habilite|habilita) (?:el )?javascript|javascript (?:está|debe estar)",
        r"(?:пожалуйста, )?(?:включите|разрешите|активируйте) (?:поддержку )?javascript|(?:в вашем браузере"
        r"|у вас) (?:отключ[её]н|"
        r"выключен) javascript|для (?:работы|просмотра) .{0,40}(?:необходим|требуется|включите) javascript",
        r"(?:يرجى|الرجاء) (?:تفعيل|تمكين) (?:javascript|جافا ?سكريبت)"
        r"|(?:lütfen )?javascript['’]?\w* (?:etkinleştirin|açın|aktif)"
        r"|(?:请|您需要)(?:启用|开启|打开) ?javascript",
    ),
    _kind(
        "cookie wall",
        _WALL_WORDS,
        r"(?:we|this (?:site|website)|our (?:site|website)|we and our partners|the .{2,40}) (?:use|uses|value"
        r"|care about|store)\b"
        r".{0,60}\b(?:cookies?|your (?:data )?privacy)",
        r"(?:before you continue\b|we value your privacy|we care about your privacy|your privacy (?:is important"
        r"|matters|choices)"
        r"|cookie (?:settings|policy|notice|consent|preferences)|manage (?:your )?(?:cookies|consent|privacy)"
        r"|by (?:clicking|continuing"
        r"|using)\b.{0,80}\b(?:cookies?|consent|agree)|accept (?:all )?cookies|privacy (?:settings|center|notice)"
        + _END
        + ")",
        r"(?:wir (?:verwenden|nutzen|setzen|brauchen|benötigen)\b.{0,80}\b(?:cookies|zustimmung|einwilligung)"
        r"|(?:ihre|deine)"
        r" (?:privatsphäre|daten|einwilligung)|cookie-?(?:einstellungen|hinweis|richtlinie)"
        r"|mit werbung (?:weiter)?lesen|um unser"
        r" .{0,40}angebot.{0,80}cookies|datenschutz-?einstellungen|zustimmung (?:erforderlich|verwalten))",
        r"(?:nous (?:utilisons|respectons|avons besoin)\b.{0,80}\b(?:cookies|vie privée|consentement)"
        r"|(?:le respect de )?votre vie"
        r" privée|continuer sans accepter|(?:gérer|paramétrer) (?:les|mes|vos) cookies|avec votre (?:accord"
        r"|consentement)|en"
        r" (?:poursuivant|cliquant)\b.{0,80}cookies)",
        r"(?:(?:utilizamos|usamos)\b.{0,60}\bcookies|(?:valoramos|nos importa|respetamos) (?:su|tu) privacidad|(?:su"
        r"|tu) privacidad"
        r"|aceptar (?:todas las )?cookies|configurar cookies|política de cookies|al (?:continuar"
        r"|hacer clic)\b.{0,80}cookies)",
        r"(?:мы используем\b.{0,60}(?:cookie|куки)|(?:этот|наш) сайт использует\b.{0,40}(?:cookie|куки)"
        r"|продолжая\b.{0,80}"
        r"(?:cookie|куки)|настройки (?:файлов )?cookie|принять (?:все )?(?:cookie|куки)|мы (?:заботимся о|ценим) ваш)",
        r"(?:نستخدم.{0,40}(?:ملفات تعريف|كوكيز|cookies)|يستخدم (?:هذا )?الموقع.{0,40}(?:ملفات تعريف|cookies)"
        r"|خصوصيتك (?:تهمنا|مهمة)"
        r"|سياسة (?:ملفات تعريف الارتباط|الخصوصية)|قبول (?:جميع|كل) ملفات|إعدادات (?:ملفات تعريف|الخصوصية))",
        r"(?:(?:sitemizde|bu site\w*|web sitemiz\w*)\b.{0,80}\b(?:çerez|cookie)|çerez(?:leri)? (?:politikası"
        r"|ayarları|kabul|tercih)"
        r"|gizliliğiniz|tüm çerezleri|kişisel verileriniz)",
        r"(?:我们|本网站|本站).{0,10}使用.{0,20}(?:cookie|小型文本)|(?:您|你)的隐私|接受(?:所有|全部)? ?cookie"
        r"|cookie (?:设置|政策)",
    ),
    _kind(
        "paywall",
        _WALL_WORDS,
        r"(?:this|the) (?:article|story|content|page|post|feature) is (?:only |exclusively |available "
        r"|reserved )*(?:for|to)"
        r" (?:our )?(?:paid |paying |premium |registered )?(?:subscribers|members|users)",
        r"(?:subscribers?|members?|premium)[- ]only(?: (?:content|article|story))?" + _END,
        r"(?:to (?:continue reading|keep reading|read (?:the|this) (?:full|rest|entire|whole|article|story)"
        r"|access this|unlock)\b"
        r".{0,80}|(?:please )?(?:subscribe|log ?in|sign (?:in|up)|register|become a (?:member"
        r"|subscriber))\b.{0,60}\bto (?:continue"
        r"|read|keep|view|access|unlock)\b.{0,60})",
        r"(?:you(?:['’]ve| have) (?:reached|read|used|run out of)\b.{0,60}\b(?:limit|free articles?|articles?)"
        r"|already a subscriber"
        r"|you(?:['’]re| are) (?:out of|not) .{0,20}(?:free|subscrib)|(?:start|continue) your (?:free )?(?:trial"
        r"|subscription)"
        r"|unlimited (?:digital )?access|this content is (?:locked|premium)|(?:want|like) to (?:read|keep reading)\b)",
        r"(?:dieser|dieses|der|die)\s?(?:artikel|text|inhalt|beitrag|angebot|volltext)? ?(?:ist|steht)? ?(?:nur"
        r"|exklusiv"
        r"|ausschließlich) (?:für )?(?:\w+ )?(?:abonnent|abonnenten|mitglieder|registrierte)\w*|(?:weiterlesen"
        r"|jetzt weiterlesen|lesen"
        r" sie weiter) mit|(?:bereits|sie sind schon) abonnent|(?:als|nur für) abonnent\w*"
        r"|jetzt (?:abonnieren|testen) und",
        r"(?:cet |l['’])?(?:article|contenu) (?:est )?(?:réservé|exclusivement réservé) (?:aux|à nos) (?:abonné"
        r"|membre)\w*|(?:la"
        r" suite|cet article) (?:de cet article )?est réservée?|il vous reste \d+ ?% de|(?:déjà|pas encore) abonné"
        r"|pour lire la"
        r" suite|vous avez (?:lu|atteint|utilisé).{0,40}(?:articles?|limite)|lecture réservée aux",
        r"(?:este |esta )?(?:contenido|artículo|noticia) (?:es )?(?:exclusiv[oa]|sólo|solo"
        r"|reservad[oa]) para (?:suscriptores|socios"
        r"|usuarios)|¿?(?:ya (?:eres|es) suscriptor|aún no)|suscr[ií]b(?:e|a)(?:te|se) para (?:seguir|continuar"
        r"|leer)|para (?:seguir"
        r"|continuar) leyendo|has (?:alcanzado|llegado al) .{0,30}límite|inicia sesión para (?:seguir|leer|continuar)",
        r"(?:(?:этот )?(?:материал|контент|полный текст)|(?:эта )?статья)(?: полностью)? (?:доступ\w+"
        r"|предназнач\w+) (?:только )?(?:по"
        r" подписке|(?:для )?подписчик\w+|зарегистр\w+|авториз\w+)|только для подписчиков|(?:чтобы"
        r"|для того, чтобы) (?:продолжить"
        r"|дочитать|прочитать|читать)\b.{0,60}(?:подпи|войд|оформ|зарегистр|авториз)|оформите подписку|уже подписаны",
        r"(?:هذا|هذه) (?:المقال|المحتوى|المادة) (?:متاح|حصري|مخصص|للمشتركين|متوفر).{0,40}|للمشتركين فقط|(?:لمتابعة"
        r"|لمواصلة|لإكمال)"
        r" القراءة|اشترك (?:الآن )?(?:لقراءة|لمتابعة|لتتمكن)",
        r"(?:bu (?:içerik|haber|yazı|makale) (?:sadece |yalnızca )?(?:abone|üye|premium)\w*|(?:devamını|tamamını"
        r"|okumaya devam)\b"
        r".{0,40}(?:abone ol|üye ol|giriş yap)|abonelere özel|(?:haberin |yazının )?(?:devamını|tamamını) okumak için)",
        r"(?:本文|此文|全文|此内容|本内容|该文章)(?:仅|只|为)(?:限|供|对)?.{0,8}(?:会员|订阅|付费|订户)|(?:登录|订阅"
        r"|注册|付费|成为会员).{0,6}(?:后|即可|以)"
        r".{0,6}(?:阅读|查看|继续)|(?:继续|阅读全文).{0,4}请(?:先)?(?:登录|订阅)|会员专享",
    ),
    _kind(
        "login page",
        _WALL_WORDS,
        r"(?:log ?in|sign in)(?: to (?:your account|continue|your .{2,30}))?" + _END,
        r"(?:forgot(?:ten)? (?:your )?password|remember me|keep me (?:logged|signed) in|don['’]t have an account"
        r"|create (?:an|your)"
        r" (?:free )?account|new (?:user|here)\?|e-?mail address(?: or username)?|username or e-?mail|password)" + _END,
        r"(?:anmelden|einloggen|passwort vergessen|angemeldet bleiben|noch kein (?:konto|account)|benutzername"
        r"|kennwort|passwort)" + _END,
        r"(?:se connecter|connexion|mot de passe(?: oublié)?|rester connecté|pas encore (?:de compte|inscrit)"
        r"|identifiant)" + _END,
        r"(?:iniciar sesión|inicia sesión|contraseña|¿?(?:has olvidado|olvidaste|olvidó) (?:tu|su) contraseña"
        r"|crear (?:una )?cuenta"
        r"|¿?no tienes (?:una )?cuenta|recordarme)" + _END,
        r"(?:вход(?: на сайт)?|войти|авторизация|забыли пароль|пароль|запомнить меня|нет аккаунта|логин|регистрация)"
        + _END,
        r"(?:تسجيل الدخول|كلمة (?:المرور|السر)|نسيت كلمة (?:المرور|السر)|تذكرني|إنشاء حساب|ليس لديك حساب"
        r"|اسم المستخدم|البريد"
        r" الإلكتروني)" + _END,
        r"(?:giriş yap|oturum aç|üye girişi|şifre(?:mi unuttum|nizi mi unuttunuz)?|beni hatırla|hesabınız yok mu"
        r"|kullanıcı adı)" + _END,
        r"(?:登录|用户登录|会员登录|密码|忘记密码|记住我|用户名|没有账号|立即注册)" + _END,
    ),
    _kind(
        "video page",
        _PLAYER_WORDS,
        r"(?:video player (?:is )?loading|play video|now playing|up next|just watched|this video (?:is|isn['’]t|has"
        r"|cannot|can['’]t|file)"
        r"|watch (?:the |this )?(?:full )?(?:video|live|clip|on youtube)|(?:video )?duration\W{1,3}\d"
        r"|\d{1,2}:\d{2} ?/ ?\d{1,2}:\d{2}"
        r"|current time \d|remaining time|video (?:unavailable|not available|transcript)|autoplay"
        r"|your browser (?:does not|doesn['’]t)"
        r" (?:currently )?(?:support|recognize).{0,40}(?:video|html5|media)|media playback"
        r"|an error occurred .{0,30}playing)",
        r"(?:dieses video|video (?:abspielen|ansehen|wird geladen|nicht verfügbar)|zum video|jetzt ansehen)",
        r"(?:cette vidéo|(?:voir|regarder|lire) la vidéo|lecture de la vidéo|vidéo (?:indisponible|non disponible)"
        r"|lecteur vidéo)",
        r"(?:este vídeo|este video|(?:ver|reproducir) (?:el )?v[ií]deo|v[ií]deo no disponible|reproductor de v[ií]deo)",
        r"(?:(?:это )?видео (?:недоступно|не может быть|загружается)|смотреть видео|воспроизвести видео|видеоплеер)",
        r"(?:(?:هذا )?الفيديو غير متاح|شاهد الفيديو|تشغيل الفيديو|مشغل الفيديو)",
        r"(?:video(?:yu)? (?:izle|oynat|kullanılamıyor|mevcut değil)|bu video\b|videoyu izlemek için)",
        r"(?:播放视频|观看视频|视频无法播放|此视频|该视频|视频加载)",
    ),
    _kind(
        "picture gallery",
        _PLAYER_WORDS,
        r"(?:image|photo|picture|slide|bild|foto|imagen|фото|صورة|fotoğraf|图)s? ?\d+ ?(?:of|/|von|de|sur|из|من"
        r"|共) ?\d+" + _END,
        r"(?:open|view|start|close) (?:the )?(?:gallery|slideshow)|(?:galerie|bildergalerie|diaporama|galería"
        r"|фотогалерея|foto galeri)" + _END,
    ),
    _kind(
        "search results",
        60,
        r"(?:search results?|your search (?:results?|for .{1,60} (?:returned|found|did))|you searched for"
        r"|showing \d[\d,.]* ?(?:[-–]|to|of)"
        r"|about \d[\d,.]* results|\d[\d,.]* (?:search )?results? (?:found|for)|no (?:search )?results?(?: (?:found"
        r"|for|were))?|nothing found)"
        r"(?:\s*(?:for)?\s*[:“\"'«‘].{0,80}|\s*\d.{0,60}|" + _END + r"|\b.{0,40}\bresults\b.{0,20}$)",
        r"(?:suchergebnisse?|ihre suche nach|\d[\d.]* (?:treffer|ergebnisse|suchergebnisse)|keine (?:treffer"
        r"|ergebnisse))(?:\s*(?:für|nach|zu)\b"
        r".{0,80})?" + _END,
        r"(?:résultats? (?:de (?:la |votre )?recherche|pour)|votre recherche|\d[\d ]* résultats?"
        r"|aucun résultat)(?:\s*(?:pour|de|sur)\b"
        r".{0,80}|\s*[:«\"].{0,80})?" + _END,
        r"(?:resultados? (?:de (?:la |tu |su )?búsqueda|para)|tu búsqueda|\d[\d.]* resultados?"
        r"|no se (?:han )?encontra(?:ron|do)"
        r" resultados|sin resultados)(?:\s*(?:para|de|por)\b.{0,80}|\s*[:«\"].{0,80})?" + _END,
        r"(?:результаты? поиска|по (?:вашему )?запросу .{0,60}(?:найдено|ничего)|найдено \d+|ничего не найдено"
        r"|поиск по (?:сайту|запросу))"
        r".{0,80}$",
        r"(?:نتائج البحث|لا توجد نتائج|لم يتم العثور على (?:أي )?نتائج|\d+ نتيجة).{0,80}$",
        r"(?:arama sonuçları|aradığınız kelime|sonuç bulunamadı|.{1,40} için (?:\d+ |arama )?sonuç\w*).{0,60}$",
        r"(?:搜索结果|检索结果|找到约? ?\d+ ?(?:条|个)|没有找到(?:相关|符合)|共 ?\d+ ?条(?:结果|记录)).{0,60}$",
    ),
)
