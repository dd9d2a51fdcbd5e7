//! Addresses behind which no person in particular reads: shared mailboxes, lists and machines.
//!
//! Serves the list, and the question whether two entries are one person: whoever is behind such an address can neither be called nor be known. It goes by the part before
//! the `@` alone and refuses to judge a name: `news@` is a mailbox, `newsome@` is Ms Newsome.

/// What a shared mailbox, a list or a machine is called. Marks are left out, and so are digits at the end.
const NAMES: &str = "\
    abuse accounting accounts accountspayable admin administration administrator alert alerts all announce \
    announcements apply ask automailer autoreply bewerbung billing booking bookings bot bounce bounces buchhaltung \
    buero calendar calendarnotification career careers compliance confirm confirmation confirmations contact \
    contacto contactus contato customercare customerservice customersupport daemon desk digest dispatch editor email \
    enquiries enquiry events everyone facilities familie family feedback finance frontdesk general gethelp groups \
    hello help helpdesk hi hostmaster hr humanresources info information inquiries inquiry invitations invoice \
    invoices invoicing it itsupport job jobs kontakt legal list listserv loyalty mail mailbox mailer mailerdaemon \
    mailman mailrobot majordomo marketing media member members membership messages messenger news newsletter \
    newsletters notice notices notification notifications notify offers office operations ops order orders parents \
    payments payroll postbox postfach postmaster press privacy promo promotions receipt receipts reception \
    recruiting recruitment registrar registration reminder reminders replies reply report reports request requests \
    reservations returns robot root sales secretary security sekretariat server service services shipping shop staff \
    store studio subscribe subscriptions support survey surveys system talent team tickets unsubscribe update \
    updates ventas verify vertrieb webmaster welcome";

/// What stands for a role even when more follows it, as in jobs.berlin@.
const BEFORE_MORE: &[&str] = &["info", "jobs", "careers", "support", "sales", "office", "hr", "recruiting"];

/// What only machines have anywhere in their names.
const MACHINES: &[&str] =
    &["noreply", "donotreply", "dontreply", "nepasrepondre", "mailerdaemon", "autoreply", "autoresponder"];

/// What stands before or behind the name of a list.
const AROUND_LISTS: &[&str] = &["-request", "-owner", "-bounces", "-bounce", "-admin", "-subscribe", "-unsubscribe"];

/// Whether an address is a role, a list or a machine rather than a person. `address` is in lower case.
pub fn is_role(address: &str) -> bool {
    let local = address.split('@').next().unwrap_or_default();
    let (name, tag) = local.split_once('+').unwrap_or((local, ""));
    let plain: String = name.chars().filter(|letter| letter.is_alphanumeric()).collect();
    let bare = plain.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let listed = AROUND_LISTS.iter().any(|end| name.ends_with(end)) || name.starts_with("owner-");
    let first = name.split(['.', '-', '_']).next().unwrap_or_default();
    NAMES.split(' ').any(|name| name == bare)
        || BEFORE_MORE.contains(&first)
        // The beginning of one word in several languages.
        || plain.starts_with("contac")
        || MACHINES.iter().any(|machine| plain.contains(machine))
        || name.starts_with("bounce")
        || listed
        || is_a_number(&plain)
        || is_a_number(tag)
}

/// A long run of digits and letters, as programs make them up for one message.
fn is_a_number(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    text.len() >= 20 && digits >= 6
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::a_role("info@example.com")]
    #[case::with_a_number("support2@example.com")]
    #[case::of_a_place("jobs.berlin@example.com")]
    #[case::in_another_language("bewerbung@example.com")]
    #[case::a_machine("no-reply@example.com")]
    #[case::a_machine_with_more("billing.noreply.eu@example.com")]
    #[case::a_list("choir-request@example.org")]
    #[case::whoever_runs_it("owner-choir@example.org")]
    #[case::made_up_for_one_message("reply+0123456789abcdef0123456789@example.com")]
    #[case::returned("bounces+123-ana=example.com@mail.example.com")]
    fn nobody_in_particular(#[case] address: &str) {
        assert!(is_role(address));
    }

    #[rstest]
    #[case("ana@example.com")]
    #[case("ana.pereira+news@example.com")]
    #[case("newsome@example.com")]
    #[case("b.office@example.com")]
    #[case("infobjorn@example.com")]
    #[case("maximilian.featherstonehaugh1987@example.com")]
    fn somebody(#[case] address: &str) {
        assert!(!is_role(address));
    }
}
