//! How an agency is asked: "đề nghị" below the issuer of a plan, "kính đề nghị" beside or
//! above it.

use crate::model::AgencyLevel;
use crate::progress::{Progress, spelling_key};

/// How an agency stands to the issuer of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Below: it is asked (đề nghị).
    Below,
    /// Beside or above, or not known: it is asked respectfully (kính đề nghị).
    BesideOrAbove,
}

/// How the names begin, in their [`spelling_key`], of those who are below no People's
/// Committee wherever they work: the Party, the councils, the Front and its unions,
/// courts, the police and other vertical agencies, ministries.
const OWN_LINE: [&str; 26] = [
    "tinh uy",
    "thanh uy",
    "huyen uy",
    "dang uy",
    "ban to chuc",
    "ban tuyen giao",
    "ban dan van",
    "ban noi chinh",
    "hoi dong nhan dan",
    "hdnd",
    "uy ban mat tran to quoc",
    "uy ban mttq",
    "mat tran to quoc",
    "mttq",
    "hoi ",
    "lien doan lao dong",
    "doan thanh nien",
    "tinh doan",
    "toa an",
    "vien kiem sat",
    "cong an",
    "bo ",
    "bao ",
    "bao hiem xa hoi",
    "cuc ",
    "kho bac",
];

/// How the names begin of what a People's Committee has below it.
const OF_COMMITTEES: [&str; 12] = [
    "phong ",
    "thanh tra",
    "van phong",
    "trung tam",
    "ban quan ly",
    "benh vien",
    "tram ",
    "bo phan",
    "dai ",
    "doan kiem tra",
    "truong ",
    "chi cuc",
];

/// How a body stands to the issuer of the plan.
pub(super) fn standing(progress: &Progress, body: usize) -> Standing {
    let issuer = progress.plan.head.issuer.as_ref();
    let issuer = issuer.map_or("", |issuer| issuer.value.as_str());
    let bodies = progress.directory.bodies();
    let (body, key) = (&bodies[body], spelling_key(&bodies[body].name));
    let is_among = |names: &[&str]| names.iter().any(|name| key.starts_with(name));
    let issuing = progress.directory.find(issuer).map(|at| &bodies[at]);
    let is_committee = issuer.starts_with("UBND") || issuer.starts_with("Ủy ban nhân dân");
    let level = issuing.and_then(|issuing| issuing.level).or_else(|| {
        let is_of_province = spelling_key(issuer).starts_with("tinh");
        (is_committee && is_of_province).then_some(AgencyLevel::Province)
    });
    if is_among(&OWN_LINE) && !is_among(&["bo phan"]) || key.ends_with("tinh uy") {
        return Standing::BesideOrAbove;
    }
    let is_below = match (body.level, level) {
        (Some(own), Some(level)) if body.is_committee => own > level,
        (Some(own), Some(level)) => own >= level,
        (None, Some(AgencyLevel::Province)) if key.starts_with("so ") => true,
        (None, _) if is_committee => is_among(&OF_COMMITTEES),
        (None, _) => is_among(&["phong ", "chi cuc", "trung tam"]),
        (Some(_), None) => false,
    };
    if is_below {
        Standing::Below
    } else {
        Standing::BesideOrAbove
    }
}
