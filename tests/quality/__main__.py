"""Print the quality table: measure, data, floor, today. `--all` prints every measure, not only those with a floor."""

from __future__ import annotations

import sys

from tests.quality.measure import labelled_data, measure, read_sets


def main() -> int:
    data = labelled_data()
    if data is None:
        print("The labelled data is not here; set FIRSTHAND_LABELLED_DATA to its folder.")
        return 0
    wanted = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    short = 0
    print(f"{'measure':<26}{'data':<26}{'floor':>8}{'today':>8}")
    for labelled in read_sets():
        if wanted and not any(name in labelled.name for name in wanted):
            continue
        figures = measure(labelled, data)
        names = list(figures) if "--all" in sys.argv else [*labelled.floors, *labelled.ceilings]
        for name in names:
            floor, ceiling = labelled.floors.get(name), labelled.ceilings.get(name)
            bound = f"{floor:.2f}" if floor is not None else f"<{ceiling:.2f}" if ceiling is not None else ""
            today = figures[name]
            missed = today is not None and (
                (floor is not None and today < floor) or (ceiling is not None and today > ceiling)
            )
            short += missed
            shown = "-" if today is None else f"{today:.3f}" if isinstance(today, float) else str(today)
            print(f"{name:<26}{labelled.name:<26}{bound:>8}{shown:>8}{'  short' if missed else ''}", flush=True)
    return 1 if short else 0


if __name__ == "__main__":
    raise SystemExit(main())
