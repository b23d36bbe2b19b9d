"""Publishers of the Americas, Africa, Asia and Oceania and their outlets, and mastheads that belong to no family.

In the form of `publishers_europe`, and under the same care: general knowledge of early 2025.
"""

from __future__ import annotations

__all__ = ["SINGLE_MASTHEADS", "WORLD_FAMILIES"]

WORLD_FAMILIES = """
News Corp: wsj.com The Wall Street Journal; nypost.com New York Post; barrons.com Barron's; marketwatch.com MarketWatch;
 thetimes.co.uk The Times; thetimes.com The Times; thesun.co.uk The Sun; the-sun.com The U.S. Sun; thesun.ie;
 thescottishsun.co.uk; theaustralian.com.au The Australian; dailytelegraph.com.au The Daily Telegraph (Sydney);
 heraldsun.com.au Herald Sun; couriermail.com.au The Courier-Mail; adelaidenow.com.au The Advertiser; news.com.au
 news.com.au; skynews.com.au Sky News Australia; themercury.com.au The Mercury; ntnews.com.au NT News;
 goldcoastbulletin.com.au Gold Coast Bulletin; cairnspost.com.au; townsvillebulletin.com.au; geelongadvertiser.com.au
Fox Corporation: foxnews.com Fox News; foxbusiness.com Fox Business; fox5ny.com; foxla.com; fox32chicago.com;
 fox7austin.com
Gannett: usatoday.com USA Today; freep.com Detroit Free Press; azcentral.com The Arizona Republic; indystar.com The
 Indianapolis Star; tennessean.com The Tennessean; cincinnati.com The Cincinnati Enquirer; courier-journal.com Courier
 Journal; jsonline.com Milwaukee Journal Sentinel; northjersey.com NorthJersey.com; democratandchronicle.com Democrat
 and Chronicle; lohud.com; app.com Asbury Park Press; knoxnews.com Knoxville News Sentinel; commercialappeal.com The
 Commercial Appeal; clarionledger.com Clarion Ledger; desmoinesregister.com Des Moines Register; dispatch.com The
 Columbus Dispatch; oklahoman.com The Oklahoman; palmbeachpost.com The Palm Beach Post; rgj.com; jacksonville.com The
 Florida Times-Union; naplesnews.com; news-press.com The News-Press; floridatoday.com Florida Today; tallahassee.com
 Tallahassee Democrat; pnj.com; providencejournal.com The Providence Journal; telegram.com; burlingtonfreepress.com
 Burlington Free Press; delawareonline.com; greenvilleonline.com; desertsun.com The Desert Sun; vcstar.com;
 elpasotimes.com El Paso Times; caller.com; beaconjournal.com Akron Beacon Journal; cantonrep.com; heraldtribune.com;
 savannahnow.com; augustachronicle.com; lansingstatejournal.com; statesmanjournal.com; greenbaypressgazette.com;
 coloradoan.com; registerguard.com; montgomeryadvertiser.com; citizen-times.com; argusleader.com
Lee Enterprises: stltoday.com St. Louis Post-Dispatch; omaha.com Omaha World-Herald; richmond.com; buffalonews.com The
 Buffalo News; tucson.com Arizona Daily Star; journalstar.com Lincoln Journal Star; madison.com; tulsaworld.com Tulsa
 World; roanoke.com The Roanoke Times; greensboro.com News & Record; journalnow.com; qctimes.com Quad-City Times;
 billingsgazette.com Billings Gazette; helenair.com; missoulian.com Missoulian; wcfcourier.com; nwitimes.com;
 siouxcityjournal.com Sioux City Journal; pantagraph.com The Pantagraph; rapidcityjournal.com; trib.com;
 bismarcktribune.com Bismarck Tribune; pressofatlanticcity.com; dailyprogress.com; newsadvance.com; wacotrib.com
McClatchy: miamiherald.com Miami Herald; sacbee.com The Sacramento Bee; kansascity.com The Kansas City Star;
 charlotteobserver.com The Charlotte Observer; newsobserver.com The News & Observer; fresnobee.com The Fresno Bee;
 star-telegram.com Fort Worth Star-Telegram; thestate.com The State; kentucky.com Lexington Herald-Leader; bnd.com;
 idahostatesman.com Idaho Statesman; thenewstribune.com The News Tribune; tri-cityherald.com; bellinghamherald.com;
 sanluisobispo.com The Tribune; modbee.com The Modesto Bee; mercedsunstar.com; ledger-enquirer.com; macon.com;
 sunherald.com Sun Herald; heraldonline.com; bradenton.com; elnuevoherald.com El Nuevo Herald; islandpacket.com;
 kansas.com The Wichita Eagle; theolympian.com The Olympian; centredaily.com; mcclatchydc.com McClatchy DC
Alden Global Capital: chicagotribune.com Chicago Tribune; nydailynews.com New York Daily News; orlandosentinel.com
 Orlando Sentinel; sun-sentinel.com South Florida Sun Sentinel; courant.com Hartford Courant; mcall.com The Morning
 Call; dailypress.com Daily Press; pilotonline.com The Virginian-Pilot; denverpost.com The Denver Post; mercurynews.com
 The Mercury News; eastbaytimes.com East Bay Times; ocregister.com Orange County Register; dailynews.com Los Angeles
 Daily News; bostonherald.com Boston Herald; twincities.com St. Paul Pioneer Press; presstelegram.com;
 sandiegouniontribune.com The San Diego Union-Tribune; pasadenastarnews.com; pe.com; sgvtribune.com; dailycamera.com;
 macombdaily.com; theoaklandpress.com; delcotimes.com; lowellsun.com; dailybreeze.com; sbsun.com
Advance: nj.com NJ.com; cleveland.com cleveland.com; oregonlive.com The Oregonian; al.com AL.com; mlive.com MLive;
 masslive.com MassLive; syracuse.com Syracuse.com; pennlive.com PennLive; silive.com Staten Island Advance
Condé Nast: newyorker.com The New Yorker; vogue.com Vogue; vanityfair.com Vanity Fair; wired.com Wired; gq.com GQ;
 arstechnica.com Ars Technica; teenvogue.com Teen Vogue; glamour.com
Hearst: sfchronicle.com San Francisco Chronicle; sfgate.com SFGate; houstonchronicle.com Houston Chronicle; chron.com
 Chron; expressnews.com San Antonio Express-News; mysanantonio.com; timesunion.com Times Union; ctpost.com Connecticut
 Post; nhregister.com New Haven Register; stamfordadvocate.com; greenwichtime.com; newstimes.com; seattlepi.com
 SeattlePI; beaumontenterprise.com; lmtonline.com; cosmopolitan.com Cosmopolitan; esquire.com Esquire;
 popularmechanics.com; wcvb.com; kcra.com; wbaltv.com; wtae.com; wisn.com; kmbc.com; wlwt.com; wesh.com; wpbf.com;
 koco.com; ketv.com
The New York Times Company: nytimes.com The New York Times; theathletic.com The Athletic
Sinclair: wjla.com; komonews.com; katu.com; kutv.com; foxbaltimore.com; thenationaldesk.com; local12.com; turnto10.com;
 abc6onyourside.com; cbsaustin.com; news4sanantonio.com; abcnews4.com; wset.com; newschannel9.com; abc3340.com;
 cbs12.com
Nexstar: thehill.com The Hill; newsnationnow.com NewsNation; ktla.com KTLA; wgntv.com WGN; pix11.com; kron4.com;
 fox8.com; kdvr.com; kxan.com; wkrn.com; wavy.com; wfla.com; wate.com; fox59.com; wreg.com; cbs17.com; wivb.com;
 fox4kc.com; kfor.com; wgno.com; wpri.com; wtnh.com; keloland.com; koin.com; fox5sandiego.com; fox40.com; krqe.com;
 abc27.com; fox2now.com
Gray: wbtv.com; wsfa.com; wave3.com; fox19.com; atlantanewsfirst.com; azfamily.com; wsmv.com; kptv.com; kctv5.com;
 wfsb.com; firstalert4.com; kwtx.com; wkyt.com; wafb.com; fox8live.com; wlox.com; wistv.com; live5news.com; wect.com;
 hawaiinewsnow.com
Tegna: wusa9.com; 9news.com; king5.com; kare11.com; 11alive.com; wfaa.com; khou.com; kens5.com; wkyc.com; ksdk.com;
 12news.com; abc10.com; cbs8.com; kgw.com; wcnc.com; wtsp.com; firstcoastnews.com; whas11.com; wthr.com; wgrz.com;
 wwltv.com; 10tv.com
Scripps: abc15.com; kshb.com; wxyz.com; denver7.com; wcpo.com; news5cleveland.com; wmar2news.com; wtvr.com; tmj4.com;
 abcactionnews.com; wptv.com; ktnv.com; 10news.com; wkbw.com; wtkr.com; newschannel5.com; fox13now.com; scrippsnews.com
Cox Media Group: wsbtv.com; wftv.com; wpxi.com; wsoctv.com; kiro7.com; boston25news.com; actionnewsjax.com
Cox Enterprises: ajc.com The Atlanta Journal-Constitution; daytondailynews.com Dayton Daily News; springfieldnewssun.com
Disney: abcnews.com ABC News; abcnews.go.com ABC News; abc7.com; abc7ny.com; abc7chicago.com; abc7news.com; 6abc.com;
 abc13.com; abc11.com; espn.com ESPN; nationalgeographic.com National Geographic
Paramount: cbsnews.com CBS News; cbssports.com CBS Sports; cbslocal.com
NBCUniversal: nbcnews.com NBC News; today.com Today; telemundo.com Telemundo; nbcnewyork.com; nbclosangeles.com;
 nbcchicago.com; nbcphiladelphia.com; nbcboston.com; nbcbayarea.com; nbcwashington.com; nbcmiami.com; nbcdfw.com
Warner Bros. Discovery: cnn.com CNN; bleacherreport.com Bleacher Report; tvn24.pl TVN24
Penske Media: variety.com Variety; hollywoodreporter.com The Hollywood Reporter; rollingstone.com Rolling Stone;
 deadline.com Deadline; billboard.com Billboard; indiewire.com IndieWire
Vox Media: vox.com Vox; theverge.com The Verge; nymag.com New York Magazine; vulture.com Vulture; thecut.com; eater.com
 Eater
BuzzFeed: buzzfeed.com BuzzFeed; buzzfeednews.com BuzzFeed News; huffpost.com HuffPost; huffingtonpost.com HuffPost
Ziff Davis: mashable.com Mashable; pcmag.com PCMag; ign.com IGN; cnet.com CNET; zdnet.com ZDNET
Salem Media: townhall.com Townhall; redstate.com RedState; pjmedia.com PJ Media; hotair.com Hot Air; twitchy.com
Clarity Media: washingtonexaminer.com Washington Examiner; gazette.com; denvergazette.com The Denver Gazette
Forum Communications: inforum.com; duluthnewstribune.com Duluth News Tribune; grandforksherald.com Grand Forks Herald;
 postbulletin.com; brainerddispatch.com; mitchellrepublic.com; wday.com; thedickinsonpress.com; bemidjipioneer.com
CNHI: eagletribune.com; newburyportnews.com; salemnews.com; gloucestertimes.com; tribstar.com; tribdem.com;
 joplinglobe.com; normantranscript.com; heraldbulletin.com; record-eagle.com; enidnews.com; valdostadailytimes.com
Seattle Times Company: seattletimes.com The Seattle Times; yakimaherald.com Yakima Herald-Republic; union-bulletin.com
Block Communications: post-gazette.com Pittsburgh Post-Gazette; toledoblade.com The Blade
TelevisaUnivision: univision.com Univision; televisa.com Televisa; nmas.com.mx N+
U.S. Agency for Global Media: voanews.com Voice of America; rferl.org RFE/RL; rfa.org Radio Free Asia; azattyq.org;
 svoboda.org; radiosvoboda.org; currenttime.tv Current Time; azatutyun.am; alhurra.com Alhurra; martinoticias.com
Postmedia: nationalpost.com National Post; financialpost.com Financial Post; montrealgazette.com Montreal Gazette;
 vancouversun.com Vancouver Sun; theprovince.com The Province; calgaryherald.com Calgary Herald; calgarysun.com;
 edmontonjournal.com Edmonton Journal; edmontonsun.com; ottawacitizen.com Ottawa Citizen; ottawasun.com; torontosun.com
 Toronto Sun; leaderpost.com Regina Leader-Post; thestarphoenix.com; windsorstar.com Windsor Star; lfpress.com
Torstar: thestar.com Toronto Star; thespec.com The Hamilton Spectator; therecord.com; stcatharinesstandard.ca;
 niagarafallsreview.ca; wellandtribune.ca; thepeterboroughexaminer.com
Quebecor: journaldemontreal.com Le Journal de Montréal; journaldequebec.com Le Journal de Québec; tvanouvelles.ca TVA
 Nouvelles
Coops de l'information: lesoleil.com; ledroit.com; lenouvelliste.ca; latribune.ca; lequotidien.com; lavoixdelest.ca
Bell Media: ctvnews.ca CTV News; bnnbloomberg.ca; cp24.com
CBC/Radio-Canada: cbc.ca CBC; radio-canada.ca Radio-Canada
Nine: smh.com.au The Sydney Morning Herald; theage.com.au The Age; afr.com Australian Financial Review;
 brisbanetimes.com.au Brisbane Times; watoday.com.au WAtoday; 9news.com.au 9News; nine.com.au
Seven West Media: thewest.com.au The West Australian; perthnow.com.au PerthNow; 7news.com.au 7News
Australian Community Media: canberratimes.com.au The Canberra Times; newcastleherald.com.au Newcastle Herald;
 illawarramercury.com.au Illawarra Mercury; examiner.com.au; bordermail.com.au; thecourier.com.au;
 bendigoadvertiser.com.au
NZME: nzherald.co.nz The New Zealand Herald; newstalkzb.co.nz Newstalk ZB
Stuff: stuff.co.nz Stuff; thepost.co.nz; thepress.co.nz; waikatotimes.co.nz Waikato Times
Globo: g1.globo.com G1; oglobo.globo.com O Globo; globo.com Globo; g1.com.br G1; redeglobo.com.br
Grupo Folha: folha.com.br Folha de S.Paulo; folha.uol.com.br Folha de S.Paulo; uol.com.br UOL
Diários Associados: correiobraziliense.com.br Correio Braziliense; em.com.br Estado de Minas
Grupo Clarín: clarin.com Clarín; ole.com.ar Olé; tn.com.ar TN; eltrecetv.com.ar; lavoz.com.ar; losandes.com.ar Los Andes
Grupo El Comercio: elcomercio.pe El Comercio (Lima); gestion.pe Gestión; trome.com; peru21.pe Perú21; depor.com; ojo.pe;
 diariocorreo.pe; elbocon.pe
Grupo La República: larepublica.pe; libero.pe
El Mercurio: emol.com Emol; elmercurio.com; lun.com Las Últimas Noticias; lasegunda.com; soychile.cl; mercuriovalpo.cl
Copesa: latercera.com La Tercera; lacuarta.com La Cuarta
Casa Editorial El Tiempo: eltiempo.com; portafolio.co Portafolio; futbolred.com
Valorem: caracoltv.com; noticiascaracol.com Noticias Caracol; bluradio.com Blu Radio; elespectador.com El Espectador
Ardila Lülle: noticiasrcn.com Noticias RCN; rcnradio.com RCN Radio; lafm.com.co La FM; larepublica.co
Organización Editorial Mexicana: elsoldemexico.com.mx El Sol de México; oem.com.mx; la-prensa.com.mx;
 eloccidental.com.mx
Grupo Reforma: reforma.com Reforma; elnorte.com; mural.com
Grupo Multimedios: milenio.com Milenio; multimedios.com
Grupo Imagen: excelsior.com.mx Excélsior; imagentv.com
Grupo Ferré Rangel: elnuevodia.com El Nuevo Día; primerahora.com Primera Hora
Grupo Opsa: laprensa.hn; elheraldo.hn; diez.hn
Al Jazeera: aljazeera.com Al Jazeera; aljazeera.net Al Jazeera
Yedioth Ahronoth: ynet.co.il Ynet; ynetnews.com Ynet; calcalist.co.il Calcalist; calcalistech.com Calcalist
Haaretz Group: haaretz.com Haaretz; haaretz.co.il Haaretz; themarker.com TheMarker
Jerusalem Post Group: jpost.com The Jerusalem Post; maariv.co.il Maariv; walla.co.il Walla
SRMG: aawsat.com Asharq Al-Awsat; arabnews.com Arab News; asharq.com Asharq News; independentarabia.com
MBC Group: alarabiya.net Al Arabiya; mbc.net
IMI: thenationalnews.com The National (Abu Dhabi); skynewsarabia.com Sky News Arabia
IRIB: irib.ir; presstv.ir Press TV; alalam.ir Al-Alam; yjc.ir; hispantv.com HispanTV
Times Group: timesofindia.indiatimes.com The Times of India; economictimes.indiatimes.com The Economic Times;
 indiatimes.com; timesofindia.com The Times of India; economictimes.com The Economic Times; timesnownews.com
India Today Group: indiatoday.in India Today; aajtak.in Aaj Tak; businesstoday.in Business Today; thelallantop.com
HT Media: hindustantimes.com Hindustan Times; livemint.com Mint; livehindustan.com Hindustan
The Hindu Group: thehindu.com The Hindu; thehindubusinessline.com BusinessLine
Indian Express Group: indianexpress.com The Indian Express; financialexpress.com; loksatta.com Loksatta; jansatta.com
Network18: news18.com News18; moneycontrol.com Moneycontrol; cnbctv18.com CNBC-TV18; firstpost.com Firstpost
Zee Media: zeenews.india.com Zee News; india.com; zeebiz.com Zee Business; wionews.com WION; dnaindia.com DNA
ABP: anandabazar.com Anandabazar Patrika; telegraphindia.com; abplive.com ABP Live
NDTV: ndtv.com NDTV; ndtvprofit.com NDTV Profit
Jagran: jagran.com Dainik Jagran; mid-day.com Mid-Day; naidunia.com Naidunia
DB Corp: bhaskar.com Dainik Bhaskar; divyabhaskar.co.in Divya Bhaskar
Malayala Manorama: manoramaonline.com Malayala Manorama; onmanorama.com Onmanorama; theweek.in The Week (India)
Printers Mysore: deccanherald.com Deccan Herald; prajavani.net Prajavani
Jang Group: geo.tv Geo News; thenews.com.pk; jang.com.pk Jang
Dawn Media Group: dawn.com Dawn; dawnnews.tv Dawn News
Lakson: tribune.com.pk The Express Tribune; express.pk
Nawa-i-Waqt: nation.com.pk; nawaiwaqt.com.pk Nawa-i-Waqt
Transcom: prothomalo.com Prothom Alo; thedailystar.net The Daily Star (Dhaka)
Wijeya Newspapers: dailymirror.lk; sundaytimes.lk; lankadeepa.lk Lankadeepa; ft.lk
Lake House: dailynews.lk; sundayobserver.lk; dinamina.lk
Kantipur: kathmandupost.com The Kathmandu Post; ekantipur.com Kantipur
Yomiuri: yomiuri.co.jp Yomiuri Shimbun; the-japan-news.com The Japan News; hochi.news
Asahi: asahi.com Asahi Shimbun; nikkansports.com Nikkan Sports
Mainichi: mainichi.jp Mainichi Shimbun; sponichi.co.jp Sponichi
Nikkei: nikkei.com Nikkei; ft.com Financial Times
Sankei: sankei.com Sankei Shimbun; zakzak.co.jp; iza.ne.jp
Chunichi: chunichi.co.jp Chunichi Shimbun; tokyo-np.co.jp Tokyo Shimbun
Chosun: chosun.com Chosun Ilbo; tvchosun.com TV Chosun
JoongAng: joongang.co.kr JoongAng Ilbo; koreajoongangdaily.joins.com Korea JoongAng Daily; joins.com; jtbc.co.kr JTBC
Dong-A: donga.com Dong-A Ilbo; ichannela.com Channel A
Maeil: mk.co.kr Maeil Business Newspaper; mbn.co.kr MBN
Herald Media: heraldcorp.com; koreaherald.com The Korea Herald
Hankook Ilbo: hankookilbo.com Hankook Ilbo; koreatimes.co.kr The Korea Times
People's Daily: people.com.cn People's Daily; people.cn People's Daily; globaltimes.cn Global Times; huanqiu.com Huanqiu
China Media Group: cctv.com CCTV; cctv.cn CCTV; cgtn.com CGTN; cri.cn CRI; cnr.cn CNR
Xinhua: xinhuanet.com Xinhua; news.cn Xinhua; cankaoxiaoxi.com Reference News
China News Service: chinanews.com China News Service; chinanews.com.cn China News Service; ecns.cn
Shanghai United Media: thepaper.cn The Paper; jfdaily.com; shobserver.com; sixthtone.com Sixth Tone
Sing Tao: singtao.com Sing Tao; stheadline.com; thestandard.com.hk The Standard (Hong Kong)
Ta Kung Wen Wei: takungpao.com Ta Kung Pao; wenweipo.com Wen Wei Po
Liberty Times: ltn.com.tw Liberty Times; taipeitimes.com Taipei Times
Want Want: chinatimes.com China Times; ctinews.com CTi News
SPH Media: straitstimes.com The Straits Times; businesstimes.com.sg The Business Times; zaobao.com.sg Lianhe Zaobao;
 zaobao.com Lianhe Zaobao; tnp.sg The New Paper; beritaharian.sg
Mediacorp: channelnewsasia.com CNA; todayonline.com; 8world.com; mediacorp.sg
Media Prima: nst.com.my New Straits Times; hmetro.com.my Harian Metro; bharian.com.my Berita Harian
Media Chinese: sinchew.com.my Sin Chew Daily; chinapress.com.my China Press; mingpao.com Ming Pao; guangming.com.my
Kompas Gramedia: kompas.com Kompas; kompas.id Kompas; tribunnews.com Tribunnews; kompas.tv
Trans Media: detik.com Detik; cnnindonesia.com CNN Indonesia; cnbcindonesia.com CNBC Indonesia
MNC: okezone.com Okezone; sindonews.com Sindonews; inews.id
Emtek: liputan6.com Liputan6; merdeka.com Merdeka; kapanlagi.com
Nation Group: nationthailand.com The Nation (Bangkok); komchadluek.net; bangkokbiznews.com; thansettakij.com;
 nationtv.tv
Bangkok Post Group: bangkokpost.com Bangkok Post; posttoday.com
Matichon: matichon.co.th Matichon; khaosod.co.th Khaosod; khaosodenglish.com Khaosod English; prachachat.net
Independent Media: iol.co.za IOL
Media24: news24.com News24; netwerk24.com Netwerk24; dailysun.co.za; citypress.co.za City Press; beeld.com Beeld
Arena Holdings: timeslive.co.za TimesLIVE; sowetanlive.co.za Sowetan; businesslive.co.za BusinessLIVE;
 dispatchlive.co.za; heraldlive.co.za
Caxton: citizen.co.za The Citizen (Johannesburg)
Nation Media Group: nation.africa Nation; monitor.co.ug Daily Monitor; thecitizen.co.tz; theeastafrican.co.ke The
 EastAfrican; businessdailyafrica.com Business Daily; mwananchi.co.tz Mwananchi; nation.co.ke Nation
Vision Group: newvision.co.ug New Vision; bukedde.co.ug Bukedde
Zimpapers: herald.co.zw; heraldonline.co.zw; chronicle.co.zw; sundaymail.co.zw
Alpha Media: newsday.co.zw; thestandard.co.zw; theindependent.co.zw
Multimedia Group: myjoyonline.com Joy Online; adomonline.com Adom
"""

# Mastheads of outlets that are read far beyond their place and belong to none of the families.
SINGLE_MASTHEADS = """
apnews.com Associated Press; reuters.com Reuters; afp.com AFP; bloomberg.com Bloomberg; upi.com UPI; tass.com TASS;
tass.ru TASS; interfax.ru Interfax; interfax.com Interfax; kyodonews.net Kyodo News; yna.co.kr Yonhap; anadolu.com.tr;
aa.com.tr Anadolu Agency; washingtonpost.com The Washington Post; latimes.com Los Angeles Times; bostonglobe.com The
Boston Globe; npr.org NPR; pbs.org PBS; inquirer.com The Philadelphia Inquirer; suntimes.com Chicago Sun-Times;
startribune.com Star Tribune; msnbc.com MSNBC; cnbc.com CNBC; time.com Time; newsweek.com Newsweek; theatlantic.com The
Atlantic; axios.com Axios; propublica.org ProPublica; usnews.com U.S. News & World Report; forbes.com Forbes;
fortune.com Fortune; csmonitor.com The Christian Science Monitor; washingtontimes.com The Washington Times;
dailycaller.com The Daily Caller; breitbart.com Breitbart; slate.com Slate; salon.com Salon; thedailybeast.com The Daily
Beast; theintercept.com The Intercept; motherjones.com Mother Jones; nationalreview.com National Review; reason.com
Reason; semafor.com Semafor; democracynow.org Democracy Now!; vice.com Vice; theglobeandmail.com The Globe and Mail;
globalnews.ca Global News; macleans.ca Maclean's; lapresse.ca La Presse; ledevoir.com Le Devoir; telegraph.co.uk The
Telegraph; independent.co.uk The Independent; standard.co.uk Evening Standard; economist.com The Economist;
spectator.co.uk The Spectator; newstatesman.com New Statesman; itv.com ITV; sky.com Sky News; channel4.com Channel 4;
rte.ie RTÉ; thejournal.ie The Journal; lefigaro.fr Le Figaro; liberation.fr Libération; lexpress.fr L'Express;
lepoint.fr Le Point; mediapart.fr Mediapart; euronews.com Euronews; sueddeutsche.de Süddeutsche Zeitung; faz.net
Frankfurter Allgemeine Zeitung; taz.de taz; dw.com Deutsche Welle; deutschlandfunk.de Deutschlandfunk; orf.at ORF;
derstandard.at Der Standard; derstandard.de Der Standard; kurier.at Kurier; krone.at Kronen Zeitung; nzz.ch Neue Zürcher
Zeitung; letemps.ch Le Temps; eldiario.es elDiario.es; elconfidencial.com El Confidencial; larazon.es La Razón; rtve.es
RTVE; ilsole24ore.com Il Sole 24 Ore; ilfattoquotidiano.it Il Fatto Quotidiano; ansa.it ANSA; publico.pt Público;
observador.pt Observador; kathimerini.gr Kathimerini; ekathimerini.com Kathimerini; nos.nl NOS; vrt.be VRT; rtbf.be
RTBF; svt.se SVT; nrk.no NRK; dr.dk DR; yle.fi Yle; ruv.is RÚV; err.ee ERR; lsm.lv LSM; lrt.lt LRT; rp.pl
Rzeczpospolita; ceskatelevize.cz Česká televize; sme.sk SME; telex.hu Telex; hvg.hu HVG; digi24.ro Digi24;
kyivindependent.com The Kyiv Independent; kyivpost.com Kyiv Post; kommersant.ru Kommersant; meduza.io Meduza;
novayagazeta.ru Novaya Gazeta; themoscowtimes.com The Moscow Times; rbc.ru RBC; cumhuriyet.com.tr Cumhuriyet;
timesofisrael.com The Times of Israel; middleeasteye.net Middle East Eye; al-monitor.com Al-Monitor; gulfnews.com Gulf
News; khaleejtimes.com Khaleej Times; scroll.in Scroll; thewire.in The Wire; theprint.in ThePrint; newindianexpress.com
The New Indian Express; scmp.com South China Morning Post; chinadaily.com.cn China Daily; caixinglobal.com Caixin;
japantimes.co.jp The Japan Times; nhk.or.jp NHK; hani.co.kr Hankyoreh; rappler.com Rappler; inquirer.net Inquirer.net;
abs-cbn.com ABS-CBN; thejakartapost.com The Jakarta Post; vnexpress.net VnExpress; abc.net.au ABC Australia; sbs.com.au
SBS; crikey.com.au Crikey; theconversation.com The Conversation; rnz.co.nz RNZ; dailymaverick.co.za Daily Maverick;
mg.co.za Mail & Guardian; punchng.com The Punch; premiumtimesng.com Premium Times; lanacion.com.ar; infobae.com Infobae;
estadao.com.br O Estado de S. Paulo; eluniversal.com.mx; jornada.com.mx La Jornada
"""
