//! By what files recognise the seeker: names, addresses and profile links.
//!
//! Serves the import, where it decides which letters the seeker wrote. It refuses to guess: only what is known is told.

use crate::campaign::Campaign;
use crate::list::address;
use crate::list::reading::Me;

/// What is known of the seeker, in the form in which it is compared.
pub fn recognised_by(campaign: &Campaign) -> Me {
    let seeker = &campaign.seeker;
    let normal = |all: &[String], form: fn(&str) -> Option<String>| {
        all.iter().map(|one| form(one).unwrap_or_else(|| one.clone())).collect()
    };
    Me {
        names: seeker.name.iter().cloned().collect(),
        addresses: normal(&seeker.addresses, address::email),
        links: normal(&seeker.links, address::link),
        today: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_known_of_the_seeker_counts() {
        let mut campaign = Campaign::default();
        assert_eq!(recognised_by(&campaign), Me::default());
        campaign.seeker.name = Some("Mia Lund".into());
        campaign.seeker.addresses = vec!["Mia@x.example".into()];
        campaign.seeker.links = vec!["https://linkedin.com/in/Mia/".into()];
        let me = recognised_by(&campaign);
        assert_eq!(me.names, ["Mia Lund"]);
        assert_eq!(me.addresses, ["mia@x.example"]);
        assert_eq!(me.links, ["linkedin.com/in/mia"]);
    }
}
