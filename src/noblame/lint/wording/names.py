"""Given names that are common in teams of any country; a capitalised one is taken for a person.

Words that are also products, months or places of incidents (Jenkins, Ruby, Salt, Chef, April) are left out on purpose: a
machine that is taken for a person is worse than a person who is missed. A team adds its own with ``[lint] people``.
"""

GIVEN = frozenset(
    """
    aaron abdul abdullah abigail adam adeel adrian aiko aisha akira alan alba albert alejandro aleksander alena alex alexander
    alexandra alexei alexis alfred ali alice alicia alina alison aliyah allison alma amal amanda amara amelia amina amir amit
    amy ana anastasia anders andre andrea andreas andrei andrew andy angela angelo anika anil anita anja anke ann anna anne
    annika anthony antoine anton antonio anya arjun arman arnaud arthur arturo asha ashley astrid aylin ayse barbara bart
    bastien bea beatrice ben benjamin benoit bernard bernd beth bianca bilal bill bjorn bob bogdan boris brad brandon brenda
    brian bruno camila camille carl carla carlos carmen carol caroline catherine cecilia chandra charles charlie charlotte
    chen chiara chloe chris christian christina christine christoph christopher claire clara claudia colin connor craig
    cristina dan dana daniel daniela danielle darius dave david deborah deepak denis dennis derek dev diana diego dieter
    dimitri dina dmitri dmitry dominik don donna dorota doug duncan edith eduardo edward elaine eleanor elena eli elias elif
    elisa elizabeth ella ellen elsa emil emilia emily emma emmanuel enrique eric erica erik erika erin esther ethan eugene eva
    evan eve fabian farah farid fatima felipe felix fernando filip fiona florian francesca francis francisco frank franz
    fred freya frida fritz gabriel gary gavin george gerald ghassan gita giulia giulio gloria gonzalo gordon graham greg
    greta guido gustav hamza hana hannah hans harald harry hassan heather hector heidi helen helena helga henri henrik henry
    hiro hiroshi hugo hussein ian ibrahim ida igor ilya imani imran ines ingrid irene irina isaac isabel isabella ivan ivana
    jack jacob jaime jake jakub james jamie jan jana jane janet jason javier jean jeff jen jennifer jens jeremy jesse jessica
    jill jim jimmy jing joan joanna joao joe joel johan johannes john jon jonas jonathan jordan jorge jose josef joseph josh
    joshua joyce juan judith julia julian julie julien jun jurgen justin kai karen karim karin karl karla karthik kasper kate
    katherine kathy katie katja katrin keiko keith kelly ken kenji kenneth kevin khalid kiran klaus kofi kristin kumar kwame
    kyle lara larry lars latifa laura lauren laurent layla lea leah leila lena leo leon leonard leonardo leticia lewis liam
    lili lily lin linda ling lisa liz lola lorenzo louis louise luca lucas lucia lucy luis luisa lukas luke magda magnus
    mahmoud malik manuel manuela mara marc marcel marco marcos marcus margaret maria mariam marie marina mario marion marius
    mark marko marta martha martin martina mary mateo mathieu matt matteo matthew matthias maurice max maya megan mehmet mei
    melissa mia michael michal michel michelle miguel mika mike mikhail mila milan milena ming mira miriam mohamed mohammed
    mohsin moira mona monica monika morgan moritz murat mustafa nabil nadia nadine naomi natalia natalie natasha nathan
    navid neha neil nelson nia nick nico nicola nicolas nicole nikhil niklas nikola nikolai nils nina nisha noah noel nolan
    noor nora norbert nour oksana ola oleg olga oliver olivia olof omar oscar otto owen pablo pam pamela paolo pascal patricia
    patrick patrik paul paula pavel pedro peggy penny pete peter petra phil philip philipp pierre piotr pooja prakash priya
    quentin rachel radek rafael rahul raj rajesh ralph ramon rania raphael rashid raul ravi raymond rebecca reza ricardo
    richard rita rob robert roberta roberto robin rohan roland roman ronald rosa ross roxana ruth ryan sabine sabrina sadia
    said sakura salma sam samantha samir samuel sandra sanjay santiago sara sarah sasha satoshi scott sean sebastian selin
    selma sergei sergey sergio seth shane shannon sharon shreya simon simone sofia sonia sonja sophia sophie stefan stefanie
    stella stephan stephanie stephen steve steven sue sunil susan suzanne sven svetlana sylvia takashi tamara tanja tanya tara
    tariq tatiana ted teresa theo theresa thomas tim timothy tobias todd tom tomas tomasz tomek tommy tony tracy tristan uli
    ulrich umar uwe valentina valeria vanessa vasily vera veronica victor victoria vijay vikram vincent virginia vivian
    vladimir walter wei wendy werner wilhelm will william wim wolfgang xavier xin yan yana yara yasmin yosef yuki yuri yusuf
    yvonne zachary zara zeynep zoe zofia
    """.split()
)
"""In lower case."""
