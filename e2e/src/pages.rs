//! Which pages there are to look at: every row of the table of routes, at a real address.
//!
//! An address with open parts is found by following the links of the pages, as a person would: a page that no other page
//! leads to is a finding.

use std::collections::{BTreeSet, VecDeque};

use anyhow::Result;
use web::routes::{Authority, ROUTES, Verb};

use crate::app::App;

/// Of each row so many pages are opened to find the ways to the others; a campaign has one for each person.
const A_FEW: usize = 6;

/// What the campaign has to show, row by row.
#[derive(Debug, Default)]
pub struct Pages {
    /// One address for each row, where there is one.
    pub reached: Vec<String>,
    /// Rows that nothing leads to.
    pub missed: Vec<&'static str>,
    /// The page of everybody who was met on the way, in the order of the list.
    pub people: Vec<String>,
}

/// Every page that a person may look at in this campaign.
///
/// # Errors
/// When the program does not answer.
pub fn pages(app: &App) -> Result<Pages> {
    let found = walk(app)?;
    let mut people: Vec<String> = found.iter().filter(|path| fits("/people/{person}", path)).cloned().collect();
    people.sort_by_key(|path| (path.len(), path.clone()));
    let mut pages = Pages { people, ..Pages::default() };
    for row in rows() {
        let path = found.iter().find(|path| fits(row, path));
        if path.is_none() {
            pages.missed.push(row);
        }
        // Without open parts the row is its own address, whatever leads to it.
        pages.reached.extend(path.cloned().or_else(|| (!row.contains('{')).then(|| row.to_owned())));
    }
    Ok(pages)
}

/// The rows with a page for the one who searches.
fn rows() -> impl Iterator<Item = &'static str> {
    let rows = ROUTES.iter().filter(|route| route.verb == Verb::Get && route.authority == Authority::Seeker);
    rows.map(|route| route.path)
}

/// Addresses that can be reached from the first page, without what stands behind the question mark.
fn walk(app: &App) -> Result<BTreeSet<String>> {
    let cookie = app.come_in()?;
    let mut found = BTreeSet::from(["/".to_owned()]);
    let mut ahead = VecDeque::from(["/".to_owned()]);
    while let Some(path) = ahead.pop_front() {
        for link in links(&app.get(&path, &cookie)?) {
            let Some(row) = rows().find(|row| fits(row, &link)) else { continue };
            let known = found.iter().filter(|path| fits(row, path)).count();
            if found.insert(link.clone()) && known < A_FEW {
                ahead.push_back(link);
            }
        }
    }
    Ok(found)
}

/// Where the links of a page lead on this server, and its forms, which lead to a page where they only look.
fn links(page: &str) -> impl Iterator<Item = String> {
    let after = |mark| page.split(mark).skip(1).filter_map(|rest: &str| rest.split('"').next());
    let targets = after(" href=\"").chain(after(" action=\""));
    let ours = targets.filter(|target| target.starts_with('/') && !target.starts_with("//"));
    ours.filter_map(|target| target.split(['?', '#']).next()).map(str::to_owned)
}

/// Whether an address is one of that row; a part in braces may be anything.
fn fits(row: &str, path: &str) -> bool {
    let (wanted, given): (Vec<_>, Vec<_>) = (row.split('/').collect(), path.split('/').collect());
    // What has a name of its own, a page or what a form is sent to, is no page of whoever is called so.
    let exact = |path: &str| ROUTES.iter().any(|route| route.path == path);
    wanted.len() == given.len()
        && wanted.iter().zip(&given).all(|(want, part)| want == part || (want.starts_with('{') && !part.is_empty()))
        && (row == path || !exact(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_in_braces_may_be_anything() {
        assert!(fits("/people/{person}/sheet", "/people/p12/sheet"));
        assert!(!fits("/people/{person}", "/people/") && !fits("/people/{person}", "/people/p12/sheet"));
        assert!(fits("/", "/") && !fits("/", "/next"));
        assert!(fits("/story/{story}", "/story/s1") && !fits("/story/{story}", "/story/check"));
    }

    #[test]
    fn links_are_those_to_pages_of_ours() {
        let page = "<a href=\"/next?many=10#p3\">x</a><a href=\"https://example.org/\">y</a><a href=\"//z\">z</a>";
        assert_eq!(links(page).collect::<Vec<_>>(), ["/next"]);
        assert_eq!(links("<form action=\"/search\" role=\"search\">").collect::<Vec<_>>(), ["/search"]);
    }
}
