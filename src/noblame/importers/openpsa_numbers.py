"""The values of Open-PSA expressions: distributions at the mission time, deviates at their means."""

import math
from collections.abc import Callable

from noblame.importers.xml_reading import Element

MISSION_HOURS = 8760.0
"""What ``system-mission-time`` is: a year. No element of the format sets it; SCRAM takes the same."""


class NotComputed(Exception):
    """An expression has no value; says why."""


def _exponential(rate: float, time: float) -> float:
    return -math.expm1(-_positive(rate) * _positive(time))


def _glm(gamma: float, fails: float, repairs: float, time: float) -> float:
    both = fails + repairs
    return (fails - (fails - gamma * both) * math.exp(-both * time)) / both


def _weibull(scale: float, shape: float, shift: float, time: float) -> float:
    return 0.0 if time <= shift else -math.expm1(-math.pow((time - shift) / scale, shape))


def _periodic_test(rate: float, between: float, first: float, time: float) -> float:
    since = time if time <= first else (math.fmod(time - first, between) or between)
    return _exponential(rate, since)


def _lognormal(given: list[float]) -> float:
    if len(given) == 2:  # of the logarithm: mean and deviation
        return math.exp(given[0] + given[1] ** 2 / 2)
    if len(given) == 3:  # mean, error factor, confidence
        return given[0]
    raise KeyError


def _positive(value: float) -> float:
    if value < 0:
        raise NotComputed("a rate or time below zero")
    return value


_NONE: dict[str, float] = {"pi": math.pi, "system-mission-time": MISSION_HOURS}
_ONE: dict[str, Callable[[float], float]] = {
    "abs": abs, "acos": math.acos, "asin": math.asin, "atan": math.atan, "ceil": math.ceil, "cos": math.cos,
    "cosh": math.cosh, "exp": math.exp, "floor": math.floor, "log": math.log, "log10": math.log10, "neg": lambda x: -x,
    "not": lambda x: float(not x), "sin": math.sin, "sinh": math.sinh, "sqrt": math.sqrt, "tan": math.tan,
    "tanh": math.tanh,
}  # fmt: skip
_TWO: dict[str, Callable[[float, float], float]] = {
    "exponential": _exponential, "uniform-deviate": lambda low, high: (low + high) / 2,
    "normal-deviate": lambda mean, _: mean, "gamma-deviate": lambda shape, scale: shape * scale,
    "beta-deviate": lambda a, b: a / (a + b), "pow": math.pow, "mod": math.fmod,
    "eq": lambda x, y: float(x == y), "df": lambda x, y: float(x != y), "lt": lambda x, y: float(x < y),
    "gt": lambda x, y: float(x > y), "leq": lambda x, y: float(x <= y), "geq": lambda x, y: float(x >= y),
}  # fmt: skip
_THREE: dict[str, Callable[[float, float, float], float]] = {"ite": lambda test, yes, no: yes if test else no}
_FOUR: dict[str, Callable[[float, float, float, float], float]] = {
    "GLM": _glm, "Weibull": _weibull, "periodic-test": _periodic_test,
}  # fmt: skip
_MANY: dict[str, Callable[[list[float]], float]] = {
    "add": math.fsum, "mul": math.prod, "sub": lambda x: x[0] - math.fsum(x[1:]), "div": lambda x: x[0] / math.prod(x[1:]),
    "min": min, "max": max, "mean": lambda x: math.fsum(x) / len(x), "and": lambda x: float(all(x)),
    "or": lambda x: float(any(x)), "lognormal-deviate": _lognormal,
}  # fmt: skip
"""By tag and number of arguments, what is made of them."""


def _applied(tag: str, given: list[float]) -> float:
    """Return the value of an operation; raises KeyError where it does not take so many arguments."""
    match given:
        case []:
            return _NONE[tag]
        case [x] if tag not in _MANY:
            return _ONE[tag](x)
        case [x, y] if tag not in _MANY:
            return _TWO[tag](x, y)
        case [x, y, z] if tag not in _MANY:
            return _THREE[tag](x, y, z)
        case [x, y, z, t] if tag not in _MANY:
            return _FOUR[tag](x, y, z, t)
        case _:
            return _MANY[tag](given)


_KNOWN = {*_NONE, *_ONE, *_TWO, *_THREE, *_FOUR, *_MANY}


def value(element: Element, parameter: Callable[[str, Element], float]) -> float:
    """Return the value of an expression; `parameter` says that of a parameter by name. Raises NotComputed."""
    tag = element.tag
    if tag in ("float", "int"):
        return _number(element.named("value"))
    if tag == "bool":
        return float(_truth(element.named("value")))
    if tag == "parameter":
        return parameter(element.named("name"), element)
    if tag not in _KNOWN:
        raise NotComputed(f"<{tag}>, which is not computed here")
    given = [value(child, parameter) for child in element.children]
    try:
        result = _applied(tag, given)
    except KeyError:
        raise NotComputed(f"<{tag}> with {len(given)} arguments, which it does not take") from None
    except (ArithmeticError, ValueError):
        raise NotComputed(f"<{tag}> of values that give no number") from None
    if not math.isfinite(result):
        raise NotComputed(f"<{tag}> of values that give no number")
    return result


def _number(text: str) -> float:
    try:
        number = float("" if "_" in text else text)
    except ValueError:
        raise NotComputed(f"the value {text[:40]!r}, which is not a number") from None
    if not math.isfinite(number):
        raise NotComputed(f"the value {text[:40]!r}, which is not a number")
    return number


def _truth(text: str) -> bool:
    if text not in ("true", "false"):
        raise NotComputed(f"the value {text[:40]!r}, which is neither true nor false")
    return text == "true"
