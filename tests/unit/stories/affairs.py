"""Four invented affairs told in eight languages, and three look-alikes of them. People and towns do not exist."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["AFFAIRS", "LANGUAGES", "Told"]

LANGUAGES = ("en", "de", "fr", "es", "ru", "tr", "ar", "zh")


class Told(NamedTuple):
    """One article: which affair it is about, and what it says."""

    affair: str
    language: str
    published: str
    title: str
    body: str


AFFAIRS = (
    # --- an earthquake ---
    Told(
        "quake",
        "en",
        "2031-05-12",
        "Earthquake kills at least 38 in northern Chile",
        "A magnitude 6.1 earthquake struck the mining town of Quilvera in northern Chile early on Monday, "
        "killing at least 38 people. Mayor Rosa Antunel said 1,200 homes had collapsed. Rescue teams searched "
        "the ruins of the hospital for survivors.",
    ),
    Told(
        "quake",
        "de",
        "2031-05-12",
        "Mindestens 38 Tote bei Erdbeben im Norden Chiles",
        "Ein Erdbeben der Stärke 6,1 hat am Montag die Bergbaustadt Quilvera im Norden Chiles erschüttert. "
        "Mindestens 38 Menschen kamen ums Leben. Nach Angaben von Bürgermeisterin Rosa Antunel stürzten 1.200 "
        "Häuser ein. Rettungskräfte suchten in den Trümmern des Krankenhauses nach Überlebenden.",
    ),
    Told(
        "quake",
        "fr",
        "2031-05-12",
        "Un séisme fait au moins 38 morts dans le nord du Chili",
        "Un tremblement de terre de magnitude 6,1 a frappé lundi matin la ville minière de Quilvera, dans le "
        "nord du Chili, faisant au moins 38 morts. La maire Rosa Antunel a indiqué que 1 200 maisons "
        "s'étaient effondrées. Les secouristes cherchaient des survivants dans les ruines de l'hôpital.",
    ),
    Told(
        "quake",
        "es",
        "2031-05-12",
        "Al menos 38 muertos por un terremoto en el norte de Chile",
        "Un terremoto de magnitud 6,1 sacudió en la madrugada del lunes la localidad minera de Quilvera, en "
        "el norte de Chile, y causó al menos 38 muertos. La alcaldesa Rosa Antunel dijo que 1.200 viviendas "
        "se derrumbaron. Los equipos de rescate buscaban supervivientes entre las ruinas del hospital.",
    ),
    Told(
        "quake",
        "ru",
        "2031-05-12",
        "Не менее 38 человек погибли при землетрясении на севере Чили",
        "Землетрясение магнитудой 6,1 произошло рано утром в понедельник в шахтерском городе Кильвера на "
        "севере Чили. Погибли не менее 38 человек. Мэр Роса Антунель сообщила, что обрушились 1200 домов. "
        "Спасатели ищут выживших под завалами больницы.",
    ),
    Told(
        "quake",
        "tr",
        "2031-05-12",
        "Şili'nin kuzeyinde deprem: En az 38 ölü",
        "Şili'nin kuzeyindeki maden kasabası Quilvera'da pazartesi sabahı 6,1 büyüklüğünde deprem meydana "
        "geldi. En az 38 kişi hayatını kaybetti. Belediye Başkanı Rosa Antunel, 1.200 evin yıkıldığını "
        "söyledi. Kurtarma ekipleri hastanenin enkazında yaşayanları arıyor.",
    ),
    Told(
        "quake",
        "ar",
        "2031-05-12",
        "مقتل 38 شخصا على الأقل في زلزال شمالي تشيلي",
        "ضرب زلزال بقوة 6.1 درجات بلدة كيلفيرا المنجمية في شمال تشيلي فجر الاثنين وأدى إلى مقتل 38 شخصا على "
        "الأقل. وقالت رئيسة البلدية روزا أنتونيل إن 1200 منزل انهارت. وتبحث فرق الإنقاذ عن ناجين تحت أنقاض "
        "المستشفى.",
    ),
    Told(
        "quake",
        "zh",
        "2031-05-12",
        "智利北部地震造成至少38人死亡",
        "周一凌晨,智利北部矿业城镇基尔韦拉发生6.1级地震,造成至少38人死亡。市长罗莎·安图内尔表示,"
        "有1200所房屋倒塌。救援人员正在医院废墟中搜寻幸存者。",
    ),
    # --- another earthquake, two days later ---
    Told(
        "other-quake",
        "en",
        "2031-05-14",
        "Earthquake kills at least 11 in eastern Turkey",
        "A magnitude 5.6 earthquake struck the farming town of Karsenli in eastern Turkey on Wednesday, "
        "killing at least 11 people. Governor Emre Doruk said 300 homes had collapsed. Rescue teams searched "
        "the ruins of a school for survivors.",
    ),
    Told(
        "other-quake",
        "de",
        "2031-05-14",
        "Mindestens elf Tote bei Erdbeben im Osten der Türkei",
        "Ein Erdbeben der Stärke 5,6 hat am Mittwoch die Kleinstadt Karsenli im Osten der Türkei erschüttert. "
        "Mindestens 11 Menschen kamen ums Leben. Nach Angaben von Gouverneur Emre Doruk stürzten 300 Häuser "
        "ein. Rettungskräfte suchten in den Trümmern einer Schule nach Überlebenden.",
    ),
    Told(
        "other-quake",
        "ru",
        "2031-05-14",
        "Не менее 11 человек погибли при землетрясении на востоке Турции",
        "Землетрясение магнитудой 5,6 произошло в среду в городе Карсенли на востоке Турции. Погибли не менее "
        "11 человек. Губернатор Эмре Дорук сообщил, что обрушились 300 домов. Спасатели ищут выживших под "
        "завалами школы.",
    ),
    Told(
        "other-quake",
        "tr",
        "2031-05-14",
        "Türkiye'nin doğusunda deprem: En az 11 ölü",
        "Türkiye'nin doğusundaki Karsenli ilçesinde çarşamba günü 5,6 büyüklüğünde deprem meydana geldi. En "
        "az 11 kişi hayatını kaybetti. Vali Emre Doruk, 300 evin yıkıldığını söyledi. Kurtarma ekipleri "
        "okulun enkazında yaşayanları arıyor.",
    ),
    Told(
        "other-quake",
        "ar",
        "2031-05-14",
        "مقتل 11 شخصا على الأقل في زلزال شرقي تركيا",
        "ضرب زلزال بقوة 5.6 درجات بلدة كارسنلي الزراعية في شرق تركيا يوم الأربعاء وأدى إلى مقتل 11 شخصا على "
        "الأقل. وقال الحاكم إمري دوروك إن 300 منزل انهارت. وتبحث فرق الإنقاذ عن ناجين تحت أنقاض مدرسة.",
    ),
    Told(
        "other-quake",
        "zh",
        "2031-05-14",
        "土耳其东部地震造成至少11人死亡",
        "周三,土耳其东部农业城镇卡尔森利发生5.6级地震,造成至少11人死亡。省长埃姆雷·多鲁克表示,有"
        "300所房屋倒塌。救援人员正在一所学校的废墟中搜寻幸存者。",
    ),
    # --- two leaders meet ---
    Told(
        "talks",
        "en",
        "2031-10-20",
        "Delcourt and Yalvaz agree on gas pipeline at Helsinki talks",
        "French President Armand Delcourt and his Turkish counterpart Kemal Yalvaz agreed in Helsinki on "
        "Monday to build a gas pipeline worth 4.2 billion euros. After five hours of talks the two leaders "
        "said deliveries would begin in 2034. Greece criticised the deal.",
    ),
    Told(
        "talks",
        "de",
        "2031-10-20",
        "Delcourt und Yalvaz einigen sich in Helsinki auf Gaspipeline",
        "Der französische Präsident Armand Delcourt und sein türkischer Kollege Kemal Yalvaz haben sich am "
        "Montag in Helsinki auf den Bau einer Gaspipeline für 4,2 Milliarden Euro geeinigt. Nach "
        "fünfstündigen Gesprächen sagten beide, die Lieferungen würden 2034 beginnen. Griechenland "
        "kritisierte das Abkommen.",
    ),
    Told(
        "talks",
        "fr",
        "2031-10-20",
        "Delcourt et Yalvaz s'accordent à Helsinki sur un gazoduc",
        "Le président français Armand Delcourt et son homologue turc Kemal Yalvaz se sont mis d'accord lundi "
        "à Helsinki sur la construction d'un gazoduc de 4,2 milliards d'euros. Après cinq heures d'entretien, "
        "les deux dirigeants ont annoncé que les livraisons commenceraient en 2034. La Grèce a critiqué "
        "l'accord.",
    ),
    Told(
        "talks",
        "es",
        "2031-10-20",
        "Delcourt y Yalvaz acuerdan en Helsinki un gasoducto",
        "El presidente francés, Armand Delcourt, y su homólogo turco, Kemal Yalvaz, acordaron el lunes en "
        "Helsinki construir un gasoducto por valor de 4.200 millones de euros. Tras cinco horas de "
        "conversaciones, ambos dijeron que los suministros empezarán en 2034. Grecia criticó el acuerdo.",
    ),
    Told(
        "talks",
        "ru",
        "2031-10-20",
        "Делькур и Ялваз договорились в Хельсинки о газопроводе",
        "Президент Франции Арман Делькур и его турецкий коллега Кемаль Ялваз договорились в понедельник в "
        "Хельсинки о строительстве газопровода стоимостью 4,2 млрд евро. После пятичасовых переговоров лидеры "
        "заявили, что поставки начнутся в 2034 году. Греция раскритиковала соглашение.",
    ),
    Told(
        "talks",
        "tr",
        "2031-10-20",
        "Delcourt ve Yalvaz Helsinki'de doğal gaz boru hattında anlaştı",
        "Fransa Cumhurbaşkanı Armand Delcourt ile Türk mevkidaşı Kemal Yalvaz, pazartesi günü Helsinki'de 4,2 "
        "milyar avroluk bir doğal gaz boru hattı inşa etme konusunda anlaştı. Beş saatlik görüşmenin ardından "
        "iki lider sevkiyatın 2034'te başlayacağını söyledi. Yunanistan anlaşmayı eleştirdi.",
    ),
    Told(
        "talks",
        "ar",
        "2031-10-20",
        "ديلكور ويالفاز يتفقان في هلسنكي على خط أنابيب للغاز",
        "اتفق الرئيس الفرنسي أرمان ديلكور ونظيره التركي كمال يالفاز يوم الاثنين في هلسنكي على بناء خط أنابيب "
        "للغاز بقيمة 4.2 مليار يورو. وبعد محادثات استمرت خمس ساعات قال الزعيمان إن الإمدادات ستبدأ في عام "
        "2034. وانتقدت اليونان الاتفاق.",
    ),
    Told(
        "talks",
        "zh",
        "2031-10-20",
        "德尔库尔与亚尔瓦兹在赫尔辛基就天然气管道达成协议",
        "法国总统阿尔芒·德尔库尔与土耳其总统凯末尔·亚尔瓦兹周一在赫尔辛基同意修建一条价值42亿欧元的天"
        "然气管道。经过五个小时的会谈,两位领导人表示将于2034年开始供气。希腊批评了这项协议。",
    ),
    # --- the same two, two years before ---
    Told(
        "earlier-talks",
        "en",
        "2029-11-14",
        "Delcourt and Yalvaz fail to settle fishing dispute in Geneva",
        "French President Armand Delcourt and his Turkish counterpart Kemal Yalvaz parted in Geneva on "
        "Wednesday without an agreement on fishing rights. Their talks lasted two hours. Mr Delcourt spoke of "
        "deep differences; 60 trawlers remain in port.",
    ),
    Told(
        "earlier-talks",
        "de",
        "2029-11-14",
        "Delcourt und Yalvaz in Genf ohne Einigung im Fischereistreit",
        "Der französische Präsident Armand Delcourt und sein türkischer Kollege Kemal Yalvaz sind am Mittwoch "
        "in Genf ohne Einigung über Fangrechte auseinandergegangen. Das Gespräch dauerte zwei Stunden. "
        "Delcourt sprach von tiefen Differenzen; 60 Kutter bleiben im Hafen.",
    ),
    Told(
        "earlier-talks",
        "ru",
        "2029-11-14",
        "Делькур и Ялваз не уладили в Женеве спор о рыболовстве",
        "Президент Франции Арман Делькур и его турецкий коллега Кемаль Ялваз расстались в среду в Женеве, не "
        "договорившись о правах на лов рыбы. Беседа длилась два часа. Делькур говорил о глубоких "
        "разногласиях; 60 траулеров остаются в порту.",
    ),
    Told(
        "earlier-talks",
        "ar",
        "2029-11-14",
        "ديلكور ويالفاز يفشلان في تسوية نزاع الصيد في جنيف",
        "افترق الرئيس الفرنسي أرمان ديلكور ونظيره التركي كمال يالفاز يوم الأربعاء في جنيف دون اتفاق بشأن حقوق "
        "الصيد. واستمرت المحادثات ساعتين. وتحدث ديلكور عن خلافات عميقة، بينما يبقى 60 قاربا في الميناء.",
    ),
    # --- a central bank ---
    Told(
        "rates",
        "en",
        "2031-09-18",
        "Brazil's central bank raises interest rate to 9.25 percent",
        "Brazil's central bank raised its key interest rate to 9.25 percent on Thursday, the third increase "
        "this year. Governor Paulo Sardeira said inflation of 6.8 percent left no choice. Unions warned of "
        "200,000 lost jobs.",
    ),
    Told(
        "rates",
        "de",
        "2031-09-18",
        "Brasiliens Zentralbank erhöht Leitzins auf 9,25 Prozent",
        "Die brasilianische Zentralbank hat ihren Leitzins am Donnerstag auf 9,25 Prozent angehoben, zum "
        "dritten Mal in diesem Jahr. Notenbankchef Paulo Sardeira sagte, die Inflation von 6,8 Prozent lasse "
        "keine Wahl. Gewerkschaften warnten vor dem Verlust von 200.000 Arbeitsplätzen.",
    ),
    Told(
        "rates",
        "fr",
        "2031-09-18",
        "La banque centrale du Brésil relève son taux à 9,25 %",
        "La banque centrale du Brésil a relevé jeudi son taux directeur à 9,25 %, troisième hausse de "
        "l'année. Le gouverneur Paulo Sardeira a déclaré que l'inflation de 6,8 % ne laissait pas le choix. "
        "Les syndicats redoutent la perte de 200 000 emplois.",
    ),
    Told(
        "rates",
        "es",
        "2031-09-18",
        "El banco central de Brasil sube la tasa de interés al 9,25 %",
        "El banco central de Brasil elevó el jueves su tasa de interés al 9,25 %, la tercera subida del año. "
        "El gobernador Paulo Sardeira dijo que la inflación del 6,8 % no dejaba alternativa. Los sindicatos "
        "advirtieron de la pérdida de 200.000 empleos.",
    ),
    Told(
        "rates",
        "ru",
        "2031-09-18",
        "Центральный банк Бразилии повысил ставку до 9,25 процента",
        "Центральный банк Бразилии в четверг повысил ключевую ставку до 9,25 процента, в третий раз за год. "
        "Глава банка Паулу Сардейра сказал, что инфляция в 6,8 процента не оставила выбора. Профсоюзы "
        "предупредили о потере 200 000 рабочих мест.",
    ),
    Told(
        "rates",
        "tr",
        "2031-09-18",
        "Brezilya Merkez Bankası faizi yüzde 9,25'e yükseltti",
        "Brezilya Merkez Bankası perşembe günü politika faizini yüzde 9,25'e yükseltti. Bu, yılın üçüncü "
        "artışı oldu. Başkan Paulo Sardeira, yüzde 6,8'lik enflasyonun başka seçenek bırakmadığını söyledi. "
        "Sendikalar 200.000 kişinin işini kaybedeceği uyarısında bulundu.",
    ),
    Told(
        "rates",
        "ar",
        "2031-09-18",
        "البنك المركزي البرازيلي يرفع سعر الفائدة إلى 9.25 بالمئة",
        "رفع البنك المركزي البرازيلي يوم الخميس سعر الفائدة الرئيسي إلى 9.25 بالمئة في ثالث زيادة هذا العام. "
        "وقال محافظ البنك باولو سارديرا إن التضخم البالغ 6.8 بالمئة لم يترك خيارا. وحذرت النقابات من فقدان "
        "200000 وظيفة.",
    ),
    Told(
        "rates",
        "zh",
        "2031-09-18",
        "巴西央行将利率上调至9.25%",
        "巴西央行周四将基准利率上调至9.25%,为今年第三次加息。央行行长保罗·萨德拉表示,6.8%的通"
        "货膨胀率使其别无选择。工会警告将失去20万个就业岗位。",
    ),
    # --- another bank, the same day ---
    Told(
        "other-rates",
        "en",
        "2031-09-18",
        "Poland's central bank leaves interest rate at 5.5 percent",
        "Poland's central bank left its key interest rate at 5.5 percent on Thursday, as expected. Governor "
        "Ewa Mroczek said inflation of 3.1 percent allowed patience. The zloty gained against the euro.",
    ),
    Told(
        "other-rates",
        "de",
        "2031-09-18",
        "Polens Zentralbank lässt Leitzins bei 5,5 Prozent",
        "Die polnische Zentralbank hat ihren Leitzins am Donnerstag wie erwartet bei 5,5 Prozent belassen. "
        "Notenbankchefin Ewa Mroczek sagte, die Inflation von 3,1 Prozent erlaube Geduld. Der Zloty gewann "
        "zum Euro.",
    ),
    Told(
        "other-rates",
        "es",
        "2031-09-18",
        "El banco central de Polonia mantiene la tasa en el 5,5 %",
        "El banco central de Polonia mantuvo el jueves su tasa de interés en el 5,5 %, como se esperaba. La "
        "gobernadora Ewa Mroczek dijo que la inflación del 3,1 % permitía tener paciencia. El zloty subió "
        "frente al euro.",
    ),
    Told(
        "other-rates",
        "zh",
        "2031-09-18",
        "波兰央行维持利率5.5%不变",
        "波兰央行周四如预期将基准利率维持在5.5%不变。央行行长埃娃·姆罗切克表示,3.1%的通货膨胀率"
        "允许保持耐心。兹罗提兑欧元上涨。",
    ),
    # --- a trial ---
    Told(
        "trial",
        "en",
        "2031-03-06",
        "Former Spanish minister Lisandro Vega jailed for six years over bribes",
        "A court in Seville sentenced the former Spanish transport minister Lisandro Vega to six years in "
        "prison on Thursday for taking 850,000 euros in bribes from the builder Grupo Almarza. His lawyers "
        "said he would appeal.",
    ),
    Told(
        "trial",
        "de",
        "2031-03-06",
        "Spaniens Ex-Minister Lisandro Vega wegen Korruption zu sechs Jahren Haft verurteilt",
        "Ein Gericht in Sevilla hat den früheren spanischen Verkehrsminister Lisandro Vega am Donnerstag zu "
        "sechs Jahren Haft verurteilt, weil er vom Baukonzern Grupo Almarza 850.000 Euro Schmiergeld "
        "angenommen hatte. Seine Anwälte kündigten Berufung an.",
    ),
    Told(
        "trial",
        "fr",
        "2031-03-06",
        "L'ex-ministre espagnol Lisandro Vega condamné à six ans de prison pour corruption",
        "Un tribunal de Séville a condamné jeudi l'ancien ministre espagnol des Transports Lisandro Vega à "
        "six ans de prison pour avoir touché 850 000 euros de pots-de-vin du constructeur Grupo Almarza. Ses "
        "avocats feront appel.",
    ),
    Told(
        "trial",
        "es",
        "2031-03-06",
        "El exministro Lisandro Vega, condenado a seis años de cárcel por sobornos",
        "Un tribunal de Sevilla condenó el jueves al exministro español de Transportes Lisandro Vega a seis "
        "años de prisión por cobrar 850.000 euros en sobornos de la constructora Grupo Almarza. Sus abogados "
        "anunciaron que recurrirán.",
    ),
    Told(
        "trial",
        "ru",
        "2031-03-06",
        "Бывший министр Испании Лисандро Вега получил шесть лет тюрьмы за взятки",
        "Суд в Севилье в четверг приговорил бывшего министра транспорта Испании Лисандро Вегу к шести годам "
        "тюрьмы за взятки на 850 000 евро от строительной компании Grupo Almarza. Адвокаты заявили, что "
        "обжалуют приговор.",
    ),
    Told(
        "trial",
        "tr",
        "2031-03-06",
        "İspanya'nın eski bakanı Lisandro Vega'ya rüşvetten altı yıl hapis",
        "Sevilla'da bir mahkeme, eski İspanya Ulaştırma Bakanı Lisandro Vega'yı inşaat şirketi Grupo "
        "Almarza'dan 850.000 avro rüşvet aldığı için perşembe günü altı yıl hapse mahkum etti. Avukatları "
        "kararı temyiz edeceklerini söyledi.",
    ),
    Told(
        "trial",
        "ar",
        "2031-03-06",
        "السجن ست سنوات للوزير الإسباني السابق ليساندرو فيغا بتهمة الرشوة",
        "حكمت محكمة في إشبيلية يوم الخميس على وزير النقل الإسباني السابق ليساندرو فيغا بالسجن ست سنوات لتلقيه "
        "رشاوى بقيمة 850000 يورو من شركة البناء غروبو ألمارثا. وقال محاموه إنه سيستأنف الحكم.",
    ),
    Told(
        "trial",
        "zh",
        "2031-03-06",
        "西班牙前部长利桑德罗·维加因受贿被判六年监禁",
        "周四,塞维利亚一家法院判处西班牙前交通部长利桑德罗·维加六年监禁,罪名是收受建筑公司阿尔马萨集团"
        "85万欧元贿赂。他的律师表示将提出上诉。",
    ),
)
