use super::*;
use crate::model::{Agency, Locality, StandsFor};
use crate::progress::fixtures::{at, lao_cai};

fn body(directory: &Directory, spelling: &str) -> Option<String> {
    directory
        .find(spelling)
        .map(|at| directory.bodies()[at].id.clone())
}

fn names(directory: &Directory, agency: &str) -> Vec<String> {
    match directory.bodies_of(agency) {
        Expansion::Bodies(bodies) => bodies
            .iter()
            .map(|at| directory.bodies()[*at].name.clone())
            .collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_registry_of_lao_cai_has_nine_districts_and_152_communes() {
    let directory = Directory::of(&lao_cai());
    assert_eq!(directory.of_level(AgencyLevel::District).len(), 9);
    assert_eq!(directory.of_level(AgencyLevel::Commune).len(), 152);
    let province = directory.find("UBND tỉnh").unwrap();
    assert_eq!(directory.children(province).len(), 9);
    let below = directory.descendants_of_level(province, AgencyLevel::Commune);
    assert_eq!(below.len(), 152);
}

#[test]
fn a_body_is_found_by_any_known_spelling() {
    let directory = Directory::of(&lao_cai());
    for (spelling, id) in [
        ("so-noi-vu", "so-noi-vu"),
        ("SỞ NỘI VỤ", "so-noi-vu"),
        ("Sở Nội vụ tỉnh Lào Cai", "so-noi-vu"),
        ("so noi vu", "so-noi-vu"),
        ("Sở TN&MT", "so-tnmt"),
        ("Sở Tài nguyên Môi trường", "so-tnmt"),
        ("082", "082"),
        ("82", "082"),
        ("UBND huyện Bát Xát", "082"),
        ("Ủy ban nhân dân huyện Bát Xát", "082"),
        ("Uỷ ban nhân dân Huyện Bát Xát", "082"),
        ("UBND TP. Lào Cai", "080"),
        ("Tòa án nhân dân huyện Bát Xát", "toa-an-huyen/082"),
        ("TAND huyện Bát Xát", "toa-an-huyen/082"),
        ("UBND phường Duyên Hải, thành phố Lào Cai", "02635"),
    ] {
        assert_eq!(
            body(&directory, spelling).as_deref(),
            Some(id),
            "{spelling}"
        );
    }
}

#[test]
fn what_is_not_certain_is_not_found() {
    let directory = Directory::of(&lao_cai());
    for spelling in [
        "",
        "Lào Cai",
        "Các sở, ban, ngành",
        "UBND cấp xã",
        "Sở Nội vự vụ",
        "huyện",
    ] {
        assert_eq!(body(&directory, spelling), None, "{spelling}");
    }
    let near = directory.nearest("Sở Nộ vụ").unwrap();
    assert_eq!(directory.bodies()[near].id, "so-noi-vu");
    assert_eq!(directory.nearest("Ngân hàng"), None);
}

#[test]
fn a_name_borne_twice_needs_its_district() {
    let mut plan = lao_cai();
    for (code, parent) in [("99901", "082"), ("99902", "083")] {
        plan.localities.push(Locality {
            code: at(code.to_owned()),
            name: "Xã Tân Lập".to_owned(),
            level: AgencyLevel::Commune,
            parent: Some(parent.to_owned()),
        });
    }
    let directory = Directory::of(&plan);
    assert_eq!(body(&directory, "UBND xã Tân Lập"), None);
    assert_eq!(directory.candidates("UBND xã Tân Lập").len(), 2);
    let with_district = body(&directory, "Xã Tân Lập, huyện Mường Khương");
    assert_eq!(with_district.as_deref(), Some("99902"));
}

#[test]
fn groups_expand_through_members_and_registry() {
    let directory = Directory::of(&lao_cai());
    assert_eq!(
        names(&directory, "cac-so-nganh"),
        ["Sở Nội vụ", "Sở Tài nguyên và Môi trường"]
    );
    assert_eq!(names(&directory, "ubnd-cap-huyen").len(), 9);
    assert_eq!(
        names(&directory, "toa-an-huyen")[1],
        "Tòa án nhân dân huyện Bát Xát"
    );
    assert_eq!(directory.bodies_of("co-quan-lq"), Expansion::Open);
    assert_eq!(directory.bodies_of("khong-co"), Expansion::Unknown);
}

#[test]
fn groups_that_hold_each_other_end() {
    let mut plan = lao_cai();
    for (id, members) in [("a", ["b", "so-noi-vu"]), ("b", ["a", "so-tnmt"])] {
        plan.agencies.push(Agency {
            id: at(id.to_owned()),
            name: at(id.to_owned()),
            also: Vec::new(),
            stands_for: StandsFor::Members(members.map(|id| at(id.to_owned())).into()),
            note: None,
        });
    }
    let directory = Directory::of(&plan);
    assert_eq!(names(&directory, "a").len(), 2);
    assert_eq!(names(&directory, "b").len(), 2);
}

#[test]
fn a_committee_declared_by_name_is_the_one_of_the_registry() {
    let mut plan = lao_cai();
    plan.agencies.push(Agency {
        id: at("bat-xat".to_owned()),
        name: at("UBND huyện Bát Xát".to_owned()),
        also: Vec::new(),
        stands_for: StandsFor::Itself,
        note: None,
    });
    let directory = Directory::of(&plan);
    assert_eq!(body(&directory, "bat-xat").as_deref(), Some("082"));
    assert_eq!(names(&directory, "bat-xat"), ["UBND huyện Bát Xát"]);
}
