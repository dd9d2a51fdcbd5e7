//! How common a name is, from a table that ships with the program.
//!
//! Serves the question whether two entries are one person: that two are called Maria Garcia says little, that two are
//! called Zebulon Quux says much. The table is fixed, so that a verdict never depends on who else stands on the list or
//! which file came first. It holds names that are widespread in several languages, as any reader of newspapers knows them;
//! it is an ordering and claims no counts. A name that is not in it is taken for rare by its length, carefully.

use std::collections::HashMap;
use std::sync::LazyLock;

/// How much it tells that two people share a name, in bits: how many halvings of "anybody" lead to those who have it.
pub type Bits = f64;

/// One in a hundred and fifty, one in five hundred, one in fifteen hundred.
const CLASSES: [Bits; 3] = [7.2, 9.0, 10.5];

/// What a given name that the table does not hold may tell, by its number of letters.
const UNKNOWN: [Bits; 4] = [8.0, 10.0, 11.0, 12.0];

/// What sharing this given name tells.
pub fn given(name: &str) -> Bits {
    told(&GIVEN, name)
}

/// What sharing this family name tells.
pub fn family(name: &str) -> Bits {
    told(&FAMILY, name)
}

/// Whether the table holds this given name.
pub fn is_given(name: &str) -> bool {
    GIVEN.contains_key(name)
}

/// Whether the table holds this family name.
pub fn is_family(name: &str) -> bool {
    FAMILY.contains_key(name)
}

fn told(table: &HashMap<&str, Bits>, name: &str) -> Bits {
    if let Some(bits) = table.get(name) {
        return *bits;
    }
    match name.len() {
        0 | 1 => 0.0,
        2 | 3 => UNKNOWN[0],
        4 => UNKNOWN[1],
        5 => UNKNOWN[2],
        _ => UNKNOWN[3],
    }
}

static GIVEN: LazyLock<HashMap<&str, Bits>> = LazyLock::new(|| table(&GIVEN_NAMES));
static FAMILY: LazyLock<HashMap<&str, Bits>> = LazyLock::new(|| table(&FAMILY_NAMES));

fn table(classes: &[&'static str; 3]) -> HashMap<&'static str, Bits> {
    let mut table = HashMap::new();
    for (names, bits) in classes.iter().zip(CLASSES) {
        for name in names.split_whitespace() {
            table.entry(name).or_insert(bits);
        }
    }
    table
}

/// Given names in plain letters, the most widespread first.
const GIVEN_NAMES: [&str; 3] = [
    "maria jose juan ana john james michael david robert william mohammed muhammad mohamed ahmed ali wei jing li min
     anna peter thomas daniel mary jan paul mark chris alex andrea antonio francesco marco luis carlos fatima elena
     jennifer elizabeth sarah laura martin andreas stefan christian nguyen anh yuki hiroshi sergey alexander andrey
     vladimir olga natalia sanjay rahul priya amit raj joao pedro sara joseph richard",
    "charles christopher matthew anthony donald steven stephen andrew kenneth joshua kevin brian george timothy ronald
     jason edward jeffrey ryan jacob gary nicholas eric jonathan larry justin scott brandon benjamin samuel gregory
     frank alexandra raymond patrick jack dennis jerry tyler aaron henry adam nathan zachary kyle simon philip tom nick
     dan mike steve dave jim bob bill joe sam ben matt tim rob kate patricia linda barbara susan jessica karen nancy
     lisa margaret betty sandra ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca
     sharon cynthia kathleen amy angela shirley emma brenda pamela nicole catherine katherine katharina christine
     samantha debra janet rachel carolyn maria heather diane julie joyce victoria olivia kelly lauren christina joan
     evelyn judith megan hannah jane claire charlotte sophie lucy alice marie pierre jean nicolas philippe francois
     julien camille isabelle nathalie anne sophie catherine hans klaus juergen jurgen wolfgang michael matthias tobias
     lukas jonas felix max moritz sabine petra monika claudia julia katrin nadine giuseppe giovanni luca matteo
     alessandro roberto paolo giulia francesca chiara valentina miguel javier manuel francisco jesus alejandro pablo
     sergio fernando jorge rafael diego carmen isabel lucia marta paula cristina sofia rosa ricardo eduardo andre bruno
     gabriel lucas mateus tiago rui beatriz mariana fernanda juliana piotr krzysztof andrzej tomasz pawel marcin michal
     agnieszka katarzyna malgorzata magdalena joanna ewa lars anders erik johan karl nils per ole hans henrik kristina
     ingrid karin johanna dmitry ivan mikhail nikolai alexei maxim tatiana irina svetlana ekaterina anastasia marina
     omar hassan hussein ibrahim khaled youssef mustafa abdullah aisha maryam leila nour mehmet ayse emre elif fatma
     yusuf murat deepak vijay anil sunil suresh ramesh rajesh kumar ravi arun neha pooja anjali sunita lakshmi kavita
     hiroto takashi kenji akira yuko keiko naoko haruto minjun jihoon jiwoo seoyeon minji hao lei yan fang ying hui
     xin yu jun ming hong xiao chen lin linh minh thi van tuan hoa duc siti budi dewi agus kwame kofi ama amina
     chidi ngozi grace samuel emmanuel noah liam ethan mason logan oliver jacob elijah ella mia ava isabella chloe",
    "adrian alan albert alberto aldo alfonso alfred alfredo alina allison amber amelia amir amira anders andres angel
     angelica angelo anita anja annette annie antoine anton antonia april ari arjun armando arnold arthur arturo ashok
     astrid axel barry bernard bernd bernhard bertha beth birgit bjorn blake bobby bogdan brad bradley brent bridget
     brigitte brooke bruce bryan caleb cameron carl carla carlo carolina caroline cary casey cecilia cedric cesar chad
     charlie cheryl clara claude clifford cody colin connor corey courtney craig crystal curtis daisy dale dana daniela
     danielle danny daria darren dawn dean debbie denise derek diana dieter dirk dominic dominik don doris dorothy doug
     douglas duncan dustin dylan eddie edgar edith edwin eileen eleanor eleni elias elisa elise ellen elmar emil emilia
     emilio emily enrique erica erika erin ernest esther ethel eugene eva fabian fabio faith farah federico felicia
     florence florian frances francis franz fred frederic frederick frederik friedrich gabriela gail georg georgia
     gerald gerard gerhard gianluca gilbert gina ginger gisela giorgio glenn gloria gordon greg greta guido guillaume
     gunther gustav guy hana hanna harald harold harry harvey heidi heiko heinz helen helena helga helmut herbert
     herman hilary holger holly howard hugh hugo ian igor ilse ines ingo inga iris isaac ivana jackie jacqueline jakob
     jakub jamal jamie janina janine jared jasmin jasmine javier jay jeanette jeff jenna jenny jeremy jerome jesse
     jill jimmy joachim joanna jochen joel joerg johannes johnny jon jordan josef josefine josh juan juanita judy
     julian julio june kai kamal karim karina karl karla karsten kasia kathrin kathryn kathy katie kay keith ken kenny
     kerstin kim kirsten klara konrad kristen kristin kurt lance larissa lea leah lee lena leo leon leonard leonardo
     leonie leroy leslie lewis lillian lily lina lloyd lois lorenzo loretta lori lorraine louis louise luana lucas
     luciana luigi luisa lukasz lydia lynn mads magnus mahmoud maja malcolm manfred manuela marc marcel marcela marcelo
     marcia marcos marcus margarita margit mariam marian marianne marie marilyn mario marion marius markus marlene
     marshall martha martina marvin mathias mathilde maurice mauricio max maximilian maya meera melanie melinda mercedes
     meredith mette mila milan mildred miranda miriam mitchell mohan mona monica morgan nadia nadja naomi natalie
     natasha neil nelson nicola nicolai nicole nina nirmala noel nora norbert norma norman olaf oleg oliver omar oscar
     otto pam pascal patricio paulo pauline pavel peggy penelope percy petr phil philipp phillip phyllis piero pierre
     qing rainer ralf ralph ramon randy raquel raul ray rebekah regina reinhard renate rene rhonda ricky rita robin
     rocio rodney rodrigo roger roland rolf roman ronny rory rose rosemary ross roy ruben rudolf russell ruth salma
     salvador sally samira sander sandy santiago saskia sean sebastian selma serena seth shane shannon shawn sheila
     shelly sherry sigrid silke silvia simona simone sofie sonia sonja stan stanley stella sten stuart sue susana
     susanne suzanne sven svenja sylvia tamara tanja tanya tara tariq ted teresa teri terry thea theo theodore
     theresa thorsten tiffany tim timo tina todd tommy tony torsten tracy travis trevor troy udo ulrich ulrike ursula
     ute uwe vanessa vera verena veronica vicente vicki victor viktor vincent vincenzo viola viktoria virginia vivian
     volker walter wanda warren wayne wendy werner wesley wilhelm wilma winston xavier yasmin yolanda yvonne zainab
     zoe zofia jessie harriet freya isla imogen poppy ruby lachlan joshua jayden jaden aidan kayla madison alyssa
     abigail bailey brianna hayley jake jye liam tahlia caitlin georgia sienna taylor riley benjamin callum cooper
     harrison hamish archie finn zac luke toby levi hudson isabelle brooke paige phoebe eliza matilda holly zara",
];

/// Family names in plain letters, the most widespread first.
const FAMILY_NAMES: [&str; 3] = [
    "smith johnson williams brown jones garcia miller davis rodriguez martinez wang li zhang liu chen yang huang zhao
     wu zhou nguyen tran le pham kim lee park choi jung singh kumar sharma khan ahmed ali hussain mohamed silva santos
     oliveira souza ferreira hernandez lopez gonzalez perez sanchez mueller muller schmidt schneider fischer rossi
     ivanov smirnov sato suzuki tanaka hansen johansen jensen nielsen andersen larsen andersson johansson martin
     bernard dubois murphy",
    "wilson anderson thomas taylor moore jackson thompson white harris clark lewis robinson walker young allen king
     wright scott torres hill flores green adams nelson baker hall rivera campbell mitchell carter roberts gomez
     phillips evans turner diaz parker cruz edwards collins reyes stewart morris morales cook rogers gutierrez ortiz
     morgan cooper peterson bailey reed kelly howard ramos cox ward richardson watson brooks chavez wood james bennett
     gray mendoza ruiz hughes price alvarez castillo sanders patel myers long ross foster jimenez powell jenkins perry
     russell sullivan bell coleman butler henderson barnes fisher vasquez simmons graham reynolds patterson jordan
     romero west cole hayes ford hamilton stevens burns shaw gordon davies clarke johnston obrien oconnor ryan walsh
     byrne kennedy robertson macdonald mcdonald stuart murray weber meyer wagner becker schulz hoffmann schaefer
     koch bauer richter klein wolf schroeder neumann schwarz zimmermann braun krueger hofmann hartmann lange werner
     krause lehmann schmitt maier huber mayer petit durand leroy moreau simon laurent lefebvre michel bertrand roux
     david fournier girard russo ferrari esposito bianchi romano colombo ricci marino greco bruno gallo conti costa
     fernandez moreno munoz alonso dominguez vazquez ramirez castro rojas vargas herrera medina aguilar pereira almeida
     alves lima carvalho gomes ribeiro rodrigues martins sousa fernandes goncalves nowak kowalski wisniewski wojcik
     kowalczyk kaminski lewandowski zielinski novak svoboda horvath nagy kovacs toth popescu ionescu popov petrov
     kuznetsov sokolov mikhailov novikov fedorov morozov volkov kuznetsova ivanova petrova smirnova papadopoulos
     yilmaz kaya demir celik sahin hassan hussein ibrahim rahman islam begum chowdhury das roy ghosh gupta verma shah
     mehta jain reddy rao nair iyer agarwal mishra yadav sun xu zhu ma hu guo he lin gao luo zheng liang xie song tang
     deng han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren wong chan lam
     cheung ng ho leung hoang phan vu vo dang bui do kang cho yoon jang lim takahashi watanabe ito yamamoto nakamura
     kobayashi kato yoshida yamada sasaki cohen levy mizrahi okafor mensah osei abdi olsen pedersen kristensen
     christensen rasmussen petersen karlsson nilsson eriksson larsson olsson persson svensson gustafsson jansen
     devries berg dejong bakker visser smit meijer virtanen korhonen nieminen",
    "abbott adler aguirre albrecht alexander ali alvarado andrade andrews arnold austin avila baldwin ball banks barker
     barrett bauer beck berger bergmann bishop black blackburn blair bond booth bowman boyd bradley brady brandt
     browne bryant bush byrd caldwell calderon campos cannon carlson carpenter carr carrillo carroll cervantes chambers
     chandler chapman chen christian cisneros cohen coles conway contreras cortez craig crawford cross cunningham
     curtis dahl dalton daniels dawson dean delacruz delgado dennis dixon doyle duncan dunn eaton elliott ellis engel
     erickson espinoza estrada faure farmer ferguson fernando fields fleming fletcher flynn fowler fox francis franco
     frank franke franklin frazier freeman friedrich fuchs fuentes fuller gallagher gardner garrett garza george gibson
     gilbert gill gomes goodman gonzales graf grant graves greene gregory griffin griffith gross guerra guerrero guzman
     haas hahn hale hammond hansson hardy harper harrington harrison hart harvey hawkins heinrich henry herman herrmann
     hicks higgins hodges hoffman holland holmes holt hopkins horn horton houston howell hudson huerta huff hunt hunter
     ingram jacobs jaeger jager jennings johns jordan joseph juarez kaiser keller keith kemp kerr kirk knight knudsen
     kraus kuhn lambert lamb lane lang larson lawrence lawson leon leonard lindberg lindgren little lloyd logan lorenz
     lowe lucas ludwig lynch lynn lyons macleod madsen maldonado malone manning marquez marsh marshall martens mason
     matthews maxwell may mccarthy mccoy mccormick mclean mckenzie mcbride mckinney medina melendez mendez meier mejia
     mercer meyers miles mills miranda molina montgomery montoya moran moser moss mullins munoz nash navarro newman
     newton nichols nicholson norman norris norton nunez obrien ochoa oliver olson oneill orozco ortega osborne otto
     owen owens pacheco padilla page palmer parsons patrick payne pearson pena perkins peters pfeiffer phillips pierce
     poole pope porter potter powers pratt quinn ramsey randall ray reese reid reuter rhodes rice richards riley rios
     rivas robbins robles rodgers roman rosales rose roth rowe rubio ruiz salazar salinas sandoval santana santiago
     sauer saunders schilling schmid schmitz scholz schreiber schubert schultz schulze schumacher schuster schwartz
     schwartz seidel serrano sharp shelton shepherd sherman simon simpson sims sloan snyder soto sommer sparks spencer
     stanley steele stein steiner stephens stephenson stevenson stone strickland strong summers sutton swanson
     tate taylor terry thornton todd townsend trevino tucker tyler underwood valdez valencia valentin vance vaughn
     vega velasquez velez vincent vogel vogt voigt wade wallace walls walter walters walton warner warren washington
     watkins watts weaver webb weber webster weiss wells werner wheeler whitehead wiley wilkins williamson willis
     winkler winter wolfe wolff woods yates zamora ziegler zimmerman webb bright campton dolan nguyen ryan clarke
     coulson matthews reid noble hobbs burford green white campbell",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_widespread_name_tells_less_than_a_rare_one() {
        assert!(given("maria") < given("astrid") && given("astrid") < given("zebulon"));
        assert!(family("smith") < family("abbott") && family("abbott") < family("quuxley"));
    }

    #[test]
    fn a_short_name_is_not_taken_for_rare() {
        assert!(family("oz") < family("ozymandias"));
        assert_eq!(given(""), 0.0);
    }

    #[test]
    fn the_table_is_in_plain_letters() {
        let all = GIVEN_NAMES.iter().chain(&FAMILY_NAMES).flat_map(|names| names.split_whitespace());
        for name in all {
            assert!(name.bytes().all(|letter| letter.is_ascii_lowercase()), "{name}");
        }
    }
}
