//! The one policy by which two entries are made one without asking.
//!
//! Serves the import and the list of duplicates, so that both say the same. Proof is the same profile link, the same
//! personal e-mail address of two who share a given name, or the same rare name with a second field that agrees. It refuses what people share: a
//! telephone, a role address, an address of a household, the front page of a company; and whatever something speaks
//! against: another birthday, a junior beside none, two profiles on one network.

use super::called::Level;
use super::card::Card;
use super::reach::LinkKind;
use super::weigh::{Link, Weighed, Work};
use super::{born, postal};

/// How many bits a name must tell to be rare: two of the rarest class, or one of them with a name that is known but not
/// widespread.
const RARE: f64 = 21.0;

/// Whether the likeness is proof.
pub fn is_proof(weighed: &Weighed) -> bool {
    let link = weighed.link.map(|(alike, ..)| alike);
    if link == Some(Link::Person) {
        return true;
    }
    if speaks_against(weighed) || weighed.is_household() {
        return false;
    }
    let own = link == Some(Link::Page) || (weighed.shares_a_mailbox() && shares_a_given_name(weighed));
    own || (is_rare(weighed) && has_a_second(weighed))
}

/// Whether the two are surely not one: what neither can be talked out of by a third entry that resembles both.
pub fn is_denied(weighed: &Weighed) -> bool {
    (speaks_against(weighed) || weighed.is_household()) && !is_proof(weighed)
}

/// An initial, or a family name alone, fits several of a household.
fn shares_a_given_name(weighed: &Weighed) -> bool {
    weighed.called.is_none_or(|called| {
        let is_family_alone = called.turned && called.family == Level::Missing;
        !is_family_alone && !matches!(called.given, Level::Initial | Level::Missing)
    })
}

/// Whether something is known that one person cannot have twice.
fn speaks_against(weighed: &Weighed) -> bool {
    weighed.called.is_some_and(|called| called.suffixed)
        || weighed.link.is_some_and(|(alike, ..)| alike == Link::TwoPeople)
        || weighed.born.is_some_and(|(alike, ..)| alike <= born::Alike::Partly)
}

/// Whether both have the same name, and few people have it.
pub fn is_rare(weighed: &Weighed) -> bool {
    weighed.called.is_some_and(|called| called.rare >= RARE)
}

fn has_a_second(weighed: &Weighed) -> bool {
    weighed.organization.is_some_and(|(alike, ..)| alike == Work::Same)
        || weighed.phone.is_some_and(|(same, ..)| same)
        || weighed.born.is_some_and(|(alike, ..)| alike == born::Alike::Same)
        || weighed.postal.is_some_and(|(alike, ..)| alike == postal::Alike::Same)
        || weighed.link.is_some_and(|(alike, ..)| alike == Link::Shared)
}

/// What two entries must share before it is worth asking whether they are proven to be one. Entries without a common
/// claim never are.
pub fn claims(card: &Card) -> Vec<String> {
    let own = card.links.iter().filter(|link| link.kind != LinkKind::Shared).map(|link| format!("l {}", link.key));
    let mail = card.emails.iter().filter(|email| !email.is_role).map(|email| format!("e {}", email.key));
    let mut claims: Vec<String> = own.chain(mail).collect();
    for name in &card.names {
        let letters = |words: &[super::word::Word]| words.iter().flat_map(|word| word.text.chars()).collect::<String>();
        let rarity = name
            .given
            .first()
            .map_or(0.0, |word| super::frequency::given(&word.text).max(super::frequency::family(&word.text)))
            + name
                .family
                .last()
                .map_or(0.0, |word| super::frequency::family(&word.text).max(super::frequency::given(&word.text)));
        let Some(first) = name.given.first().filter(|_| !name.family.is_empty() && rarity >= RARE) else {
            continue;
        };
        let mut both = [first.text.clone(), letters(&name.family)];
        both.sort();
        claims.push(format!("n {}", both.join(" ")));
        if name.given.len() > 1 {
            let mut whole = [letters(&name.given), letters(&name.family)];
            whole.sort();
            claims.push(format!("n {}", whole.join(" ")));
        }
    }
    claims.sort();
    claims.dedup();
    claims
}
