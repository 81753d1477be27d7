# ruff: noqa: E501 (a line a language)
"""What teams write on their cards in many languages, and what they type to find it again.

language -> (a title, what finds it: words and beginnings, without accents or case, as other keyboards write
them, with one mistake, from the middle of a text without spaces)
"""

from typing import NamedTuple


class Line(NamedTuple):
    title: str
    typed: tuple[str, ...]


def _line(title: str, typed: str) -> Line:
    return Line(title, tuple(one.strip() for one in typed.split("|")))


LANGUAGES = {
    "am": _line("ሳምንታዊ ሪፖርት አዘጋጅ ለደንበኞች", "ሪፖርት | ሳምንታዊ | ሪፖር | ሳምንታው | አዘጋጅ ሪፖ"),
    "ar": _line(
        "إعداد التقرير الشهري للمؤسّسة ٢٥",
        "اعداد | إعداد | تقرير | التقرير | شهر | الشهرى | للمؤسسه | للموسسة | التفرير | 25 | ٢٥ | تقـــرير",
    ),
    "az": _line(
        "Əlavə tapşırıqları yoxla, işıq İclası",
        "elave | ƏLAVƏ | tapsiriqlari | TAPŞIRIQLARI | isiq | IŞIQ | iclasi | İCLASI | tapşırıqlrı",
    ),
    "bg": _line("Подготви отчета за йогурта", "отчет | ПОДГОТВИ | иогурта | йогур | подготвы | отчета подг"),
    "bn": _line("বড় পর্দা ভাড়া ও সাপ্তাহিক প্রতিবেদন কোড", "প্রতিবেদন | সাপ্তা | ভাড়া | বড় | প্রতিবেদম | কোড"),
    "ca": _line(
        "Reunió de col·laboració a l’Àgora",
        "reunio | collaboracio | col·laboracio | COL·LABORACIÓ | col.laboració | agora | l'agora | l’Àgo | reuinó",
    ),
    "cs": _line("Příliš žluťoučký kůň a řešení účtu", "prilis | zlutoucky kun | RESENI | ÚČTU | řešní | účt"),
    "da": _line(
        "Bestil smørrebrød til mødet på Ærø",
        "smorrebrod | smoerrebroed | SMØRRE | aero | ærø | aeroe | paa | smørebrød | mødet bes",
    ),
    "de": _line(
        "Straßenfest: Müllabfuhr in Größe XL für Ämter bestellen",
        "strassenfest | STRASSEN | muellabfuhr | mullabfuhr | MÜLL | groesse | grosse | grösse | aemter | "
        "Strasenfest | fuer xl | fur | ｂｅｓｔｅｌｌｅｎ",
    ),
    "el": _line(
        "Άμεση παράδοση: έλεγχος του προϋπολογισμού",
        "αμεση | ΑΜΕΣΗ | παραδοση | ελεγχοσ | ΈΛΕΓΧΟΣ | προυπολογισμου | ΠΡΟΫΠΟΛΟΓΙΣΜΟΎ | παραδωση",
    ),
    "en": _line(
        "Re-organise the cafeteria’s opening hours",
        "reorganise | re-organise | organise | cafeterias | cafeteria's | CAFET | ｏｐｅｎｉｎｇ | hours caf | opennig",
    ),
    "es": _line("Añadir la señalización del camión", "anadir | AÑADIR | señal | senalizacion | camion | señalisación"),
    "et": _line("Õpilaste ülesanded ja šokolaadi tellimus", "opilaste | ulesanded | uelesanded | SOKOLAADI | šok"),
    "fa": _line(
        "آماده‌سازی گزارش برای کارفرمای علی ۱۴۰۴",
        "آماده‌سازی | آماده سازی | اماده | سازی | آمادهسازی | گزارش | كارفرماى | علي | ۱۴۰۴ | 1404 | ١٤٠٤ | گذارش",
    ),
    "fi": _line("Järjestä työpöydät ennen pääsiäistä", "jarjesta | tyopoydat | TYÖPÖYDÄT | pääsi | tyoepoeydaet | järjstä"),
    "fil": _line("Ihanda ang ulat para kay Niño", "nino | NIÑO | ihan | ulat para | ihamda"),
    "fr": _line(
        "Préparer l’été à l’œuvre : réunion d’équipe",
        "preparer | PRÉPARER | ete | l'été | lété | oeuvre | Œuvre | ŒUVRE | reunion equi | d'equipe | prépaer",
    ),
    "gu": _line("સાપ્તાહિક અહેવાલ તૈયાર કરો", "અહેવાલ | સાપ્તા | તૈયાર કરો | અહવાલ"),
    "he": _line("להזמין עוגה לישיבת הצוות בשָׁבוּעַ הבא", "עוגה | בשבוע | להזמ | הצוות | צוות | ישיבת | להזמן | שבוע"),
    "hi": _line(
        "साप्ताहिक रिपोर्ट की जाँच और ज़रूरी फ़ाइल हिन्दी में संबंध",
        "रिपोर्ट | साप्ता | जाँच | जांच | ज़रूरी | जरूरी | फ़ाइल | फाइल | हिन्दी | हिंदी | हिन | सम्बन्ध | संबंध | रीपोर्ट",
    ),
    "hr": _line("Čišćenje Đakova i šišanje živice", "ciscenje | ĐAKOVA | dakova | sisanje | ŽIVICE | čiščenje"),
    "hu": _line("Árvíztűrő tükörfúrógép beszerzése", "arvizturo | ÁRVÍZ | tukorfurogep | tükör | besserzése"),
    "hy": _line("Պատրաստել հաշվետվություն և նամակ", "պատրաստել | ՊԱՏՐԱՍՏԵԼ | հաշվետ | նամակ | եւ | պատրասել"),
    "id": _line("Siapkan laporan keuangan bulanan", "laporan | LAPOR | keuagan | bulan siap"),
    "is": _line("Þrífa húsið og ræða við Guðrúnu", "thrifa | þrifa | husid | HÚSIÐ | raeda | gudrun | guðrúmu"),
    "it": _line("Verificare perché l’attività è in ritardo", "perche | attivita | l'attivita | ATTIVITÀ | verifcare"),
    "ja": _line(
        "来週のリリース会議を準備する（ﾌﾟﾛｼﾞｪｸﾄのテスト）第２回",
        "リリース | りりーす | ﾘﾘｰｽ | リリ | 会議 | 会 | 準備 | 来週 | プロジェクト | ぷろじぇくと | ﾌﾟﾛｼﾞｪｸﾄ | てすと | 2 | 第2回 | 会議 準備",
    ),
    "ka": _line("მოამზადე ანგარიში კვირის ბოლომდე", "ანგარიში | ᲐᲜᲒᲐᲠᲘᲨᲘ | კვირ | ანგარში"),
    "kk": _line("Қала әкімдігіне өтініш жіберу", "қала | ҚАЛА | әкімдіг | өтініш | өтінш"),
    "km": _line("រៀបចំរបាយការណ៍ប្រជុំប្រចាំសប្តាហ៍", "របាយការណ៍ | ប្រជុំ | រៀបចំ | សប្តាហ៍ | របាយការណ៍\u200bប្រជុំ"),
    "kn": _line("ವಾರದ ವರದಿ ಸಿದ್ಧಪಡಿಸಿ", "ವರದಿ | ವಾರ | ಸಿದ್ಧಪಡಿಸಿ | ಸಿದ್ಧ | ಸಿದ್ದಪಡಿಸಿ"),
    "ko": _line(
        "주간 회의 보고서를 꽃값과 함께 준비하기",
        "보고서 | 보고 | 보곳 | 보고ㅅ | 보ㄱ | 회의 | 호 | 꽃값 | 꽃갑 | 꼬 | 준비 주간 | 준빗하기 | ㅈㅜㄴㅂㅣ",
    ),
    "lo": _line("ກຽມລາຍງານປະຊຸມປະຈຳອາທິດ", "ລາຍງານ | ປະຊຸມ | ປະຈໍາ | ອາທິດ | ກຽມ"),
    "lt": _line("Užsakyti šventės dekoracijas įmonėje", "uzsakyti | sventes | ŠVENTĖS | imoneje | užsakti"),
    "lv": _line("Šķirot ēdienkarti un uzrakstīt vēstuli", "skirot | edienkarti | VĒSTULI | vestul | ēdienkrati"),
    "ml": _line("പ്രതിവാര റിപ്പോർട്ട് തയ്യാറാക്കുക", "റിപ്പോർട്ട് | റിപ്പോര്‍ട്ട് | പ്രതിവാര | തയ്യാ | പ്രതിവര"),
    "mn": _line("Долоо хоногийн тайлан бэлтгэх", "хоногийн | ТАЙЛАН | тайла | тайлна"),
    "mr": _line("बैठकीची तयारी आणि ऱ्हास अहवाल", "बैठक | तयारी | अहवाल | अहवल | ऱ्हास"),
    "my": _line("အပတ်စဉ်အစီရင်ခံစာပြင်ဆင်ပါ", "အစီရင်ခံစာ | ပြင်ဆင် | အပတ်စဉ်"),
    "nb": _line("Kjøp nøkler til båten før påske", "nokler | noekler | baten | baaten | PÅSKE | paske | kjøpp | for pas"),
    "nl": _line("Ideeën voor het ĳsbaanfeest in het café", "ideeen | ijsbaan | IJSBAANFEEST | ĳsbaan | cafe | ijsbaanfest"),
    "pa": _line("ਹਫ਼ਤਾਵਾਰੀ ਰਿਪੋਰਟ ਤਿਆਰ ਕਰੋ", "ਰਿਪੋਰਟ | ਹਫ਼ਤਾ | ਹਫਤਾਵਾਰੀ | ਰਿਪੋਰਡ"),
    "pl": _line("Zażółć gęślą jaźń i wyślij do Łodzi", "zazolc | gesla jazn | lodzi | ŁODZI | wyślij | wylsij"),
    "pt": _line("Organizar reunião de avaliação em São Paulo", "reuniao | AVALIAÇÃO | avaliacao | sao pau | reunãio"),
    "ro": _line("Întâlnire săptămânală despre ţară și știri", "intalnire | SĂPTĂMÂNALĂ | țară | tara | ştiri | stiri | intilnire"),
    "ru": _line("Проверить ёлку и объём платежей", "елку | ЁЛКУ | елк | объем | ПЛАТЕЖ | провреить | платежей объ"),
    "si": _line("සතිපතා වාර්තාව සකස් කරන්න ක්‍රමය", "වාර්තාව | සතිප | ක්‍රමය | ක්රමය | වාර්තව"),
    "sk": _line("Ľúbezné stretnutie ďalší týždeň", "lubezne | STRETNUTIE | dalsi tyzden | ĎALŠÍ | stretutie"),
    "sl": _line("Načrt za čiščenje žičnice", "nacrt | ciscenje | ŽIČNICE | zicn | čišenje"),
    "sr": _line("Љубав и џез: припреми састанак у Нишу", "љубав | ЏЕЗ | састанак | саста | састанк"),
    "sv": _line("Beställ fikabröd till måndagsmötet", "bestall | fikabrod | FIKABRÖD | mandag | maandagsmoetet | fikaböd"),
    "sw": _line("Andaa mkutano wa wafanyakazi Jumatatu", "mkutano | MKUTANO | wafanya | mkutamo"),
    "ta": _line("வாராந்திர அறிக்கையைத் தயார் செய் கோடு", "வாராந்திர | அறிக்கை | தயார் | கோடு | வாராந்திற"),
    "te": _line("వారపు నివేదిక సిద్ధం చేయండి", "నివేదిక | వార | సిద్ధం | నివేదక"),
    "th": _line("เตรียมรายงานประชุมประจำสัปดาห์", "รายงาน | ประชุม | ประจํา | ประจำสัปดาห์ | เตรียม | ราย\u200bงาน"),
    "tr": _line(
        "İstanbul’da ışıkları değiştir, şirketi IĞDIR’dan ara",
        "istanbul | ISTANBUL | İSTANBUL | ıstanbul | isiklari | IŞIKLARI | degistir | SIRKETI | iğdır | igdir | istnbul",
    ),
    "uk": _line(
        "Перевірити комп’ютер і її ґанок у Києві",
        "комп'ютер | компютер | КОМП’ЮТЕР | комп | києві | КИЄВІ | ганок | ґанок | комптер | ії",
    ),
    "ur": _line("ہفتہ وار رپورٹ تیار کریں", "ہفتہ | هفته | رپورٹ | تیار | تيار | کريں | رپوٹ"),
    "vi": _line(
        "Đặt phòng họp cho nhóm tiếng Việt ở Huế",
        "dat phong hop | đặt phòng | tieng viet | TIẾNG VIỆT | nhóm | huế o | phongg | hue",
    ),
    "zh-Hans": _line("准备下周的产品发布会议（ＡＢＣ版）", "产品 | 发布会 | 会 | 会议 | 准备 | abc | ＡＢＣ | 下周 发布 | 产品发布会议"),
    "zh-Hant": _line("準備下週的產品發表會", "產品 | 發表會 | 週 | 準備 | 產品 會"),
}  # fmt: skip
