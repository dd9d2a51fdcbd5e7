//! The worlds: every figure in one table with its source, and the worlds that are made by moving them.
//!
//! They were written down before the slate was tuned against them. Where no study gives a figure, it is assumed and says
//! so; each of them is halved and raised by half in a world of its own.

/// How somebody stands to the seeker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// In touch all the time.
    Strong,
    /// In touch now and then.
    Middle,
    /// Known well once, and silent for years.
    Dormant,
    /// A name on the list.
    Weak,
    /// Named by somebody during the search.
    Named,
}

/// What a world is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub enum Figure {
    AnswerStrong,
    AnswerMiddle,
    AnswerDormant,
    AnswerWeak,
    AnswerNamed,
    CallStrong,
    CallMiddle,
    CallDormant,
    CallWeak,
    CallNamed,
    Names,
    Direction,
    Standing,
    Move,
}

/// One figure: what it is, its value in the base world, and where that comes from.
pub struct Row {
    pub figure: Figure,
    pub says: &'static str,
    pub value: f64,
    /// The line of the evidence, or that it is assumed. Printed by nobody: it is here to be read.
    #[expect(dead_code, reason = "the table is documentation too")]
    pub source: &'static str,
}

const fn row(figure: Figure, says: &'static str, value: f64, source: &'static str) -> Row {
    Row { figure, says, value, source }
}

/// Every figure, in the order of [`Figure`].
pub const FIGURES: [Row; 14] = [
    // Whether somebody who is asked for half an hour gives it.
    row(Figure::AnswerStrong, "strong ties answer", 0.85, "assumed; most say yes, oftener than is thought (E13)"),
    row(Figure::AnswerMiddle, "ties of middle strength answer", 0.70, "assumed, between the two"),
    row(
        Figure::AnswerDormant,
        "long-silent ties answer",
        0.60,
        "assumed; they are as willing as current ones (E3, E11)",
    ),
    row(Figure::AnswerWeak, "mere names answer", 0.35, "assumed"),
    row(Figure::AnswerNamed, "people who were named answer", 0.36, "passed on per hop (E5)"),
    // Whether they make the call for the seeker, once they were met.
    row(
        Figure::CallStrong,
        "strong ties make the call",
        0.05,
        "assumed size; above a weak one (E2), below the middle (E1)",
    ),
    row(
        Figure::CallMiddle,
        "ties of middle strength make the call",
        0.08,
        "assumed size; the top of the inverted U (E1)",
    ),
    row(Figure::CallDormant, "long-silent ties make the call", 0.06, "assumed size; as useful as current ones (E3)"),
    row(Figure::CallWeak, "mere names make the call", 0.03, "assumed size; the weakest end of the inverted U (E1)"),
    row(Figure::CallNamed, "people who were named make the call", 0.09, "assumed; a step nearer, no hub (E5)"),
    row(Figure::Names, "somebody met names another", 0.27, "those who could pass something on did (E10)"),
    // How much oftener they make the call than others of their tie.
    row(Figure::Direction, "being where the seeker wants to go", 2.0, "assumed"),
    row(Figure::Standing, "trusted, long silent and of higher standing", 1.5, "assumed size; the useful ones (E4)"),
    row(Figure::Move, "having made the seeker's move", 1.5, "assumed (M2)"),
];

/// One world.
#[derive(Debug, Clone)]
pub struct World {
    /// What is different in it.
    pub name: String,
    figures: [f64; FIGURES.len()],
}

impl World {
    fn base() -> Self {
        World { name: "base".to_owned(), figures: FIGURES.map(|row| row.value) }
    }

    fn with(mut self, figure: Figure, value: f64) -> Self {
        self.figures[figure as usize] = value;
        self
    }

    /// A figure of this world.
    pub fn of(&self, figure: Figure) -> f64 {
        self.figures[figure as usize]
    }

    /// A world in which everybody whom one meets makes the call.
    #[cfg(test)]
    pub fn everybody_calls(&mut self) {
        for tie in [Figure::CallStrong, Figure::CallMiddle, Figure::CallDormant, Figure::CallWeak, Figure::CallNamed] {
            self.figures[tie as usize] = 1.0;
        }
    }

    /// Whether somebody of that tie gives half an hour; nothing is ever quite sure.
    pub fn answers(&self, tie: Tie) -> f64 {
        let figure = match tie {
            Tie::Strong => Figure::AnswerStrong,
            Tie::Middle => Figure::AnswerMiddle,
            Tie::Dormant => Figure::AnswerDormant,
            Tie::Weak => Figure::AnswerWeak,
            Tie::Named => Figure::AnswerNamed,
        };
        self.of(figure).min(0.95)
    }

    /// Whether somebody of that tie makes the call, before what is special about them.
    pub fn calls(&self, tie: Tie) -> f64 {
        self.of(match tie {
            Tie::Strong => Figure::CallStrong,
            Tie::Middle => Figure::CallMiddle,
            Tie::Dormant => Figure::CallDormant,
            Tie::Weak => Figure::CallWeak,
            Tie::Named => Figure::CallNamed,
        })
    }
}

/// All of them: the base, each figure moved by half either way, and one in which comfort chooses right.
pub fn worlds() -> Vec<World> {
    let moved = |(by, word): (f64, &str)| {
        let world = |row: &Row| World {
            name: format!("{}: {word}", row.says),
            ..World::base().with(row.figure, row.value * by)
        };
        FIGURES.iter().map(world).collect::<Vec<_>>()
    };
    let strong = World { name: "strong ties answer and know best".to_owned(), ..World::base() }
        .with(Figure::AnswerStrong, 0.95)
        .with(Figure::CallStrong, 0.15)
        .with(Figure::CallMiddle, 0.05)
        .with(Figure::CallDormant, 0.03)
        .with(Figure::CallWeak, 0.02);
    let mut worlds = vec![World::base()];
    worlds.extend([(0.5, "half"), (1.5, "half more")].into_iter().flat_map(moved));
    worlds.push(strong);
    worlds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_stands_in_its_place_and_is_moved_either_way() {
        for (place, row) in FIGURES.iter().enumerate() {
            assert_eq!(row.figure as usize, place, "{}", row.says);
            let values: Vec<f64> = worlds().iter().map(|world| world.of(row.figure)).collect();
            assert!(values.contains(&(row.value * 0.5)) && values.contains(&(row.value * 1.5)), "{}", row.says);
        }
        assert_eq!(worlds().len(), 2 * FIGURES.len() + 2);
    }

    #[test]
    fn every_probability_is_one() {
        for world in worlds() {
            for tie in [Tie::Strong, Tie::Middle, Tie::Dormant, Tie::Weak, Tie::Named] {
                assert!((0.0..1.0).contains(&world.answers(tie)) && (0.0..1.0).contains(&world.calls(tie)));
            }
        }
    }
}
