"""One person or team as the one whose act was the cause, and questions for the culprit."""

from noblame.lint.rule import Rule
from noblame.lint.wording.grammar import pattern

_WRONGLY = (
    r"(?:accidentl?al?ly|accidently|mistakenly|inadvertently|unintentionally|erroneously|incorrectly|wrongly|improperly|unknowingly"
    r"|unwittingly|mistakely|by mistake|by accident|in error)"
)

RULE = Rule(
    "blame.individual",
    "warning",
    "Singles out a person or a group as the one whose act was the cause, or asks who did it. A named person who acknowledged, restarted or "
    "decided something is a fact of the timeline and left alone; so is an accident that nobody is named for.",
    "What made this sensible then, and what let it have this effect?",
    flagged=(
        "An engineer accidentally dropped the orders table.",
        "Somebody ran the script against the wrong cluster.",
        "Who merged this?",
        "The outage was caused by a contractor at the hosting company.",
        "Oskar took too long to roll back.",
        "Tina pushed it to production without testing.",
        "The vendor is to blame for the delay.",
        "One of the admins had set the retention to one day.",
        "It was the release team who enabled the flag for everybody.",
        "Henrik's refactoring broke the export.",
        "The QA lead approved the release without running the regression suite.",
        "The consultant disabled the replication slot and told no one.",
        "A student assistant switched off the rack.",
        "Which engineer signed off on this release?",
        "Site personnel mistakenly unplugged the second feed.",
        "A team member, while debugging the exporter, inadvertently removed the wrong hosts.",
        "An operator left the retention field blank.",
        "The supplier caused the outage.",
        "The reviewer rubber-stamped the change.",
        "The new colleague had no idea what the flag did.",
        "They were too slow to answer the page.",
    ),
    fine=(
        "@lena acknowledged the alert.",
        "Rita restarted the broker at 14:20.",
        "The orders table was accidentally dropped.",
        "The page asks users who forgot their password.",
        "The outage was caused by a full disk.",
        "The service responsible for routing was restarted.",
        "Who is the right contact for the relay?",
        "An engineer disabled the compromised account.",
        "A developer opened a pull request to update the base image.",
        "It was Rita who noticed the growing queue.",
        "The team encountered many issues resulting in delays.",
        "The goal is not to find someone to blame.",
        "If an operator entered the dose too quickly, the magnets were not moved.",
        "To mitigate this, the engineers broke the dependency between the queue and the archive.",
        "The firewall rule prevented our engineers from reaching the routers, and it caused a longer outage.",
        "The attacks were carried out by an individual using a stolen key.",
        "The rollback undid all changes made by the night team during the freeze.",
        "The support team escalated to the supplier, leading to a faster fix.",
        "The team had caused no outage before.",
        "State management left the session fields empty.",
        "The engineer on call still suspects that environment variables are to blame.",
        "A call with a vendor engineer to deploy the previously merged change.",
        "Users who signed in during that hour got a second account, leading to wrong totals.",
        "Nothing is learned when we blame the person.",
    ),
)

PATTERNS = (
    pattern("accident|mistak|inadvert|unintention|erroneous|incorrect|wrongly|improper|unknowing|unwitting|in error",
            rf"(?:<person>|\bI\b)<pp>(?:, (?:while|when|after|during|in|on) [^,;]{{1,90}},)?<adv>(?:and )?(?:{_WRONGLY}) \w+", unless=r"^\W*(?:we|our)\b",
            asks="What made it possible for this to happen by accident?"),
    pattern("accident|mistak|in error", rf"(?:<person>|\bI\b)<pp><adv>(?:<change>|\w+ed)\b.{{0,140}}?\b(?:{_WRONGLY})\b",
            unless=r"\b(?:was|were|been|being|got) (?:accident|mistak|inadvert|unintention|erroneous|incorrect)",
            asks="What made it possible for this to happen by accident?"),
    pattern("wrong|incorrect|typo", r"(?:<person>|\bI\b)<pp><adv>(?:\w+ed|<change>|made|used|chose|picked|ran|took|gave)\b(?: [^\s,]+){0,9}? (?:the |a |an |to |in |on |into |with )*(?:wrong|incorrect)\b"
            r"|<anyone><pp><adv>(?:made|introduced|had|committed|pushed|left) (?:a |an |the )?(?:\w+ )?(?:typo|error|misconfiguration)\b",
            unless=r"\b(?:fixed|corrected|found|noticed|discovered|identified|spotted|detected|reported|realized|realised) (?:that |the |a |an )*.{0,40}(?:wrong|incorrect)",
            asks="What made the two so easy to take for each other?"),
    pattern("untested|unreviewed|unapproved|broken|buggy|faulty|outdated|bad |invalid|malformed|defective|incomplete", r"(?:<person>|\bI\b)<pp><adv>(?:pushed|merged|deployed|shipped|released|committed|applied|introduced|ran|used|approved|uploaded|published|promoted|rolled out|wrote|entered|submitted|left)"
            r" (?:an? |the |some |in |out )*(?:\w+ )?(?:untested|unreviewed|unapproved|broken|buggy|faulty|bad|invalid|malformed|defective|incomplete)\b"),
    pattern("typo|misconfig|slip", r"\b(?:typo|misconfiguration|misclick|slip|misstep|mishap) (?:by|from|of|on the part of) (?:the |a |an |our |one )?(?:[\w-]+ ){0,2}?<person>"),
    pattern("someone|somebody|a member", r"\b(?:someone|somebody|a member of \S+ \S+)(?: (?:from|at|in|on|else)(?: \w+){1,3}?)?(?: had| has|,| must have| may have| might have| seems? to have| appears? to have)?(?: \w+ly)? <change>\b",
            unless=r"\b(?:someone|somebody) (?:else )?(?:took over|took a look|took the|went (?:through|on)|set up|decided to (?:help|look))|someone who",
            asks="What made this look like the right thing to do?"),
    pattern("without", r"(?:<anyone>)<pp><adv>(?:\w+ed|<change>|went|put|pushed|let)\b.{0,80}? without (?:\w+ly |proper |prior |any |the |a |first |fully |an |even |sufficient |adequate )*"
            r"(?:test|review|approv|check|ask|tell|notic|verif|understand|permission|authori|reali[sz]|consult|notif|inform|communicat|announc|valid|a second|looking|reading|considering|thinking|coordinat|wait|paus|following|back(?:ing)? up)"
            r"|<person><pp><adv>(?:<change>|\w+ed)\b.{0,80}? without (?:\w+ly |first |even |ever )?(?!los|affect|interrupt|caus|need|requir|impact|disrupt|touch|involv|find|success|seeing|gett|having|anything|nothing|something|being|hitting)\w{2,}ing\b",
            asks="What made it possible to go on without it?"),
    pattern("although|though|despite|in spite", r"(?:<person>|\bI\b)<pp><adv><change>\b.{1,60}?,? (?:although|even though|despite|in spite of)\b",
            asks="What made this look like the right thing to do?"),
    pattern("instead of|rather than", r"(?:<person>|\bI\b)<pp><adv>(?:<change>)\b(?: \S+){0,10}? (?:instead of|rather than) (?:the |a |an |in |on |against |to |into |from |with )*[a-z]\w+",
            asks="What made the two so easy to take for each other?"),
    pattern("blame|fault|culprit", r"\b(?:is|was|are|were|am|be) (?:\w+ly )?(?:to blame|at fault)\b|\b(?:whose|his|her|their|your|my|our|someone's|\S+'s) (?:own )?fault\b|<person><pp><adv>at fault"
            r"|\bfault (?:of|lies with|on the part of) (?:the |our |an? )?(?:\w+ )?<person>|\bblame (?:lies|rests|falls|goes|is on)|\b(?:the |our )culprit (?:is|was) (?:<person>|the \w+ <person>)|\bi blame\b",
            unless=r"\bdefault|\bseg(?:mentation)?[ -]?fault|(?:<system>|\b(?:version|kernel|bug|driver|firmware|patch|leak|index|dns|network|disk|release|update|upgrade|traffic|load|change|config\w*|variables?|settings?|hardware|cables?|certificates?)) (?:is|was|are|were) (?:\w+ly )?(?:to blame|at fault)"),
    pattern("blame|blaming", r"\b(?:I|we|they|<person>) (?:\w+ )?(?:blamed?|blaming)\b|\bblame (?:\w+ ){0,4}(?:lies|lying|rests|resting|falls|falling|goes|going) (?:with|on|to)\b|\bblamed? (?:it )?on (?:the |our |an? )?<person>"),
    pattern("messed|screwed|dropped the ball|botched|broke|took down|brought down|blew|fat-finger|fat finger|botch|bungl|mess up|screw up|nuked|trashed|crashed|took out",
            r"(?:<person>|\b(?:I|we)\b)<pp><adv>(?:messed (?:\w+ )?up|screwed (?:\w+ )?up|dropped the ball|botched|bungled|blew (?:it|up)|nuked|trashed)\b"
            r"|(?:<person>|\bI\b)(?:'s \w+)?<pp><adv>(?:broke(?! (?:the |this |that |a )?(?:\w+ )?(?:dependency|loop|cycle|deadlock|link|tie|chain)\b)|took down|brought down|crashed|knocked out|knocked over|took out)\b|\b(?:mess|screw)(?:ed|-|ing)? ?up by\b"),
    pattern("error|mistake|fault|action|carelessness|negligence|inexperience|inattention|haste", r"\b(?:his|her) (?:\w+ )?(?:error|mistake|fault|carelessness|negligence|inexperience|inattention|haste)\b"),
    pattern("who |whose", r"\bwhose (?:idea|decision|job|change|commit|responsibility) (?:was|is)\b|^\W*(?:\w+ \w+ \w+\? )?who (?:\w+ly )?(?:approved|did|deployed|merged|wrote|ran|pushed|changed|broke|caused|signed|let|made|deleted|reviewed|thought|decided|allowed|touched|is responsible"
            r"|was responsible|was on call|was supposed|forgot|missed|screwed|committed|authori[sz]ed|left|turned|configured|introduced|messed)\b"
            r"|(?:find|found|ask|asking|know|determine|identify|figure) out? ?(?:exactly )?who (?:\w+ly )?(?:did|caused|broke|made|deployed|approved|is|was|merged|changed)\b"),
    pattern("why did|what were|why would|why do|what was", r"\bwhy (?:did|would|do|does|were|was) (?:<anyone>|(?:the |our )\w+ <person>)(?: not)? \w+|\bwhat (?:was|were|is) (?:<anyone>) thinking",
            unless=r"\bwhy (?:did|do) (?:we|they) (?:need|get|see|have|not (?:see|get|receive))|why do (?:we|you|they)\b"),
    pattern("caused by|triggered by|introduced by|performed by|deleted by|made by|done by|run by|pushed by|merged by|committed by|broken by|executed by|due to|because|created by|removed by|taken by|dropped by|started by|misconfigured by|attribut|result of|initiated by",
            r"\b(?:caused|triggered|introduced|performed|deleted|broken|made|done|run|pushed|committed|executed|misconfigured|dropped|attributed|removed|initiated)(?: \w+ly)? (?:by|to) (?:a|an|the|our|one|some|another)?"
            r" ?(?:\w[\w'-]* ){0,3}?<person>(?! (?:noticed|reported|found|dashboard|request|traffic|load|pod|metric))(?:$|[.,;:)]| (?:who|at|on|in|from|of|with|failing|running|doing|making|not|using|during|to|when|while)\b|'s (?:\w+ )?(?:error|mistake|failure|action|decision|change|command|lack|act|work))",
            unless=r"\b(?:all|any|the|those|these|some) (?:\w+ )?(?:changes|edits|commits) made by|\b(?:resolved|fixed|mitigated|restored|reverted|detected|identified|approved|confirmed|reviewed|investigated|(?:decision|investigation|review|fix|change|rollback|restart|deployment|post) (?:was )?(?:made|done|performed|executed|initiated)) by"),
    pattern("cause|due to|because|result|attribut|outage|incident|blame|stem|trace", r"\b(?:cause|causes|culprit|outage|incident|failure|issue|problem|reason|down ?time)\b.{0,60}?\b(?:was|were|is|identified as|due to|because of|because|caused by|attributed to|result of|traced to|traced back to|stemm?ed from)"
            r"(?: that)? (?:by )?(?:a|an|the|our|one|some)? ?(?:\w[\w'-]* ){0,3}?<person>(?:<pp>)? (?:who|\w+ing\b|running|(?:had )?(?:<change>)\b)",
            unless=r"\bwe\b|<person> (?:noticing|reporting|using|visiting|requesting)"),
    pattern("cause|due to|because|result|attribut|outage|trace|stem", r"\b(?:root cause|cause|caused|due to|because of|attributed to|result of|traced to|traced back to|stemm?ed from|fault of)\b.{0,40}?(?:<person>'s|\b(?:his|her)\b) (?:\w+ )?(?:error|mistake|failure|action|actions|decision|change|command|lack|inability|negligence|carelessness|haste|inexperience|choice|misunderstanding|omission)"),
    pattern("waited|too long|too late|too slow|took", r"(?:<person>|\b(?:I|you)\b)<pp><adv>(?:waited|took|hesitated|delayed|was|were|reacted|responded|escalated|acted) (?:\w+ )?(?:too|so|far too|way too) (?:long|slow|slowly|late)\b"
            r"|<person><pp><adv>(?:waited|took) (?:\w+ )?\w+ (?:minutes|hours|days) (?:before|to) (?:\w+ly )?(?:escalat|respond|acknowledg|react|notic|roll|page|tell|report)"),
    pattern("which|causing|breaking|leading|resulting|taking|bringing|result|led to", r"(?:<person>|\bI\b)<pp><adv>(?:\w+ed|<change>|built|wrote|gave)\b[^.;]{1,110}?(?:, ?(?:and )?(?:which|that|this|thereby)(?: \w+ly| then| in turn)* (?:made (?:\S+ ){1,4}(?:worse|unavailable|harder)|caused|led to|resulted in"
            r"|broke|took down|brought down|triggered|crashed|deleted|exposed|prolonged|extended|delayed)|,? (?:causing|breaking|leading to|resulting in|taking down|bringing down|crashing|exposing|delaying|prolonging)|\band (?:the outage|this|that|it) (?:lasted|caused|led|broke|took))",
            unless=r"\b(?:prevent|stop|kept|block|allow|enabl|forc|requir|left|leav|mak|caus|ask)\w* (?:[\w-]+ ){0,3}?ᛗ+ (?:from|to|with|without|un\w+)\b|ᛗ+ (?:was|were) (?:occupied|busy|unavailable|asleep|engaged|paged|blocked|unable)\b|\bto (?:stabili\w+|recover|clear|settle|heal)\b|\b(?:restarted|rolled back|reverted|escalated|contacted|declared|noticed|reported|acknowledged|joined|paged|found|investigated|identified|discovered|observed|confirmed|received|saw|fixed|mitigated|logged in|signed in|began|encountered|experienced|faced|suffered|hit|started (?:to|looking|investigating))\b[^.;]{1,110}?(?:,|causing|leading|resulting)"),
    pattern("whoever|person who|one who|the guy|the people who|people responsible", r"\bwhoever (?:did|made|broke|ran|wrote|pushed|merged|deleted|deployed|approved|caused|changed)\b"
            r"|\bthe (?:one|<person>|person|guy|\w+ <person>) (?:who|that) (?:\w+ly )?(?:caused|broke|did (?:this|it|that)|deleted|messed|approved (?:this|it)|pushed (?:this|it|the bad)|made (?:this|the) (?:mistake|error|change))"),
    pattern("thinking|believing|assuming|not knowing|unaware|not reali|intending|expecting|under the impression|in the belief", r"(?:<person>|\bI\b)<pp><adv>(?:<change>|\w+ed)\b[^.;]{1,90}? (?:thinking|believing|assuming|not knowing|unaware|not reali[sz]ing|intending|under the impression|in the belief)\b"),
    pattern("chang|delet|dropp|push|merg|remov|edit|typed|click|unplug|execut|disab|clear|overwr|wipe|upgrad|commit|enter|past|put |set |sent|shut|kill|switch|modif|configur|press|select|flip|rotat|clean|format|renam|revok|swapp|bypass|alter|adjust|tweak|replac|eras|uninstall|purg|cancel|mute|silenc|toggl",
            r"(?:\b(?:an?|one of (?:the|our)|another|some|the new) (?:[\w-]+ ){0,3}?ᛗ+|\b(?:someone|somebody))<pp>(?: had| has| also| then| later| who| must have| may have| \w+ly)* (?:changed|deleted|dropped|pushed|merged|removed|edited|typed|clicked|unplugged|executed|disabled|cleared|overwrote|wiped|upgraded|committed|entered|pasted|put|set|sent|shut|killed|switched"
            r"|modified|configured|pressed|selected|flipped|rotated|cleaned up|formatted|renamed|revoked|swapped|bypassed|altered|adjusted|tweaked|replaced|renamed|erased|uninstalled|purged|cancelled|canceled|muted|silenced|toggled)\b",
            unless=r"\b(?:if|whenever|unless|every time|each time|in case) (?:an?|some|any|another|one of \w+) (?:[\w-]+ ){0,3}?ᛗ+|\b(?:compromised|malicious|affected|stuck|bad|faulty|broken|notic\w+|mitigat\w*|restor\w*|recover\w*|fix(?:ed|es)?|hot-?fix|work-?around|rolled|revert\w*|attackers?|to (?:stop|restore|fix|reduce|relieve|confirm|check|test|verify|update|resolve|unblock|limit)|the (?:previously|recently|newly|already|freshly) \w+)\b"),
    pattern("it was|it is|that was", r"\b(?:it|that|this) (?:was|is) (?:the |our |an? |again |once again |actually |in fact )*(?:[\w-]+ ){0,2}?ᛗ+<pp>(?: ᛗ+)? (?:who|that) (?:had |has )?(?:<change>|\w+ed)\b", unless=r"\b(?:who|that) (?:\w+ )?(?:noticed|found|spotted|fixed|solved|restored|saved|identified|suggested|reported|discovered|detected|raised|escalated|helped)\b"),
    pattern("by a|by one|by some|by the intern|by another", r"\b(?:was|were|been|being|got)(?: \w+ly)? (?!(?:resolved|fixed|mitigated|restored|reverted|detected|identified|approved|confirmed|reviewed|investigated|noticed|reported|found|discovered|spotted|raised|acknowledged|joined|helped|assisted|escalated|written|maintained|owned|supported|verified|tested)\b)<participle>(?: [\w-]+){0,2}? by (?:an?|one of (?:the|our)|another|some|the intern) ?(?:[\w-]+ ){0,3}?(?:ᛗ+|\bsome(?:one|body))",
            unless=r"\battack\w*|\bbreach\w*|\bmalicious|\bthreat|\b(?:resolved|fixed|mitigated|restored|reverted|notified|informed|contacted|paged|alerted|told) by"),
    pattern("before", r"<person><pp><adv>(?:merged|deployed|released|shipped|pushed|closed|approved|left|published|rolled) (?:\S+ ){0,5}?before (?:the |any |all |its |a )?(?:\w+ )?(?:CI|tests?|review\w*|build|checks?|approvals?|pipeline|backup|freeze|QA|staging|validation|verification)\b"),
    pattern("left", r"<person><pp><adv>left (?:\S+ ){1,6}?(?:blank|empty|unset|unlocked|unpatched|unfinished|uncommitted|exposed|open to)\b"),
    pattern("left no|left without", r"<person>(?: who (?:\S+ ){1,6}?)?<pp><adv>? ?left (?:no|without)\b"),
    pattern("typo|error|mistake|oversight|misconfig|misunder|misjudg|negligen|inatt|carelessness|haste|inexperience|slip|omission|misread|failure|broke|caused|took|brought|triggered|led to|deleted|wiped", r"ᛗ+'s (?:\w+ ){0,2}?(?:typo|misconfiguration|misunderstanding|misjudg\w+|error|mistake|oversight|inattention|negligence|carelessness|haste|inexperience|slip|omission|misreading|failure to)\b"
            r"|ᛗ+'s (?:\w+ )?\w+ (?:\w+ly )?(?:caused|broke|took (?:down|out)|brought down|triggered|led to|deleted|wiped)\b", unless=r"\bmistake-|error (?:rate|budget)"),
    pattern("mistake by|accident by|accidentally by|mistakenly by|error by|inadvertently by|incorrectly by|wrongly by|unintentionally by", r"\b(?:mistake|accident|error|accidentally|mistakenly|inadvertently|incorrectly|wrongly|unintentionally) by (?:an?|the|our|one) ?(?:[\w-]+ ){0,3}?<person>"),
    pattern("edit|change|commit|merge|deploy|command|migration|script|action|decision|update|push|patch", r"\b(?:goes back to|go back to|traced (?:back )?to|caused by|due to|because of|came (?:down to|from)|cause (?:was|is)|result of|introduced (?:by|with|in)|stem\w* from)\b.{0,40}?\b(?:edit|change|commit|PR|merge|deploy\w*|command|migration|script|action|decision|update|push|patch) (?:made |done |pushed |merged |run |written )?by (?:the |an? |our |one )?(?:[\w-]+ ){0,2}?<person>"),
    pattern("left", r"<person><pp><adv>left (?:the |a |an |his |her |their |some |it |[\w-]+ ){1,5}(?:in|on|open|exposed|enabled|disabled|unlocked|running|unattended|behind|half)\b", unless=r"left (?:the )?(?:call|meeting|company|team|channel|room|bridge)"),
    pattern("took", r"\btook (?:the |an? |our |this )?(?:[\w-]+ ){0,3}?<person>(?:<pp>)? (?:\S+ ){0,5}?to (?:\w+ly )?(?:reali[sz]e|notice|respond|acknowledge|escalate|react|understand|admit|report|tell)\b"),
    pattern("overwr|broke|delet|wip|took down|crash|dropp|corrupt|expos|leak|destroy|brought down", r"(?:<person>|\bI\b)<pp><adv>(?:<change>|\w+ed)\b[^.;]{1,80}? and (?:\w+ly |thereby |so |thus )?(?:overwrote|broke|deleted|wiped|took down|crashed|dropped|corrupted|exposed|leaked|destroyed|brought down|knocked out)\b"),
    pattern("hardcod|hard-cod|delet|dropp|wiped|overwr|destroy|truncat|unplug|leak|corrupt|broke|exposed|force-push|force push", r"<person><pp><adv>(?:hard-?coded|force[- ]pushed|leaked|unplugged)\b|\b(?:a|an|one|another|some) (?:[\w-]+ ){0,3}?<person><pp><adv>(?:deleted|dropped|wiped|overwrote|destroyed|truncated|corrupted|exposed|shut down|tripped)\b"),
    pattern("start|began|begin|happen|occur|trigger|came about|arose|caused when|caused because", r"\b(?:outage|incident|problem|issue|failure|thing|it|this|everything|trouble|disruption|downtime|error)s? (?:\w+ ){0,2}?(?:started|began|begins?|happened|occurred|was triggered|was caused|came about|arose) (?:when|because|as)"
            r" (?:(?:an?|the|our|one|some|another|one of (?:the|our)) )?(?:[\w-]+ ){0,3}?<person><pp><adv>(?:<change>|\w+ed)\b", unless=r"\b(?:noticed|reported|restarted|rolled back|reverted)\b"),
    pattern("switched|turned|powered|unplug|disab|disconnect|pulled|swapped|removed|overload|kicked|against|pasted|shell|main|master|prod|live",
            r"(?:\b(?:an?|one|one of (?:the|our)|another|some|(?:our|the) [\w-]+'s) (?:[\w-]+ ){0,3}?|\bthe )<person><pp><adv>(?:(?:\w+ed|<change>) (?:\S+ ){0,5}?(?:against|on|in|into) (?:the |a |our )?(?:live|prod|production)(?: (?:shell|console|database|cluster|environment|db|system))?\b"
            r"|(?:switched|turned|powered) (?:off|down)\b|(?:unplugged|disconnected|swapped|overloaded|kicked)\b|pushed (?:\S+ ){0,4}?to (?:main|master|production)\b)",
            unless=r"\b(?:compromised|malicious|affected|stuck|bad|faulty|broken|flags?|features?|notic\w+|mitigat\w*|restor\w*|recover\w*|fix\w*|deployed|rolled|to (?:stop|restore|fix|reduce|relieve|confirm|check|test|verify))\b"),
    pattern("action|conduct|behavio|hands of", r"\b(?:consequences?|results?|cause[ds]?|due|because|attribut\w+|down|product|fault)\b.{0,40}?\b(?:actions?|conduct|behaviou?r|hands) of (?:an?|one|the|our|some) (?:[\w-]+ ){0,3}?<person>"),
    pattern(" on ", r"\b(?:is|was)(?: all| entirely| squarely| ultimately| solely)? on (?:the |our )?(?:[\w-]+ )?(?:<person>|him|her|them|me)\W*$"),
    pattern("no one|nobody|anyone|did not|didn|never|a word|unilaterally|own initiative|own accord|secretly|behind|contrary to|in breach|in violation|against the advice", r"(?:<person>|\bI\b)<pp><adv>(?:\w+ed|<change>)\b.{0,80}?(?:\band (?:(?:told|informed|notified|asked) (?:no one|nobody|no-one)|(?:did(?:n't| not)|never) (?:\w+ )?(?:t[oe]ll|told|inform|notif|warn|ask|consult|announc|mention)\w*)|\bnot tell\w* anyone|without a word|unilaterally|on (?:his|her|their) own (?:initiative|accord|authority)|secretly|behind (?:our|their) backs?|contrary to|in (?:breach|violation) of|against the advice)"
            r"|<person><pp> (?:unilaterally|secretly) \w+"),
    pattern("again|as usual|as always", r"<person><pp>(?: had| has| have)? (?:once again|yet again|as usual|as always)\b|\b(?:once again|yet again|as usual|as always),? (?:the |our )?(?:[\w-]+ )?<person><pp> (?:<change>|\w+ed)\b", unless=r"\b(?:confirmed|checked|verified|reported|joined|paged|asked|noticed)\b"),
    pattern("new |junior|intern ", r"\b(?:the|an?|our) (?:new|newest|junior|inexperienced) (?:ᛗ+|guy|colleague)<pp><adv>(?:<change>)\b", unless=r"\b(?:new|junior) (?:version|release|node|pod|cluster|instance|deploy\w*|config\w*)\b|\b(?:fix|mitigat\w+|restor\w+|rolled back)\b"),
    pattern("intern|junior|contractor|trainee|student|apprentice|new hire|new joiner|newcomer|vendor", r"\b(?:the|an?|our|one) (?:[\w-]+ ){0,2}?(?:intern|junior|contractor|sub-?contractor|trainee|apprentice|new (?:hire|joiner|starter)|newcomer|ᛗ+)<pp><adv>(?:deleted|dropped|wiped|overwrote|destroyed|truncated|corrupted|exposed|shut down|unplugged|disabled|broke|leaked|committed|pushed)\b",
            unless=r"\b(?:on-?call|rolled back|reverted|fix|restored|recover\w*)\b"),
    pattern("which", r"^\W*which (?:[\w-]+ ){0,2}?<person> (?:\w+ly )?(?:signed|<change>|approved|wrote|merged|reviewed|was)\b"),
    pattern("not been for|wasn't for|not for", r"\b(?:had it not been|if it (?:had not|hadn't) been|if it (?:were|was)(?:n't| not)) for (?:the |our |an? )?(?:[\w-]+ ){0,2}?(?:ᛗ+|him|her|them)\b"),
    pattern("caused", r"\b(?:an?|the|our|one of (?:the|our)) (?:[\w-]+ ){0,2}?ᛗ+(?: \w+ly| has| had)* caused (?:the|this|that|our|an?) (?:[\w-]+ ){0,2}?(?:outage|incident|failure|downtime|disruption|problem|mess)\b"),
    pattern("rubber|no idea|no clue|lied", r"<person><pp><adv>(?:rubber[- ]?stamped|had (?:absolutely )?no (?:idea|clue) (?:what|how)|lied (?:to|about))\b"),
    pattern("slow", r"\bthey (?:were|are) (?:\w+ )?too slow to \w+"),
    pattern("panicked|panicking", r"<anyone><pp><adv>panick(?:ed|ing)\b"),
    pattern("sat on|foot-drag|feet|their time|his time|her time|asleep at|let the|let it", r"<person><pp><adv>(?:sat on (?:the|it|this|that)|dragged (?:his|her|their) feet|took (?:his|her|their) time|let (?:the|it) (?:\w+ ){0,3}(?:lapse|expire|slide|slip|rot))\b"),
    pattern("before", r"<person><pp><adv>\w+(?:ed|t|k)? (?:\S+ ){0,4}?for (?:over |about |nearly |almost |more than |at least )?(?:\w+ ){1,3}?(?:minutes|hours|days|weeks) before (?:escalat|acknowledg|respond|tell|notif|rais|report|call|ask|act|pag)\w*ing\b"),
    pattern("'s ", r"ᛗ+'s (?:\w+ ){0,2}?(?:bad|broken|faulty|wrong|untested|buggy|careless|flawed|botched|failed|erroneous|incorrect|unreviewed|mistaken|sloppy) (?:\w+ ){0,2}?(?:change|commit|PR|deploy\w*|script|fix|migration|command|query|merge|config\w*|code|rollout|release|decision|patch|update|edit|action)\b"
            r"|ᛗ+'s (?:\w+ ){0,3}?(?:change|commit|PR|pull request|deploy\w*|script|fix|migration|command|query|merge|config\w*|code|rollout|release|patch|update|edit|actions?) (?:\S+ ){0,6}?(?:caused|broke|took|brought|triggered|led to|deleted|wiped|knocked|killed|dropped)\b"),
    pattern("unfortunately", r"(?:<person>)<pp><adv>(?:<change>|\w+ed)\b.{0,80}\bunfortunately\b|\bunfortunately,? (?:<person>)<pp><adv>(?:<change>)"),
    pattern("misconfigur|misread|mistyped|mis-typed|misunderst|misinterpret|misclick|mixed up|confus|misjudg|mishandl|miscalculat|misus|mistook|mislabel|misdiagnos|misspel|bypass|skipp|circumvent|violat|disobey|broke the rule|against policy|ignored",
            r"(?:<person>|\bI\b)<pp><adv>(?:misconfigured|misread|mistyped|mis-typed|misunderstood|misinterpreted|misclicked|mixed up|confused|misjudged|mishandled|miscalculated|misused|mistook|mislabell?ed|misdiagnosed|misspelled|bypassed|skipped|circumvented|violated|disobeyed)\b"),
    pattern("he |she ", r"\b(?:he|she) (?:<not>|never)(?: \w+ly| even| also)* (?!able\b|have access|on call|available|working|present|in the|an?\b)\w+"),
    pattern("responsible|accountable|liable", r"<person><pp>(?: \w+ly)? (?:is|was|are|were|be) (?:\w+ly )?(?:responsible|accountable|liable) for (?:the |this |that |our )?(?:\w+ ){0,2}(?:outage|incident|failure|downtime|mistake|error|bug|breakage|loss|problem|mess|deletion)"),
    pattern("letting|single-handed|one person|one engineer|one guy|single engineer|single person", r"\b(?:single-?handed(?:ly)?)\b|\b(?:one|a single|the same) <person> (?:<change>)\b.{0,60}(?:and|which)"),
    pattern("access to production|persistent access|production access", r"\b(?:was|were) (?:performed|done|made|carried out|executed) by (?:a|an|one|the) (?:\w+ )?<person>"),
)  # fmt: skip
