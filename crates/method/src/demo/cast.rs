//! The people of the demo, all of them invented, and where they and the seeker know each other from.

/// Somebody on the list when the search begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cast {
    pub name: &'static str,
    pub organization: &'static str,
    pub title: &'static str,
    /// How the seeker says they know each other.
    pub how: Option<&'static str>,
    /// What the seeker values in them.
    pub valued: Option<&'static str>,
    /// The year since which they know each other.
    pub since: Option<i16>,
    /// The years in which they wrote to each other, the first and the last.
    pub wrote: Option<(i16, i16)>,
    pub respected: bool,
    pub close: bool,
}

const fn cast(name: &'static str, title: &'static str, organization: &'static str) -> Cast {
    let (how, valued, since, wrote) = (None, None, None, None);
    Cast { name, organization, title, how, valued, since, wrote, respected: false, close: false }
}

impl Cast {
    const fn since(self, year: i16, how: &'static str) -> Self {
        Cast { since: Some(year), how: Some(how), ..self }
    }

    const fn valued(self, valued: &'static str) -> Self {
        Cast { valued: Some(valued), respected: true, ..self }
    }

    const fn close(self) -> Self {
        Cast { close: true, ..self }
    }

    const fn wrote(self, first: i16, last: i16) -> Self {
        Cast { wrote: Some((first, last)), ..self }
    }
}

/// Fifty-one people; nine more are named in the course of the search. The years in `wrote` count back from the year in
/// which the demo is played: 0 is that year.
pub(super) const CAST: &[Cast] = &[
    cast("Ana Pereira", "Night Operations Manager", "Ferncliff Railway")
        .since(2015, "we worked the night shift together at Bluewater Terminal")
        .valued("how calmly you run things")
        .close()
        .wrote(-6, 0),
    cast("Tomasz Wilk", "Head of Staff Development", "Meadowlark Schools")
        .since(2012, "you taught the evening course I took on instruction")
        .valued("how you make hard things plain")
        .wrote(-3, -1),
    cast("Joy Mbeki", "Dispatch Supervisor", "Lindqvist Logistics")
        .since(2010, "we shared a desk in dispatch")
        .valued("that you say what you think")
        .wrote(-9, -4),
    cast("Miriam Katz", "Occupational Safety Officer", "Ironbridge Steel")
        .since(2017, "you audited our yard twice")
        .valued("that you ask the people on the floor first")
        .wrote(-4, -1),
    cast("Ikaika Kealoha", "Apprenticeship Coordinator", "Halden Shipyard")
        .since(2016, "our crews trained side by side one summer")
        .valued("your patience with beginners"),
    cast("Sofia Marchetti", "Learning Designer", "Glasswing Software")
        .since(2008, "we were at college together")
        .valued("how well you listen")
        .close()
        .wrote(-8, 0),
    cast("Dana Whitfield", "Director of Volunteers", "Harborview Museum")
        .since(2013, "we ran the harbor festival together")
        .valued("how you bring strangers to work together")
        .wrote(-5, -2),
    cast("Ruth Abramson", "Training Manager", "Fernwood Hotels")
        .since(2011, "you trained me in my first job at the front desk")
        .valued("the way you give praise")
        .wrote(-10, -5),
    cast("Emeka Udoh", "Workforce Planner", "Brightwater Utilities")
        .since(2018, "we built the crane roster together")
        .valued("that your plans survive the first day"),
    cast("Kofi Mensah", "Instructor", "Redwing Aviation").since(2014, "we coached the youth rowing crew").wrote(-7, -3),
    cast("Linnea Forsberg", "People Partner", "Cormorant Insurance").since(2016, "your sister is my neighbor"),
    cast("Rashid Karimi", "Plant Manager", "Tallgrass Foods").since(2019, "we spoke at the loading dock forum"),
    cast("Hugo Castellanos", "Site Trainer", "Sunward Solar").since(2018, "you were my foreman's brother"),
    cast("Bea Thornton", "Operations Director", "Quarry Lane Consulting").since(2015, "you advised our terminal"),
    cast("Pavel Novak", "Branch Manager", "Pelican Bank").since(2009, "we played in the same orchestra").wrote(-9, -6),
    cast("Leila Haddad", "Curriculum Editor", "Lanternfish Books")
        .since(2013, "we met in the book circle")
        .wrote(-4, -3),
    cast("Anselm Vogt", "Master Carpenter", "Stonecrop Builders").since(2007, "you built our kitchen").wrote(-8, -7),
    cast("Chen Wei-Ling", "Learning Analyst", "Thistle Health Plan")
        .since(2019, "we sat on the safety panel")
        .wrote(-2, -1),
    cast("Amara Diallo", "Nurse Educator", "Riverbend Hospital"),
    cast("Jonas Eklund", "Field Trainer", "Northlight Energy"),
    cast("Petra Vance", "Bus Operations Trainer", "City Transit Authority"),
    cast("Mateus Rocha", "Line Trainer", "Tallgrass Foods"),
    cast("Gwen Pritchard", "Quality Trainer", "Riverbend Hospital").since(2018, "we met at a first-aid course"),
    cast("Olga Sidorova", "Retired Harbor Pilot", "Harborview Museum")
        .since(2014, "you showed me the harbor by night")
        .valued("your sense of direction")
        .wrote(-11, -5),
    cast("Desmond Fairweather", "Chief Steward", "Saltmarsh Fisheries")
        .since(2010, "we unloaded your boats")
        .wrote(-12, -8),
    cast("Yara Nassif", "Community Educator", "Oakhaven Library")
        .since(2017, "you ran the reading evening")
        .valued("how you welcome people"),
    cast("Lars Nygaard", "Crane Supervisor", "Kestrel Freight").since(2019, "we work together").close(),
    cast("Fatou Ndiaye", "Yard Planner", "Kestrel Freight").since(2020, "we work together"),
    cast("Brendan O'Quill", "Terminal Director", "Kestrel Freight").since(2019, "you hired me"),
    cast("Sunita Balan", "Safety Coordinator", "Kestrel Freight").since(2021, "we work together").wrote(-1, 0),
    cast("Vadym Horbenko", "Shift Manager", "Bluewater Terminal").since(2014, "we shared the yard").wrote(-9, -5),
    cast("Nadia Osman", "Clerk", "Bluewater Terminal").since(2015, "we shared the yard").wrote(-8, -4),
    cast("Callum Strathie", "Rigger", "Bluewater Terminal"),
    cast("Hyun-woo Seo", "Crane Technician", "Bluewater Terminal"),
    cast("Ingrid Solberg", "Fleet Manager", "Lindqvist Logistics").since(2011, "we shared the dispatch floor"),
    cast("Marcus Bellweather", "Driver Trainer", "Lindqvist Logistics")
        .since(2012, "we rode along together")
        .wrote(-6, -3),
    cast("Teresa Quintero", "Route Planner", "Wrenfield Farms"),
    cast("Abdi Guleed", "Warehouse Manager", "Juniper Apparel"),
    cast("Elke Baumann", "Logistics Lecturer", "Port Alder Community College").since(2009, "I took your course"),
    cast("Rosalind Marsh", "Bakery Owner", "Ember Street Bakery").since(2006, "we grew up on one street").close(),
    cast("Tariq Belfield", "Project Engineer", "Cinder Peak Mining"),
    cast("Noor van Dijk", "Facilities Manager", "Glasswing Software"),
    cast("Silvio Bianchi", "Showroom Manager", "Marrow & Pine Furniture"),
    cast("Keiko Tanabe", "Claims Trainer", "Cormorant Insurance"),
    cast("Owen Llewellyn", "Signal Engineer", "Ferncliff Railway"),
    cast("Zanele Khumalo", "Guest Services Manager", "Fernwood Hotels"),
    cast("Piotr Zielinski", "Steel Inspector", "Ironbridge Steel"),
    cast("Maya Lindholm", "Software Tester", "Glasswing Software"),
    cast("Gabriel Santos", "Installation Crew Chief", "Sunward Solar"),
    cast("Hannah Whitlock", "Shift Nurse", "Thistle Health Plan"),
    cast("Idris Bello", "Flight Line Supervisor", "Redwing Aviation"),
];
