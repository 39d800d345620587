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
        "Neither the author nor the reviewer noticed the inverted filter.",
        "Sales never told us about the campaign.",
        "The alert was dismissed by the engineer on call as noise.",
        "They didn't follow the rollback procedure.",
        "Lars never answered the page.",
        "The reviewer focused on the fix and didn't notice the other change.",
        "The author set the key for staging but failed to copy it to production.",
        "The operators acted on an old picture for an hour and missed the loss of the second line.",
        "The cause was the failure to decommission an old server.",
    ),
    fine=(
        "The job failed to start.",
        "Carol had not seen the dashboard because it needs the VPN.",
        "The post was easily missed in the channel.",
        "Some buttons stayed grey, failing to update.",
        "Failed to renew certificate example.org with error: no such plugin",
        "We miss one screw for the second disk.",
        "The index rotation was not correctly set up.",
        "The login page offers “forgot password”.",
        "The scheduler missed two heartbeats.",
        "We did not expect so many retries.",
        "The default was inherited from the old chart.",
        "The parser ignored the unknown field.",
        "Nobody was on call that night.",
        "All attempts to reconnect failed.",
        "The operator failed to reconcile the custom resource.",
        "The replication worker forgot its position after the restart.",
        "Our alert manager failed to group the notifications.",
        "We missed our SLO for the month by 0.02%.",
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
        unless=r"<anyone><pp><adv>fail(?:ed|s) (?:to (?:load|connect|start|resolve|boot|log ?in|authenticate|reconcile|sync|scrape|schedule|parse|mount|bind|allocate|elect|replicate|spawn|compile|decode|flush|render|create the pod|become ready|come up)|at (?:login|startup))\b|\b(?:login|log-in) attempts?",
    ),
    pattern(
        "failed to|failure to|failing to|failure in|failing at",
        r"(?:^|[,;:—–-] |\b(?:and|but|then|due to|because of|by|of|was|in) )(?:\w+ly )?(?:the |a |our |their |his |her |us )?(?:failed|failure|failing|fails) to (?:\w+ly )?"
        r"(?:notif|inform|tell|communicat|check|verif|test|notice|escalat|review|document|follow|update|read|realis|realiz|recogni|respond|consider|anticipat|identify"
        r"|properly|adequately|coordinate|plan|ask|monitor|renew|handle this|act\b|address|back ?up|validate|understand|think|set up|maintain|account for)",
        unless=r"\bwith error\b|\b(?:elements?|bars?|views?|pages?|screens?|buttons?|monitor|monitoring|alert|alerts|service|system|script|job|probe|check|tool|pod|pods|node|nodes|client|server|code|process|pipeline|build|deployment"
        r"|controller|scheduler|health ?check|container|query|request|requests|worker|api|database|connection|bot|app|application|it|which)\b(?:[ ,]\S*){0,6} fail(?:ed|ing|s|ure)? to",
    ),
    pattern(
        "miss",
        r"<anyone><pp><adv>miss(?:ed|es|ing) (?!out\b|features?\b|data\b)"
        r"(?:the|a|an|this|that|it|our|his|her|their|its|any|all|some|several|one|two|both|these|those|important|critical|signs?|warnings?|alerts?|steps?)\b",
        unless=r"\b(?:we|they) (?:were |was |are |is )?missing\b|\b(?:easily|easy to) miss|\bmiss\w* (?:our|the|its|their|this) (?:\w+ ){0,2}?(?:SLOs?|SLAs?|targets?|objectives?|goals?|error budget)\b",
    ),
    pattern("missed|overlook|ignored|unnoticed|forgotten|neglected|not |dismissed by|disregarded|silenced by|snoozed by|skipped by|omitted by|brushed off by|misread by|misinterpreted by|misunderstood by", r"\b(?:that|which|something|signs?|step|detail|clue|warning|signal|case) (?:we|I|he|she|<person>)(?: all| both| initially| had)? (?:missed|overlooked|ignored)\b"
            r"|\b(?:missed|overlooked|ignored|unnoticed|forgotten|neglected|dismissed|disregarded|silenced|snoozed|skipped|omitted|brushed off|misread|misinterpreted|misunderstood|not followed|not read|not opened|not answered|not noticed|not seen|not caught|not picked up|not acted (?:up)?on|not escalated|not reviewed|not tested"
            r"|not checked|not verified)(?: (?:in|during|at) (?:\w+ ){1,3}?)? ?by (?:the |our |an? |all |every |both |some )?(?:\w+ ){0,3}?(?:<person>|us\b|me\b|everyone|everybody)"),
    pattern("noticed by|caught by|overlook|ignor|neglect", r"\b(?:went|gone|going|go|was|were) (?:\w+ly )?(?:unnoticed|ignored|overlooked) by (?:the |our |an? |all )?(?:\w+ ){0,3}?(?:<person>|us\b)"),
    pattern("overlook|ignor|disregard|dismiss|brushed|omit", r"<anyone><pp><adv>(?:overlook(?:ed|s)?|ignor(?:ed|es|ing)|disregard(?:ed|s|ing)?|dismissed|brushed off|omit(?:ted|s|ting)?)\b"),
    pattern("ignor|miss|forg|overlook|neglect|fail|didn|did not|disregard|never", r"(?:^|[,;:–—-] )(?:\S+ )?(?:\S+ )?<person><pp>\W (?:\S+ ){1,14}?(?:and|but|then|yet) (?:\w+ly |had |also |then |so |still |even |just )*"
            r"(?:ignored|missed|forgot|overlooked|neglected|failed to|disregarded|(?:did not|didn't|never) <duty>)"),
    pattern("ignor|miss|forg|overlook|neglect|fail", r"(?:<anyone>)<pp> \w+(?:ed|ing)? (?:\S+ ){0,10}?(?:and|but|then|yet) (?:\w+ly |had |also |then |so |still |even |just )*"
            r"(?:ignored|missed (?:the|a|an|this|that|it)|forgot|overlooked|neglected to|failed to (?:check|notice|verify|test|see|follow|tell|escalate|review|read|inform|communicate))\b"
            r"|<person><pp>(?: \w+ly)? (?:\w+ed|<change>|<participle>)\b (?:\S+ ){0,18}?(?:and|but|then|yet) (?:\w+ly )?(?:failed to (?!load|connect|start|resolve|boot|log|authenticate|sync)\w+|missed (?:the|a|an|this|that|it)|overlooked|ignored)\b"),
    pattern(
        "nobody|no one|no-one|noone|none of|neither |not one|not a single|no ",
        r"<nobody>(?:<pp>)<adv>(?:notic|check|test|realis|realiz|thought|think|look|saw|see|caught|catch|review|respond|follow|told|tell|inform|bother|ask|act(?:ed|s)?\b|escalat|updat|pick"
        r"|read\b|remember|took|verif|validat|communicat|spot|questioned|challenged|stopped|raised|reacted|cared|paid|document|investigat|did\b|flagged|monitored|was (?:watching|looking"
        r"|paying|checking|monitoring)|reported|renewed|called|mention|warned|speak|spoke|considered|understood|anticipated|tried|cleaned|removed|fixed|turned|set\b|consulted)",
        unless=r"<nobody>(?:<pp>)? (?:was|were|had been|is|has been) (?!watching|looking|paying|checking|monitoring)\w+",
    ),
    pattern("never|bother|got around|get around", r"<anyone><pp><adv>(?:never|not|n't|ever)? ?(?:got|get) (?:around|round) to\b|<anyone><pp> (?:<not>|never|not|n't) (?:even )?bother|\bnever bothered\b"),
    pattern("never", r"<person><pp>(?: had| has| have)? never (?:\w+ly |even )?(?!had|got|received|been|saw|seen)\w+(?:ed|t)\b"),
    pattern("miss", r"<person><pp><adv>missed (?!out\b|calls?\b|meetings?\b)[a-z]", unless=r"\beasily missed|\bmissed (?:our|the|its|their|this) (?:\w+ ){0,2}?(?:SLOs?|SLAs?|targets?|objectives?|goals?)\b"),
    pattern("failure of|failure by|failure on", r"\bfailure (?:of|by|on the part of) (?:the |our |an? )?(?:[\w-]+ ){0,2}?<person>"),
    pattern("failure to", r"\b(?:cause\w*|due to|because of|result of|attributed to|stemmed from|contribut\w+)\b[^.;]{0,40}?\b(?:the |a |our |their )?failure to (?:\w+ly )?(?:patch|decommission|test|verify|check|review|rotate|renew|notice|communicate|document|clean up|monitor|escalate|inform|notify|consult|follow)\b",
            unless=r"<system>(?: \w+)? failure to|<system>'s failure to"),
    pattern("never", r"(?:<person>|\b(?:I|we)\b)<pp> never (?:\w+ly |even )?<duty>",
            unless=r"\bwe never (?:saw|see|had|expected|needed|thought|knew|got a)"),
    pattern(
        "did|had|do |don|was|were|does",
        r"<person><pp> (?:<not>)(?: \w+ly| even| also| fully| at all)* <duty>",
        unless=r"\bwho (?:did|do|does|had)(?:n't| not)|<person> (?:do|does)(?:n't| not)|\bbecause (?:it|its|the|there|no|of the)\b",
    ),
    pattern("did not|didn't|never", r"<person><pp> (?:\w+ly )?(?:\w+ed|<change>|<participle>)\b (?:\S+ ){0,12}?(?:and|but|then|yet) (?:then |so |also |still )?(?:did not|didn't|never) (?:\w+ly |even )?(?:notic|check|test|verif|review|read|ask|tell|inform|escalat|communicat|consider|reali|think|look|follow|document|double|spot|catch|wait|updat|announc|consult|warn|notif|rais)\w*"),
    pattern("they did|you did", r"\b(?:they|you) did(?:n'?t| not)(?: \w+ly| even| also)* (?:follow|read|consult|escalat|communicat|inform|tell|notif|bother|review|double[- ]check|ask|warn|think|document|test|verify)\b"),
    pattern("proper|adequat|sufficient|thorough|careful|diligent|correctly|closely", r"(?:<anyone>)<pp> (?:did|had|have|has|was|were)(?:n'?t| not) (?:(?:properly|adequately|sufficiently|thoroughly|carefully|diligently|correctly) \w+|\w+ (?:properly|carefully|thoroughly|closely))",
            unless=r"\b(?:they|we|I) (?:did|had)(?:n't| not) (?:work|start|fully|load)|(?:was|were)(?:n't| not) (?:\w+ly )(?:set ?up|configured|installed|deployed|working|defined|registered|applied)"),
    pattern("without", r"\bwithout (?:<np>) (?:\w+ly )?(?:notic|check|review|approv|realis|realiz|verif|test)\w*ing\b"),
    pattern("did|had", r"\bI (?:did(?:n'?t| not)|had(?:n'?t| not)|never)(?: \w+ly| even| also| fully)* (?:check|verif|test|notic|read|follow|realis|realiz|tell|ask|think|double|review|consider|look|escalat)"),
    pattern("did|had", r"\bwe (?:did(?:n'?t| not)|had(?:n'?t| not))(?: even| actually| properly| adequately| sufficiently| thoroughly| bother to| think to)+ (?:test|check|review|verif|think|consider|plan|communicat|look|notic)\w*"),
    pattern("not |without ", r"^\W*(?:not|without(?= \w+ing (?:first|the|any))) (?:\w+ly )?(?:double[- ]?check|check|test|verify|review|communicat|read|ask|notic|follow|inform|tell|escalat|look|document)\w*ing\b"),
    pattern("why did|why was|why were|why has|why had", r"\bwhy (?:did(?:n'?t| not)|was(?:n'?t| not)|were(?:n'?t| not)|has(?:n'?t| not)|had(?:n'?t| not)) (?:<np>)|\bwhy (?:did|was|has|had|is) (?:nobody|no[ -]?one)\b"),
    pattern("asleep|paying|looking|watching|slept through|tuned out", r"<anyone><pp><adv>(?:(?:not|n't) (?:paying attention|looking|watching)|fell asleep|slept through|tuned out)"),
    pattern("slipped", r"\bslipped (?:through )?(?:our|my|his|her|their|everyone's|<anyone>) (?:minds?|review|attention|notice)"),
    pattern("miss", r"(?:^|[,;:–—-] )(?:\w+ly )?missed (?:the|a|an|this|that|it|our|in|during)\b", unless=r"\b(?:heartbeats?|beats?|slot|attestation|deadline by|jobs?|runs?)\b"),
)  # fmt: skip
