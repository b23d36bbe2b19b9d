"""English words for numbers, and what stands before and behind a number to limit it.

Written for this project from general knowledge of English; the scales are the short ones (a billion is 10^9).
"""

from __future__ import annotations

__all__ = [
    "FRACTION_PARTS",
    "GROUPS",
    "LEADING_QUALIFIERS",
    "ORDINAL_WORDS",
    "PAIRED_THINGS",
    "SCALES",
    "SHORT_SCALES",
    "SMALL_NUMBERS",
    "TENS",
    "TRAILING_QUALIFIERS",
    "VULGAR_FRACTIONS",
    "qualifier_bound",
]

SMALL_NUMBERS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS: dict[str, int] = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES: dict[str, int] = {
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
}
# Behind digits only. "m" is a million beside a currency and metres elsewhere.
SHORT_SCALES: dict[str, int] = {
    "k": 1_000,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "bn": 10**9,
    "bln": 10**9,
    "b": 10**9,
    "tn": 10**12,
    "trn": 10**12,
}

# "a pair of": so many, said as one group.
GROUPS: dict[str, int] = {"couple": 2, "pair": 2, "duo": 2, "trio": 3, "quartet": 4, "dozen": 12}

# "A pair of trousers" is one thing. Lower case, plural.
PAIRED_THINGS = frozenset(
    """
    binoculars boots breeches briefs earphones earrings forceps glasses gloves goggles handcuffs headphones jeans
    knickers leggings overalls pajamas pants pliers pyjamas sandals scissors shackles shears shoes shorts skates skis
    slippers sneakers socks spectacles stockings sunglasses tights tongs trainers trousers tweezers underpants
    """.split()
)

_ORDINAL_STEMS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth"
).split()
ORDINAL_WORDS: dict[str, int] = {word: value for value, word in enumerate(_ORDINAL_STEMS, start=1)}
ORDINAL_WORDS |= {f"{word[:-1]}ieth": value for word, value in TENS.items()} | {"hundredth": 100}
ORDINAL_WORDS |= {
    f"{tens}-{small}": value + place
    for tens, value in TENS.items()
    for place, small in enumerate(_ORDINAL_STEMS[:9], start=1)
}

FRACTION_PARTS: dict[str, int] = {"half": 2, "halve": 2, "quarter": 4} | {
    word: value for word, value in ORDINAL_WORDS.items() if 3 <= value <= 20 or value == 100
}
VULGAR_FRACTIONS: dict[str, float] = {
    "½": 0.5,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "¼": 0.25,
    "¾": 0.75,
    "⅕": 0.2,
    "⅖": 0.4,
    "⅗": 0.6,
    "⅘": 0.8,
    "⅙": 1 / 6,
    "⅚": 5 / 6,
    "⅛": 0.125,
    "⅜": 0.375,
    "⅝": 0.625,
    "⅞": 0.875,
}

# What a qualifier makes of the number behind it: the least, the most, or one of those near it.
_BOUNDS: dict[str, str] = {
    qualifier: bound
    for bound, qualifiers in {
        "at least": (
            "at least/more than/over/above/no fewer than/no less than/not less than/not fewer than/upwards of/upward of"
            "/in excess of/well over/just over/slightly over/a little over/slightly more than/a little more than"
            "/well above/just above/a minimum of/minimum/greater than/exceeding/north of/beyond"
            "/at the very least/significantly more than/substantially more than/far more than/much more than"
            "/many more than/a bit more than/little more than"
        ),
        "at most": (
            "at most/up to/less than/fewer than/under/below/no more than/not more than/as many as/as much as/as high as"
            "/as few as/as little as/as low as/well under/just under/just below/slightly less than/a little less than"
            "/well below/slightly under/a little under/a maximum of/maximum/far less than/much less than/far fewer than"
            "/just shy of/shy of/just short of/south of/at the most/slightly fewer than/slightly below"
        ),
        "about": (
            "about/around/approximately/approx/approx./roughly/some/circa/ca./an estimated/estimated/nearly/almost"
            "/close to/near/virtually/somewhere around/in the region of/in the order of/on the order of/more or less"
            "/at about/at around/at roughly/just about/very nearly/or so/or thereabouts/nearly about/about some"
            "/more like/a reported"
        ),
    }.items()
    for qualifier in qualifiers.split("/")
}
_TRAILING = {
    "or more": "at least",
    "and more": "at least",
    "or above": "at least",
    "or over": "at least",
    "or higher": "at least",
    "or older": "at least",
    "and above": "at least",
    "and over": "at least",
    "and older": "at least",
    "plus": "at least",
    "+": "at least",
    "or less": "at most",
    "or fewer": "at most",
    "or under": "at most",
    "or younger": "at most",
    "and under": "at most",
    "and younger": "at most",
    "at most": "at most",
    "at least": "at least",
    "or so": "about",
    "or thereabouts": "about",
    "-odd": "about",
    "-plus": "at least",
    "-ish": "about",
}
LEADING_QUALIFIERS = frozenset(_BOUNDS) - {"or so", "or thereabouts"}
TRAILING_QUALIFIERS = frozenset(_TRAILING)


def qualifier_bound(qualifier: str | None) -> str | None:
    """What a qualifier says of its number: "at least", "at most" or "about"; None for none, or one not known.

    "Up to 90" and "fewer than 90" both put a top to the number, "more than 90" and "at least 90" a bottom; "nearly 90"
    is near it.

    Args:
        qualifier: As in `Quantity.qualifier`: in lower case, as written.
    """
    if qualifier is None:
        return None
    return _BOUNDS.get(qualifier) or _TRAILING.get(qualifier)
