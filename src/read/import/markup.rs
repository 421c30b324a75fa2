//! The events of an XML file, in the few shapes that the readers need. Entities other
//! than the five of XML itself are never expanded, whatever a file declares.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// What stands next in an XML file.
pub(super) enum Markup<'x> {
    /// An element begins: its name without prefix.
    Start(&'x str, &'x BytesStart<'x>),
    /// An element ends.
    End(&'x str),
    /// Text.
    Text(&'x str),
}

/// Elements inside elements deeper than this end the reading.
const DEEPEST: usize = 512;

/// Gives each piece of markup to `take`; false where the file is broken before its end.
pub(super) fn each(text: &str, mut take: impl FnMut(Markup)) -> bool {
    let mut reader = Reader::from_str(text);
    let mut depth = 0_usize;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => {
                depth += 1;
                if depth > DEEPEST {
                    return false;
                }
                take(Markup::Start(tag.local_name().as_ref(), &tag));
            }
            Ok(Event::Empty(tag)) => {
                take(Markup::Start(tag.local_name().as_ref(), &tag));
                take(Markup::End(tag.local_name().as_ref()));
            }
            Ok(Event::End(tag)) => {
                depth = depth.saturating_sub(1);
                take(Markup::End(tag.local_name().as_ref()));
            }
            Ok(Event::Text(words)) => take(Markup::Text(&words.xml10_content())),
            Ok(Event::CData(words)) => take(Markup::Text(&words.xml10_content())),
            Ok(Event::GeneralRef(entity)) => {
                let letter = entity.resolve_char_ref().ok().flatten();
                let mut buffer = [0; 4];
                let words = match (letter, entity.as_ref()) {
                    (Some(letter), _) => letter.encode_utf8(&mut buffer),
                    (None, "lt") => "<",
                    (None, "gt") => ">",
                    (None, "amp") => "&",
                    (None, "quot") => "\"",
                    (None, "apos") => "'",
                    (None, _) => "",
                };
                take(Markup::Text(words));
            }
            Ok(Event::Eof) => return depth == 0,
            Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => {}
            Err(_) => return false,
        }
    }
}

/// The value of an attribute, by its name without prefix.
pub(super) fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    tag.attributes()
        .with_checks(false)
        .filter_map(Result::ok)
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .and_then(|attribute| {
            let value = attribute
                .normalized_value(quick_xml::XmlVersion::Implicit1_0)
                .ok()?;
            Some(value.into_owned())
        })
}

/// The number of an attribute.
pub(super) fn number(tag: &BytesStart, name: &str) -> Option<usize> {
    attribute(tag, name)?.trim().parse().ok()
}
