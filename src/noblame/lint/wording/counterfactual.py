"""What people should or could have done: true only for who knows the end."""

from noblame.lint.rule import Rule
from noblame.lint.wording.grammar import pattern

RULE = Rule(
    "blame.counterfactual",
    "warning",
    "Looks back at what people should, could or would have done. That shows what was learned since, not what could be seen then; "
    "what a machine should do, what a test or an alert would have caught, and what there should be from now on are left alone.",
    "What could be seen then, and what made the choice reasonable?",
    flagged=(
        "The new tool shouldn't have been rushed to production.",
        "Too many nodes went down - should have done it on one host first.",
        "We should have drained the node first.",
        "The reviewers ought to have spotted the missing index.",
        "Had Lena paged the network team at once, we would have kept the SLA.",
        "If we had read the release notes, this would have been avoided.",
        "In hindsight the migration was a gamble.",
        "The rollback plan should have been rehearsed.",
        "The best approach would have been to stop the import.",
        "I shouldn’t have merged it on my own.",
        "This could have been prevented by asking the storage team.",
        "Asking the vendor first would have saved us an hour.",
        "Testing this beforehand would have shown the problem.",
        "The upgrade should never have been attempted during business hours.",
        "The outage would have been much shorter had we trusted the first alert.",
        "The escalation should have come sooner.",
        "This incident could easily have been avoided.",
    ),
    fine=(
        "You might have seen errors during this time.",
        "The cache should have been invalidated by the deploy hook.",
        "A canary would have caught this within a minute.",
        "We should have a dashboard for queue age.",
        "We should have alerting on both replicas.",
        "If the disk had filled up, writes would have stopped.",
        "An attacker could have read the backups.",
        "Replace “should have” with “what made it hard to”.",
        "Users should have been able to log in during the failover.",
        "The certificate should have been renewed automatically.",
        "The rollback should have taken two minutes but took twenty.",
        "Had the feature been behind a flag, we could have turned it off in seconds.",
        "Some statuses that should've been removed earlier are still there.",
    ),
)

PATTERNS = (
    pattern(
        "should|ought|could|might",
        r"<anyone><pp>(?: (?:\w+ly|also|all|both|really|probably|just))*,? <modal> (?:\w+ly |not |also |been |at least |more |better |first |all |both |only |just )*<participle>",
        unless=r"\byou (?:might|may|could) have (?:read|faced|seen|noticed|heard|experienced|encountered)\b|\b(?:could(?:n'?t| not) have (?:\w+ly )?(?:known|seen|told|foreseen|noticed|predicted|guessed)|attackers?|could have been (?:much |far |a lot )?worse|(?:could|might) have (?:been|caused|led|contributed|resulted|impacted"
        r"|affected|noticed|experienced|seen|received)|(?:appointing|hiring|adding|having|designating|assigning|introducing) (?:an? |the )?\w+|could have [^.]*, but |users? (?:should|could|might)|patrons? should|customers? (?:should|could|might)|should have been able|nobody|no ?one)\b|^\W*(?:had|if|with) (?!<np>)(?:there|the|an?|this|these|our|such|it)\b.{1,80}?, (?:\w+ )?<anyone> (?:could|would|might)\b",
    ),
    pattern("needed to have|had to have", r"<anyone><pp><adv>(?:needed|had) to have (?:\w+ly |already |first )?<participle>"),
    pattern(
        "should|ought|could",
        r"\b(?:should|ought to)(?:n'?t| not)? ?(?:have|of|'ve)(?: \w+ly| not| also| at least| better| already| more)* been(?: \w+ly| not| better| more"
        r"| already| code| peer)* <human_work>\b",
        unless=r"\b(?:should have been (?:generated|fetched|corrected|routed|slashed)|(?:by|via) (?:the )?(?:system|job|script|service|cron|ᛢ+|[\w-]+-(?:manager|bot|operator|controller)|\w+bot\b)|automatically|\bevery \d|\b(?:once|twice) (?:a|per)\b|\bwithin \d+ ?(?:ms|s|sec\w*)\b)",
    ),
    pattern(
        "should|ought",
        r"\b(?:investigation|response|decision|review|planning|design|communication|handover|hand-?off|migration|rollout|release|deployment|change|fix"
        r"|upgrade|rollback|work|project|approach|issue|problem|risk|incident|bug|PR|mistake|escalation|declaration|announcement|testing|rehearsal|drill|maintenance|evaluation|analysis) (?:\w+ ){0,2}?(?:should|ought to)(?:n'?t| not)? ?(?:have|of|'ve)"
        r"(?: \w+ly| not| never| also| already)* (?:been (?:\w+ly )?(?:<human_work>|tested|stopped|blocked|rejected|split|delayed|postponed|approved|treated)"
        r"|turned|started|begun|waited|gone|taken|included|happened|involved|come)",
        unless=r"\b(?:automatically)\b|\btaken (?:\w+ ){0,2}?(?:\d+|an?|one|two|three|five|ten|few|seconds|minutes|hours|less|under)\b",
    ),
    pattern("should|ought", r"\b(?:should|ought to)(?:n'?t| not| never) (?:have|of|'ve)(?: ever)? (?:been )?(?:<human_work>|attempted|rushed|deployed|merged|released|shipped|pushed|started|approved|run|granted|allowed|used|combined|postponed|skipped|ignored|gone (?:out|live|to production)|left)\b",
            unless=r"\bbeen allowed to (?:grow|reach|start|run|connect)|\bautomatically\b"),
    pattern("should|ought", r"(?:^|[,;:–—-] |\b(?:but|and|or) )(?:(?:also|then|probably|really|maybe|certainly|definitely|perhaps|clearly|obviously|simply) )?(?:should|ought to)(?:n'?t| not)? ?(?:have|of|'ve) (?:been )?(?:\w+ly |just |only )?"
            r"(?:<human_work>|done (?!by)|checked|tested|known|asked|waited|noticed|looked|read|escalated|rolled|used|started|stopped|thought)\b"),
    pattern("could|might", r"\b(?:could|might) (?:easily |probably |perhaps )?have been (?:\w+ly )?(?:avoid|prevent|caught|noticed|detected|found|spotted|identified"
            r"|resolved|mitigated|fixed|shorten|discovered)\w*(?: (?:much |far |a lot )?(?:earlier|sooner|faster|quicker|quickly)\b| (?:by|if|had|with more|through"
            r" (?:better|more))\b)", unless=r"\bby (?:a|an|the) (?:\w+ ){0,2}(?:alert|test|canary|monitor|check|gate|limit|system|probe)"),
    pattern("could", r"\b(?:could|might) (?:easily |probably |perhaps |all )*have (?:easily |probably |all )*been (?:\w+ly |altogether )?(?:avoided|prevented)\W*$|\b(?:could|might) (?:easily have|have easily) been (?:avoid|prevent|caught|fixed|spotted|detected|noticed)\w*"),
    pattern("avoidable|preventable", r"\b(?:was|were|is|been|an?|entirely|easily|completely|totally) (?:avoidable|preventable)\b"),
    pattern(
        "had ",
        r"(?:^|[,;:—–-] |\b(?:and|but) )had <np><pp>(?: (?:not|n't|only|been|\w+ly|all|just))* (?:<participle>|\w+ed)\b",
        unless=r"\b(?:jobs?|attackers?)\b",
    ),
    pattern("had ", r"\b(?:shorter|longer|less\w*|lower|avoided|prevented|happened|sooner|earlier|faster|quicker|better|smaller|worse|occurred|caught|detected|noticed|fixed|resolved|mitigated|easier|different(?:ly)?|reduced|limited|saved|minor|nothing),? had <np><pp>(?: (?:not|n't|only|been|\w+ly|all|just))* (?:<participle>|\w+ed)\b"),
    pattern(
        "if |if,",
        r"\b(?:if|if only|only if) <np><pp>(?:(?: had|'d)(?:n'?t| not)?|(?: would| could) have)(?: (?:not|only|been|\w+ly|all|just|simply|first|already|then))*"
        r" (?:<participle>|more |better |aware|careful|a bit|done)",
        unless=r"\bif they had (?:existed|been (?:in place|enabled|configured|running|deployed))|\bif (?:he|she|they|we|you|I|\S+) (?:had|have) (?:been )?(?:affected|impacted|any|no)\b|\b(?:attackers?)\b",
    ),
    pattern("if only", r"\bif only\b"),
    pattern("hindsight|retrospect|looking back|knew better|known better|second-guess", r"\b(?:(?:in|with|of) (?:\w+ )?hindsight|hindsight (?:is|shows?|tells|was)|in retrospect|looking back"
            r"|(?:knew|known) better)\b"),
    pattern(
        "would",
        r"\b(?:right|better|best|correct|proper|safer|safest|wiser|smarter|simpler|simplest|cleaner|ideal|obvious|prudent|sensible)"
        r" (?:\w+ )?(?:call|move|approach|way|thing|choice|decision|option|step|course|practice|action|solution|answer|plan|strategy|response|idea|fix|procedure|process|order|sequence|time|moment|reaction)?"
        r"(?: \S+){0,6}? would(?: \w+ly)? have been\b",
    ),
    pattern("would|might|could", r"\bit (?:would|might|could)(?: \w+ly)? (?:have been|be) (?:\w+ )?(?:better|best|wise|wiser|prudent|good|safer|smarter|ideal|helpful|nice|easier|useful)"
            r" (?:if|to have|had|for)", unless=r"\bif there (?:was|were)|\bto have (?:a|an|some)\b"),
    pattern(
        "would|could|might",
        r"(?:^|[,;:.] )(?:not )?(?:simply |just |only )?(?:ask|consult|call|pag|escalat|read|check|review|wait|roll|stop|paus|involv|talk|speak|notify|inform|warn|look|pay|double"
        r"|follow|think|tak|be|act|react|stay|merg|deploy|giv|contact|communicat|loop)\w*ing\b (?:\S+ ){0,9}?(?:would|could|might)(?: \w+ly)? have\b",
    ),
    pattern("first|beforehand|earlier|sooner|before |in advance|ahead of|immediately|right away|at once|up front|upfront|straight away",
            r"(?:^|[,;:.] )(?:simply |just |only )?(?!adding|having|enabling|appointing|hiring|during|nothing|something|anything|everything|being)\w{3,}ing\b (?:\S+ ){1,9}?(?:first|beforehand|earlier|sooner|before \w+|in advance|ahead of time|immediately|right away|at once|up ?front|straight away)\b"
            r"(?:,| \S+){0,6}? (?:would|could|might)(?: \w+ly)? have\b"),
    pattern("more |better |closer |greater |a bit of|some |a little", r"\b(?:more|better|closer|greater|a bit of|some|a little) (?:\w+ )?(?:care|attention|diligence|thought|thorough\w*|careful\w*|caution|planning|communication|preparation|review"
            r"|research|testing)\b (?:\S+ ){0,6}?(?:would|could|might) have\b"),
    pattern("with more|with better|with greater|with a |with some", r"\bwith (?:more|better|greater|some|a (?:little|bit) more|a bit of) (?:\w+ )?(?:care|attention|diligence|thought|caution|planning|communication|preparation|discipline|testing|review)\b"
            r"(?: \S+){0,8}? (?:would|could|might)(?:n'?t| not| never)? have\b"),
    pattern("would", r"\bwould(?:n'?t| not| never) (?:have )?(?:happen|be|occur)\w*(?: \S+){0,3}? (?:if|had|with) (?:more care|<anyone>|better (?:care|judg))"),
    pattern("should|ought", r"\b(?:it|this|that|which|they) (?:\w+ly )?(?:should|ought to)(?:n'?t| not| never)?(?: never)? ?(?:have|of|'ve)(?: \w+ly| not| never| also)* (?:been (?:\w+ly )?"
            r"(?:<human_work>|obvious|clear|standard|common|a)|happened|raised|gone)",
            unless=r"\bit should(?:n't| not) even|by default|automatically"),
    pattern("could have|should have|nor did|ought", r"\b(?:anything|something|nothing|what|everything|all|only thing|things?) (?:\S+ ){0,4}?<anyone> (?:\w+ )?(?:could|should|might|ought to)(?:n'?t| not)? (?:have|'ve|of) <participle>"),
    pattern("could|should", r"^\W*(?:probably |maybe |we |I )?(?:could|should)(?:n'?t| not)? (?:have|of) (?:\w+ly |just |only |also )*<participle>",
            unless=r"\b(?:been)\b|\bcould(?:n't| not) have (?:known|seen|told|foreseen|noticed|predicted|guessed)"),
    pattern("could have|should have", r"\bas (?:\w+ )?\w+ as (?:it|we|they|I|he|she|this|that) (?:could|should|might) have\b"),
    pattern("would have been|would of been|been", r"\bwould(?: \w+ly)? (?:have|of) been (?:\w+ )?(?:better|best|wise|wiser|prudent|good|safer|smarter|ideal|helpful|nice|easier|useful|worth\w*|sensible|preferable)"
            r" (?:to (?!have (?:an?|some|the)\b)\w+|if <np>|for <np>|not to)"),
    pattern("enough", r"\b(?:we|I|<person>) (?:\w+ )?(?:did(?:n'?t| not)|nor|were(?:n'?t| not)|was(?:n'?t| not)) (?:\S+ ){1,6}(?:quickly|fast|soon|early|carefully|thoroughly|closely|promptly) enough"),
    pattern("nor did", r"\bnor did <anyone>"),
)  # fmt: skip
