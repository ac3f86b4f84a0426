"""One realistic picture of each kind, with a missing value in it."""

import math

import pandas as pd

from report.chart import Chart
from report.palette import colours_for

MEMBERS = {
    "0604": "Aneby", "0617": "Gnosjö", "0642": "Mullsjö", "0643": "Habo", "0662": "Gislaved",
    "0665": "Vaggeryd", "0680": "Jönköping", "0682": "Nässjö", "0683": "Värnamo",
    "0684": "Sävsjö", "0685": "Vetlanda", "0686": "Eksjö", "0687": "Tranås",
}  # fmt: skip
POPULATION = (
    6840,
    9270,
    7490,
    13090,
    29270,
    14810,
    146700,
    31600,
    34600,
    11700,
    27500,
    17900,
    18900,
)
ALTERNATIVES = {
    "as-today": "0 Som i dag",
    "s": "S Samordning av interna resurser för it-drift",
    "1-teknik": "1 Teknik – gemensam it-drift",
    "1-tjanst": "1 Tjänst – gemensam it-drift med servicenivåer",
    "2": "2 Gemensam it-avdelning",
    "external": "4 Externa parter",
}
CRITERIA = {
    "potential": "Tar till vara potentialen",
    "dependence": "Lågt beroende av externa resurser",
    "competence": "Stärkt egen kompetens",
    "access": "Tillgång till kompetens",
    "scale": "Skalfördelar och ekonomi",
    "risk": "Minskad risk och redundans",
    "effort": "Kostnad och insats för genomförandet",
}
MODELS = {
    "per-inhabitant": "Avgift per invånare",
    "share-of-tax": "Andel av skatteintäkterna",
    "fixed": "Fast anslag med procentnyckel",
    "equal-and-population": "30 % lika, 70 % efter invånare",
}
SOURCE = (
    "mediacenter-plan-2026, God ekonomisk hushållning; SCB, folkmängd 31 december; egna antaganden"
)


def stacked_bars() -> Chart:
    rows = [
        {"item": a, "series": c, "value": round(0.16 + ((i * 3 + j * 5) % 7) * 0.06, 3)}
        for i, a in enumerate(ALTERNATIVES)
        for j, c in enumerate(CRITERIA)
    ]
    rows[2 * 7 + 3]["value"] = math.nan
    return Chart(
        id="rangordning", kind="stacked_bars", frame=pd.DataFrame(rows),
        title="1 Tjänst kommer först med 2,9 poäng, men försprånget till Gemensam it-avdelning är "
        "litet och vilar på antagna poäng",
        subtitle="Viktad poäng 1–4 per alternativ, delad på kriterier",
        x_title="Viktad poäng, 1–4", source=SOURCE, alt="Sex alternativ rangordnade.",
        colours=colours_for("criterion", CRITERIA), labels=ALTERNATIVES | CRITERIA,
        number="points2", item_title="Alternativ", series_title="Kriterium", missing="ej bedömt",
        note="Poängen är antaganden, lästa ur textens för- och nackdelar.",
    )  # fmt: skip


def lines() -> Chart:
    rows = []
    for i, model in enumerate(MODELS):
        for year in range(2020, 2036):
            value = (9.5e6 + i * 0.12e6) * (1 + 0.021 * (year - 2020)) * (1.0 if i else 1.01)
            forecast = year >= (2027 if i != 1 else 2026)
            spread = 0.004 * (year - 2026) * (1 + i) if forecast and i < 2 else math.nan
            rows.append(
                {
                    "series": model, "year": year, "forecast": forecast,
                    "value": math.nan if (i, year) == (2, 2023) else value,
                    "low": value * (1 - spread), "high": value * (1 + spread),
                }
            )  # fmt: skip
    return Chart(
        id="avgift-per-ar", kind="lines", frame=pd.DataFrame(rows),
        title="Avgift per invånare ger minst per år från 2028; andel av skatten växer fortast",
        subtitle="Vad medlemmarna betalar tillsammans per år, löpande priser exklusive moms",
        x_title="År", y_title="Miljoner kronor per år", source=SOURCE,
        alt="Fyra avgiftsmodeller 2020–2035.", colours=colours_for("fee_model", MODELS),
        labels=MODELS, number="mkr", series_title="Avgiftsmodell",
        references={"Anslaget 2023:": 9.5e6},
    )  # fmt: skip


def member_lines() -> Chart:
    rows = [
        {
            "series": code, "year": year, "value": 25 + i * 0.35 + 0.7 * (year - 2020),
            "forecast": year > 2025,
        }
        for i, code in enumerate(MEMBERS)
        for year in range(2020, 2031)
    ]  # fmt: skip
    return Chart(
        id="avgift-per-invanare", kind="lines", frame=pd.DataFrame(rows),
        title="Alla medlemmars avgift per invånare stiger lika fort",
        subtitle="Kronor per invånare", y_title="Kronor per invånare", source=SOURCE,
        colours=colours_for("member", MEMBERS), labels=MEMBERS, number="kr2",
    )  # fmt: skip


def bars() -> Chart:
    frame = pd.DataFrame({"item": list(MEMBERS), "value": [26.29 * p for p in POPULATION]})
    frame.loc[3, "value"] = math.nan
    return Chart(
        id="avgift-per-medlem", kind="bars", frame=frame,
        title="Jönköping betalar 3,9 av de 9,6 miljonerna",
        subtitle="Avgift 2026 per kommun, kronor",
        x_title="Kronor", source=SOURCE, alt="Avgift per kommun.", labels=MEMBERS,
        order=tuple(c for _, c in sorted(zip(POPULATION, MEMBERS, strict=True), reverse=True)),
        item_title="Kommun", references={"Medel": 738_000.0},
    )  # fmt: skip


def grouped_bars() -> Chart:
    rows = [
        {"item": code, "series": model, "value": 26.29 * (1 + 0.07 * ((i + 2 * j) % 5 - 1))}
        for i, code in enumerate(MEMBERS)
        for j, model in enumerate(list(MODELS)[:3])
    ]
    rows[4]["value"] = math.nan
    return Chart(
        id="avgift-per-invanare-och-modell", kind="grouped_bars", frame=pd.DataFrame(rows),
        title="De små kommunerna betalar mer per invånare med fast nyckel",
        subtitle="Avgift 2026 i kronor per invånare, tre modeller", x_title="Kronor per invånare",
        source=SOURCE, alt="Avgift per invånare.", colours=colours_for("fee_model", MODELS),
        labels=MEMBERS | MODELS, number="kr2", item_title="Kommun", series_title="Modell",
    )  # fmt: skip


def diverging_bars() -> Chart:
    changes = [-0.031 + 0.012 * ((i * 5) % 7) for i in range(len(MEMBERS))]
    changes[2] = math.nan
    return Chart(
        id="andring-mot-idag", kind="diverging_bars",
        frame=pd.DataFrame({"item": list(MEMBERS), "value": changes}),
        title="Fem kommuner får lägre avgift och sju får högre",
        subtitle="Ändring av avgiften 2026 mot dagens modell, procent",
        x_title="Ändring mot i dag, procent", source=SOURCE, alt="Ändring per kommun.",
        labels=MEMBERS, number="percent", item_title="Kommun",
    )  # fmt: skip


def intervals() -> Chart:
    frame = pd.DataFrame(
        {
            "item": list(CRITERIA),
            "value": [0.2, 0.1, 0.15, 0.12, 0.18, 0.15, math.nan],
            "low": [0.05, 0.0, 0.11, 0.02, 0.1, 0.0, math.nan],
            "high": [0.42, 0.31, 0.19, 0.55, 1.0, 0.3, math.nan],
        }
    )
    return Chart(
        id="viktspann", kind="intervals", frame=frame,
        title="Ledaren byts först när Stärkt egen kompetens väger över 19 procent",
        subtitle="Så långt kan varje vikt ändras innan ett annat alternativ kommer först",
        x_title="Vikt, procent", source=SOURCE, alt="Spann per kriterium.",
        colours=colours_for("criterion", CRITERIA), labels=CRITERIA, number="percent0",
        item_title="Kriterium",
    )  # fmt: skip


def tornado() -> Chart:
    lead = 0.23
    ends = [(-0.06, 0.41), (0.38, 0.05), (0.11, 0.36), (0.31, 0.16), (0.26, 0.29), (0.2, 0.26)]
    rows = [
        {
            "item": item, "value": lead, "low": low, "high": high,
            "low_label": f"{share // 2}\u00a0%", "high_label": f"{share * 3 // 2}\u00a0%",
        }
        for item, (low, high), share in zip(CRITERIA, ends, (14, 12, 22, 18, 10, 8), strict=False)
    ]  # fmt: skip
    rows.append({"item": "effort", "value": math.nan, "low": math.nan, "high": math.nan})
    return Chart(
        id="vad-forsta-platsen-vilar-pa", kind="tornado", frame=pd.DataFrame(rows),
        title="Bara vikten för att ta till vara potentialen kan ensam byta första platsen",
        subtitle="Försprånget när en vikt i taget halveras och ökas med hälften",
        x_title="Försprång, poäng", source=SOURCE, alt="Sju vikter, den viktigaste överst.",
        labels=CRITERIA | {"base": "Försprånget i dag"}, number="points2",
        references={"Ledningen tappas": 0.0}, item_title="Vikt", missing="ej bedömt",
    )  # fmt: skip


def heat() -> Chart:
    chances = {
        "as-today": (0.01, 0.02, 0.04, 0.08, 0.24, 0.61),
        "s": (0.06, 0.09, 0.17, 0.41, 0.22, 0.05),
        "1-teknik": (0.12, 0.22, 0.38, 0.17, 0.08, 0.03),
        "1-tjanst": (0.58, 0.24, 0.11, 0.05, 0.02, 0.0),
        "2": (0.22, 0.41, 0.22, 0.1, 0.04, 0.01),
        "external": (0.01, 0.02, 0.08, 0.19, 0.4, math.nan),
    }
    rows = [
        {
            "item": item, "series": f"p{place}", "value": chance,
            "mark": "vanligast" if chance == max(of_item) else "",
        }
        for item, of_item in chances.items()
        for place, chance in enumerate(of_item, 1)
    ]  # fmt: skip
    return Chart(
        id="chans-for-varje-plats", kind="heat", frame=pd.DataFrame(rows),
        title="Inget alternativ har mer än sex chanser av tio att komma först",
        subtitle="Hur ofta varje alternativ får varje plats när vikterna dras om, procent",
        x_title="Plats i rangordningen", source=SOURCE, alt="Sex alternativ och sex platser.",
        labels=ALTERNATIVES | {f"p{place}": f"{place}:a plats" for place in range(1, 7)},
        number="percent0", item_title="Alternativ", series_title="Plats",
    )  # fmt: skip


def curves() -> Chart:
    ends = {
        "as-today": (22, 100), "s": (46, 62), "1-teknik": (58, 40), "1-tjanst": (63, 50),
        "2": (48, 88), "external": (41, math.nan),
    }  # fmt: skip
    today, second, third = 0.2, 15 / 53, 26 / 38  # 63 − 13x = 48 + 40x; 48 + 40x = 22 + 78x
    rows = [
        {"series": alternative, "x": x, "value": start + (end - start) * x if x else start}
        for alternative, (start, end) in ends.items()
        for x in (0.0, today, second, third, 1.0)
    ]
    return Chart(
        id="vikt-for-potentialen", kind="curves", frame=pd.DataFrame(rows),
        title="1 Tjänst kommer först tills potentialen väger 28 procent",
        subtitle="Totalpoäng 0–100 när en vikt går från 0 till 100 procent",
        x_title="Vikt för Tar till vara potentialen", y_title="Totalpoäng, 0–100", source=SOURCE,
        alt="Sex alternativ.", colours=colours_for("alternative", ALTERNATIVES),
        labels=ALTERNATIVES, number="points", missing="ej bedömt", series_title="Alternativ",
        marks={"I dag": today, "Gemensam it-avdelning först": second, "Som i dag först": third},
    )  # fmt: skip


def regions() -> Chart:
    polygons = {
        "1-tjanst": ((0, 0), (0.45, 0), (0.35, 0.25), (0, 0.4)),
        "2": ((0.45, 0), (0.9, 0), (0.93, 0.07), (0.35, 0.65), (0.35, 0.25)),
        "as-today": ((0, 0.4), (0.35, 0.25), (0.35, 0.65), (0.14, 0.86), (0, 0.86)),
        "s": ((0, 0.86), (0.14, 0.86), (0, 1)),
        "external": ((0.9, 0), (1, 0), (0.93, 0.07)),
        "1-teknik": ((0, math.nan),),
    }
    rows = [
        {"series": alternative, "corner": corner, "x": x, "value": y}
        for alternative, corners in polygons.items()
        for corner, (x, y) in enumerate(corners)
    ]
    return Chart(
        id="forst-for-tva-vikter", kind="regions", frame=pd.DataFrame(rows),
        title="1 Tjänst kommer först så länge ingen av de två vikterna är stor",
        subtitle="Vem som kommer först för varje blandning av två vikter",
        x_title="Vikt för Tar till vara potentialen", y_title="Vikt för Skalfördelar och ekonomi",
        source=SOURCE, alt="Fem områden.", colours=colours_for("alternative", ALTERNATIVES),
        labels=ALTERNATIVES, number="percent0", missing="ej bedömt", series_title="Alternativ",
        points={"I dag": (0.2, 0.15)},
    )  # fmt: skip


SAMPLES = {
    "stacked_bars": stacked_bars,
    "lines": lines,
    "bars": bars,
    "grouped_bars": grouped_bars,
    "diverging_bars": diverging_bars,
    "intervals": intervals,
    "tornado": tornado,
    "heat": heat,
    "curves": curves,
    "regions": regions,
}
