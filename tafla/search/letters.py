"""Letters of all scripts: which are written without spaces, which may be left out, which stand for others."""

import re
import unicodedata

# Han, kana, bopomofo, Yi, Thai, Lao, Myanmar, Khmer, Tai: written without spaces.
UNSPACED = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x1950, 0x19DF), (0x1A20, 0x1AAF),
    (0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3021, 0x312F), (0x31A0, 0x31BF), (0x31F0, 0x31FF),
    (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA48F), (0xA9E0, 0xA9FF), (0xAA60, 0xAA7F),
    (0xF900, 0xFAFF), (0xFF66, 0xFF9F), (0x1AFF0, 0x1B16F), (0x20000, 0x323AF),
)  # fmt: skip
# Marks that may be left out in Latin, Greek, Cyrillic, Hebrew and Arabic, what chooses a glyph, and the dot
# under letters of Devanagari, Gurmukhi and Gujarati. Other marks of Indic and other scripts are vowels.
LOOSE = (
    (0x0300, 0x036F), (0x0483, 0x0489), (0x0591, 0x05BD), (0x05BF, 0x05BF), (0x05C1, 0x05C2),
    (0x05C4, 0x05C7), (0x0610, 0x061A), (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06DC),
    (0x06DF, 0x06ED), (0x08D3, 0x08FF), (0x093C, 0x093C), (0x0A3C, 0x0A3C),
    (0x0ABC, 0x0ABC), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF),
    (0xFE00, 0xFE0F), (0xFE20, 0xFE2F), (0xE0100, 0xE01EF),
)  # fmt: skip
# What ends a syllable of Hangul begins the next one once more is typed, and a vowel may become a double one:
# 보고서 is 보곳 on the way. So finals are written as initials, and doubles as their two.
_FINALS = (
    "ㄱ,ㄲ,ㄱㅅ,ㄴ,ㄴㅈ,ㄴㅎ,ㄷ,ㄹ,ㄹㄱ,ㄹㅁ,ㄹㅂ,ㄹㅅ,ㄹㅌ,ㄹㅍ,ㄹㅎ,ㅁ,ㅂ,ㅂㅅ,ㅅ,ㅆ,ㅇ,ㅈ,ㅊ,ㅋ,ㅌ,ㅍ,ㅎ"
)
_VOWELS = {"ㅘ": "ㅗㅏ", "ㅙ": "ㅗㅐ", "ㅚ": "ㅗㅣ", "ㅝ": "ㅜㅓ", "ㅞ": "ㅜㅔ", "ㅟ": "ㅜㅣ", "ㅢ": "ㅡㅣ"}


def _jamo(letters: str) -> str:
    return unicodedata.normalize("NFKD", letters)


# Letters that no decomposition leads to another, after case is gone.
LETTERS = {
    **dict(zip("øłđðıŋħŧƒɓɗ", "olddinhtfbd", strict=True)),
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ə": "e",
    "ʻ": "",
    "ـ": "",
    **dict(zip("ךםןףץ", "כמנפצ", strict=True)),
    "ґ": "г",
    "ँ": "ं",
    **{chr(0x11A8 + at): _jamo(letters) for at, letters in enumerate(_FINALS.split(","))},
    **{_jamo(vowel): _jamo(two) for vowel, two in _VOWELS.items()},
    # The letters of Malayalam that end a syllable, as they were written before they had codes of their own.
    **{chillu: letter + "്" for chillu, letter in zip("ൺൻർൽൾൿ", "ണനരലളക", strict=True)},
    **dict(zip("ٱىیېکھہەةۃ", "ايييكههههه", strict=True)),
}
# Nasals of Devanagari before letters of their row: हिन्दी is हिंदी.
_NASALS = {"ङ": "क-घ", "ञ": "च-झ", "ण": "ट-ढ", "न": "त-ध", "म": "प-भ"}
DOTTED_NASAL = [(re.compile(f"{letter}्(?=[{row}])"), "ं") for letter, row in _NASALS.items()]
SPELT_NASAL = [(re.compile(f"ं(?=[{row}])"), f"{letter}्") for letter, row in _NASALS.items()]
# Spellings that stand for a letter with two dots or a ring where the keyboard has none.
SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
DOTTED = re.compile("[äöüåø]")
