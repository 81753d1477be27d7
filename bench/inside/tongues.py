"""What people write, in several scripts; the same on every run. Names and numbers make lines differ."""

import random

# what is done, to what, what else is said
TONGUES: tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...] = (
    (
        ("Write", "Review", "Fix", "Plan", "Translate", "Measure", "Agree on", "Call about"),
        ("the donation page", "the spring newsletter", "login on old phones", "the budget for print"),
        ("", " before the trustees meet", " for the Lisbon team", " (second round)"),
    ),
    (
        ("Überprüfen:", "Schreiben:", "Größe ändern:", "Abstimmen:"),
        ("Spendenseite", "Frühjahrsbrief", "Übersicht der Straßen", "Prüfung des Büros"),
        ("", " für München", " vor der Sitzung", " – bitte möglichst früh"),
    ),
    (
        ("Revoir", "Préparer", "Vérifier", "Écrire"),
        ("la réunion générale", "l’accueil des élèves", "le dépôt à Besançon", "la fête de Noël"),
        ("", " avant l’été", " à Orléans", " où c’est possible"),
    ),
    (
        ("Проверить", "Подготовить", "Обсудить", "Перевести"),
        ("страницу пожертвований", "весенний выпуск", "договор аренды", "ёлку для детей"),
        ("", " до пятницы", " с бухгалтерией", " ещё раз"),
    ),
    (
        ("Έλεγχος", "Σύνταξη", "Μετάφραση"),
        ("του προϋπολογισμού", "της σελίδας δωρεών", "του οδηγού εθελοντών"),
        ("", " για την Αθήνα", " πριν από τη συνάντηση"),
    ),
    (
        ("לבדוק את", "לכתוב את", "לתרגם את"),
        ("דף התרומות", "העלון החודשי", "חוזה השכירות"),
        ("", " לפני הפגישה", " עם הצוות בחיפה"),
    ),
    (
        ("مراجعة", "كتابة", "ترجمة"),
        ("صفحة التبرعات", "النشرة الشهرية", "عقد الإيجار"),
        ("", " قبل الاجتماع", " مع فريق القاهرة"),
    ),
    (
        ("जाँच करें:", "लिखें:", "अनुवाद करें:"),
        ("दान का पृष्ठ", "मासिक पत्र", "किराये का अनुबंध"),
        ("", " बैठक से पहले", " दिल्ली के लिए"),
    ),
    (
        ("检查", "编写", "翻译", "讨论"),
        ("捐款页面", "春季通讯", "租赁合同", "志愿者手册"),
        ("", "在会议之前", "给上海团队", "第二轮"),
    ),
    (
        ("確認する：", "書く：", "翻訳する："),
        ("寄付のページ", "春のニュースレター", "ボランティアの手引き"),
        ("", "会議の前に", "東京チームのため"),
    ),
    (
        ("검토:", "작성:", "번역:"),
        ("기부 페이지", "봄 소식지", "임대 계약서"),
        ("", " 회의 전에", " 서울 팀을 위해"),
    ),
    (
        ("ตรวจสอบ", "เขียน", "แปล"),
        ("หน้าบริจาค", "จดหมายข่าว", "สัญญาเช่า"),
        ("", "ก่อนประชุม", "ให้ทีมเชียงใหม่"),
    ),
    (
        ("Kiểm tra", "Viết", "Dịch"),
        ("trang quyên góp", "bản tin mùa xuân", "hợp đồng thuê nhà"),
        ("", " trước cuộc họp", " cho Đà Nẵng"),
    ),
)  # fmt: skip
# Most of what a team writes is in one language; here half of it is in the first.
_ORDER = (0,) * (len(TONGUES) - 1) + tuple(range(1, len(TONGUES)))
_PARTS = (
    "ba",
    "lo",
    "mi",
    "ter",
    "sun",
    "kav",
    "rei",
    "do",
    "fan",
    "gul",
    "pex",
    "wi",
    "zor",
    "ny",
    "é",
    "ø",
)
_names = random.Random(11)
# Names of clients, places and things that stand in few lines each.
NAMES = tuple(
    sorted(
        {"".join(_names.choices(_PARTS, k=_names.choice((2, 3, 3, 4)))).capitalize() for _ in range(6_000)}
    )
)


def line(chance: random.Random) -> str:
    """One line: a title, an item, a message."""
    doing, what, more = TONGUES[_ORDER[int(chance.random() * len(_ORDER))]]
    said = f"{_one(chance, doing)} {_one(chance, what)}{_one(chance, more)}"
    return f"{said} {_one(chance, NAMES)}" if chance.random() < 0.4 else said


def _one(chance: random.Random, among: tuple[str, ...]) -> str:
    # Thrice as fast as `choice`, a million times.
    return among[int(chance.random() * len(among))]
