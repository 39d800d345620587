"""Which of the four kinds an action is, suggested from its words (seed A)."""

import re

from noblame.model import ActionKind

_CUES: tuple[tuple[ActionKind, float, re.Pattern[str]], ...] = tuple(
    (kind, weight, re.compile(words, re.IGNORECASE))  # pyright: ignore[reportAssignmentType] the literals below are kinds
    for kind, weight, words in (
        ("detection", 3, r"\b(?:alert\w*|alarm\w*|alam|monitor\w*|pag(?:e|es|ing) (?:on|when|the|at)|pagerduty|prometheus|grafana|datadog|sentry|alertmanager|observab\w*|detect\w*|notic\w*|probe\w*)\b"),
        ("detection", 2, r"\b(?:dashboards?|metrics?|logs?|logging|traces?|tracing|health ?-?checks?|heartbeat|slos?|sli|exporters?|visibility|notif(?:y|ication|ications|ied)|warn\w*|synthetic|thresholds?|telemetry|instrument\w*|canary|blackbox|scan\w*|health (?:endpoint|probe)s?|error messages?|no page|paged|paging|keep an eye|memory usage|disk usage)\b"),
        ("mitigation", 3, r"\b(?:run ?books?|play ?books?|roll ?-?backs?|circuit breakers?|fail ?-?overs?|restor\w*|recover\w*|backups?|disaster|kill ?switch\w*|degrad\w*|fallbacks?|load ?shed\w*|rate[- ]limit\w*|throttl\w*|back-?off|mitigat\w*|revert\w*|troubleshoot\w*|deadlock resolution|read-only mode|backfill\w*|multi-?region|second (?:region|zone)|support contract|replay\w*|refund\w*|rotate (?:all |the )?(?:leaked|exposed|compromised))\b"),
        ("mitigation", 2, r"\b(?:timeouts?|retry|retries|redundan\w*|replicas?|autoscal\w*|auto-?restart|self-?heal\w*|blast radius|standby|drain|emergency|break-?glass|cold start|scale (?:out|up)|automatic(?:ally)? restart|quickly|faster|hot ?fix)\b"),
        ("process", 3, r"\b(?:check ?lists?|train\w*|on-?call|communicat\w*|code-?owners?|approv\w*|polic(?:y|ies)|convention|escalat\w*|post-?mortems?|debrief|retro\w*|onboard\w*|learning|knowledge|status ?page|handover|game ?days?|drills?|sign-?off|agree\w*|team operations|procedures?|responsibilit\w*|rota\w*|announce\w*|stakeholders?|customers? (?:notif|comm)\w*|code review|review process|discuss\w*|meeting|schedul\w*|hire|hiring|remind\w*|aware\w*|handbook|workshop|declares?|who (?:decides|does|owns|is responsible|may|can)|phone numbers?|deployment process|(?:notify|inform|tell|ask|contact|talk to|notification of|mail) (?:the |our |all )?(?:customers?|legal|provider|vendor|stakeholders|support|management))\b"),
        ("prevention", 5, r"\b(?:retry|lifecycle|network|iam|retention|bucket|scaling|cache|caching|password|firewall|tls) polic\w*|\b(?:one|single|per|worker|child|separate) process\b|process per\b"),
        ("process", 2, r"\b(?:process(?:es)?|document\w*|wiki|guidelines?|guides?|readme|docs|article|careful|review\w*|double-?check|always|never|teams?|reach out|follow[- ]up|ownership|plan(?:s|ning)?|practices?|standards?|template|share|incident (?:response|manage\w*|command\w*)|expectations|engineers)\b"),
        ("prevention", 2, r"\b(?:validat\w*|lint\w*|pin\w*|version|upgrad\w*|patch\w*|fix\w*|remove\w*|delet\w*|migrat\w*|refactor\w*|replac\w*|disable\w*|restrict\w*|permission\w*|access|encrypt\w*|config\w*|tests?|testing|ci|cd|pipeline|staging|pre-?check|enforc\w*|branch protection|quota|capacity|limit\w*|secret\w*|certificate\w*|tls|certs?|terraform|bind|default|firewall|rules?|cache|batch\w*|index\w*|schema|constraint\w*|type|harden\w*|bug|salt|deploy\w*|automate\w*|automation|security|renew\w*|idempoten\w*|prevent\w*|simplif\w*|variable|hard-?coded)\b"),
    )
)  # fmt: skip
_FIRST = 1.6
"""How much more the first words count: an action says first what it is."""


def suggested_kind(text: str) -> ActionKind:
    """Return the most likely kind; prevention where nothing says otherwise."""
    points: dict[ActionKind, float] = {"prevention": 1.0}
    head = len(text) // 2 if len(text) > 60 else len(text)
    for kind, weight, words in _CUES:
        for number, found in enumerate(words.finditer(text)):
            points[kind] = points.get(kind, 0) + weight * (_FIRST if found.start() <= head else 1) / (1 + number)
    return max(points, key=lambda kind: points[kind])
