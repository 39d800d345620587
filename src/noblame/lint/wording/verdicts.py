"""Three closed lists: human error as a cause, words that judge, and talk of punishment."""

from noblame.lint.rule import Rule
from noblame.lint.wording.grammar import pattern

HUMAN_ERROR = Rule(
    "blame.human-error",
    "warning",
    "Names human, operator or user error, a mistake, an oversight or a slip as the cause. That is where the questions begin. Sentences about the notion "
    "itself (“never a root cause”, “prevent human error”) are left alone.",
    "What in the tools, signals or pressure made this slip likely?",
    flagged=(
        "Root cause: human error.",
        "It was an oversight on our side.",
        "The wrong flag was a fat-finger.",
        "Our mistake was to trust the cache.",
        "User error during the import.",
        "A slip while editing the firewall config blocked all traffic.",
        "This was our error.",
        "The missing timeout was our bad.",
    ),
    fine=(
        "Human error is never a root cause.",
        "We assumed user error at the time.",
        "The confirmation prompt prevents operator error.",
        "The rate of user errors on the panel doubled.",
        "The request was deleted by mistake.",
        "Errors rose to 4 percent.",
        "People make mistakes; our tooling has to tolerate them.",
        "The mistake in the formula was corrected in version 1.4.2.",
    ),
)
JUDGEMENT = Rule(
    "blame.judgement",
    "warning",
    "Judges people or their work: careless, reckless, sloppy, a bad decision, poor understanding, a team that rushed or wrongly assumed.",
    "Which fact does that word stand for? How did it look from there?",
    flagged=(
        "It was a careless change.",
        "The upgrade was rushed by the platform team.",
        "We wrongly assumed that the backup was current.",
        "A bad decision was made at noon.",
        "Sloppy reviews let it through.",
        "The migration plan was badly thought out.",
        "Anyone with basic knowledge of the tool would know this.",
        "Our grasp of the lease protocol was poor.",
    ),
    fine=(
        "The images are loaded lazily.",
        "The node was in a bad state.",
        "The service assumed UTC for all stamps.",
        "Poor signal quality in the northern hall.",
        "Traffic rushed back after the failover.",
        "The script incorrectly assumed that the folder existed.",
    ),
)
PUNITIVE = Rule(
    "blame.punitive",
    "warning",
    "Threatens, punishes or exhorts: be more careful, held accountable, a warning, lost access, retrain a person, this must never happen again.",
    "What would have to change so that nobody needs to be careful?",
    flagged=(
        "Everybody must be more careful with flags.",
        "She will be held accountable for the loss.",
        "The engineer received a written warning.",
        "This must never happen again.",
        "His production access was revoked.",
        "Pay more attention to the diff.",
        "All engineers are reminded to double-check the target.",
        "Developers who skip the checklist will lose merge rights.",
        "The engineer has since been moved to another team.",
        "The technician will have to retake the security training.",
        "HR has been told about his conduct.",
        "We will speak to the engineer involved.",
    ),
    fine=(
        "The alert fired twice.",
        "A warning is logged when the disk is full.",
        "A team member received a warning from the registrar about the expiry.",
        "The vendor recommended turning on two factors and being cautious with old plugins.",
        "Check why we did not get alert of the response times.",
        "Talk to other developers about what was found.",
        "Access to the bucket was revoked by the policy.",
        "The retry never happened.",
        "The consequences of the cache flush were not visible.",
        "What this means, and its consequences for the index, is still open.",
        "Nobody will be punished for reporting an incident.",
        "Punishing one person does not fix the script.",
        "All engineers lost access to the repository for an hour.",
    ),
)

_WORKER = r"(?:human|operator|user|manual|pilot|administrator|admin|engineer|developer|staff|personnel|employee|procedural|clerical|copy[- ]?(?:and[- ])?paste|configuration|typing|communication)"

HUMAN_ERROR_PATTERNS = (
    pattern("human|operat|user|manual|pilot|admin|engineer|developer|staff|personnel|employee|procedural|clerical|copy|typing",
            r"\b(?:human|operator|operating|operational|user|manual|pilot|administrator|admin|engineer|developer|staff|personnel|employee|procedural|clerical|copy[- ]?(?:and[- ])?paste|typing|ᛗ+)(?:'s)? "
            r"(?:\w+ )?(?:error|mistake|slip|oversight|lapse|fault|failure|mishap|blunder|slip-?up)\b(?! (?:page|panel|message|rate|report|log|budget|count|handl|code|metric|dashboard))",
            unless=r"\buser errors (?:panel|page|rate)|\b(?:assum|suspect|ruled out|rule out|mistook|mistaken)\w* (?:it (?:was|for) |as |for |an? )*(?:user|human|operator|pilot|ᛗ+) error|\b(?:user|manual|operator)(?:-facing)? errors\b"),
    pattern("mistake|blunder", r"\b(?:my|our|his|her|their|your|own|\S+'s|a|an|the|this|that|one|another|biggest|first|second|main|same|big|silly|simple|stupid|honest|dumb|rookie|beginner|costly|serious|embarrassing|obvious|terrible|classic|some|several|few)"
            r" (?:\w+ ){0,2}?(?:mistakes?|blunders?)\b|\b(?:made|making|make|commit\w*|admit\w*) (?:\w+ ){0,2}(?:mistakes?|blunders?)\b|\bmistakes? (?:was |were )?made by|\bmistakes? (?:I|we|he|she|they|on (?:our|my|the)|by (?:the|our|one|an?)|was (?:to|in|that))\b|\bmistake:",
            unless=r"\b(?:mistakes? (?:are|happen)|mistakes? (?:in|with) .{1,40}?(?:was|were|is|has been) (?:\w+ly )?(?:corrected|fixed|found|discovered|repaired|removed)|by mistake|no mistake|fix (?:the|this|that|our) mistake)\b"),
    pattern("made an error|made a error|made error", r"<anyone><pp><adv>made (?:an |a |some |the )?(?:\w+ )?errors?\b"),
    pattern("oversight", r"\b(?:an?|our|my|his|her|their|the|this|was|to|by|simple|due to|\S+'s) (?:\w+ )?oversights?\b(?! (?:board|committee|body|in order))", unless=r"\b(?:sacrifice|regulatory|provide|more|better|under the|have|has|with|lack of|human|management|requires?) (?:\w+ )?oversight\b"),
    pattern("error|our bad|my bad", r"\b(?:was|is|were|as) (?:entirely |simply |clearly )?(?:our|my|his|her|their|ᛗ+'s) (?:own )?errors?\b(?! (?:rate|budget|log|handl|page|message|track|report|count|code|response|monitor))|\b(?:our|my) bad\b(?! \w)|\berrors? (?:on|from) (?:our|my|his|her|the \w+'s) (?:side|part|end)\b"),
    pattern("oversight", r"^\W*(?:\S+ )?oversights? (?:in|on|by|of|during|from)\b|:\s*oversights?\b"),
    pattern("fat-finger|fat finger|fatfinger|pebkac|id10t|layer 8|layer-8|butterfinger|brain fart|slip of|slip by|slip-up|slipup|slip up|slip on|slip while|slip during|slip when|slip in |slips |human factor", r"\ban? (?:\w+ )?slip (?:while|during|when|in (?:the |an? )?\w+)|\b(?:due to|because of|caused by|down to|cause:|cause was|cause is) (?:the |a )?human factors?\b|^\W*human factors?\s?[:–-]|\bfat[- ]?finger\w*|\bpebkac|\bid10t|\blayer[- ]8|\bbutterfingers|\bbrain[- ]fart|\bslips? (?:of|by|on) (?:the|our|a|an|my) \w+|\bslip-?ups?\b"),
    pattern("lapse", r"\b(?:a|our|his|her|their|the) (?:\w+ )?lapses? (?:in|of|by) (?:judg|attention|concentration|care|communication|process|vigilance|memory)?"),
)  # fmt: skip
JUDGEMENT_PATTERNS = (
    pattern("careless|reckless|sloppy|slopp|negligen|incompeten|idiot|stupid|foolish|moron|clueless|irresponsib|unprofessional|complacen|amateur|ignoran|inexcusabl|unforgiv|inept|lazy|laz|dumb|embarrass|shameful|ridiculous|unacceptabl|half-assed|careles|shoddy|haphazard|ill-|short-sighted|shortsighted|cavalier|lackadaisical|lax |hasty|hastily|overconfiden|over-confiden|arrogan|boneheaded|cowboy|disastrous decision|naive|naïve|thoughtless|unwise|imprudent",
            r"\b(?:careless\w*|careles\w*|reckless\w*|slopp(?:y|ily|iness)|negligen\w+|incompeten\w+|idiot\w*|stupid\w*(?!-)|foolish\w*|moron\w*|clueless\w*|irresponsib\w+|unprofessional\w*|complacen\w+|amateur\w*|ignoran(?:t|ce)|inexcusabl\w+|inept\w*|laziness|lazy (?!about|load|eval|init|migrat|mount|import|delet|sync|fetch|seq|restor|creat|comput|writ|conn)\w+"
            r"|(?:was|were|is|been|being|got|too) lazy(?! about)|dumb (?!terminal|pipe|proxy)\w+|embarrassing\w*|shameful\w*|ridiculous\w*|half-assed|shoddy|haphazard\w*|ill-(?:advised|considered|conceived|judged|prepared|thought)|short-?sighted\w*|cavalier|lackadaisical|hasty|hastily|over-?confiden\w+|arrogan\w+|boneheaded|cowboy|thoughtless\w*|unwise\w*|imprudent\w*"
            r"|lax (?:attitude|approach|discipline|about|habits?|practices?|review\w*)|na(?:i|ï)ve(?:ly|t\w+)?(?= (?:assum|trust|believ|thought|of|approach by|to|expect|decision))|naively)\b"),
    pattern("unacceptabl", r"\b(?:unacceptabl\w+)\b(?! (?:latency|error rate|performance|response|load|delay|slow|level|risk))", unless=r"\b(?:latency|performance|slow\w*)\b"),
    pattern("poor|bad |terrible|awful|wrong decision|wrong call|questionable|weak |inadequate|insufficient|lack of|lacked|lacking", r"\b(?:poor|bad|terrible|awful|horrible|questionable|flawed|wrong|dubious|careless|rash)(?:ly)? (?:\w+ )?(?:judge?ment|decisions?|planning|understanding|calls?|choices?|communication|execution|practices?|habits?|management|discipline|workmanship|engineering|coordination|preparation|leadership|idea|thinking|assumptions?|attitude|handling|behaviou?r of|job)\b"
            r"|\b(?:lack(?:ed|s|ing)?(?: of)?|insufficient|not enough|inadequate) (?:\w+ )?(?:care|attention|diligence|due diligence|discipline|competence|competency|professionalism|common sense|vigilance|foresight|judge?ment|ownership|responsibility|seriousness|effort)\b",
            unless=r"\b(?:bad practice to|is (?:a )?bad (?:idea|practice)|wrong assumption[s]? (?:in|by) the (?:code|script|service))\b"),
    pattern("terrible|awful|bad|poor|sloppy|lacking|abysmal|dreadful|atrocious|substandard|chaotic|mess", r"\b(?:planning|communication|coordination|handling|preparation|leadership|understanding|knowledge|grasp|diligence|judge?ment|decisions?|attitude|teamwork|response|handover|supervision|management) (?:\w+ ){0,4}?(?:was|were|is) (?:\w+ly |really |very |just |so )?(?:terrible|awful|bad|poor|sloppy|lacking|abysmal|dreadful|atrocious|substandard|chaotic|a mess)\b|\bpoorly (?:worded|prepared|handled|coordinated|supervised|run|led)\b"),
    pattern("rush|hurr", r"<anyone><pp><adv>(?:rush(?:ed|ing)|hurried)\b|\bin (?:too much of )?a (?:rush|hurry)\b|\brushed (?:by|through|out|into|job|change|release|deploy\w*|decision|review|fix|upgrade|migration|roll ?out|work|through)\b|\brush(?:ing)? to (?:ship|deploy|release|launch|merge|fix|production)\b",
            unless=r"\b(?:traffic|requests?|clients?) rush|rushed (?:back|in)\b"),
    pattern("assum|underestimat|overestimat|misjudg|believ", r"<anyone><pp><adv>?(?:(?:wrongly|incorrectly|falsely|mistakenly|erroneously|naively|blindly|simply|just|wrongfully|carelessly)(?: \w+)?) ?(?:assum|believ|thought|trust|presum)\w*"
            r"|(?:<person>|\bwe\b|\bI\b)<pp><adv>assumed\b.{1,90}?\b(?:and|but|so) (?:\w+ )?(?:did(?:n'?t| not)|never|failed|was wrong|were wrong|(?:it|this|that) (?:was|turned))"
            r"|\b(?:wrong|incorrect|false|mistaken|bad|faulty|naive) (?:assumption|belief) (?:by|of|on|that (?:we|<person>)|we|made by)\b|\b(?:wrongly|mistakenly|falsely|incorrectly|naively) (?:assum|believ|think)(?:ed|ing)\b|<anyone><pp><adv>(?:underestimat|misjudg|overestimat)(?:ed|ing)\b",
            unless=r"<system>(?: \w+){0,2}? (?:wrongly|mistakenly|falsely|incorrectly|naively|erroneously) (?:assum|believ|think|thought|trust|presum)"),
    pattern("obviously|clearly|common sense|everyone knows|of course|simply|any|basic", r"\b(?:obviously|clearly|simply|of course|certainly),? (?:\w+ )?(?:should|ought|must|wrong(?! (?:\w+ )?(?:values?|data|inputs?|results?|rows?|types?))|not|did not|didn't|failed|negligent)|<anyone> (?:obviously|clearly|simply) (?:<not>|failed|should|forgot|missed|ignored)|\bcommon sense\b|\beveryone knows\b|\bany(?:one|body)? (?:competent|decent|half-decent)\b|\bbasic (?:mistake|competence|hygiene|precaution|error)s?\b",
            unless=r"\b(?:roll-?out|deploy\w*|job|script|service) (?:obviously|clearly)|\byou should\b|\bsimply can ?(?:not|'t)"),
    pattern("anyone|anybody|everyone|everybody|any ", r"\b(?:anyone|anybody|every(?:one|body)|any (?:\w+ )?ᛗ+) (?:with|who|in) .{1,50}?\b(?:would|should|could) (?:have )?(?:know|see|notice|understand|reali[sz]e|spot|think|thought)\w*"),
    pattern("cut corner|cutting corner|corners|inexperienc|unqualified|unskilled|untrained|incapable|unfit|out of (?:his|her|their) depth|did a bad job|bad job|poor job|terrible job|not careful|n't careful|careful enough|blind|without thinking|thinking|know better|knew better|took shortcuts|shortcut|half-baked|too confident|attitude|poorly|badly|lack|disorgani|undisciplin|inattentive|stubborn|clumsy|clumsi|slapdash|slipshod|gullib|asleep at|half-hearted|knowledge|experience|skill",
            r"\b(?:cut(?:ting)? corners|half-baked)\b|\b(?:inexperienced|unqualified|unskilled|untrained|incapable|junior and inexperienced) (?:\w+ )?(?:<person>)|<anyone><pp><adv>(?:inexperienced|incapable|unqualified|unfit|out of (?:his|her|their) depth|too confident)\b|\b(?:bad|poor|terrible|awful|lousy) job\b|<anyone><pp>(?:<adv>)?(?:not|n't|wasn't|weren't|isn't) (?:being )?(?:\w+ )?careful"
            r"|<anyone><pp><adv>blindly\b|<anyone><pp> (?:\w+ly )?(?:lack(?:s|ed)|did not have|didn't have) (?:\w+ ){0,3}(?:knowledge|skills?|experience|expertise|competence|understanding|discipline)\b|\bblindly (?:copied|trusted|followed|merged|applied|ran|accepted|pasted|deployed|approved)\b|\b(?:should|ought to) (?:really )?(?:know|have known) better\b|\bwithout (?:really |even )?thinking\b|<anyone><pp><adv>(?:took|taking) (?:a |some |too many )?shortcuts?\b|\b(?:disorgani[sz]ed|undisciplined|inattentive|stubborn(?:ly)?|clums(?:y|ily)|slapdash|slipshod|gullible|asleep at the wheel|half-hearted\w*)\b|<person><pp><adv>(?:poorly|badly) (?:\w+ed|wrote|written)\b|\b(?:poorly|badly)\W{1,2}(?:thought|designed|conc[ei]+ved|considered|judged|trained|managed|planned|communicated|executed)\b"),
)  # fmt: skip
PUNITIVE_PATTERNS = (
    pattern("disciplin", r"\bdisciplinary\b|\bdisciplined? (?:for|by|the|him|her|them)\b|\b(?:be|been|was|were|get|got) disciplined\b|\bdiscipline (?:the|him|her|them|those|anyone|whoever|action)"),
    pattern("accountab|answer for|responsib|liable|removed from|taken off|kicked|thrown|suspended", r"\b(?:held|hold|holding|be|made|make|kept|keep) (?:[\w'-]+ ){0,4}?(?:accountable|to account|personally responsible|liable)\b|\b(?:held|hold|holding) (?:[\w'-]+ ){0,4}?responsible\b|\b(?:removed|taken|kicked|thrown|suspended) (?:off|from) (?:the |his |her |their )?(?:on-?call|rotation|rota|team|project)\b|\bhave to answer for\b|\bpersonally (?:responsible|accountable|liable)\b|\btake (?:full |personal |more )?responsibility for (?:his|her|their|your|the mistake|this mistake)",
            unless=r"\bliable for any\b|\bin no event\b|\b(?:not|never|without) (?:\w+ )?(?:hold|held|being held)"),
    pattern("warning|reprimand|punish|sanction|penal|demot|suspend|fired|sacked|terminat|dismiss|resign|let go|step down|spoken to|talking-to|talk with|written up|probation|bonus|pay cut|salary|pip|counsel|improvement plan|consequence|shame|blacklist|docked|stern|name|ban |banned",
            r"\b(?:written|formal|verbal|final|official|stern|first|last) warnings?\b|(?:<person>|\b(?:he|she|they|I)\b)<pp><adv>(?:received?|got|given|gets|receives?|get|issued|be given) (?:a |an |another |his |her |their )?(?:\w+ )?warning\b(?! (?:from|that|about|saying|e-?mail|in|on))|\b(?:gave|issued?|give) (?:the |him |her |them |a )?(?:\w+ )?(?:<person> )?(?:a )?(?:\w+ )?warning to (?:the |a )?(?:\w+ )?<person>"
            r"|\breprimand\w*|\bpunish(?!ing (?:load|latency|traffic|pace|workload))\w*|\bpenali[sz]ed? (?:for|the \w+ who|anyone|whoever)|\b(?:demoted|demotion)\b|(?:<person>|\b(?:he|she|they|I)\b)<pp><adv>(?:will be |should be |to be |be |got |get |must be |gets )?(?:suspended|fired|sacked|terminated|dismissed|let go|demoted|written up|counsel?led|counseled|spoken to|talked to|banned|put on (?:probation|a performance))\b"
            r"|\b(?:should|must|will|to|gets?|got|being) (?:be |have been )?(?:fired|sacked)\b|\bfire (?:him|her|them|the (?:\w+ )?<person>)|(?:<anyone>)<pp><adv>(?:should |must |has to |had to |will |asked to |to )?(?:resign\w*|step(?:ped|ping)? down)\b|\bresignation\b|\btalking-to\b|\b(?:be|been|was|were) spoken to\b|\bspoke to (?:him|her|the (?:\w+ )?<person>) about\b|\b(?:have|had|having) a (?:\w+ )?(?:word|talk|chat|conversation) with (?:the |him|her|<person>|whoever)"
            r"|\bperformance (?:improvement plan|review (?:of|for)|plan)\b|\b(?:lose|loses|lost|losing|forfeit|dock\w*) (?:\w+ )?(?:bonus|pay|job|position)\b|\b(?:there (?:will|must|should|have to) be|face|facing|suffer|bear) (?:\w+ )?consequences\b|\bconsequences for (?:those |anyone |whoever |him\b|her\b|(?:the |his |our )?(?:\w+ )?<person>)"),
    pattern("access|privilege|permission|rights|credentials", r"(?:<person>|\b(?:he|she|they|his|her|their|I)\b)(?:'s)?<pp>(?:<adv>)?(?:will |should |must |has |have )?(?:lose|loses|losing|no longer (?:has|have|be allowed|be given)|stripped of)(?: \w+)* (?:access|privileges?|permissions?|rights|credentials)\b|\b(?:whoever|any(?:one|body) (?:who|that)|every(?:one|body) (?:who|that)|those who) .{0,40}\blose\b"
            r"|\b(?:his|her|their|ᛗ+'s) (?:\w+ ){0,3}(?:access|privileges?|permissions?|rights|credentials) (?:\w+ ){0,2}(?:be |been )?(?:revoked|removed|suspended|withdrawn|taken)\b|\b(?:revok|remov|suspend|withdraw|tak)(?:e|ing|ed|es)? (?:away )?(?:his|her|ᛗ+'s|the (?:\w+ )?ᛗ+'s) (?:\w+ )*(?:access|privileges?|permissions?|rights)\b|\b(?:access|privileges?) (?:\S+ )?(?:from|of) (?:the |him|her)(?: ?\w+)* ?(?:who|<person>) (?:\w+ )?(?:was|be|been)?"),
    pattern("training|course|certification|coaching", r"<person><pp><adv>(?:will |has |have |had |must |should |needs? )*(?:to )?(?:re-?take|redo|repeat|attend|undergo|complete|be sent (?:to|on)|pass)(?: \S+){0,4} (?:training|course|certification|coaching)\b"),
    pattern("has lost|have lost|lost ", r"<person><pp>(?: has| have| had)?(?: since| now)? lost (?:his|her|their) (?:\w+ ){0,2}?(?:access|privileges?|permissions?|rights|credentials|job|position|bonus)\b"),
    pattern("moved|transferred|reassigned|relocated", r"<person><pp>(?: has| have| was| were| will| had)(?: \w+)?(?: been| be)? (?:moved|transferred|reassigned|relocated) (?:to another|to a different|off|away)\b"),
    pattern("again", r"(?:<anyone>|\bon-?call)<pp> (?:must|should|shall|may|can) ?(?:never|not) (?:ever )?\w+ .*\bagain\b"),
    pattern("warned to|warned not|warned for|admonished|told off|scolded", r"<person><pp><adv>(?:was |were |been )?(?:warned (?:not )?(?:to|for)|admonished|told off|scolded)\b"),
    pattern("responsible", r"(?:\b(?:those|ones?|individuals?|people|persons?)|ᛗ+) (?:\w+ )?responsible\b.{0,30}?\b(?:dealt|identified|punished|named|replaced|disciplined|warned|spoken|retrained|removed|sanctioned)\b"),
    pattern("who ", r"(?:<person>|\b(?:those|anyone|anybody|whoever|people|everyone)\b) who .{1,80}?\b(?:will|must|should|shall|is going to|are going to) (?:\w+ )?(?:lose|face|answer|explain|be (?:\w+ )?(?:suspended|removed|fired|blocked|reported|named|held|punished|warned|moved))\b"),
    pattern("reminded|remind ", r"(?:<anyone>|\bstaff|\ball \w+)<pp>(?: are|<adv>)(?: be)? ?reminded (?:to|of|that|about|again)\b|\bremind(?:ed|ing)? (?:all |our |the |every |\w+ )*(?:<anyone>|ᛗ+) (?:to|of|that|about|not)\b"),
    pattern("replaced|transferred|reassigned|moved off|taken off|removed", r"<person><pp> (?:was|were|has been|have been|will be|is being|had to be) (?:\w+ly )?(?:replaced|transferred|reassigned|moved off|removed|relieved)\b", unless=r"\bfrom the (?:list|channel|group|cc|distribution)"),
    pattern("retrain|re-train|training|retain", r"\b(?:retrain|re-train)\w*\b|\b(?:needs?|must|should|has to|have to|require[sd]?|sent (?:to|for|on)|receive|undergo|attend)(?: \w+){0,2} (?:more |further |additional |remedial |mandatory |better )?training\b(?=.*<person>)|<person><pp><adv>(?:needs?|must|should|require[sd]?|has to|will|lacks)(?: \w+){0,3} (?:training|trained|coaching)\b|\bremedial\b",
            unless=r"\b(?:retrain\w* (?:the |a |our )?(?:model|classifier|network|algorithm)|model)\b"),
    pattern("on-call|oncall|rota", r"\b(?:take|taking|took|taken|remov\w+|pull\w*|kick\w*) (?:him|her|them|(?:the |our )?(?:\w+ )?ᛗ+) (?:off|from|out of) (?:of )?(?:the |his |her |our )?(?:\w+ )?(?:on-?call|rotation|rota)\b"),
    pattern("hr ", r"\b(?:hr|human resources)\b(?: \S+){0,2} (?:informed|involved|notified|contacted|told|looking into)\b.{0,40}\b(?:his|her|their|ᛗ+'s) (?:conduct|behaviou?r|performance|actions?)\b"),
    pattern("violat|breach|complian|repeat|offen", r"\b(?:violat\w+|breach\w*|non-?compliance|offen[cd]\w*|repeat\w*) .{0,30}\bconsequences\b"),
    pattern("spoken|spoke|speak|talk", r"\b(?:spoken|spoke|speak(?:ing)?|talk(?:ed|ing)?) (?:to|with) (?:the |our )?(?!(?:other|all|any|more) )(?:[\w-]+ )?<person> (?:in question|responsible|concerned|involved|about (?:it|this|what))\b"),
    pattern("careful| care|attention|vigilan|caution|mindful|cautious|disciplined|professional|considerate|conscientious|alert |diligen|attentive|double-check|double check|think twice|think before|responsib|try harder|do better|focus",
            r"\b(?:be|being|been|stay|remain|get|become) (?:\w+ )?(?:more |much more |extra |very |a lot more |a bit more |super |really |way more )?(?:careful|vigilant|cautious|attentive|diligent|mindful|thorough|disciplined|professional|considerate|conscientious|responsible|(?<!get )alert)\b(?! (?:not )?to (?:avoid|not) |(?:-\w+)? for)|\bmore careful(?:ly)?\b(?! (?:monitor|analy|investig|design))|\bcareful next time\b|\bpay(?:s|ing)? (?:more |closer |better |extra |careful )?attention\b|\b(?:more|greater|extra|increased) (?:care|caution|vigilance|diligence|attention)\b"
            r"|\b(?:everyone|everybody|engineers|developers|all|we|team|people|you|ᛗ+) (?:\w+ )?(?:must|should|need to|needs to|have to|has to) (?:always |really |please )?(?:double[- ]?check|think (?:twice|before)|take (?:more )?(?:care|responsibility)|try harder|do better|pay|remember)\b|^\W*(?:please |next time,? |in (?:the )?future,? )*(?:always )?(?:double[- ]?check|think (?:twice|before)|try harder|do better)\b|\bdo better next time\b",
            unless=r"\brecommend\w*\b|\b(?:careful (?:analysis|monitoring|investigation|consideration|design|examination)|to pay attention to (?:the )?(?:metric|graph)s?|<not> careful|not (?:being |been )?(?:\w+ )?careful|had (?:\w+ )?been (?:more )?careful)"),
    pattern("never happen|not happen|happen again|happen twice|zero tolerance|not tolerate|not be tolerated|no excuse|last chance|never again|stop doing|unforgivable|no more chances|dare", r"\b(?:must|should|can|may|will|shall|does|do)(?:n'?t| not|not)? (?:never |ever )?(?:be allowed to )?happen (?:again|twice|ever)\b|\bnever (?:let )?(?:\w+ )?happens? again\b|\bzero tolerance\b|\bnot (?:be )?tolerated?\b|\bno excuses?\b|\blast chance\b|\bnever again\b",
            unless=r"\b(?:prevent|ensure|make sure|so that|to avoid|steps|measures|changes|guarantee|ensuring|stop(?:s|ping)?)\b"),
)  # fmt: skip
