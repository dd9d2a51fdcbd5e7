//! Ten invented seekers prepare for a half hour. The snapshots are there to be read aloud.

#![expect(clippy::unwrap_used, reason = "a scene that cannot be set up is a failed test")]

mod rendered;
mod seekers;
mod spoken;
mod trades;

use method::ask::Form;
use method::ask::draft::ask_draft;
use method::ask::sheet::sheet;
use method::questions::report::questions;

#[rstest::rstest]
#[case::nurse(seekers::nurse())]
#[case::welder(seekers::welder())]
#[case::product_manager(seekers::product_manager())]
#[case::officer(seekers::officer())]
#[case::teacher(seekers::teacher())]
#[case::chef(trades::chef())]
#[case::driver(trades::driver())]
#[case::lab_technician(trades::lab_technician())]
#[case::accountant(trades::accountant())]
#[case::designer(trades::designer())]
fn what_a_seeker_takes_into_the_half_hour(#[case] scene: seekers::Scene) {
    let asked = questions(&scene.campaign, seekers::TODAY, scene.person).unwrap();
    insta::assert_snapshot!(format!("{}_questions", scene.name), rendered::questions(&asked));
    let asks = Form::ALL.iter().map(|form| ask_draft(&scene.campaign, seekers::TODAY, scene.person, *form).unwrap());
    let asks: Vec<String> = asks.map(|draft| rendered::ask(&draft)).collect();
    insta::assert_snapshot!(format!("{}_ask", scene.name), asks.join("\n"));
    insta::assert_snapshot!(format!("{}_story", scene.name), rendered::story(&scene.campaign));
    let sheet = sheet(&scene.campaign, seekers::TODAY, scene.person).unwrap();
    insta::assert_snapshot!(format!("{}_sheet", scene.name), rendered::sheet(&sheet));
}
