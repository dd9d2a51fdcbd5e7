//! Titles and names of organizations, read once however many people share them, and held against the aims.
//!
//! A list of thirty thousand has a few hundred of each. It says what a name comes to and refuses to know who bears it.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use super::aims::{Aims, Wish};
use crate::organization::{distinctive, key};
use crate::seeker::Position;
use crate::title::Title;

/// Everything that was read so far, beside the aims that it is held against.
pub(super) struct Once<'a> {
    /// Where the seeker wants to go and where they come from.
    pub aims: Aims<'a>,
    titles: RefCell<HashMap<&'a str, Rc<Work>>>,
    organizations: RefCell<HashMap<&'a str, Rc<Place<'a>>>>,
}

/// What a title comes to.
pub(super) struct Work {
    pub title: Title,
    /// The role of the direction that it fulfils.
    pub role: Option<usize>,
    /// The field of the direction that it names.
    pub field: Option<usize>,
    /// The strength of the seeker's that it names.
    pub strength: Option<usize>,
    /// The title of the seeker's that it fulfils.
    pub was: Option<usize>,
    /// Whether it shares a word with the seeker's own work or the direction.
    pub is_near: bool,
}

/// What the name of an organization comes to.
pub(super) struct Place<'a> {
    /// Equal for every way of writing it; none when there is no letter in it.
    pub key: Option<Rc<str>>,
    /// Its place in the direction, and its name there.
    pub wanted: Option<(i64, &'a str)>,
    /// Whether the seeker works there now.
    pub is_own: bool,
    /// The seeker's position there.
    pub position: Option<&'a Position>,
    /// The field of the direction that the name names.
    pub field: Option<usize>,
    /// Whether it is a place of the seeker's or of the direction, has a name like one, or names their work.
    pub is_near: bool,
    /// How many of those who were counted are there, under this way of writing it.
    pub people: Cell<usize>,
}

impl<'a> Once<'a> {
    pub fn of(aims: Aims<'a>) -> Self {
        Once { aims, titles: RefCell::default(), organizations: RefCell::default() }
    }

    /// The title as read, the first time and ever after.
    pub fn title(&self, text: &'a str) -> Rc<Work> {
        let mut read = self.titles.borrow_mut();
        Rc::clone(read.entry(text).or_insert_with(|| Rc::new(self.read_title(text))))
    }

    /// The organization as read.
    pub fn organization(&self, name: &'a str) -> Rc<Place<'a>> {
        let mut read = self.organizations.borrow_mut();
        Rc::clone(read.entry(name).or_insert_with(|| Rc::new(self.read_organization(name))))
    }

    /// How many of those who were counted are at the organization with that key, however it is written.
    pub fn people_at(&self, key: &str) -> usize {
        let read = self.organizations.borrow();
        read.values().filter(|place| place.key.as_deref() == Some(key)).map(|place| place.people.get()).sum()
    }

    fn read_title(&self, text: &str) -> Work {
        let title = Title::read(text);
        Work {
            role: first(&self.aims.roles, &title),
            field: first(&self.aims.fields, &title),
            strength: first(&self.aims.strengths, &title),
            was: self.aims.was.iter().position(|was| title.fulfils(&was.title).is_some()),
            is_near: self.is_near(&title),
            title,
        }
    }

    fn read_organization(&self, name: &'a str) -> Place<'a> {
        let Some(key) = key(name) else {
            return Place {
                key: None,
                wanted: None,
                is_own: false,
                position: None,
                field: None,
                is_near: false,
                people: Cell::new(0),
            };
        };
        let aims = &self.aims;
        let words = distinctive(name);
        let is_like_one = || aims.places.iter().any(|place| words.iter().any(|word| place.words.contains(word)));
        let title = Title::read(name);
        let wanted = aims.wanted.get(&key).copied();
        Place {
            wanted,
            is_own: aims.employers.contains(&key),
            position: aims.worked_at.get(&key).copied(),
            field: first(&aims.fields, &title),
            is_near: aims.place(&key).is_some() || wanted.is_some() || self.is_near(&title) || is_like_one(),
            key: Some(key.into()),
            people: Cell::new(0),
        }
    }

    fn is_near(&self, title: &Title) -> bool {
        let own = self.aims.was.iter().map(|was| &was.title);
        let wished = self.aims.roles.iter().chain(&self.aims.fields).map(|wish| &wish.title);
        own.chain(wished).any(|one| !title.in_common(one).is_empty())
    }
}

fn first(wishes: &[Wish<'_>], title: &Title) -> Option<usize> {
    wishes.iter().position(|wish| title.fulfils(&wish.title).is_some())
}
