"""Given names that are common in teams of any country; a capitalised one is taken for a person.

Words that are also products, months or places of incidents (Jenkins, Ruby, Salt, Chef, April) are left out on purpose: a
machine that is taken for a person is worse than a person who is missed. A team adds its own with ``[lint] people``.
"""

_NAMES = """
    aaron abbas abby abdul abdullah abigail adam adeel adela adrian adriana agnes agnieszka ahmed ahmet aidan aiko
    aileen ailsa aisha ajay akira alan alba albert alberto alejandro aleksander aleksandra alena alessandro alex alexa
    alexander alexandra alexei alexis alfred ali aliaksandr alice alicia alina alison alistair aliyah allison alma
    alvaro amal amanda amara amelia amina amir amit amrita amy ana anastasia anders andre andrea andreas andrei andrej
    andres andrew andy angela angelo angus anika anil anita anja anke ann anna anne annika anouk anthony antje antoine
    anton antonio anya aravind ariel arjun arman arnaud arne arnold arthur arturo arun asger asha ashley astrid audrey
    augusto axel ayesha aylin ayse azra bao barbara barry bart bastien bea beata beatrice belinda bella ben benjamin
    benny benoit bernard bernardo bernd beth bettina bharat bianca bilal bill birgit bjarne bjorn bob bobby bogdan bojan
    boris brad brandon brenda brendan brian bridget bruce bruno bryan burak caitlin callum cameron camila camille
    candice carina carl carla carlo carlos carmen carol carola caroline caspar catalina catherine cathy cecilia celia
    chad chandler chandra charles charlie charlotte chen cheng chiara chloe chris christa christian christiane christina
    christine christoph christopher chuck ciara cindy claire clara claudia clive cody colin connor conrad corinna craig
    cristina cyril damian dan dana daniel daniela danielle danilo danny dario darius darren dave david davide debbie
    deborah declan deepak delia denis dennis derek derya dev diana diego dieter dilip dimitri dina dirk dmitri dmitry
    dmytro dominic dominik dominika don donald donna doris dorota doug duncan dylan edgar edith eduardo edward edwin efe
    einar ekaterina elaine eleanor elena eleni eli elias elif elisa elizabeth ella ellen elsa elvira emanuel emil emilia
    emily emma emmanuel emre enrique enzo eric erica erik erika erin ernst esteban estelle esther ethan eugene eva evan
    eve evelyn ezra fabian faisal farah farid fatima felipe felix feng ferdinand fergus fernando filip finn fiona
    florian frances francesca francis francisco frank franz franziska fred frederik freya frida fritz gabriel gabriela
    galina gareth gary gavin gemma georg george georgia gerald gerard ghassan gilles gina giorgos giovanni gita giulia
    giulio glenn gloria gonzalo goran gordon grace graeme graham greg greta guido gunnar gustav gwen hakan hamid hamza
    hana hannah hanne hans harald harriet harry haruto hassan hayley heather hector heidi helen helena helga helmut
    hendrik henri henrik henry herbert hilda hiro hiroshi holly howard hubert hugo hussein ian ibrahim ibrahima ida igor
    ilse ilya imani imogen imran ines ingo ingrid irene irina isaac isabel isabella ismail ivan ivana ivo jack jackie
    jacob jacques jagoda jaime jake jakub james jamie jan jana jane janet jarek jasmin jasmina jason javier jay jean
    jeanne jeff jen jennifer jens jeremy jerome jerry jesse jessica jill jim jimmy jing jo joachim joan joana joanna
    joao jochen joe joel joerg johan johann johannes john johnny jon jonas jonathan jonny jordan jordi jorge jose josef
    joseph josh joshua jovana joyce juan judith judy juergen juha julia julian juliana julie julien jun jurgen jussi
    justin kai kamal kamil karen kari karim karin karl karla karolina karthik kasia kasper kate kath katharina katherine
    kathy katie katja katrin katya kay keiko keith kelly ken kenji kenneth kenny kerry kevin khalid kim kiran kirsten
    kjell klara klaus kofi konrad kristin krzysztof kumar kurt kwame kyle laila lana lara larry lars lasse laszlo latifa
    laura lauren laurence laurent layla lea leah lee leif leila lena leo leon leonard leonardo leonie leticia lewis liam
    liana lidia liesbeth lili lilian lily lin lina linda ling lionel lisa liz lola lorenzo lorna lothar louis louise
    luan luca lucas lucia lucie lucy ludwig luigi luis luisa lukas luke lydia lyn maarten maciej maddie madeleine magda
    magnus mahmoud maja malcolm malik malin manfred manju manuel manuela mara marc marcel marcela marco marcos marcus
    marek margaret margot maria mariam marianne marie marija marika marina mario marion marisa marius mark marko markus
    marlene marlon marta martha martin martina mary maryam mateo mathias mathieu mathilde matt matteo matthew matthias
    mattias maud maurice max maxime maya meera megan mehdi mehmet mei melissa mia michael michal michel michelle miguel
    mika mikael mike mikhail mikkel mila milan milena milos ming minh mira miranda miriam mirko mohamed mohammad
    mohammed mohsin moira mona monica monika morgan moritz moses muhammad murat mustafa myriam nabil nadia nadine nadja
    nanda naomi narges nasir natalia natalie natalya natasha nate nathan navid ned neha neil nelly nelson nia nicholas
    nick nicklas nico nicola nicolas nicole niels nigel nikhil niklas niko nikola nikolai nils nina nisha nitin noah
    noel nolan noor nora norbert norman nour odile oksana ola olaf oleg olga oliver olivia olof oluwaseun omar omer orla
    oscar oskar ottavia otto owen pablo padma pam pamela paolo pascal patricia patrick patrik paul paula paulina pauline
    pavel pawel pedram pedro peggy penny pepe perry pete peter petr petra phil philip philipp pierre piet pieter pilar
    piotr pooja poppy prakash pranav preeti priya quentin rachel rachid radek rafael rahul rainer raj rajesh ralf ralph
    ramesh ramon randy rania raphael rashid raul ravi raymond rebecca rebekah reinhard renata renate rene reza rhys
    ricardo richard rick rita rob robert roberta roberto robin roger rohan rolf romain roman ron ronald rory rosa rosie
    ross roxana roy rudi rui rupert russell ruth ryan sabina sabine sabrina sadia sadie saeed said saki sakura salim
    sally salma sam samantha sameer samir samuel sandra sanjay sanne santiago sara sarah sascha sasha satoshi saul scott
    sean sebastian selene selin selma serena sergei sergey sergio seth shane shannon sharon sheila shirley shreya sid
    siddharth sigrid silke silvia simon simona simone sina slavica sofia sofie sonia sonja sophia sophie soren srinivas
    stanislav stefan stefania stefanie stella stephan stephanie stephen steve steven stig sue sunil suresh susan suzanne
    sven svetlana swati sybille sylvia sylvie tadeusz takashi tamara tania tanja tanya tara tarek tariq tatiana tatjana
    ted teresa terry tessa thea theo theodore theresa thomas thorsten tiago tibor tijana tim timothy tina tobi tobias
    todd tom tomas tomasz tomek tommy toni tony torsten tracey tracy trevor trish tristan tuomas tyler ugo ulla ulrich
    ulrike umar ursula uta uwe vaclav vadim valentina valeria valerie valerio vanessa vasily venkat vera veronica
    veronika victor victoria vijay vikram viktor viktoria vince vincent virginia vito vivian vladimir walter wanda
    warren wei wendy werner wes wiebke wiktor wilhelm william wim winston wolfgang xavi xavier xenia xin yan yana yann
    yara yasmin yasmine yevgeny yosef yuki yuri yusuf yvette yvonne zac zachary zahra zain zara zdenek zeno zeynep zhang
    zoe zofia zoltan zuza zuzana
"""

GIVEN = frozenset(_NAMES.split())
"""In lower case."""
