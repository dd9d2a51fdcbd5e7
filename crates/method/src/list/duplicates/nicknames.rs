//! Which given names are short or other forms of one name: Bob is Robert, Sasha is Alexander, Mehmet is Mohammed.
//!
//! Serves the question whether two entries are one person. A name may belong to several groups, and two names are forms of
//! one another when they share a group. It refuses to say that they are the same name: it is weighed as less.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The groups that this name belongs to.
pub fn groups(name: &str) -> &'static [u16] {
    GROUPS.get(name).map_or(&[], Vec::as_slice)
}

/// Whether two names are forms of one.
pub fn are_forms_of_one(a: &str, b: &str) -> bool {
    groups(a).iter().any(|group| groups(b).contains(group))
}

static GROUPS: LazyLock<HashMap<&'static str, Vec<u16>>> = LazyLock::new(|| {
    let mut groups: HashMap<&str, Vec<u16>> = HashMap::new();
    for (number, line) in (0..).zip(FORMS.lines()) {
        for name in line.split_whitespace() {
            groups.entry(name).or_default().push(number);
        }
    }
    groups
});

/// One group a line.
const FORMS: &str = "\
alexander alex al sandy sasha aleksandr alexandre alejandro alessandro aleksander iskander xander lex
alexandra alex sandra sasha alexandria aleksandra alejandra alessandra lexi
abigail abby gail
abraham abe avraham ibrahim
adam adi
agnes agnieszka aga agnese
albert al bert bertie alberto
alfred al fred freddy alfredo alf
allison ali allie alison
amanda mandy
andrew andy drew andreas andre andrea andrei andrey andrej andrzej anders andres
angela angie angelica
ann anne anna annie nancy nan hannah hanna ana anya anja anita
anthony tony antony antonio anton antoine ant
antonia toni tonia antoinette
archibald archie
arthur art artie arturo
barbara barb babs barbie bobbie
bartholomew bart
beatrice bea trixie beatriz beatrix
benedict ben benny
benjamin ben benny benji binyamin
bernard bernie bernhard bernardo bernd
bradley brad
calvin cal
cameron cam
caroline carolyn carol carrie lina carolina karoline
cassandra cassie sandra
catherine katherine kathryn katharine catharine kate katie kathy cathy kat kitty katrina katharina katarina ekaterina
catherine katya katarzyna kasia kaye caitlin kathleen karen trina catarina caterina
cecilia cece celia cecily
charles charlie chuck chas carlos carl karl carlo charly karel
charlotte charlie lottie lotte
christine christina chris chrissy tina christy kristin kristina kristen kirsten christiane cristina
christopher chris kit topher christoph cristobal kristof christof christophe christian
clifford cliff
cynthia cindy
daniel dan danny danilo daniil
danielle dani danny daniela
david dave davey davide dov dawid
deborah debbie deb debra
dennis denny denis
diana di diane
dmitry dima dmitri dmitriy dimitri mitya dimitrios
dominic dom nick dominik domenico dominique
donald don donny donnie
dorothy dot dottie dolly dorothea thea
douglas doug
edgar ed eddie ned
edmund ed eddie ned
edward ed eddie ned ted teddy eduardo edouard eduard
edwin ed eddie win
eleanor ellie nell nora lenore eleonora elinor leonora ella
elizabeth liz lizzie beth betty betsy eliza lisa elisabeth lizbeth libby ellie bess elsa elsie elise isabel isabella
elizabeth elisabetta isabelle elspeth liesl lisbeth elzbieta ela
emily em emmy emilia emilie
emma em emmy
eric rick ricky erik erich
eugene gene evgeny yevgeny evgeni zhenya eugenio
evelyn eve evie
ferdinand fernando
florence flo flora
frances fran francie franny frankie francesca francisca franziska
francis frank frankie fran francisco francesco franz francois paco pancho
franklin frank
frederick fred freddie rick fritz friedrich federico frederik frederic
gabriel gabe gavriel
gabriela gabby gabi gabriella gabrielle
geoffrey geoff jeff jeffrey
george georgie jorge giorgio georg jerzy georges yuri jiri jurgen juergen
gerald gerry jerry
gerard gerry jerry gerhard gerardo
giovanni gianni gio nino
giuseppe beppe peppe pino
gregory greg gregor grigory grzegorz
gretchen greta margaret
guillermo memo
gustav gus gustavo
harold harry hal harald
harriet hattie
heather hettie
helen helena ellen elena nell nellie lena eleni elaine jelena alena yelena olena
henry harry hank hal heinrich enrique henri heinz henrik hendrik enrico
herbert herb bert
howard howie
hubert bert hugh
humphrey
ignacio nacho
isaac ike yitzhak izzy
isabel bella izzy isabella isabelle isa
ivan vanya john
jacob jake jakob jacobo yaakov jakub jacques james
jacqueline jackie
james jim jimmy jamie jaime diego iago santiago jacob
jane janie jenny jean
janet jan
jason jay
jennifer jen jenny jenn
jeremy jerry jem jeremiah
jerome jerry
jessica jess jessie
joan joanie jo
joanna jo joanne johanna joana
john johnny jack jon juan jean johann johannes hans jan giovanni ivan joao sean ian jens johan yahya evan
jonathan jon jonny john jonas yonatan nathan
joseph joe joey jo jose josef giuseppe pepe yosef yusuf youssef josip jozef
josephine jo josie josefina
joshua josh yehoshua
joyce joy
judith judy jude judit
julia julie jule giulia yulia juliana
julian jules julien julio julius
justin jus
karolina karo karolin
kenneth ken kenny
kimberly kim kimberley
konstantin kostya kostas constantine constantin
laura laurie lori
lauren laurie ren
laurence lawrence larry laurie lars lorenzo laurent lauri
leonard leo len lenny leonardo leonid leon
leslie les
lewis lew louis lou luis ludwig luigi ludovic
lillian lily lil lilly
louise lou luisa louisa lulu
lucas luke luca luc lukas luka lukasz
lucille lucy lucia lucie lucinda
ludmila lyudmila mila luda
madeline maddie maddy madeleine magdalena lena
magdalena magda lena magdalene
malcolm mal
manuel manny manolo manuela emmanuel emanuel
marcus mark marc marco markus marcos marek
margaret maggie meg peggy marge margie rita greta margarita marguerite daisy malgorzata margarete gosia madge
maria marie mary mariam maryam miriam mia molly polly masha mariya marja marija mari
marianne mary ann marian
martin marty marton marcin
martha marty marta
matthew matt matty matthias mateo matteo mateusz matthieu matias mathew mats
maximilian max maxim massimo maxime maksim maximiliano
maxwell max
megan meg
melissa mel missy
melanie mel
michael mike mick mickey mikey miguel michel mikhail misha michele mikael michal micah mihai mikkel
michelle shelly chelle michele
mildred millie
mitchell mitch
mohammed muhammad mohamed mohammad mohamad muhammed mehmet mohd mo mamadou
natalie nat natalia nataliya natasha natalya
nathan nate nat
nathaniel nate nat nathan
nicholas nick nicky nico nicolas nikolai nikolay nicolaus klaus claus niklas nicola nikola mikolaj
nicole nicky nikki nicola
norman norm
oliver ollie olivier
olivia liv livvy
oscar oskar
pamela pam
patricia pat patty tricia trish patsy patrizia
patrick pat paddy rick patricio padraig
paul pablo paolo pavel pawel paulo pauli pal
pauline polly paula paola
penelope penny
peter pete pedro pierre pietro petr pyotr piotr petrus petter per peer
philip phil phillip felipe philippe filip filippo pip philipp
priscilla cilla
rachel rae rachael raquel
raymond ray ramon raimund
rebecca becky becca rebekah rivka
reginald reg reggie
renate rena
richard rick rich dick ricky richie ricardo riccardo
robert rob bob bobby robbie bert roberto robin ruprecht
roberta bobbie robbie
roderick rod rick rodrigo
rodney rod
roger rog rutger ruggero
roland rolando orlando
ronald ron ronnie
rosa rose rosie rosemary rosalind rosalie
russell russ rusty
samantha sam sammy
samuel sam sammy shmuel
sarah sara sally sadie
sebastian seb bastian sebastien sebastiao bas
sergei sergey serge sergio serhiy sergej sergiy sergii
sharon shari
sidney sid sydney
simon simone shimon szymon
sofia sophia sophie sofie zofia sonja sonya
solomon sol shlomo suleiman
stanley stan stanislav stanislaw
stephanie steph stefanie steffi stefania
stephen steve steven stevie stefan stephan esteban stefano etienne stephane szczepan
susan sue susie suzanne susanna suzie susana zuzana susanne
sylvia silvia
tamara tammy tama
tatiana tanya tania tanja tatyana
theodore ted teddy theo feodor fyodor fedor theodor
theresa terry tess tessa teresa therese tere
thomas tom tommy tomas tomasz tommaso thom
timothy tim timmy timo timotheus
tobias toby tobiah
ulrich uli ulli ulrik
valentina val valya
valerie val
vasily vasya basil vasilis
veronica ronnie vera veronika
victor vic viktor vittorio
victoria vicky vic tori viktoria viki
vincent vince vinny vincenzo vicente
violet vi viola
virginia ginny
vladimir vlad vova volodymyr volodya wladimir
walter walt wally
wendy wen
wilhelmina mina wilma minnie
william bill billy will willie liam wilhelm guillermo guillaume willem wil willy guglielmo
winifred winnie
yasmin jasmine yasmine jasmin
zachary zach zack zac
kim gim
lee yi rhee lea
park bak pak pack
choi choe
jung jeong chung cheong
jang chang
cho jo joe
kang gang
yoon yun
lim im rim
wong huang wang
chan chen tran
cheung zhang chang
lam lin
ng wu
ho he
leung liang
chow zhou chou
tsai cai
hsu xu
hsieh xie
kwok guo
lau liu
yeung yang
";

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("bob", "robert", true)]
    #[case("alex", "alexandra", true)]
    #[case("alexander", "alexandra", false)]
    #[case("bill", "robert", false)]
    #[case("mehmet", "muhammad", true)]
    #[case("ana", "zebulon", false)]
    fn forms_of_one_name(#[case] a: &str, #[case] b: &str, #[case] are: bool) {
        assert_eq!(are_forms_of_one(a, b), are);
        assert_eq!(are_forms_of_one(b, a), are);
    }
}
