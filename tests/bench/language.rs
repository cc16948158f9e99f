//! Names in the order of another language: by stroke, by Pinyin, by alphabet.

use std::time::Duration;

use fairlead::{
    domain::Kind,
    i18n::Lang,
    query::{ListQuestion, Viewer},
};

use super::{
    Result, Subject,
    figure::{RUNS, Row, repeated, timed},
    ground::{Ground, Open},
};

pub const SUBJECT: Subject = Subject { name: "language", measure };

fn measure(ground: &Ground) -> Result<Vec<Row>> {
    let question = ListQuestion {
        sort: Some("name".to_owned()),
        limit: Some(50),
        ..ListQuestion::all(Kind::Lead)
    };
    let mut rows = Vec::new();
    for (lang, order) in
        [(Lang::ZhTw, "by stroke"), (Lang::ZhCn, "by Pinyin"), (Lang::En, "English")]
    {
        // An order that was asked for is kept: it is made anew only in a workspace opened anew.
        let first = repeated(RUNS, || -> Result<Duration> {
            let open = Open::of(&ground.workspace())?;
            let viewer = Viewer { lang, ..open.crm.viewer(open.actor) };
            let (time, _) = timed(|| open.list_as(&viewer, &question))?;
            open.crm.close()?;
            Ok(time)
        })?;
        rows.push(Row::new(format!("the first list by name, {order}"), "≤ 2 s", first));
    }
    Ok(rows)
}
