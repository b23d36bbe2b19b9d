"""Shapes of longer lines that are page furniture: rights, corrections, consent, demands, players; in eight languages.

Each shape is matched without regard to case against a whole line without its framing signs, and only where the line
holds one of the words that open it.
"""

from __future__ import annotations

import re

from firsthand.model import SegmentLabel

__all__ = ["LONG_SHAPES"]

_S = SegmentLabel


def _any(*alternatives: str) -> str:
    return "(?:" + "|".join(alternatives) + ")"


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
        r".{0,200}(?:alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|все права защищены"
        r"|(?:tüm|her) hak(?:ları|kı) saklıdır|جميع الحقوق محفوظة|版权所有)\W*",
    ),
    _long(
        _S.COPYRIGHT,  # who may print it again, and on what terms
        "reproduction|reproducción|перепечатк|при использовании|يمنع|يحظر|izinsiz|kaynak göster|转载|vervielfältigung",
        r"(?:toute )?(?:reproduction|rediffusion) .{0,60}(?:interdite|réservée).{0,120}",
        r"(?:queda )?prohibida (?:la|su) reproducción.{0,200}|(?:jede|die) vervielfältigung .{0,160}",
        r"(?:полная или частичная )?перепечатка .{0,200}|при (?:полном или частичном |любом )?использовании материалов"
        r" (?:активная )?(?:гипер)?ссылка .{0,200}",
        r"(?:يمنع|يحظر) (?:النسخ|نسخ|إعادة|نشر|النشر).{0,200}",
        r".{0,120}(?:izinsiz (?:kullanılamaz|yayınlanamaz|alıntı|kopyalanamaz)|kaynak gösterilmeden).{0,120}",
        r".{0,30}(?:未经.{0,12}(?:不得|禁止|严禁)|转载请|禁止转载|严禁转载).{0,80}",
    ),
    _long(
        _S.COPYRIGHT,
        "rights reserved|may not be|personal, non-commercial",
        r"this (?:copy|material) is for your personal, non-commercial use.{0,200}",
        r".{0,300}\ball rights reserved\b.{0,300}",
        r".{0,300}\bmay not be (?:published|reproduced|rewritten|redistributed)\b.{0,300}",
    ),
    _long(
        _S.CORRECTION,  # what the outlet says about an error in its own text, under a heading of its own
        "correct|clarification|editor|note to readers|errat|berichtig|richtigstellung|korrektur|redaktion|rectif"
        "|précision"
        "|rédaction|corrección|aclaración|fe de err|redacción|rectificación|поправк|исправлен|уточнен|редакци"
        "|تصحيح|تصويب|توضيح|تنويه|المحرر|التحرير|düzeltme|tashih|editör|更正|勘误|编辑注|編輯|编者",
        r"(?:corrections?|clarifications?|editor['’]?s['’]? note|note to readers|errat(?:um|a))\s*(?:[:.—–-]|\(|$).*",
        r"(?:berichtigung|korrektur(?:hinweis)?|richtigstellung|(?:anmerkung|hinweis) der redaktion"
        r"|(?:anm\.|anmerkung) d\. red\.?)\s*(?:[:.—–-]|\(|$).*",
        r"(?:rectificatif|correctif|mise au point|précision|note de la rédaction|n\.?d\.?l\.?r\.?)\s*(?:[:.—–-]|\("
        r"|$).*",
        r"(?:corrección|aclaración|fe de err(?:ores|atas)|rectificación|nota de (?:la )?redacción|nota del editor)"
        r"\s*(?:[:.—–-]|\(|$).*",
        r"(?:поправка|исправление|исправлено|уточнение|опровержение|от редакции|примечание редакции)\s*(?:[:.—–-]|\("
        r"|$).*",
        r"(?:تصحيح|تصويب|توضيح|تنويه|ملاحظة (?:من )?(?:المحرر|التحرير))\s*(?:[:：.—–-]|\(|$).*",
        r"(?:düzeltme(?: ve özür)?|tashih|editör(?:ün)? notu)\s*(?:[:.—–-]|\(|$).*",
        r"(?:更正(?:启事|声明|说明)?|勘误|编辑注|編輯註|编者注)\s*(?:[:：.—–-]|（|\(|$).*",
    ),
    _long(
        _S.CORRECTION,  # and in a sentence: which version, and that it was changed
        "version|this story|this article|this report|this post|this piece|this page|fassung|artikel|article|artículo"
        "|noticia|верси|редакции|материал|статья|новость|النسخة|نسخة|المقال|الخبر|haber|本文|本报道|此前版本",
        r"[•*]?\s*(?:an? )?(?:earlier|previous) versions? of th(?:is|e) (?:story|article|report|post|headline)\b.*",
        r"[•*]?\s*this (?:story|article|report|post|piece|page|version) (?:has been|was|is being|corrects|will be)"
        r" (?:updated|corrected|amended|clarified|revised|edited)\b.{0,300}",
        r"(?:the|this) (?:story|article|post) (?:originally|initially|incorrectly|previously) .*",
        r"[•*]?\s*in (?:einer|der) (?:früheren|vorherigen|ersten|ursprünglichen|vorigen) (?:version|fassung)\b.{0,400}",
        r"[•*]?\s*(?:dieser|der) (?:artikel|text|beitrag) wurde .{0,80}(?:korrigiert|aktualisiert|berichtigt|geändert"
        r"|ergänzt|überarbeitet)\b.{0,200}",
        r"[•*]?\s*(?:dans )?une (?:version (?:précédente|antérieure)|(?:première"
        r"|précédente) version) de (?:cet article|ce"
        r" texte|cette dépêche)\b.{0,400}",
        r"[•*]?\s*cet article a été (?:corrigé|mis à jour|modifié|actualisé|rectifié)\b.{0,300}",
        r"[•*]?\s*(?:en )?una versión (?:anterior|previa) de (?:este artículo|esta (?:noticia|nota"
        r"|información))\b.{0,400}",
        r"[•*]?\s*(?:este artículo|esta (?:noticia|nota|información)) (?:ha sido|fue) (?:corregid|actualizad|modificad"
        r"|rectificad)[oa]\b.{0,300}",
        r"[•*]?\s*в (?:предыдущей|первоначальной|ранней|прежней|более ранней) (?:версии|редакции) (?:этой |этого "
        r"|данного"
        r" )?(?:статьи|материала|новости|текста|заметки|публикации)\b.{0,400}",
        r"[•*]?\s*(?:этот |эта |данный )?(?:материал|текст|статья|новость|заметка) (?:был[аи]? )?(?:обновл[её]н"
        r"|исправлен"
        r"|дополнен|отредактирован)[аы]?\b.{0,300}",
        r"(?:ذكرت|ورد في|جاء في)? ?(?:ال)?نسخة (?:ال)?(?:سابقة|أولى|السابقة) من (?:هذا|هذه) (?:المقال|الخبر|التقرير"
        r"|المادة)\b"
        r".{0,400}",
        r"(?:تم|جرى) (?:تحديث|تصحيح|تعديل) (?:هذا |هذه )?(?:المقال|الخبر|التقرير|المادة)\b.{0,300}",
        r"(?:bu )?haberin (?:önceki|ilk|eski) (?:sürüm|versiyon|hal)\w*\b.{0,400}",
        r"bu (?:haber|yazı|makale) (?:güncellen|düzeltil|değiştiril)\w*\b.{0,300}",
        r"(?:本文|本报道|本新闻|此文)(?:的)?(?:此前|早前|之前|先前|较早|旧)(?:的)?版本.{0,300}",
        r"(?:本文|本报道|本新闻|此文)(?:已|已经|曾)(?:更新|更正|修改|修正|订正).{0,200}",
        r"此前版本.{0,200}",
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
        "cookie|privacy|terms|çerez|datenschutz|confidentialité|privacidad|ملفات تعريف",
        r"(?:we|this (?:site|website)|our (?:site|website)|by (?:continuing|using|clicking|signing)|wir|diese"
        r" (?:website|seite)|ce site|nous|este sitio|сайт)\b.{0,200}\b(?:cookies?|privacy policy|terms of"
        r" (?:use|service)|файлы cookie|çerez)\b.{0,300}",
        r"(?:wir (?:verwenden|nutzen|setzen)|um unser|mit (?:ihrer zustimmung|der nutzung)"
        r"|wenn sie)\b.{0,200}\bcookies?\b"
        r".{0,300}",
        r"(?:nous utilisons|en poursuivant|ce site utilise|avec votre accord"
        r"|nos partenaires)\b.{0,200}\bcookies?\b.{0,300}",
        r"(?:utilizamos|usamos|esta web utiliza|este sitio (?:web )?(?:utiliza|usa)|al continuar"
        r"|si contin[uú]a)\b.{0,200}"
        r"\bcookies?\b.{0,300}",
        r"(?:мы используем|этот сайт использует|на (?:этом )?сайте используются|продолжая|сайт использует)\b.{0,200}"
        r"\bcookies?\b.{0,300}",
        r"(?:نستخدم|يستخدم (?:هذا )?الموقع|باستخدامك).{0,120}(?:ملفات تعريف الارتباط|الكوكيز|cookies).{0,300}",
        r"(?:sitemizde|bu site\w*|web sitemiz\w*|size daha iyi|deneyiminizi)\b.{0,160}\b(?:çerez\w*|cookie\w*).{0,300}",
        r"(?:本网站|我们|本站)(?:会)?使用.{0,20}(?:cookie|小型文本文件).{0,200}",
    ),
    _long(
        _S.SUBSCRIBE,  # a demand to subscribe, to follow or to sign in
        "newsletter|abonn|probeabo|registrier|inscri|connect|réserv|suscr|boletín|registr|socio|síguenos|sesión",
        r"(?:melden sie sich|jetzt|hier|abonnieren sie|bestellen sie|sichern sie|testen sie|registrieren sie"
        r"|erhalten sie"
        r"|bereits|schon|noch kein\w*|dieser (?:artikel|text|inhalt|beitrag)|dieses angebot|unser\w*|alle .{3,40} im)\b"
        r"[^.!?]{0,120}\b(?:newsletter\w*|abonnent\w*|abonnement\w*|abonnieren|probeabo\w*|registrieren)\b.{0,120}",
        r"(?:abonnez-vous|inscrivez-vous|connectez-vous|recevez .{3,80}(?:newsletter|mail)|déjà abonnée?"
        r"|pas encore abonnée?"
        r"|(?:cet )?(?:article|contenu) (?:est )?réservé|il vous reste \d|pour lire la suite|je m['’]abonne|suivez-nous"
        r"|rejoignez .{3,60}(?:newsletter|whatsapp|telegram))\b.{0,200}",
        r"¿?(?:suscr[ií]b(?:a|e)(?:te|se)\b|recib[ea] .{3,80}(?:boletín|newsletter|correo)|(?:este |esta )?(?:contenido"
        r"|artículo|noticia) (?:es )?(?:exclusiv[oa]|sol[oa]|sólo|reservad[oa]) para (?:suscriptores|socios)"
        r"|ya (?:eres|es)"
        r" suscriptor|aún no (?:eres|es) suscriptor|inicia sesión|regístr(?:ate|ese)|hazte (?:socio|suscriptor)"
        r"|síguenos)\b.{0,200}",
    ),
    _long(
        _S.SUBSCRIBE,
        "подпис|подпиш|рассылк|следите за|читайте нас|اشترك|تابع|النشرة|سجل|انضم|المشتركين|للمشتركين|abone|bülten"
        "|takip edin"
        "|kanalımız|üye ol|giriş yap|订阅|关注|登录|注册|扫码|扫描|下载|会员",
        r"(?:подпи(?:шитесь|шись|сывайтесь|сывайся) на|чтобы (?:дочитать|читать|продолжить"
        r"|прочитать)\b.{0,80}(?:подпи|войд"
        r"|зарегистр)|следите за (?:нашими )?(?:новостями|нами)|читайте нас|присоединяйтесь к (?:нам|нашему)"
        r"|уже подписаны"
        r"|(?:материал|статья|текст|полный текст) доступ(?:ен|на) (?:только )?(?:по подписке|подписчикам)|только для"
        r" подписчиков)\b.{0,200}",
        r"(?:اشترك(?:وا)? (?:الآن|معنا|في (?:النشرة|نشرتنا|قناتنا|خدمة))|تابعونا|تابعوا (?:آخر|أخبار|قناة|حساب)"
        r"|انضم(?:وا)? إلى"
        r" (?:قناتنا|نشرتنا|صفحتنا)|سجل(?:وا)? (?:الدخول|الآن)|هذا (?:المقال"
        r"|المحتوى) (?:متاح )?(?:حصري(?:ا)? )?للمشتركين).{0,200}",
        r"(?:bültenimize|kanalımıza|(?:hemen |şimdi |ücretsiz )?abone ol\w*|bizi .{2,60}takip edin"
        r"|[^.!?]{2,60} (?:abone"
        r" olun|takip edin)|üye ol\w*|giriş yap\w*|(?:haberin |yazının )?devamını okumak için|bu (?:içerik|haber|yazı)"
        r" (?:sadece|yalnızca) (?:abone|üye)\w*)(?!\w).{0,160}",
        r"(?:立即|马上|免费|欢迎|请|点击|长按)?(?:订阅|关注|登录|注册|扫码|扫描|下载).{0,40}(?:公众号|微信|客户端"
        r"|app|简报|邮件|会员"
        r"|全文|账号|电子报|频道|二维码|我们).{0,40}",
    ),
    _long(
        _S.SUBSCRIBE,  # the outlet says where else it can be read
        "site|app|channel|newsletter|podcast",
        r"[^.!?]{2,40}['’´]s? (?:web ?site|site|(?:mobile )?app|newsletter|podcast|channel)s? (?:can|may|is|are)\b"
        r".{0,60}\b(?:accessed|available|reached|found|downloaded)\b.{0,60}\b(?:following|address\w*|links?|below"
        r"|stores?)"
        r"\b.{0,40}",
    ),
    _long(
        _S.COPYRIGHT,  # what the site answers for
        "not responsible for",
        r".{0,80}\bis not responsible for the content of (?:external|other)\b.{0,80}",
    ),
)
