"""What a priority means in dates: P0 and P1 before the next on-call rotation, P2 this sprint, P3 this quarter (seed A)."""

from datetime import date, timedelta

from noblame.model import Action, Priority
from noblame.model.settings import ACTIONS, ActionSettings

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def next_rotation(today: date, settings: ActionSettings = ACTIONS) -> date:
    """Return the next day after `today` on which the rotation changes."""
    ahead = (_DAYS.index(settings.rotation_day) - today.weekday()) % 7 or 7
    day = today + timedelta(days=ahead)
    start = settings.rotation_start
    if start is None or settings.rotation_weeks == 1:
        return day
    weeks = (day - start).days // 7 % settings.rotation_weeks
    return day + timedelta(weeks=(settings.rotation_weeks - weeks) % settings.rotation_weeks)


def sprint_end(today: date, settings: ActionSettings = ACTIONS) -> date:
    """Return the last day of the sprint that is running; without a known one, the Friday `sprint_days` from Monday."""
    end = settings.sprint_end
    if end is None:
        monday = today - timedelta(days=today.weekday())
        return monday + timedelta(days=settings.sprint_days - 3 if settings.sprint_days >= 5 else settings.sprint_days - 1)
    return today + timedelta(days=(end - today).days % settings.sprint_days)


def quarter_end(today: date, settings: ActionSettings = ACTIONS) -> date:
    """Return the last day of the quarter."""
    into = (today.month - settings.quarter_start_month) % 3
    month = today.month - into + 3
    year, month = (today.year + (month - 1) // 12, (month - 1) % 12 + 1)
    return date(year, month, 1) - timedelta(days=1)


def horizon(priority: Priority, today: date, settings: ActionSettings = ACTIONS) -> date | None:
    """Return the day by which an action of that priority is due; none for P4, which has no horizon."""
    if priority in ("P0", "P1"):
        return next_rotation(today, settings) - timedelta(days=1)
    if priority == "P2":
        return sprint_end(today, settings)
    return quarter_end(today, settings) if priority == "P3" else None


def late_for_priority(action: Action, decided: date, settings: ActionSettings = ACTIONS) -> date | None:
    """Return the horizon that an action's date is later than, counted from the day it was decided; None where it keeps it."""
    if action.priority is None or action.due is None:
        return None
    day = horizon(action.priority, decided, settings)
    return day if day and action.due > day else None
