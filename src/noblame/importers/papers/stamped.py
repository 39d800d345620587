"""Lines of programs, whose stamps people would not write: brought to the form of a line that begins with its time.

Access logs of web servers, ``dmesg -T``, Nagios, klog (Kubernetes), logfmt, ``docker compose logs``.
"""

import re
from collections.abc import Callable

from noblame.importers.times.stamps import epoch, month_of

_CLOCK = r"\d\d:\d\d:\d\d"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH = rf"(?:{'|'.join(_MONTHS)})"
_ISO = rf"\d{{4}}-\d\d-\d\d[T ]{_CLOCK}(?:[.,]\d{{1,9}})?\s?(?:Z|[+-]\d\d:?\d\d)?"
_ACCESS = re.compile(
    rf"(?P<who>\S{{1,80}} \S{{1,80}} \S{{1,80}}) "
    rf"\[(?P<day>\d\d)/(?P<month>{_MONTH})/(?P<year>\d{{4}}):(?P<clock>{_CLOCK}) (?P<zone>[+-]\d{{4}})\] "
)
_CTIME = re.compile(
    rf"\[?[A-Z][a-z]{{2}} (?P<month>{_MONTH}) +(?P<day>\d{{1,2}}) (?P<clock>{_CLOCK})"
    r"(?: (?P<zone>[A-Z]{3,5}))? (?P<year>\d{4})\]? "
)
_EPOCH = re.compile(r"\[(?P<at>\d{10}(?:\.\d{1,9})?)\] ")
_KLOG = re.compile(rf"(?P<level>[IWEF])(?P<month>0[1-9]|1[0-2])(?P<day>\d\d) (?P<clock>{_CLOCK})\.\d{{6}} +")
_LOGFMT = re.compile(rf"(?:time|ts|t|timestamp)=(?P<quote>\"?)(?P<at>{_ISO})(?P=quote) ")
_COMPOSE = re.compile(rf"(?P<who>[\w.-]{{1,80}}) +\| +(?P<at>{_ISO}) ")


def _access(found: re.Match[str]) -> str:
    return f"{found['year']}-{month_of(found['month']):02}-{found['day']} {found['clock']} {found['zone']} {found['who']} "


def _ctime(found: re.Match[str]) -> str:
    return f"{found['year']}-{month_of(found['month']):02}-{int(found['day']):02} {found['clock']} {found['zone'] or ''} "


def _epoch(found: re.Match[str]) -> str:
    at = epoch(found["at"])
    return f"{at:%Y-%m-%d %H:%M:%S} UTC " if at else found[0]


def _klog(found: re.Match[str]) -> str:
    return f"{_MONTHS[int(found['month']) - 1]} {int(found['day'])} {found['clock']} {found['level']} "


def _compose(found: re.Match[str]) -> str:
    return f"{found['at']} {found['who']}: "


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_ACCESS, _access),
    (_CTIME, _ctime),
    (_EPOCH, _epoch),
    (_KLOG, _klog),
    (_LOGFMT, lambda found: f"{found['at']} "),
    (_COMPOSE, _compose),
)


def time_first(line: str) -> str:
    """Return a line of one of the known programs with its time first, any other as it is."""
    for form, told in _FORMS:
        if found := form.match(line):
            return told(found) + line[found.end() :]
    return line
