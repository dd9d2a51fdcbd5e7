//! Classes of words that the rules share: `@job` in a phrase means any word of that class.
//!
//! Serves the draft check. It refuses to decide anything; whether a word means what it could mean is left to the rules.

/// The words of a class; none if there is no such class. A word that begins with `~` is a verb in any form.
pub fn class(name: &str) -> &'static str {
    CLASSES.iter().find(|(class, _)| *class == name).map_or("", |(_, words)| words)
}

#[rustfmt::skip]
const CLASSES: &[(&str, &str)] = &[
    ("be", "is are am was were be been 's"),
    ("may", "can could will would may might shall should"),
    ("job", "job jobs role position employment placement internship apprenticeship traineeship gig work interview \
        interviews appointment shift shifts contract"),
    ("post", "job role position post internship apprenticeship placement opening vacancy opportunity req \
        requisition traineeship"),
    ("cv", "resume resumes cv cvs vitae biodata profile particulars application applications credentials candidacy candidature details papers form forms certificates"),
    ("papers", "applications showreel reel sample samples deck statement pitch resume cv vitae biodata profile application letter letters portfolio linkedin resumes cvs statement"),
    ("org", "company firm organization org team group department office school place shop lab laboratory agency \
        hospital clinic unit division business studio bank practice plant factory site warehouse store hotel \
        restaurant crew outfit workplace establishment institution university college ministry council startup \
        employer farm kitchen garage branch end side institute centre center yard project program fund family floor \
        desk"),
    ("orgs", "companies firms organizations teams groups places employers startups agencies schools shops hospitals \
        banks clinics departments offices company firm organization employer agency school shop hospital bank \
        clinic place startup team"),
    ("opening", "opening openings vacancy vacancies position positions role roles job jobs headcount opportunity \
        opportunities internship internships gig gigs placement placements traineeships apprenticeships work posts \
        reqs"),
    ("vacancy", "opening openings vacancy vacancies headcount reqs reqs posting postings"),
    ("list", "list roster rota books book payroll line crew shift pile shortlist pool register panel rolls door gate sift squad team staff board interview schedule scheme system portal referral floor desk"),
    ("advert", "advert adverts ad ads advertisement advertisements posting postings listing listings circular circulars link links"),
    ("hearing", "~hear ~come ~spot ~learn ~find ~stumble ~encounter ~see ~notice ~catch aware wind sniff word whiff"),
    ("telling", "~let ~tell ~inform ~notify ~ping ~text ~call ~message ~email ~alert ~update ~shout ~give ~drop ~buzz ~holler ~hit ~intimate ~phone ~ring ~write ~send ~forward ~pass ~flag ~tag ~think ~tip ~contact ~whatsapp ~dm ~reach ~mention"),
    ("season", "season summer winter spring autumn fall christmas xmas easter harvest"),
    ("spot", "spot spots slot slots seat seats place places"),
    ("anyone", "anyone anybody someone somebody people who whoever everyone one"),
    ("hirer", "hr personnel recruiter recruiters recruitment hiring headhunter"),
    ("chief", "oga gaffer foreman bossman supe boss manager director supervisor head ceo founder principal hr personnel recruiter recruiters \
        recruitment hiring management leadership partners director md owner bosses managers"),
    ("staff", "staff people someone somebody anyone anybody person hands help talent candidates candidate freshers \
        fresher graduates graduate trainee trainees intern interns apprentice apprentices employee employees \
        personnel manpower workers worker bookkeeper bookkeepers accountant accountants engineer engineers \
        developer developers welder welders designer designers teacher teachers driver drivers cook cooks chef \
        chefs nurse nurses analyst analysts manager managers editor editors writer writers copywriter copywriters \
        electrician electricians plumber plumbers carpenter carpenters technician technicians operator operators \
        assistant assistants secretary receptionist cleaner cleaners baker bakers waiter waiters waitress barista \
        programmer programmers tester testers scientist scientists researcher researchers lecturer lecturers tutor \
        tutors planner planners buyer buyers marketer marketers translator translators lawyer lawyers paralegal \
        surveyor surveyors architect architects builder builders mechanic mechanics fitter fitters machinist joiner \
        painter labourer labourers pharmacist pharmacists therapist therapists midwife carer carers caregiver \
        gardener guard guards officer officers administrator administrators clerk clerks coordinator coordinators \
        consultant consultants specialist specialists expert experts professional professionals bartender \
        hairdresser stylist photographer sparkies contractor contractors sparky sparky tradies chippies brickies labour lads blokes physio \
        physios vet vets pilot pilots salespeople salesman salesmen reps rep juniors musicians dancers porter \
        porters *keeper *keepers *ists *icians *eers starters sailors producer animator controller auditor \
        estimator concierge concierges corpers corper body bodies bod bods hand grads grad newbies temps temp freelancers cover \
        folk folks cfo ceo cto coo cmo vp devs dev qa nanny nannies au-pair deputy deputies lecturing minder crew *er *ers *or *ors *ist *ian *man *men *woman *women *person *hand *guy *guys *tive *ants"),
    ("someone", "anyone anybody somebody someone people person anyone's somebody's"),
    ("handover", "~transfer ~pass ~forward ~send ~share ~hand ~submit ~drop ~deliver ~circulate ~push ~give \
        ~present ~put ~float ~upload ~slip ~show ~email ~plug ~take ~flag ~raise ~highlight ~bump ~expedite ~route \
        ~relay ~mail ~carry ~walk ~leave ~place ~sneak ~shoot ~slide ~steer ~bring"),
    ("watch", "~hear ~come ~spot ~learn ~find ~stumble ~encounter ~see ~notice ~know ~think ~catch ~get ~run ~bump \
        ~meet ~happen"),
];
