"""Publishers of Europe and their outlets: "family: domain Masthead; domain Masthead; domain".

Written for this project from general knowledge of early 2025. Only what is widely known; a title whose owner was
changing hands is left out. A masthead is written where it is safe to show it for the domain.
"""

from __future__ import annotations

__all__ = ["EUROPEAN_FAMILIES"]

EUROPEAN_FAMILIES = """
Reach plc: mirror.co.uk Daily Mirror; express.co.uk Daily Express; dailystar.co.uk Daily Star; dailyrecord.co.uk Daily
 Record; manchestereveningnews.co.uk Manchester Evening News; liverpoolecho.co.uk Liverpool Echo; birminghammail.co.uk
 Birmingham Mail; walesonline.co.uk WalesOnline; chroniclelive.co.uk ChronicleLive; bristolpost.co.uk Bristol Post;
 nottinghampost.com Nottingham Post; leicestermercury.co.uk Leicester Mercury; hulldailymail.co.uk Hull Daily Mail;
 stokesentinel.co.uk Stoke Sentinel; plymouthherald.co.uk Plymouth Herald; devonlive.com DevonLive; cornwalllive.com
 CornwallLive; kentlive.news KentLive; essexlive.news EssexLive; mylondon.news MyLondon; coventrytelegraph.net Coventry
 Telegraph; derbytelegraph.co.uk Derby Telegraph; examinerlive.co.uk; gazettelive.co.uk; belfastlive.co.uk;
 dublinlive.ie; irishmirror.ie Irish Mirror; edinburghlive.co.uk; glasgowlive.co.uk; leeds-live.co.uk; dailypost.co.uk;
 grimsbytelegraph.co.uk; cambridge-news.co.uk
DMG Media: dailymail.co.uk Daily Mail; dailymail.com Daily Mail; mailonline.co.uk Daily Mail; metro.co.uk Metro;
 inews.co.uk The i Paper; newscientist.com New Scientist; thisismoney.co.uk This is Money
Guardian Media Group: theguardian.com The Guardian; guardian.co.uk The Guardian
Newsquest: heraldscotland.com The Herald; thenational.scot The National; theargus.co.uk The Argus; thenorthernecho.co.uk
 The Northern Echo; yorkpress.co.uk The York Press; dailyecho.co.uk Southern Daily Echo; bournemouthecho.co.uk
 Bournemouth Echo; oxfordmail.co.uk Oxford Mail; lancashiretelegraph.co.uk Lancashire Telegraph; theboltonnews.co.uk The
 Bolton News; swindonadvertiser.co.uk Swindon Advertiser; worcesternews.co.uk Worcester News; southwalesargus.co.uk
 South Wales Argus; thetelegraphandargus.co.uk Telegraph & Argus; edp24.co.uk Eastern Daily Press; eadt.co.uk East
 Anglian Daily Times; ipswichstar.co.uk Ipswich Star; glasgowtimes.co.uk Glasgow Times; echo-news.co.uk;
 gazette-news.co.uk; watfordobserver.co.uk Watford Observer; leaderlive.co.uk; hamhigh.co.uk Ham & High
National World: scotsman.com The Scotsman; yorkshirepost.co.uk Yorkshire Post; thestar.co.uk Sheffield Star; lep.co.uk
 Lancashire Evening Post; newsletter.co.uk Belfast News Letter; portsmouth.co.uk; nationalworld.com; sunderlandecho.com
 Sunderland Echo; shieldsgazette.com The Shields Gazette; northamptonchron.co.uk; blackpoolgazette.co.uk Blackpool
 Gazette; derbyshiretimes.co.uk Derbyshire Times; falkirkherald.co.uk Falkirk Herald; expressandstar.com Express & Star;
 shropshirestar.com Shropshire Star; sussexexpress.co.uk; harrogateadvertiser.co.uk
DC Thomson: thecourier.co.uk The Courier; pressandjournal.co.uk The Press and Journal; sundaypost.com The Sunday Post;
 eveningtelegraph.co.uk Evening Telegraph
Iliffe Media: kentonline.co.uk KentOnline; cambridgeindependent.co.uk Cambridge Independent; suffolknews.co.uk;
 newarkadvertiser.co.uk Newark Advertiser
BBC: bbc.co.uk BBC; bbc.com BBC
Irish Times Group: irishtimes.com The Irish Times; irishexaminer.com Irish Examiner; echolive.ie
Mediahuis: independent.ie Irish Independent; belfasttelegraph.co.uk Belfast Telegraph; sundayworld.com Sunday World;
 standaard.be De Standaard; nieuwsblad.be Het Nieuwsblad; gva.be Gazet van Antwerpen; hbvl.be Het Belang van Limburg;
 telegraaf.nl De Telegraaf; nrc.nl NRC; noordhollandsdagblad.nl Noordhollands Dagblad; limburger.nl De Limburger;
 leidschdagblad.nl Leidsch Dagblad; dvhn.nl Dagblad van het Noorden; lc.nl Leeuwarder Courant; wort.lu Luxemburger Wort;
 aachener-zeitung.de Aachener Zeitung
DPG Media: volkskrant.nl de Volkskrant; trouw.nl Trouw; ad.nl Algemeen Dagblad; parool.nl Het Parool; nu.nl NU.nl;
 hln.be Het Laatste Nieuws; demorgen.be De Morgen; humo.be Humo; 7sur7.be 7sur7; gelderlander.nl De Gelderlander;
 tubantia.nl Tubantia; bndestem.nl BN DeStem; bd.nl Brabants Dagblad; ed.nl Eindhovens Dagblad; pzc.nl; destentor.nl
Rossel: lesoir.be Le Soir; sudinfo.be Sudinfo; lavoixdunord.fr La Voix du Nord; courrier-picard.fr Courrier picard;
 lunion.fr L'Union; paris-normandie.fr Paris-Normandie
IPM: lalibre.be La Libre Belgique; dhnet.be La Dernière Heure; lavenir.net L'Avenir
Roularta: knack.be Knack; levif.be Le Vif
Axel Springer: bild.de Bild; welt.de Die Welt; politico.com Politico; politico.eu Politico Europe; businessinsider.com
 Business Insider; businessinsider.de Business Insider; bz-berlin.de B.Z.; autobild.de; computerbild.de
Funke: waz.de Westdeutsche Allgemeine Zeitung; nrz.de Neue Ruhr Zeitung; wp.de Westfalenpost; wr.de; abendblatt.de
 Hamburger Abendblatt; morgenpost.de Berliner Morgenpost; thueringer-allgemeine.de Thüringer Allgemeine; otz.de
 Ostthüringer Zeitung; tlz.de Thüringische Landeszeitung; braunschweiger-zeitung.de Braunschweiger Zeitung
Madsack: haz.de Hannoversche Allgemeine Zeitung; neuepresse.de Neue Presse; lvz.de Leipziger Volkszeitung; maz-online.de
 Märkische Allgemeine; dnn.de Dresdner Neueste Nachrichten; kn-online.de Kieler Nachrichten; ln-online.de Lübecker
 Nachrichten; ostsee-zeitung.de Ostsee-Zeitung; goettinger-tageblatt.de Göttinger Tageblatt; rnd.de RedaktionsNetzwerk
 Deutschland; saechsische.de Sächsische Zeitung
DuMont: ksta.de Kölner Stadt-Anzeiger; express.de
Bauer: mz.de Mitteldeutsche Zeitung; volksstimme.de Volksstimme
Ippen: merkur.de Münchner Merkur; tz.de tz; fr.de Frankfurter Rundschau; hna.de; kreiszeitung.de; op-online.de; wa.de;
 come-on.de; giessener-allgemeine.de Gießener Allgemeine; soester-anzeiger.de; fnp.de Frankfurter Neue Presse
DvH Medien: handelsblatt.com Handelsblatt; wiwo.de Wirtschaftswoche; tagesspiegel.de Der Tagesspiegel; zeit.de Die Zeit
Burda: focus.de Focus; bunte.de Bunte; chip.de
Bertelsmann: rtl.de RTL; n-tv.de ntv; ntv.de ntv; stern.de Stern; geo.de; capital.de; brigitte.de; gala.de; rtl.fr;
 m6.fr
Spiegel-Verlag: spiegel.de Der Spiegel; manager-magazin.de Manager Magazin
Rheinische Post Mediengruppe: rp-online.de Rheinische Post; ga.de General-Anzeiger Bonn; saarbruecker-zeitung.de
 Saarbrücker Zeitung; volksfreund.de Trierischer Volksfreund
NOZ/mh:n Medien: noz.de Neue Osnabrücker Zeitung; shz.de; svz.de Schweriner Volkszeitung
VRM: allgemeine-zeitung.de; wiesbadener-kurier.de Wiesbadener Kurier; echo-online.de; mittelhessen.de
Mediengruppe Pressedruck: augsburger-allgemeine.de Augsburger Allgemeine; mainpost.de Main-Post; suedkurier.de Südkurier
ARD: ard.de ARD; tagesschau.de Tagesschau; daserste.de; sportschau.de; ndr.de NDR; wdr.de WDR; br.de Bayerischer
 Rundfunk; swr.de SWR; mdr.de MDR; hr.de; hessenschau.de; rbb24.de; rbb-online.de; radiobremen.de; butenunbinnen.de;
 sr.de
ZDF: zdf.de ZDF; zdfheute.de ZDF
Styria: diepresse.com Die Presse; kleinezeitung.at Kleine Zeitung; vecernji.hr Večernji list; 24sata.hr 24sata
TX Group: tagesanzeiger.ch Tages-Anzeiger; bernerzeitung.ch Berner Zeitung; derbund.ch Der Bund; 20min.ch 20 Minuten;
 bazonline.ch Basler Zeitung; 24heures.ch 24 heures; tdg.ch Tribune de Genève; lematin.ch; landbote.ch; zsz.ch
Ringier: blick.ch Blick; beobachter.ch; illustre.ch; schweizer-illustrierte.ch; libertatea.ro Libertatea; gsp.ro
CH Media: aargauerzeitung.ch Aargauer Zeitung; luzernerzeitung.ch Luzerner Zeitung; tagblatt.ch St. Galler Tagblatt;
 bzbasel.ch; solothurnerzeitung.ch; badenertagblatt.ch; watson.ch watson
SRG SSR: srf.ch SRF; rts.ch; rsi.ch; rtr.ch; swissinfo.ch Swissinfo
Schibsted: aftenposten.no Aftenposten; vg.no VG; bt.no Bergens Tidende; aftenbladet.no Stavanger Aftenblad; e24.no E24;
 aftonbladet.se Aftonbladet; svd.se Svenska Dagbladet; omni.se Omni
Bonnier: dn.se Dagens Nyheter; expressen.se Expressen; di.se Dagens industri; hd.se Helsingborgs Dagblad; sydsvenskan.se
 Sydsvenskan; gt.se; kvp.se; vlt.se; dt.se; na.se; gd.se; arbetarbladet.se; st.nu; op.se; jp.se; helahalsingland.se;
 borsen.dk Børsen
NTM: corren.se Östgöta Correspondenten; nt.se Norrköpings Tidningar; unt.se Upsala Nya Tidning; ekuriren.se; nsd.se
Sanoma: hs.fi Helsingin Sanomat; is.fi Ilta-Sanomat; aamulehti.fi Aamulehti; satakunnankansa.fi
Alma Media: iltalehti.fi Iltalehti; kauppalehti.fi Kauppalehti; talouselama.fi Talouselämä
Keskisuomalainen: ksml.fi Keskisuomalainen; savonsanomat.fi Savon Sanomat; ess.fi Etelä-Suomen Sanomat
Amedia: nettavisen.no Nettavisen; ba.no; an.no Avisa Nordland; nordlys.no Nordlys; rb.no; tb.no; oa.no; glomdalen.no
Polaris Media: adressa.no Adresseavisen; smp.no; itromso.no; gp.se Göteborgs-Posten
JP/Politikens Hus: jyllands-posten.dk; jp.dk Jyllands-Posten; politiken.dk Politiken; ekstrabladet.dk Ekstra Bladet
Berlingske Media: berlingske.dk Berlingske; bt.dk; weekendavisen.dk Weekendavisen
Jysk Fynske Medier: fyens.dk Fyens Stiftstidende; jv.dk JydskeVestkysten; stiften.dk
Ekspress Grupp: delfi.ee Delfi; delfi.lv Delfi; delfi.lt Delfi; epl.ee Eesti Päevaleht; ekspress.ee Eesti Ekspress
Groupe Le Monde: lemonde.fr Le Monde; courrierinternational.com Courrier international; telerama.fr Télérama; lavie.fr;
 nouvelobs.com Le Nouvel Obs; huffingtonpost.fr
LVMH: lesechos.fr Les Echos; leparisien.fr Le Parisien; investir.fr; parismatch.com Paris Match
CMA Média: bfmtv.com BFM TV; laprovence.com La Provence; corsematin.com Corse-Matin; latribune.fr La Tribune
Bolloré: cnews.fr CNews; canalplus.com; europe1.fr Europe 1; lejdd.fr Le Journal du dimanche; capital.fr Capital;
 geo.fr; gala.fr; voici.fr
EBRA: ledauphine.com Le Dauphiné libéré; leprogres.fr Le Progrès; bienpublic.com; estrepublicain.fr L'Est républicain;
 republicain-lorrain.fr Le Républicain lorrain; vosgesmatin.fr; dna.fr Dernières Nouvelles d'Alsace; lalsace.fr;
 lejsl.com
SIPA Ouest-France: ouest-france.fr Ouest-France; actu.fr
Groupe La Dépêche: ladepeche.fr La Dépêche du Midi; midilibre.fr Midi libre; lindependant.fr; centrepresseaveyron.fr
Groupe Sud Ouest: sudouest.fr Sud Ouest; charentelibre.fr Charente libre; larepubliquedespyrenees.fr
Centre France: lamontagne.fr La Montagne; lepopulaire.fr; leberry.fr; larep.fr; lejdc.fr; lyonne.fr; lechorepublicain.fr
TF1: tf1.fr TF1; tf1info.fr TF1 Info; lci.fr LCI
France Télévisions: francetvinfo.fr franceinfo; france.tv; franceinfo.fr franceinfo
Radio France: radiofrance.fr Radio France; franceinter.fr France Inter; francebleu.fr; franceculture.fr France Culture
France Médias Monde: france24.com France 24; rfi.fr RFI; mc-doualiya.com
Prisa: elpais.com El País; as.com Diario AS; cincodias.com Cinco Días; cadenaser.com Cadena SER; los40.com;
 caracol.com.co Caracol Radio; wradio.com.co W Radio; adnradio.cl
Vocento: abc.es ABC; elcorreo.com El Correo; diariovasco.com El Diario Vasco; eldiariomontanes.es; laverdad.es La
 Verdad; ideal.es; diariosur.es Diario Sur; hoy.es; elnortedecastilla.es El Norte de Castilla; larioja.com;
 leonoticias.com; lasprovincias.es Las Provincias; elcomercio.es
RCS MediaGroup: corriere.it Corriere della Sera; gazzetta.it La Gazzetta dello Sport; elmundo.es El Mundo; marca.com
 Marca; expansion.com Expansión
Prensa Ibérica: elperiodico.com El Periódico; sport.es; levante-emv.com Levante-EMV; informacion.es Información; epe.es;
 farodevigo.es Faro de Vigo; lne.es La Nueva España; laprovincia.es La Provincia; eldia.es; diariodemallorca.es;
 laopiniondemurcia.es; laopinioncoruna.es; elperiodicodearagon.com; elperiodicoextremadura.com; diariocordoba.com
Godó: lavanguardia.com La Vanguardia; mundodeportivo.com Mundo Deportivo; rac1.cat
Henneo: heraldo.es Heraldo de Aragón; 20minutos.es 20 minutos
Joly: diariodesevilla.es Diario de Sevilla; malagahoy.es; diariodecadiz.es Diario de Cádiz; granadahoy.com; europasur.es
Atresmedia: antena3.com Antena 3; lasexta.com laSexta; ondacero.es Onda Cero
MFE: mediaset.it Mediaset; telecinco.es Telecinco; cuatro.com
GEDI: repubblica.it La Repubblica; lastampa.it La Stampa; huffingtonpost.it; limesonline.com Limes; gelocal.it
Caltagirone: ilmessaggero.it Il Messaggero; ilmattino.it Il Mattino; ilgazzettino.it Il Gazzettino; leggo.it Leggo;
 corriereadriatico.it Corriere Adriatico
Monrif: quotidiano.net QN; ilrestodelcarlino.it il Resto del Carlino; lanazione.it; ilgiorno.it Il Giorno
Angelucci: ilgiornale.it il Giornale; liberoquotidiano.it Libero; iltempo.it Il Tempo
RAI: rai.it RAI; rainews.it Rai News; raiplay.it
Medialivre: cmjornal.pt Correio da Manhã; record.pt; jornaldenegocios.pt Jornal de Negócios; sabado.pt
Impresa: expresso.pt Expresso; sicnoticias.pt SIC Notícias; sic.pt
Alter Ego Media: tanea.gr Ta Nea; tovima.gr To Vima; in.gr in.gr
Agora: wyborcza.pl Gazeta Wyborcza; gazeta.pl Gazeta.pl; tokfm.pl TOK FM
Polska Press: dziennikzachodni.pl Dziennik Zachodni; dziennikbaltycki.pl Dziennik Bałtycki; gazetakrakowska.pl;
 gloswielkopolski.pl Głos Wielkopolski; polskatimes.pl
TVP: tvp.pl TVP; tvp.info TVP Info
Mafra: idnes.cz iDNES.cz; lidovky.cz Lidové noviny
Economia: hn.cz Hospodářské noviny; ihned.cz Hospodářské noviny; aktualne.cz Aktuálně.cz; respekt.cz Respekt
Czech News Center: blesk.cz Blesk; e15.cz E15; reflex.cz Reflex
Mediaworks Hungary: magyarnemzet.hu Magyar Nemzet; origo.hu Origo; borsonline.hu Bors; nemzetisport.hu Nemzeti Sport;
 vg.hu Világgazdaság
United Group: n1info.com N1; n1info.rs N1; n1info.ba N1; n1info.hr N1; danas.rs Danas; vijesti.me Vijesti
Hanza Media: jutarnji.hr Jutarnji list; slobodnadalmacija.hr Slobodna Dalmacija
Ukrainska Pravda: pravda.com.ua Ukrainska Pravda; epravda.com.ua; eurointegration.com.ua
1+1 Media: tsn.ua TSN; unian.ua UNIAN; unian.net UNIAN; unian.info UNIAN
Rossiya Segodnya: ria.ru RIA Novosti; sputniknews.com Sputnik; sputnikglobe.com Sputnik; inosmi.ru InoSMI; 1prime.ru
 Prime
TV-Novosti: rt.com RT; ruptly.tv Ruptly
VGTRK: vesti.ru Vesti; smotrim.ru; tvkultura.ru
National Media Group: iz.ru Izvestia; ren.tv REN TV; 5-tv.ru
Rambler: lenta.ru Lenta.ru; gazeta.ru Gazeta.ru; championat.com
Demirören: hurriyet.com.tr Hürriyet; hurriyetdailynews.com Hürriyet Daily News; milliyet.com.tr Milliyet; posta.com.tr
 Posta; cnnturk.com CNN Türk; kanald.com.tr Kanal D; fanatik.com.tr
Turkuvaz: sabah.com.tr Sabah; dailysabah.com Daily Sabah; ahaber.com.tr A Haber; takvim.com.tr; yeniasir.com.tr
Albayrak: yenisafak.com Yeni Şafak; tvnet.com.tr
TRT: trthaber.com TRT Haber; trtworld.com TRT World; trt.net.tr TRT
"""
