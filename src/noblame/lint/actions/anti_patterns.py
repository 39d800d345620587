"""Forms of actions that nobody can finish, each with a better form to fill in (the anti-patterns of seed A, and wider ones)."""

import re
from typing import NamedTuple

from noblame.lint.english import is_english
from noblame.lint.rule import Rule

_LABEL = r"^\W*(?:\[[ x]?\] )?(?:[A-Z][\w/&' -]{2,40}(?::| –| -) )?(?:(?:we|I|the team|somebody|team) (?:should |will |need to |must |could |want to |plan to )?|(?:also|further|please|to|then|continue to|and) )?"
"""What may stand before the verb: a bullet, a label such as ``Monitoring:``, "we should"."""


class Form(NamedTuple):
    """An anti-pattern."""

    rule: Rule
    words: re.Pattern[str]
    even_if_concrete: bool
    """Whether a number or a name in it does not help: an investigation of ``foo.py`` has no end either."""
    unless: re.Pattern[str] | None = None


def _form(
    name: str, about: str, better: str, words: str, *, even: bool = False, unless: str = "", flagged: str, fine: str
) -> Form:
    rule = Rule(f"action.anti-pattern.{name}", "warning", about, better, tuple(flagged.split(" | ")), tuple(fine.split(" | ")))
    return Form(rule, re.compile(words, re.IGNORECASE), even, re.compile(unless, re.IGNORECASE) if unless else None)


_INVESTIGATE = (
    r"(?:re-?)?(?:investigat|look(?:ing)? (?:at|in ?to)|(?:take|taking|have) (?:a|another|one more) (?:\w+ )?look|explor|consider|evaluat|research|assess|analy[sz]|discuss|examin|stud(?:y|ies)|brainstorm|ponder|debat|scop)(?:e|es|ing|y|ies|is|ment)?\b"
    r"|(?:find|finding) (?:out|a|an|some|the|ways?|better|alternat)\b|figure out|figuring out|(?:think|thinking) (?:about|of|through)|come up with|see (?:if|whether|how|why|what)|work out|(?:try|trying) to (?:understand|find|figure|determine)|understand(?:ing)? (?:why|how|what|if|the)|determine|identify(?:ing)?|decide (?:if|on|how|what|whether)"
    r"|check (?:why|if|whether|how|what|with)|agree(?: as| on)?|audit|perform (?:an? )?(?:\w+ )?(?:audit|review|analysis|investigation|assessment)|conduct(?:ing)? (?!regular|periodic|weekly|monthly|quarterly)(?:an? )?(?:\w+ )*(?:audit|review|analysis|investigation|assessment)|deep[- ]dive|spike\b|schedule a (?:discussion|meeting)|open (?:a )?discussion|review (?:all |our |the |existing |current |configs?\b|whether|how|why|if|other|what|options|configuration|process|polic|procedures?|usage|access|resource|capacity|alert)|follow up (?:with|on)|learn (?:how|why|more)|experiment with|talk (?:to|with)|ask (?:if|whether)|(?:define|plan|outline|design|devise|draft|prepare|propose) (?:and \w+ )?(?:an? |the )?(?:\w+ ){0,2}(?:strateg(?:y|ies)|plan|approach|roadmap|vision)\b|(?:possibly|perhaps|maybe|potentially|optionally|eventually) \w+|plan (?:for |the |our |a |an )?(?:\w+ ){0,2}?(?:capacity|growth|scaling|migration|upgrade|roadmap|redesign|budget|move)|figure|brainstorm|collect (?:ideas|feedback|options|requirements)|gather (?:ideas|feedback|options|requirements|information|data on)|ident(?:if|it)y (?:a |the |all |any )?(?:\w+ )?(?:mechanism|ways?|plans?|gaps?|options?|areas?|causes?)|raise (?:the |this )?(?:\w+ )?(?:with|at|in) |bring (?:this |it )?up (?:in|with|at)|report (?:this |the )?(?:\w+ )?(?:bug|issue|problem)? ?to the vendor"
)

FORMS = (
    _form("exhortation", "Asks people to be careful, to remember, always or never to do something. Nothing holds it once the meeting is forgotten.",
          "check ‹what› automatically; it fails when ‹condition›",
          r"\b(?:more care(?:ful)?|careful(?:ly)?|pay (?:\w+ )?attention|vigilan\w+|cautious|double[- ]check|remember to|avoid (?:making )?mistakes|be (?:more |very )?(?:aware|mindful|diligent|proactive|thorough|attentive|sure)|more (?:thorough|carefully|attention|diligen\w+|proactive\w*|vigilan\w+)(?:ly)?|don't forget|do not forget|take care|keep in mind|think (?:twice|before)|stop (?:deploying|pushing|merging|doing)|prevent (?:this|it|that|these|such \w+)(?: \w+)? (?:from )?(?:happening|recurring|occurring)|hold (?:[\w-]+ ){1,4}accountable|take (?:more )?(?:responsibility|ownership))\b"
          r"|^\W*(?:(?:we|everyone|all \w+|engineers|developers|the team|team) (?:should|must|need to|have to) )?(?:always|never|do not|don't|avoid)\b|^\W*(?:everyone|everybody|people|all \w+|engineers|developers) (?:should|must|needs? to|has to|have to) (?:\w+ly )?(?:follow|respect|adhere|comply|stick|obey)\b|^\W*(?:\w+ )?\w+ (?:evals?|tests?|docs|reviews?) before \w+ing\b|^\W*(?:please )?(?:make sure|ensure) (?:to|you|we|that we|everyone|people|all engineers|engineers|developers)(?! have| has)\b",
          even=True, unless=r"\balways (?:deploys|returns|uses)\b",
          flagged="Be more careful with flags | Prevent this from happening again | Always check the region before deploying | Double-check the diff | Pay attention to disk alerts | Hold people accountable for skipped reviews", fine="Fail the deploy when the region is not named | Add a check of the region to the deploy script"),
    _form("train-people", "Trains, teaches or reminds people, without saying what they can do afterwards.",
          "practise ‹scenario› with ‹who›; done in under ‹minutes›",
          r"\b(?:train(?:ing|ings)?(?! (?:data|set|job|model|pipeline|run|cluster))|re-?train\w*|educat\w+|workshops?|raise awareness|awareness|remind(?:er)?(?! (?:alert|email|bot|job|notification))|learning path|knowledge[- ](?:shar\w+|transfer)|share (?:the |our |these |any |\w+ )?(?:knowledge|learnings?|lessons?|findings|insights?|experience|expertise)|spread (?:the )?(?:word|knowledge)|make (?:everyone|everybody|people|the team|sure everyone|engineers|developers) (?:is |are )?aware|brown ?bag|teach\w*|coach\w*|upskill\w*|lunch and learn|tech talk|familiari[sz]e|onboard (?:engineers|people|more|new)|skills?)\b",
          even=True, flagged="Train the team on load balancers | Raise awareness of the rota | Provide more training for support | Share learnings with the rest of engineering", fine="Practise the failover with the on-call, in under 10 minutes | Restart the training job of the ranking model"),
    _form("open-investigation", "Looks into, considers, evaluates or discusses something. It has no end, so nobody can close it.",
          "decide whether ‹change›, from ‹measurement or trial›; write the decision in ‹place›",
          rf"{_LABEL}(?:{_INVESTIGATE})|\b(?:investigate (?:why|how|if|whether|the|and)|possibility of|look into|re-?evaluate|conducting (?:\w+ )?review|to investigate|is under investigation|should (?:we|it) |whether (?:we|it) should|figure out (?:how|why|what|if)|(?:create|make|write|define|have) (?:an? )?plan to|to (?:identify|find|uncover|discover) (?:\w+ )?(?:potential|possible|remaining|any|other|further)|(?:decide|agree) (?:on|how|whether) )\b",
          even=True, unless=r"^\W*(?:decide whether|evaluate|determine|review) .*(?:until \d|by \d)|[:;.] (?:then )?(?:decide|publish|record|write (?:down|up|the)) ",
          flagged="Investigate why the canary was silent | Look into `retry.py` | Consider a second region | Find a way to test failover | Possibly switch to a managed database | Plan capacity for next year", fine="Decide by trial whether 3 replicas are enough; write it down in the ADR | Investigate the memory growth of the relay; decide by 20 May whether to pin glibc | Check and fix the retry loop"),
    _form("unbounded", "Has no end: more tests, regular audits, keep doing.",
          "regression test: ‹input› gives ‹result›, as in this failure",
          r"\b(?:regular(?:ly)?|periodic(?:ally)?|routine(?:ly)?|on-?going|continu(?:e|ous|ously|al|ally|ing) (?:to |monitor\w*|improv\w*|review\w*|test\w*|with)|keep (?!alive\b)\w+ing|more (?:unit |integration |automated |e2e |end[- ]to[- ]end |regression |load |thorough |extensive |comprehensive )*tests?(?:ing)?(?: coverage)?|(?:increase|expand|extend|improve|better|add|raise) (?:\w+ )?(?:test|testing|code) coverage|(?:keep|have) (?:an? )?(?:close |closer )?eye on|(?:for|after|on|with) (?:each|every) (?:incident|outage|deploy\w*|release|change|meeting|one)|as needed|where (?:possible|appropriate|necessary|needed)|wherever possible|as much as possible|(?:all|every) (?:possible|edge) cases?|constantly|from time to time|(?:every|each) (?:week|month|quarter|sprint|year|release|day)|(?:weekly|monthly|quarterly|yearly|annual)(?:ly)? (?:review|audit|check|meeting|drill|training)s?|add missing \w+|(?:incident|outage|disaster) (?:simulations|drills|exercises)|work (?:closely )?with|more often|more (?:frequently|regularly))\b"
          r"|^\W*(?:check|inspect|verify|monitor|watch|look at|go through|review|test|audit)\b.*\b(?:daily|weekly|monthly|quarterly|yearly|hourly|annually|continuously)\W*$"
          r"|^\W*(?:monitor|watch|observe|keep monitoring) (?:the |our |all )?(?:situation|systems?|services?|clusters?|queues?|usage|logs?|metrics|dashboards?|performance|closely|it|this|that)\b(?!.*\d)"
          r"|^\W*(?:test|use|check|review|document|automate|communicate|monitor|talk|plan) (?:\S+ ){0,3}?more(?: (?:before|during|after|in|on|with|across)\b.*)?\W*$"
          r"|^\W*(?:add|write|create|have) (?:unit |integration |automated |e2e |regression |some |better )*tests?(?: (?:to|for|in|around|on) (?:the |our |all |this |that |each |every )?(?:affected |relevant |critical |error |failing |broken |related |new )*(?:components?|services?|code|codebase|paths?|modules?|cases?|scenarios?|issues?|bugs?|systems?|apps?|features?|endpoints?|area))?\W*$",
          unless=r"\b(?:continuous (?:integration|delivery|deployment)|regular expression\w*|periodic (?:job|task|sync|snapshot))\b|\btests? (?:that|of|which|to) \w+|^(?!.*\bmore\b).*\btests? for (?!the (?:app|application|system|service|code|codebase)\b)\w+ \w+",
          flagged="Add more tests | Conduct regular audits of access | Continue to monitor the queue | Increase test coverage | More unit tests for the parser | Check the disk usage of all brokers weekly | Keep an eye on memory usage", fine="Add a regression test for the empty shard | Run the restore every Monday in CI"),
    _form("not-an-action", "A wish, a principle, a status or a bare noun: it does not say what somebody will do.",
          "‹who› changes ‹what› in ‹place›; done when ‹check›",
          r"^\W*(?:(?:we|it|there|they|the \w+(?: \w+)?|this|[\w.]+) (?:really |also |still )?(?:need(?:s|ed)?(?! to be (?:set|changed))|should(?: have| be| set up)|must (?:have|be)|could|would|want|ought|lack\w*|is|are|was|were|has been|have been|will be)\b"
          r"|follow[- ]?ups?\W*$|(?:convention|principle|lesson|note|rule|goal|reminder|idea|policy|status|done|question|todo)\s?:|(?:already )?(?:done|fixed|completed|resolved|implemented|deployed|merged|closed)\b\s*(?:[,.;:(–-]|$|(?:in|by|on|with|already|yesterday|today)\b)|(?:no|none|nothing|n/a|tb[dac])\b\W*\w*\W*$|need(?:s|ed)? (?:a|an|to|some|better|more|monitoring)|\w+ (?:should|must|ought to) be\b|(?:everyone|everybody|people|we all|all \w+|\w+) (?:should|must|needs? to|ought to|has to|have to) (?:know|have|understand|learn|remember|work|happen|exist)\b|(?:hire|recruit|staff|headcount|budget for)\b|get (?:more|another|additional) (?:people|staff|budget|headcount|engineers?)|(?:it|this) would|would be (?:nice|good|great)|ideally|hopefully|maybe|perhaps|(?:someone|somebody|anyone) (?:should|needs|to|must|could)|\w+\W*$|(?:what|how|why|who|when|should|could|can|do|is|are)\b.*\?)"
          r"|\b(?:would be (?:nice|good|great|helpful)|it is important|we hope|the goal is)\b",
          even=True, unless=r"^\W*(?:we )?(?:will|need to|should) (?:add|remove|pin|set|create|write|replace|delete|disable|enable|update|change|move|document|implement|upgrade|raise|lower|limit|alert)\b.*(?:`|\d|\bto\b|\bso that\b)",
          flagged="We need monitoring of core services | Follow up | Convention: alert names say what is down | It would be nice to have a canary | Communication should be faster | Everyone should know how to roll back", fine="Alert when queue_depth > 500 for 5 min | Remove the old gateway"),
    _form("improve", "Improves, enhances, strengthens or ensures something, without a measure or an object that anybody could start on.",
          "change ‹what› so that ‹measure› stays below ‹value›",
          rf"{_LABEL}(?:improv(?:e|ing|ements?)|enhanc(?:e|ing|ements?)|strengthen(?:ing)?|better|stronger|stricter|tighter|faster|clearer|smarter|closer|deeper|greater|fewer|less|tighten|raise the bar|optimi[sz](?:e|ing|ation)|harden(?:ing)?|clean(?:ing)?(?: |-)?up|refactor(?:ing)?|ensur(?:e|ing)|mak(?:e|ing) sure|increas(?:e|ing)|reduc(?:e|ing)|minimi[sz](?:e|ing)|streamlin(?:e|ing)|foster|promote|encourage|moderni[sz]e|rewrite|redesign|re-?architect|overhaul|review and (?:improve|update|optimi[sz]e|refine)|fix our|(?:define|create|develop|establish|introduce|have|set up) and implement|switch to (?:a |an )?(?:different|better|new)|revisit|rethink|rework|fine-?tune|tune|address|tackle|resolve|handle|facilitate|support|invest|speed up|(?:pay down|pay back|reduce|get rid of|remove|tackle|address) (?:the |our |some )?(?:technical|tech) debt|make (?:the |our |it |this |all )?(?:[\w-]+ ){0,3}?(?:faster|quicker|better|safer|easier|simpler|smaller|leaner|cheaper|cleaner|clearer|stronger|tighter)\b|scale (?:out|up)|beef up|boost|simplify|be able to|work on|focus on|prioriti[sz]e|develop (?:a |an )?(?:\w+ )?(?:polic\w+|process|plan|strateg\w+|procedures?|guidelines?|culture|scripts?)|establish (?:a |an )?(?:clear(?:er)?|better|robust|formal|comprehensive|proper) \w+|implement (?:a |an )?(?:robust|better|comprehensive|proper|stronger|more|advanced|program|stricter|strict|additional|improved|enhanced|effective|stringent)|create (?:a |an )?(?:better|clear(?:er)?|robust|comprehensive|proper|more|cohesive)|(?:add|set up|have|get|introduce|use|build|write|put in|deploy|provide|adopt) (?:some|more|better|additional|proper|appropriate|adequate|improved|advanced|enhanced|robust|comprehensive|stronger|clear(?:er)?|various|further|sufficient|good|extra|stricter)\b)"
          r"|\b(?:more|much) (?:robust|resilient|stable|reliable|descriptive|visible|comprehensive|efficient|scalable|intuitive|user-friendly|predictable)\b|\beasier to\b|\b\w+ (?:improvements?|enhancements?|hardening)(?!\s*:)\W|\bmore (?:monitoring|alert(?:s|ing)|logging|logs|observability|visibility|documentation|metrics|dashboards|redundancy|resilien\w+|validation|checks)\b|\bclearly\W*$|^\W*(?:add|create|write|have|introduce) (?:an? |the |some )?(?:\w+ )?(?:checklist|runbook|policy|dashboard|process|safeguards?|guardrails?|protections?)\W*$|\bleast[- ]privilege\b|\bstrateg(?:y|ies)\W*$|^\W*action plan\b|^\W*[A-Z][\w -]{3,40}: (?:[\w-]+ ){0,2}(?:testing|monitoring|prevent\w*|protection|support|handling|visibility|coverage) |\b(?:best practices)\b|\bsomewhere (?:more|better)\b|\bso (?:that )?(?:this|it|we|these) (?:does ?n't|do ?n't|does not|do not|wo ?n't|never|kinds?) (?:\w+ )?(?:happen|feel|occur|repeat)"
          r"|^\W*(?:monitoring|alerts?|alerting|observability|tests?|testing|documentation|docs|runbooks?|logging|communication|backups?|redundancy|validation|automation)(?: (?:and|&) \w+)?\W*$|^\W*fix(?: \w+)?\W*$|^\W*(?:update|write|add|create|set up) (?:the |our |some )?(?:alert\w*|monitor\w*|docs|documentation|runbooks?|playbooks?|dashboards?|logging|metrics|observability|tests?)(?: (?:and|&) \w+)?\W*$",
          unless=r"\bto run in batches\b|\b(?:reduce|increase|improve|ensure) .*\b(?:to|from|by|below|above|under|over|at least|within) \d|^\W*scal\w+ .*\b(?:to|from) \d|^\W*(?:ensure|make sure)\b.{12,}\b(?:by \w+ing|via)\b|^\W*(?:ensure|make sure) (?:that )?(?:(?:the|our|all|every|each) )?(?:[\w-]+ ){1,4}?(?:checks?|fails?|rejects?|retr(?:y|ies)|returns?|logs?|pages?|stops?|verif(?:y|ies)|validates?|refuses?|blocks?|restarts?|times? out|falls? back|expires?) (?:the|a|an|on|in|when|if|after|with|to|every|all|\d)|^\W*(?:increase|reduce|resolve|handle|simplify|support|address|tune) (?:the )?(?:\w+ )?(?:timeout|limit|ttl|replicas?|threshold|memory|cpu|size|retention|batch|interval|quota|the \w+ \w+ (?:in|so)|deployment logic|number of)",
          flagged="Improve monitoring | Enhance the resilience of the gateway | Better tests | Establish a clear rollback plan | Ensure high availability | Make failover faster | Stronger code reviews", fine="Reduce the reindex to < 20 min | Increase the timeout of the relay to 30 s | Raise the quota of `mail` to 4 GB"),
)  # fmt: skip
"""In the order in which they are tried."""

TBD = Rule("action.anti-pattern.tbd-due", "warning", "Due “TBD”: what has no day is done last.", "due ‹date›, or won't do with a reason",
           ("Pin the image, due TBD",), ("Pin the image, due 2026-03-01",))  # fmt: skip

_ABOUT = (
    (r"monitor\w*|alert\w*|observability|visibility|metrics?|dashboards?|logging", "alert when ‹metric› > ‹value› for ‹minutes›"),
    (r"tests?|testing|(?:test |code )?coverage", "regression test: ‹input› gives ‹result›, as in this failure"),
    (r"docs|documentation|runbooks?|playbooks?|wiki", "write how to ‹task›, linked from ‹alert or page›; ‹who was not there› can follow it"),
    (r"training|awareness|remind|educate", "practise ‹scenario› with ‹who›; done in under ‹minutes›"),
    (r"communicat\w+|coordinat\w+|collaborat\w+|notif\w+", "tell ‹who› within ‹minutes› of ‹event›, by ‹channel›"),
    (r"process(?:es)?|polic(?:y|ies)|procedures?|practices?", "from ‹date›, ‹who› does ‹step› before ‹event›; ‹tool› refuses it otherwise"),
    (r"backups?|restores?|recover\w*|failover|rollbacks?", "restore ‹what› in ‹place› within ‹minutes›, tried by ‹date›"),
)  # fmt: skip
_TOPICS = tuple((re.compile(rf"\b(?:{words})\b", re.IGNORECASE), better) for words, better in _ABOUT)

CONCRETE = re.compile(
    r"`[^`]+`|\w[_.]\w\w|(?<!\w)/\w+|\w+/\w+/\w|[a-z][A-Z]\w|[<>≤≥=]\s?\d|\b\d+(?:\.\d+)? ?(?:%|percent|ms|s|sec|seconds?|min|minutes?|h|hours?|days?|rps|[kmg]i?b|x)\b|\b[A-Z]{2,}-\d+\b"
)
"""Signs that the words name something: code, a path, a comparison, a number with a unit, a ticket."""


def anti_pattern(text: str) -> Form | None:
    """Return the form that the words have, or None; other languages than English have none."""
    concrete = CONCRETE.search(text) is not None
    for form in FORMS:
        if (form.even_if_concrete or not concrete) and form.words.search(text) and not (form.unless and form.unless.search(text)):
            return form if is_english(text) else None
    return None


def better_form(form: Form, text: str) -> str:
    """Return what to say instead, with ‹slots›; by the topic where the form is a general one."""
    if form.rule.name in ("improve", "unbounded", "not-an-action"):
        return next((better for words, better in _TOPICS if words.search(text)), form.rule.asks)
    return form.rule.asks
