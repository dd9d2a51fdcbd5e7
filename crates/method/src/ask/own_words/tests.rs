//! Own words, kept for one person or made the usual ones.

use super::*;
use crate::ask::draft::{Whose, ask_draft};
use crate::list::Person;
use jiff::civil::date;

const TODAY: Date = date(2026, 11, 23);

struct Scene {
    campaign: Campaign,
    ids: Ids,
    maya: PersonId,
    gus: PersonId,
}

fn scene() -> Scene {
    let (ids, mut campaign) = (Ids::default(), Campaign::default());
    let person = |name: &str, how: Option<&str>, valued: Option<&str>| Person {
        how_known: how.map(str::to_owned),
        valued_for: valued.map(str::to_owned),
        organization: Some("Mercy Health".to_owned()),
        ..Person::named(ids.fresh(), name, TODAY)
    };
    let maya = person("Maya Osei", Some("we worked the night shift together"), Some("how calmly you run things"));
    let gus = person("Gus Lindqvist", None, None);
    let (maya_id, gus_id) = (maya.id, gus.id);
    campaign.seeker.name = Some("Ruth Adler".to_owned());
    campaign.direction.fields = vec!["patient safety".to_owned()];
    campaign.apply([maya.into(), gus.into()]);
    Scene { campaign, ids, maya: maya_id, gus: gus_id }
}

impl Scene {
    fn decide(&mut self, decide: impl Fn(&Campaign, &Ids) -> Decision) -> Result<(), Refusal> {
        let changes = decide(&self.campaign, &self.ids)?;
        self.campaign.apply(changes);
        Ok(())
    }

    fn draft(&self, person: PersonId) -> (Whose, String) {
        let draft = ask_draft(&self.campaign, TODAY, person, Form::Email).unwrap();
        (draft.whose, draft.text)
    }
}

#[test]
fn own_words_stay_with_the_person_they_were_written_for() {
    let mut scene = scene();
    let maya = scene.maya;
    let words = "Maya, it is Ruth. Half an hour, soon?";
    scene.decide(|campaign, ids| keep_words(campaign, ids, TODAY, maya, Form::Email, words)).unwrap();
    assert_eq!(scene.draft(maya), (Whose::Own, words.to_owned()));
    assert_eq!(scene.draft(scene.gus).0, Whose::Ours);
    assert_eq!(ask_draft(&scene.campaign, TODAY, maya, Form::Call).unwrap().whose, Whose::Ours, "another form");
    scene.decide(|campaign, ids| keep_words(campaign, ids, TODAY, maya, Form::Email, " ")).unwrap();
    assert_eq!(scene.draft(maya).0, Whose::Ours);
}

#[test]
fn our_own_words_are_not_kept_as_theirs() {
    let mut scene = scene();
    let (maya, ours) = (scene.maya, scene.draft(scene.maya).1);
    scene.decide(|campaign, ids| keep_words(campaign, ids, TODAY, maya, Form::Email, &ours)).unwrap();
    assert!(scene.campaign.wordings.is_empty());
}

#[test]
fn usual_words_say_of_each_person_only_what_holds_for_them() {
    let mut scene = scene();
    let (maya, gus) = (scene.maya, scene.gus);
    let words = "Hello Maya,\n\nWe worked the night shift together. I value how calmly you run things. I have been reading \
        about patient safety.\n\nWould you be open to half an hour, Maya?\n\nRuth";
    scene.decide(|campaign, ids| make_usual(campaign, ids, TODAY, maya, Form::Email, words)).unwrap();
    let usual = &scene.campaign.wordings.values().next().unwrap().text;
    assert_eq!(
        usual,
        "{hello},\n\n{tie} {value} I have been reading about patient safety.\n\n\
         Would you be open to half an hour, {name}?\n\nRuth"
    );
    assert_eq!(scene.draft(maya), (Whose::Usual, words.to_owned()));
    let expected = "Hello Gus,\n\nI have been reading about patient safety.\n\n\
        Would you be open to half an hour, Gus?\n\nRuth";
    assert_eq!(scene.draft(gus), (Whose::Usual, expected.to_owned()));
    scene.decide(|campaign, _| drop_words(campaign, None, Form::Email)).unwrap();
    assert_eq!(scene.draft(gus).0, Whose::Ours);
}

#[rstest::rstest]
#[case("Hello Maya, those night shifts together were good years. Half an hour?", "those night shifts")]
#[case("Dear Ms. Osei, would you be open to half an hour?", "Dear Ms")]
#[case("Nobody runs things as calmly as you. Half an hour?", "Nobody runs")]
fn what_is_about_one_person_is_not_said_to_others(#[case] words: &str, #[case] quoted: &str) {
    let mut scene = scene();
    let maya = scene.maya;
    let no = scene.decide(|campaign, ids| make_usual(campaign, ids, TODAY, maya, Form::Email, words)).unwrap_err();
    assert!(no.message.contains(quoted), "{no}");
    assert!(scene.campaign.wordings.is_empty());
}

#[rstest::rstest]
#[case::whole("Maya Adler")]
#[case::first_name_alone("Maya")]
fn nobody_signs_with_another_name(#[case] signature: &str) {
    let mut scene = scene();
    scene.campaign.seeker.name = Some("Maya Adler".to_owned());
    let (maya, gus) = (scene.maya, scene.gus);
    let words = format!("Hello Maya,\n\nWould you be open to half an hour?\n\nKind regards,\n{signature}");
    scene.decide(|campaign, ids| make_usual(campaign, ids, TODAY, maya, Form::Email, &words)).unwrap();
    assert_eq!(scene.draft(gus).1, words.replacen("Maya", "Gus", 1));
}

#[test]
fn a_shared_name_inside_the_words_is_refused() {
    let mut scene = scene();
    scene.campaign.seeker.name = Some("Maya Adler".to_owned());
    let maya = scene.maya;
    let words = "Hello Maya,\n\nMaya here. Half an hour?";
    let no = scene.decide(|campaign, ids| make_usual(campaign, ids, TODAY, maya, Form::Email, words)).unwrap_err();
    assert!(no.message.contains("share a name"), "{no}");
}

#[rstest::rstest]
#[case("I ask you, since you know Mercy well.")]
#[case("Thank you again for our talk.")]
#[case("It was good to talk last week.")]
#[case("Since 5 November I have thought about it.")]
fn a_fact_of_one_person_is_not_said_to_others(#[case] sentence: &str) {
    let mut scene = scene();
    let maya = scene.maya;
    let held = crate::conversation::record::Debrief::of(maya, date(2026, 11, 5));
    scene
        .decide(|campaign, ids| crate::conversation::record::record_conversation(campaign, ids, TODAY, &held))
        .unwrap();
    let words = format!("Hello Maya,\n\n{sentence} Would you be open to half an hour?");
    let no = scene.decide(|campaign, ids| make_usual(campaign, ids, TODAY, maya, Form::Email, &words)).unwrap_err();
    assert!(no.message.contains("would be said to others"), "{no}");
}

#[test]
fn a_slot_that_there_is_none_of_is_named() {
    let mut scene = scene();
    let maya = scene.maya;
    let words = "Hello {nickname}, half an hour?";
    let no = scene.decide(|campaign, ids| make_usual(campaign, ids, TODAY, maya, Form::Email, words)).unwrap_err();
    assert!(no.message.contains("{nickname}") && no.hint.contains("{hello}"), "{no:?}");
}

#[test]
fn far_too_many_words_are_refused() {
    let mut scene = scene();
    let (maya, words) = (scene.maya, "word ".repeat(900));
    assert!(scene.decide(|campaign, ids| keep_words(campaign, ids, TODAY, maya, Form::Call, &words)).is_err());
}
