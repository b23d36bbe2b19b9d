"""Units of measure and currencies as news English writes them, each with one name and the kind of what it measures.

Written for this project. Names: SI symbols and what hangs from them ("km", "kg", "km/h"); words for what has no symbol
in common use ("miles", "pounds", "years"). Currencies: ISO 4217 codes; one whose country the text does not tell
("crowns", "francs") keeps its plural.

Source: ISO 4217; SI brochure, 9th edition.
"""

from __future__ import annotations

__all__ = [
    "CURRENCY_CODES",
    "CURRENCY_NAMES",
    "CURRENCY_PHRASES",
    "CURRENCY_SYMBOLS",
    "MINOR_UNITS",
    "SPELLED_UNITS",
    "UNIT_SYMBOLS",
]

# unit: spelled forms; a trailing "s" is understood.
_SPELLED: dict[str, dict[str, str]] = {
    "distance": {
        "km": "kilometre kilometer",
        "m": "metre meter",
        "cm": "centimetre centimeter",
        "mm": "millimetre millimeter",
        "nm": "nanometre nanometer",
        "miles": "mile",
        "nautical miles": "nautical_mile",
        "feet": "foot feet",
        "inches": "inch inche",
        "yards": "yard",
        "light-years": "light-year light_year lightyear",
        "furlongs": "furlong",
    },
    "weight": {
        "kg": "kilogram kilogramme kilo",
        "g": "gram gramme",
        "mg": "milligram milligramme",
        "tonnes": "tonne metric_ton",
        "tons": "ton",
        "pounds": "pound",
        "ounces": "ounce",
        "carats": "carat",
    },
    "area": {
        "km2": "square_kilometre square_kilometer square_km sq_km sq._km",
        "m2": "square_metre square_meter sq_m sq._m",
        "square miles": "square_mile sq_mile sq._mile sq_mi",
        "square nautical miles": "square_nautical_mile",
        "square feet": "square_foot square_feet sq_ft sq._ft sq_feet",
        "square yards": "square_yard",
        "square inches": "square_inch square_inche",
        "acres": "acre",
        "hectares": "hectare",
    },
    "volume": {
        "litres": "litre liter",
        "ml": "millilitre milliliter",
        "gallons": "gallon",
        "pints": "pint",
        "barrels": "barrel",
        "m3": "cubic_metre cubic_meter",
        "km3": "cubic_kilometre cubic_kilometer",
        "cubic feet": "cubic_foot cubic_feet",
        "cubic yards": "cubic_yard",
        "bushels": "bushel",
    },
    "temperature": {
        "°C": "degree_celsius degree_centigrade degrees_celsius degrees_centigrade degrees_c celsius",
        "°F": "degree_fahrenheit degrees_fahrenheit degrees_f fahrenheit",
        "degrees": "degree",
        "K": "kelvin",
    },
    "speed": {
        "km/h": (
            "kilometre_per_hour kilometer_per_hour kilometres_per_hour kilometers_per_hour kilometre_an_hour "
            "kilometer_an_hour kilometres_an_hour kilometers_an_hour"
        ),
        "mph": "mile_per_hour miles_per_hour mile_an_hour miles_an_hour",
        "m/s": "metre_per_second metres_per_second meter_per_second meters_per_second metres_a_second meters_a_second",
        "knots": "knot",
    },
    "duration": {
        "seconds": "second",
        "minutes": "minute",
        "hours": "hour",
        "days": "day",
        "weeks": "week",
        "fortnights": "fortnight",
        "months": "month",
        "years": "year",
        "decades": "decade",
        "centuries": "century centurie",
        "milliseconds": "millisecond",
    },
    "percent": {
        "percent": "percent per_cent",
        "percentage points": "percentage_point",
        "basis points": "basis_point",
    },
    "other": {
        "W": "watt",
        "kW": "kilowatt",
        "MW": "megawatt",
        "GW": "gigawatt",
        "kWh": "kilowatt_hour kilowatt-hour",
        "MWh": "megawatt_hour megawatt-hour",
        "volts": "volt",
        "amps": "amp ampere",
        "kt": "kiloton kilotonne",
        "megatons": "megaton megatonne",
        "decibels": "decibel",
        "Hz": "hertz",
        "MHz": "megahertz",
        "GHz": "gigahertz",
        "megapixels": "megapixel",
        "MB": "megabyte",
        "GB": "gigabyte",
        "TB": "terabyte",
        "calories": "calorie",
        "horsepower": "horsepower",
        "magnitude": "magnitude",
        "points": "point",
        "times": "time",
    },
}


def _spelled() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for kind, units in _SPELLED.items():
        for unit, forms in units.items():
            for form in forms.split():
                words = form.replace("_", " ")
                found[words] = (unit, kind)
                found.setdefault(words + "s", (unit, kind))
    return found


# In lower case, words parted by one space: unit and kind.
SPELLED_UNITS: dict[str, tuple[str, str]] = _spelled()

# As written, directly behind the number or after one space.
_SYMBOLS: dict[str, dict[str, str]] = {
    "distance": {
        "km": "km kms Km KM",
        "m": "m",
        "cm": "cm",
        "mm": "mm",
        "miles": "mi",
        "feet": "ft ft.",
        "inches": "in",
        "yards": "yd yds",
    },
    "weight": {
        "kg": "kg kgs Kg KG",
        "g": "g gm gms",
        "mg": "mg",
        "pounds": "lb lbs lb. lbs.",
        "ounces": "oz oz.",
        "tonnes": "t",
    },
    "area": {"km2": "km2 km² sqkm", "m2": "m2 m² sqm", "square feet": "sqft ft² ft2", "hectares": "ha"},
    "volume": {"litres": "l L", "ml": "ml mL", "m3": "m3 m³", "km3": "km3 km³", "barrels": "bbl bpd"},
    "temperature": {"°C": "°C ºC C ℃", "°F": "°F ºF F ℉", "degrees": "° º"},
    "speed": {"km/h": "km/h kph kmh kmph", "mph": "mph", "m/s": "m/s", "knots": "kn kt kts"},
    "duration": {
        "hours": "hr hrs h",
        "minutes": "min mins",
        "seconds": "sec secs s",
        "milliseconds": "ms",
        "years": "yr yrs",
        "months": "mos",
    },
    "percent": {"percent": "% pct pct. ٪", "percentage points": "pp", "basis points": "bps"},
    "other": {
        "kW": "kW",
        "MW": "MW",
        "GW": "GW",
        "kWh": "kWh",
        "MWh": "MWh",
        "GWh": "GWh",
        "TWh": "TWh",
        "MB": "MB",
        "GB": "GB",
        "TB": "TB",
        "MHz": "MHz",
        "GHz": "GHz",
        "Hz": "Hz",
    },
}
UNIT_SYMBOLS: dict[str, tuple[str, str]] = {
    symbol: (unit, kind)
    for kind, units in _SYMBOLS.items()
    for unit, symbols in units.items()
    for symbol in symbols.split()
}

CURRENCY_SYMBOLS: dict[str, str] = {
    "US$": "USD",
    "U.S.$": "USD",
    "C$": "CAD",
    "CA$": "CAD",
    "A$": "AUD",
    "AU$": "AUD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "NT$": "TWD",
    "R$": "BRL",
    "$US": "USD",
    "$A": "AUD",
    "$C": "CAD",
    "$NZ": "NZD",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₺": "TRY",
    "₴": "UAH",
    "₪": "ILS",
    "₦": "NGN",
    "₱": "PHP",
    "₫": "VND",
    "฿": "THB",
    "Rs": "INR",
    "Rs.": "INR",
}
# Three capitals before or behind a number. Codes that are also words in capitals ("ALL", "TRY", "TOP") are left out.
CURRENCY_CODES = frozenset(
    """
    AED AFN AMD ARS AUD AZN BDT BGN BHD BRL BYN CAD CHF CLP CNY COP CRC CUP CZK DKK DZD EGP ETB EUR GBP GEL GHS HKD HRK
    HUF IDR ILS INR IQD IRR ISK JOD JPY KES KGS KHR KRW KWD KZT LBP LKR LYD MAD MDL MKD MMK MNT MXN MYR NGN NOK NPR NZD
    OMR PHP PKR PLN QAR RON RSD RUB SAR SDG SEK SGD SOS SYP THB TJS TMT TND TWD TZS UAH UGX USD UYU UZS VND XAF XOF YER
    ZAR ZMW ZWL
    """.split()
)
# Behind a number, in lower case, singular. The name alone means this currency unless a country stands before it.
CURRENCY_NAMES: dict[str, str | None] = {
    "dollar": "USD",
    "buck": "USD",
    "cent": "USD",
    "euro": "EUR",
    "quid": "GBP",
    "penny": "GBP",
    "pence": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rmb": "CNY",
    "rouble": "RUB",
    "ruble": "RUB",
    "won": "KRW",
    "hryvnia": "UAH",
    "zloty": "PLN",
    "forint": "HUF",
    "baht": "THB",
    "ringgit": "MYR",
    "shekel": "ILS",
    "naira": "NGN",
    "rand": "ZAR",
    "real": "BRL",
    "lira": "TRY",
    "dong": "VND",
    "tenge": "KZT",
    "taka": "BDT",
    "cedi": "GHS",
    "birr": "ETB",
    "rupee": "INR",
    "rupiah": "IDR",
    "franc": None,
    "crown": None,
    "krona": "SEK",
    "kronor": "SEK",
    "krone": None,
    "kroner": None,
    "peso": None,
    "dinar": None,
    "dirham": None,
    "riyal": None,
    "rial": None,
    "shilling": None,
    "leu": "RON",
    "lei": "RON",
    "bitcoin": "XBT",
}
# A hundredth of a currency, counted as such.
MINOR_UNITS = frozenset({"cent", "penny", "pence"})
# Country or its people, in lower case, and the currency's name.
CURRENCY_PHRASES: dict[tuple[str, str], str] = {
    (country, name): code
    for name, countries in {
        "dollar": (
            "us/USD u.s./USD american/USD canadian/CAD australian/AUD singapore/SGD hong_kong/HKD new_zealand/NZD "
            "taiwan/TWD zimbabwean/ZWL jamaican/JMD fijian/FJD liberian/LRD namibian/NAD"
        ),
        "pound": "british/GBP egyptian/EGP syrian/SYP lebanese/LBP sudanese/SDG sterling/GBP cypriot/CYP irish/IEP",
        "franc": "swiss/CHF cfa/XOF french/FRF belgian/BEF congolese/CDF rwandan/RWF",
        "crown": "czech/CZK swedish/SEK norwegian/NOK danish/DKK icelandic/ISK",
        "krone": "norwegian/NOK danish/DKK",
        "kroner": "norwegian/NOK danish/DKK",
        "krona": "swedish/SEK icelandic/ISK",
        "peso": (
            "mexican/MXN argentine/ARS argentinian/ARS chilean/CLP colombian/COP philippine/PHP cuban/CUP uruguayan/UYU"
        ),
        "rupee": "indian/INR pakistani/PKR nepali/NPR nepalese/NPR sri_lankan/LKR mauritian/MUR",
        "dinar": (
            "iraqi/IQD jordanian/JOD kuwaiti/KWD serbian/RSD tunisian/TND algerian/DZD libyan/LYD bahraini/BHD "
            "yugoslav/YUM"
        ),
        "dirham": "uae/AED emirati/AED moroccan/MAD",
        "riyal": "saudi/SAR qatari/QAR omani/OMR iranian/IRR yemeni/YER",
        "rial": "iranian/IRR omani/OMR yemeni/YER",
        "shilling": "kenyan/KES ugandan/UGX tanzanian/TZS somali/SOS",
        "lira": "turkish/TRY italian/ITL syrian/SYP",
        "rouble": "russian/RUB belarusian/BYN",
        "ruble": "russian/RUB belarusian/BYN",
        "won": "south_korean/KRW north_korean/KPW korean/KRW",
        "real": "brazilian/BRL",
        "mark": "german/DEM finnish/FIM",
    }.items()
    for entry in countries.split()
    for country, code in [entry.replace("_", " ").split("/")]
}
