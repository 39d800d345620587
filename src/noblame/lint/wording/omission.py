"""What a person failed to do, forgot or did not see."""

from noblame.lint.rule import Rule
from noblame.lint.wording.grammar import pattern

RULE = Rule(
    "blame.failed-to",
    "warning",
    "Says that people failed to, forgot, missed, ignored or did not check something, or that nobody did. A machine, a job or an alert that failed "
    "is a fact and left alone, and so is “we did not” without a duty in it.",
    "What would have let anybody see this, or do it, at that moment?",
    flagged=(
        "Marta forgot to renew the certificate.",
        "The on-call engineer ignored the first page.",
        "Nobody noticed that the replica lagged.",
        "Failed to notify the customers in time.",
        "The network team never got around to the audit.",
        "The reviewer didn’t notice the changed default.",
        "We overlooked the second region.",
    ),
    fine=(
        "The job failed to start.",
        "The login page offers “forgot password”.",
        "The scheduler missed two heartbeats.",
        "We did not expect so many retries.",
        "The default was inherited from the old chart.",
        "The parser ignored the unknown field.",
        "Nobody was on call that night.",
        "All attempts to reconnect failed.",
    ),
)

PATTERNS = (
    pattern("forg", r"<anyone><pp><adv>forg(?:ot|et|ets|etting|otten)\b", unless=r"\bforg\w+ (?:the|a|their|your|his|her) (?:\w+ )?(?:password|pin|passphrase)", asks="What could have reminded anybody of it?"),
    pattern("forgot", r"(?:^|[,;:] |\b(?:and|but|then|who|which) )(?:\w+ly |had )?forgot(?:ten)? (?:to|the|that|about|a|an)\b",
            unless=r"\bforgot(?:ten)? (?:password|passwort)|forgot (?:the|a|your|their) password",
            asks="What could have reminded anybody of it?"),
    pattern("neglect", r"<anyone><pp><adv>neglect(?:ed|s|ing)? |\bneglected to\b|\bneglect (?:of|to|by)\b"),
    pattern(
        "fail",
        r"<anyone><pp>(?: and \w+)?<adv>fail(?:ed|s|ing|ure)? (?:to|in|at)\b",
        unless=r"<anyone><pp><adv>fail(?:ed|s) (?:to (?:load|connect|start|resolve|boot|log ?in|authenticate)|at (?:login|startup))\b|\b(?:login|log-in) attempts?",
    ),
    pattern(
        "failed to|failure to|failing to|failure in|failing at",
        r"(?:^|[,;:—–-] |\b(?:and|but|then|due to|because of|by|of|was|in) )(?:\w+ly )?(?:the |a |our |their |his |her |us )?(?:failed|failure|failing|fails) to (?:\w+ly )?"
        r"(?:notif|inform|tell|communicat|check|verif|test|notice|escalat|review|document|follow|update|read|realis|realiz|recogni|respond|consider|anticipat|identify"
        r"|properly|adequately|coordinate|plan|ask|monitor|renew|handle this|act\b|address|back ?up|validate|understand|think|set up|maintain|account for)",
        unless=r"\b(?:monitor|monitoring|alert|alerts|service|system|script|job|probe|check|tool|pod|pods|node|nodes|client|server|code|process|pipeline|build|deployment"
        r"|controller|scheduler|health ?check|container|query|request|requests|worker|api|database|connection|bot|app|application|it|which)\b(?:[ ,]\S*){0,6} fail(?:ed|ing|s|ure)? to",
    ),
    pattern(
        "miss",
        r"<anyone><pp><adv>miss(?:ed|es|ing)? (?!out\b|features?\b|data\b)"
        r"(?:the|a|an|this|that|it|our|his|her|their|its|any|all|some|several|one|two|both|these|those|important|critical|signs?|warnings?|alerts?|steps?)\b",
        unless=r"\b(?:we|they) (?:were |was |are |is )?missing\b",
    ),
    pattern("missed|overlook|ignored|unnoticed|forgotten|neglected|not ", r"\b(?:that|which|something|signs?|step|detail|clue|warning|signal|case) (?:we|I|he|she|<person>)(?: all| both| initially| had)? (?:missed|overlooked|ignored)\b"
            r"|\b(?:missed|overlooked|ignored|unnoticed|forgotten|neglected|not noticed|not seen|not caught|not picked up|not acted (?:up)?on|not escalated|not reviewed|not tested"
            r"|not checked|not verified)(?: (?:in|during|at) (?:\w+ ){1,3}?)? ?by (?:the |our |an? |all |every |both |some )?(?:\w+ ){0,3}?(?:<person>|us\b|me\b|everyone|everybody)"),
    pattern("noticed by|caught by|overlook|ignor|neglect", r"\b(?:went|gone|going|go|was|were) (?:\w+ly )?(?:unnoticed|ignored|overlooked) by (?:the |our |an? |all )?(?:\w+ ){0,3}?(?:<person>|us\b)"),
    pattern("overlook|ignor|disregard|dismiss|brushed|omit", r"<anyone><pp><adv>(?:overlook(?:ed|s)?|ignor(?:ed|es|ing)|disregard(?:ed|s|ing)?|dismissed|brushed off|omit(?:ted|s|ting)?)\b"),
    pattern("ignor|miss|forg|overlook|neglect|fail|didn|did not|disregard|never", r"(?:^|[,;:–—-] )(?:\S+ )?(?:\S+ )?<person><pp>\W (?:\S+ ){1,14}?(?:and|but|then|yet) (?:\w+ly |had |also |then |so |still |even |just )*"
            r"(?:ignored|missed|forgot|overlooked|neglected|failed to|disregarded|(?:did not|didn't|never) <duty>)"),
    pattern("ignor|miss|forg|overlook|neglect|fail", r"(?:<anyone>)<pp> \w+(?:ed|ing)? (?:\S+ ){0,10}?(?:and|but|then|yet) (?:\w+ly |had |also |then |so |still |even |just )*"
            r"(?:ignored|missed (?:the|a|an|this|that|it)|forgot|overlooked|neglected to|failed to (?:check|notice|verify|test|see|follow|tell|escalate|review|read|inform|communicate))\b"),
    pattern(
        "nobody|no one|no-one|noone|none of|neither of|not one|not a single|no ",
        r"<nobody>(?:<pp>)<adv>(?:notic|check|test|realis|realiz|thought|think|look|saw|see|caught|catch|review|respond|follow|told|tell|inform|bother|ask|act(?:ed|s)?\b|escalat|updat|pick"
        r"|read\b|remember|took|verif|validat|communicat|spot|questioned|challenged|stopped|raised|reacted|cared|paid|document|investigat|did\b|flagged|monitored|was (?:watching|looking"
        r"|paying|checking|monitoring)|reported|renewed|called|mention|warned|speak|spoke|considered|understood|anticipated|tried|cleaned|removed|fixed|turned|set\b|consulted)",
        unless=r"<nobody>(?:<pp>)? (?:was|were|had been|is|has been) (?!watching|looking|paying|checking|monitoring)\w+",
    ),
    pattern("never|bother|got around|get around", r"<anyone><pp><adv>(?:never|not|n't|ever)? ?(?:got|get) (?:around|round) to\b|<anyone><pp> (?:<not>|never|not|n't) (?:even )?bother|\bnever bothered\b"),
    pattern("never", r"(?:<person>|\b(?:I|we)\b)<pp> never (?:\w+ly |even )?<duty>",
            unless=r"\bwe never (?:saw|see|had|expected|needed|thought|knew|got a)"),
    pattern(
        "did|had|do|was|were|wasn|does",
        r"<person><pp> (?:<not>)(?: \w+ly| even| also| fully| at all)* <duty>",
        unless=r"\bwho (?:did|do|does|had)(?:n't| not)|<person> (?:do|does)(?:n't| not)",
    ),
    pattern("did|had|was|were", r"(?:<anyone>)<pp> (?:did|had|have|has|was|were)(?:n'?t| not) (?:(?:properly|adequately|sufficiently|thoroughly|carefully|diligently|correctly) \w+|\w+ (?:properly|carefully|thoroughly|closely))",
            unless=r"\b(?:they|we|I) (?:did|had)(?:n't| not) (?:work|start|fully|load)"),
    pattern("without", r"\bwithout (?:<np>) (?:\w+ly )?(?:notic|check|review|approv|realis|realiz|verif|test)\w*ing\b"),
    pattern("did|had", r"\bI (?:did(?:n'?t| not)|had(?:n'?t| not)|never)(?: \w+ly| even| also| fully)* (?:check|verif|test|notic|read|follow|realis|realiz|tell|ask|think|double|review|consider|look|escalat)"),
    pattern("did|had", r"\bwe (?:did(?:n'?t| not)|had(?:n'?t| not))(?: even| actually| properly| adequately| sufficiently| thoroughly| bother to| think to)+ (?:test|check|review|verif|think|consider|plan|communicat|look|notic)\w*"),
    pattern("", r"^\W*(?:not|without(?= \w+ing (?:first|the|any))) (?:\w+ly )?(?:double[- ]?check|check|test|verify|review|communicat|read|ask|notic|follow|inform|tell|escalat|look|document)\w*ing\b"),
    pattern("why did|why was|why were|why has|why had", r"\bwhy (?:did(?:n'?t| not)|was(?:n'?t| not)|were(?:n'?t| not)|has(?:n'?t| not)|had(?:n'?t| not)) (?:<np>)|\bwhy (?:did|was|has|had|is) (?:nobody|no[ -]?one)\b"),
    pattern("asleep|paying|looking|watching|slept through|tuned out", r"<anyone><pp><adv>(?:(?:not|n't) (?:paying attention|looking|watching)|fell asleep|slept through|tuned out)"),
    pattern("slipped", r"\bslipped (?:through )?(?:our|my|his|her|their|everyone's|<anyone>) (?:minds?|review|attention|notice)"),
    pattern("miss", r"(?:^|[,;:–—-] )(?:\w+ly )?missed (?:the|a|an|this|that|it|our|in|during)\b", unless=r"\b(?:heartbeats?|beats?|slot|attestation|deadline by|jobs?|runs?)\b"),
)  # fmt: skip
