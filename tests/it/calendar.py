#!/usr/bin/env python3
"""When a shop would be reminded, computed from Python's own calendar and zones, to compare ours with.

Reads one JSON object from standard input and writes one to standard output; needs Python 3.9 and nothing else.

    {"zone": "Europe/Berlin", "cut_off": "04:00", "from": "2026-01-01", "to": "2026-12-31",
     "week": [[["09:00", "21:00"]], … seven, from Monday], "planned": {"2026-12-25": []},
     "before_min": 30, "late_after_min": 0, "nag_every_min": 15}

    {"release": "2025b", "changes": [["2026-03-29T01:00:00.000Z", 7200], …],
     "plan": [{"day": "2026-01-01", "at": "2026-01-01T07:30:00.000Z", "kind": "due"}, …]}

The rules, said once more and in other words than elsewhere:

* A business day begins when the wall shows the cut-off on its date, and ends when the next one begins.
* A time of day at or after the cut-off is one on the day's own date; an earlier one is on the date after.
* The wall shows a time when it first does. A time that it never shows, because the clocks jump over it, counts as the
  moment of the jump.
* A shift ends at its closing time if that comes later in the business day than its opening time; otherwise the door
  stays open to the end of the day. A shift that takes no time is none, and a day without shifts has no reminders.
* Minutes before and after an instant are real minutes.
* A check is due some minutes before the first shift begins, but not before the day does. It is late some minutes after
  the first shift began. From then on it is repeated at equal distances, in the shifts and the minutes before them.
* Whatever would come when the last shift is over does not come.
"""

import json
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import TZPATH, ZoneInfo

UTC = timezone.utc
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


def release():
    """The release of the zone data that Python reads; None where it does not tell."""
    for folder in TZPATH:
        for name in ("tzdata.zi", "+VERSION"):
            try:
                with open(Path(folder) / name, encoding="ascii") as file:
                    return file.readline().replace("# version", "").strip()
            except OSError:
                continue
        if Path(folder).is_dir():
            return None
    try:
        import tzdata

        return tzdata.IANA_VERSION
    except ImportError:
        return None


def wall(at, zone):
    return at.astimezone(zone).replace(tzinfo=None)


def ahead(at, zone):
    return at.astimezone(zone).utcoffset()


def change_between(before, after, zone):
    """The first second after a change of the clocks that lies between two instants."""
    old = ahead(before, zone)
    while after - before > SECOND:
        middle = before + (after - before) // 2 // SECOND * SECOND
        if ahead(middle, zone) == old:
            before = middle
        else:
            after = middle
    return after


def when(on, clock, zone):
    """The instant at which the wall first shows a time, or jumps over it."""
    hour, minute = (int(part) for part in clock.split(":"))
    shown = datetime(on.year, on.month, on.day, hour, minute)
    # Read with the clocks as they were before a change nearby, and as they are after it.
    one, other = (
        shown.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)
    )
    real = [at for at in (one, other) if wall(at, zone) == shown]
    if real:
        return min(real)
    return change_between(min(one, other), max(one, other), zone)


def plan_day(day, shop, zone):
    """The reminders of one business day, as instants and kinds, in order."""
    cut_off = shop["cut_off"]

    def at(clock):
        return when(day if clock >= cut_off else day + DAY, clock, zone)

    def place(clock):
        return (clock < cut_off, clock)

    begins, ends = when(day, cut_off, zone), when(day + DAY, cut_off, zone)
    hours = shop["planned"].get(day.isoformat(), shop["week"][day.weekday()])
    shifts = []
    for opens, closes in hours:
        until = at(closes) if place(closes) > place(opens) else ends
        if at(opens) < until:
            shifts.append((at(opens), until))
    if not shifts:
        return []
    over = max(until for _, until in shifts)
    first = min(opens for opens, _ in shifts)
    before = shop["before_min"] * MINUTE
    late = first + shop["late_after_min"] * MINUTE
    reminders = [(max(first - before, begins), "due"), (late, "late")]
    nag = late + shop["nag_every_min"] * MINUTE
    while nag < over:
        if any(opens - before <= nag < until for opens, until in shifts):
            reminders.append((nag, "nag"))
        nag += shop["nag_every_min"] * MINUTE
    return [reminder for reminder in reminders if reminder[0] < over]


def written(at):
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def changes(first, last, zone):
    """Every change of the clocks from one date to another, with the new distance from UTC in seconds."""
    at = datetime(first.year, first.month, first.day, tzinfo=UTC)
    end = datetime(last.year, last.month, last.day, tzinfo=UTC)
    found = []
    while at < end:
        if ahead(at, zone) != ahead(at + DAY, zone):
            change = change_between(at, at + DAY, zone)
            found.append([written(change), int(ahead(change, zone).total_seconds())])
        at += DAY
    return found


def main():
    shop = json.load(sys.stdin)
    zone = ZoneInfo(shop["zone"])
    first, last = (date.fromisoformat(shop[end]) for end in ("from", "to"))
    plan = []
    day = first
    while day <= last:
        plan += [
            {"day": day.isoformat(), "at": written(at), "kind": kind}
            for at, kind in plan_day(day, shop, zone)
        ]
        day += DAY
    answer = {"release": release(), "changes": changes(first, last, zone), "plan": plan}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
