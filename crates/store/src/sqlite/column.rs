//! How each kind of value stands in a column: ids as numbers, words as words, days as `YYYY-MM-DD`, lists as JSON.
//! Serves every step; `doctor` finds what does not read back.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time};
use method::ask::{Answer, Form, Meeting};
use method::conversation::{CommitmentState, Ladder, Side};
use method::direction::SearchKind;
use method::follow_through::Until;
use method::id::{
    AcquaintanceId, ApartId, AskId, CaseId, CommitmentId, ConversationId, CorrespondenceId, DirectionId, EarlierId,
    FollowedId, Id, IdeaId, LastThanksId, LaterId, OpportunityId, PersonId, PositionId, QuestionPlanId, RecordId,
    ReferralId, SchoolId, SeekerId, SourceId, StoryId, StrengthId, WeekId, WeekLineId, WordingId,
};
use method::list::birthday::Birthday;
use rusqlite::types::{Value, ValueRef};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::rows::{Column, kept};

impl Column for String {
    fn save(&self) -> Value {
        Value::Text(self.clone())
    }
    fn load(value: ValueRef<'_>) -> Option<Self> {
        value.as_str().ok().map(str::to_owned)
    }
}

impl Column for bool {
    fn save(&self) -> Value {
        Value::Integer((*self).into())
    }
    fn load(value: ValueRef<'_>) -> Option<Self> {
        match value.as_i64() {
            Ok(0) => Some(false),
            Ok(1) => Some(true),
            _ => None,
        }
    }
}

impl Column for u32 {
    fn save(&self) -> Value {
        Value::Integer((*self).into())
    }
    fn load(value: ValueRef<'_>) -> Option<Self> {
        value.as_i64().ok()?.try_into().ok()
    }
}

impl Column for Until {
    fn save(&self) -> Value {
        Value::Text(self.to_string())
    }
    fn load(value: ValueRef<'_>) -> Option<Self> {
        value.as_str().ok()?.parse().ok()
    }
}

impl Column for Date {
    fn save(&self) -> Value {
        Value::Text(self.to_string())
    }
    fn load(value: ValueRef<'_>) -> Option<Self> {
        value.as_str().ok()?.parse().ok()
    }
}

impl Column for Birthday {
    fn save(&self) -> Value {
        Value::Text(self.to_string())
    }
    fn load(value: ValueRef<'_>) -> Option<Self> {
        value.as_str().ok()?.parse().ok()
    }
}

impl Column for Time {
    fn save(&self) -> Value {
        Value::Text(self.to_string())
    }
    fn load(value: ValueRef<'_>) -> Option<Self> {
        value.as_str().ok()?.parse().ok()
    }
}

impl<T: Column> Column for Option<T> {
    fn save(&self) -> Value {
        self.as_ref().map_or(Value::Null, Column::save)
    }
    fn load(value: ValueRef<'_>) -> Option<Self> {
        match value {
            ValueRef::Null => Some(None),
            value => T::load(value).map(Some),
        }
    }
}

impl<T: Serialize + DeserializeOwned> Column for Vec<T> {
    fn save(&self) -> Value {
        if self.is_empty() { Value::Text("[]".to_owned()) } else { to_json(self) }
    }
    fn load(value: ValueRef<'_>) -> Option<Self> {
        match value.as_str().ok()? {
            "[]" => Some(Vec::new()),
            json => serde_json::from_str(json).ok(),
        }
    }
}

impl<K: Serialize + DeserializeOwned + Ord, T: Serialize + DeserializeOwned> Column for BTreeMap<K, T> {
    fn save(&self) -> Value {
        to_json(self)
    }
    fn load(value: ValueRef<'_>) -> Option<Self> {
        from_json(value)
    }
}

impl Column for Meeting {
    fn save(&self) -> Value {
        to_json(self)
    }
    fn load(value: ValueRef<'_>) -> Option<Self> {
        from_json(value)
    }
}

/// JSON of a value of ours. All of them can be written; were one not, null would be refused where it stands.
fn to_json(value: &impl Serialize) -> Value {
    serde_json::to_string(value).map_or(Value::Null, Value::Text)
}

fn from_json<T: DeserializeOwned>(value: ValueRef<'_>) -> Option<T> {
    serde_json::from_str(value.as_str().ok()?).ok()
}

macro_rules! ids {
    ($($id:ident),+ $(,)?) => {$(
        impl Column for $id {
            fn save(&self) -> Value {
                Value::Integer(kept(self.number()))
            }
            fn load(value: ValueRef<'_>) -> Option<Self> {
                value.as_i64().ok()?.try_into().ok().map($id::from_number)
            }
        }
    )+};
}

ids! {
    AcquaintanceId, ApartId, AskId, CaseId, CommitmentId, ConversationId, CorrespondenceId, DirectionId, EarlierId, FollowedId, IdeaId, LastThanksId, LaterId, OpportunityId,
    PersonId, PositionId, QuestionPlanId, RecordId, ReferralId, SchoolId, SeekerId, SourceId, StoryId, StrengthId,
    WeekId, WeekLineId, WordingId,
}

macro_rules! words {
    ($($word:ident),+ $(,)?) => {$(
        impl Column for $word {
            fn save(&self) -> Value {
                Value::Text(self.word().to_owned())
            }
            fn load(value: ValueRef<'_>) -> Option<Self> {
                $word::from_word(value.as_str().ok()?)
            }
        }
    )+};
}

words! { Answer, CommitmentState, Form, Ladder, SearchKind, Side }
