//! What speaks for one person and what against, field by field, in bits.
//!
//! Serves the question whether two entries are one person, by the model of Fellegi and Sunter: for each field the log of
//! how much oftener such a likeness is seen in two entries of one person than in entries of two. The sum, less what must be
//! overcome because two entries taken at random are hardly ever one person, is the score. What a household shares counts
//! little where the given names differ.

use super::called::{self, Called};
use super::card::{Card, Named};
use super::reach::{Address, LinkKind, Profile};
use super::{born, postal};

/// What must be overcome: with one other entry among so many, hardly any two are one person. A short list is taken for a
/// longer one, because its people are drawn from many more.
pub fn prior(entries: usize) -> f64 {
    let entries = u32::try_from(entries.clamp(4_000, 100_000)).unwrap_or(100_000);
    -libm::log2(f64::from(entries))
}

/// Everything that was compared. Places are those in the two cards.
#[derive(Debug, Clone, PartialEq)]
pub struct Weighed {
    /// Names.
    pub called: Option<Called>,
    /// E-mail addresses.
    pub email: Option<(Mail, usize, usize)>,
    /// The same telephone number, or two different ones.
    pub phone: Option<(bool, usize, usize)>,
    /// Links.
    pub link: Option<(Link, usize, usize)>,
    /// Organizations.
    pub organization: Option<(Work, usize, usize)>,
    /// Titles that are the same.
    pub title: Option<(usize, usize)>,
    /// Days of birth.
    pub born: Option<(born::Alike, usize, usize)>,
    /// Postal addresses.
    pub postal: Option<(postal::Alike, usize, usize)>,
    /// Everything together; above 0 one person is likelier than two.
    pub bits: f64,
}

/// How alike two e-mail addresses are; the last tells most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mail {
    /// Different.
    Different,
    /// The same address of a role.
    Role,
    /// The same name before the sign, at another place.
    SameLocal,
    /// A slip.
    Slip,
    /// The same.
    Same,
}

/// How alike two links are; the last tells most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Link {
    /// Two people's pages on one network.
    TwoPeople,
    /// The front of a place that many share.
    Shared,
    /// The same page somewhere.
    Page,
    /// The same person's page on a network.
    Person,
}

/// How alike two organizations are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Work {
    /// Different.
    Different,
    /// One name begins with the other, as Epic and Epic Games. That tells nothing.
    Longer,
    /// The same.
    Same,
}

impl Weighed {
    /// From 0 to 1: how sure it is that the two are one person.
    pub fn score(&self) -> f64 {
        1.0 / (1.0 + libm::exp2(-self.bits))
    }
}

/// Compares two cards that stand among so many entries.
pub fn weigh(a: &Card, b: &Card, entries: usize) -> Weighed {
    let mut weighed = Weighed {
        called: called::compare(&a.names, &b.names),
        email: best(&a.emails, &b.emails, mail),
        phone: best(&a.phones, &b.phones, |a, b| Some(a.key == b.key)),
        link: best(&a.links, &b.links, link),
        organization: best(&a.organizations, &b.organizations, work),
        title: best(&a.titles, &b.titles, |a, b| (a.key == b.key).then_some(())).map(|((), a, b)| (a, b)),
        born: best(&a.born, &b.born, |a, b| Some(a.alike(b))),
        postal: best(&a.postal, &b.postal, |a, b| Some(a.alike(b))),
        bits: 0.0,
    };
    weighed.bits = prior(entries) + weighed.sum();
    weighed
}

/// The likeness that tells most, and of which two values.
fn best<T, L: Ord + Copy>(a: &[T], b: &[T], likeness: impl Fn(&T, &T) -> Option<L>) -> Option<(L, usize, usize)> {
    let mut best: Option<(L, usize, usize)> = None;
    for (a_place, a) in a.iter().enumerate().take(MOST) {
        for (b_place, b) in b.iter().enumerate().take(MOST) {
            let found = likeness(a, b).filter(|found| best.is_none_or(|(best, ..)| *found > best));
            best = found.map(|found| (found, a_place, b_place)).or(best);
        }
    }
    best
}

/// More values of one kind than these are not compared.
const MOST: usize = 16;

fn mail(a: &Address, b: &Address) -> Option<Mail> {
    if a.key == b.key {
        return Some(if a.is_role { Mail::Role } else { Mail::Same });
    }
    let own = !a.is_role && !b.is_role && a.local.len() >= 6;
    Some(match () {
        () if own && a.local == b.local => Mail::SameLocal,
        () if own && b.local.len() >= 6 && is_slip(&a.key, &b.key) => Mail::Slip,
        () => Mail::Different,
    })
}

/// Nobody's finger slips from one number to another: lena72 and lena144 are two mailboxes.
fn is_slip(a: &str, b: &str) -> bool {
    let digits = |key: &'_ str| key.bytes().filter(u8::is_ascii_digit).collect::<Vec<u8>>();
    digits(a) == digits(b) && called::is_slip(a, b)
}

fn link(a: &Profile, b: &Profile) -> Option<Link> {
    if a.key == b.key {
        return Some(match a.kind {
            LinkKind::Person => Link::Person,
            LinkKind::Page => Link::Page,
            LinkKind::Shared => Link::Shared,
        });
    }
    // Old and new addresses of one page exist, and somebody may have two on a code host; on LinkedIn people have one.
    (a.network() == Some("linkedin.com") && b.network() == a.network() && !old_and_new(a, b)).then_some(Link::TwoPeople)
}

fn old_and_new(a: &Profile, b: &Profile) -> bool {
    a.key.starts_with("linkedin.com/pub/") != b.key.starts_with("linkedin.com/pub/")
}

fn work(a: &Named, b: &Named) -> Option<Work> {
    let begins = |long: &str, short: &str| long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '));
    Some(match () {
        () if a.key == b.key => Work::Same,
        () if begins(&a.key, &b.key) || begins(&b.key, &a.key) => Work::Longer,
        () => Work::Different,
    })
}

impl Weighed {
    fn sum(&self) -> f64 {
        let called = self.called.map_or(0.0, |called| called.bits);
        called + self.reached() + self.worked() + self.lived()
    }

    /// Whether the given names are two people's, so that whatever a household shares tells little.
    pub fn is_household(&self) -> bool {
        self.called.is_some_and(|called| called.clearly_different())
    }

    /// Whether both were born on one day of one year, which a household does not share, twins apart.
    pub fn is_born_alike(&self) -> bool {
        self.born.is_some_and(|(alike, ..)| alike == born::Alike::Same)
    }

    /// Whether both have one address that is nobody's role.
    pub fn shares_a_mailbox(&self) -> bool {
        self.email.is_some_and(|(alike, ..)| alike == Mail::Same)
    }

    /// Whether nothing but the name agrees and they were born on two days, as a father and his son.
    pub fn is_a_namesake(&self) -> bool {
        self.born.is_some_and(|(alike, ..)| alike == born::Alike::Different) && !self.agrees_beside_the_name()
    }

    /// Whether a second field agrees, so that it is not by the name alone.
    pub fn agrees_beside_the_name(&self) -> bool {
        self.email.is_some_and(|(alike, ..)| alike >= Mail::SameLocal)
            || self.phone.is_some_and(|(same, ..)| same)
            || self.link.is_some_and(|(alike, ..)| alike >= Link::Page)
            || self.organization.is_some_and(|(alike, ..)| alike == Work::Same)
            || self.born.is_some_and(|(alike, ..)| alike >= born::Alike::Slip)
            || self.postal.is_some_and(|(alike, ..)| alike >= postal::Alike::Near)
    }

    fn reached(&self) -> f64 {
        let mail = match self.email.map(|(alike, ..)| alike) {
            None => 0.0,
            Some(Mail::Different) => -0.5,
            Some(Mail::Role) => 1.0,
            Some(Mail::SameLocal) => 7.0,
            Some(Mail::Slip) => 11.0,
            Some(Mail::Same) => 16.0,
        };
        let phone = match self.phone.map(|(same, ..)| same) {
            None => 0.0,
            Some(false) => -0.3,
            Some(true) => 6.0,
        };
        let link = match self.link.map(|(alike, ..)| alike) {
            None => 0.0,
            Some(Link::TwoPeople) => -7.0,
            Some(Link::Shared) => 3.0,
            Some(Link::Page) => 12.0,
            Some(Link::Person) => 22.0,
        };
        let shared: f64 = mail + phone;
        link + if self.is_household() { shared.min(shared * 0.4) } else { shared }
    }

    fn worked(&self) -> f64 {
        let organization = match self.organization.map(|(alike, ..)| alike) {
            None | Some(Work::Longer) => 0.0,
            Some(Work::Different) => -0.7,
            Some(Work::Same) => 4.5,
        };
        let title = if self.title.is_some() { 2.0 } else { 0.0 };
        let worked: f64 = organization + title;
        if self.is_household() { worked.min(2.0) } else { worked }
    }

    fn lived(&self) -> f64 {
        let born = match self.born.map(|(alike, ..)| alike) {
            None => 0.0,
            // One entry in a hundred has a stand-in or somebody else's day.
            Some(born::Alike::Different) => -7.0,
            Some(born::Alike::Partly) => -2.0,
            Some(born::Alike::Slip) => 7.0,
            Some(born::Alike::SameDay) => 7.5,
            Some(born::Alike::Same) => 13.0,
        };
        let postal: f64 = match self.postal.map(|(alike, ..)| alike) {
            None => 0.0,
            Some(postal::Alike::Different) => -2.0,
            Some(postal::Alike::Near) => 3.5,
            Some(postal::Alike::Nearly) => 9.0,
            Some(postal::Alike::Same) => 12.0,
        };
        born + if self.is_household() && !self.is_born_alike() { postal.min(postal * 0.5) } else { postal }
    }
}
