//! The plan of Lào Cai 2021, in short, for tests: its registry whole, a few agencies.

use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::{
    Agency, AgencyLevel, Assignment, DayOfMonth, DueDay, Figure, Head, Locality, OwnReporting,
    PeriodDue, PeriodPart, PeriodSet, Plan, PlanState, Reporters, Reporting, ReportingPeriod,
    ResultRecord, RowPlace, Schedule, Section, StandsFor, Target, Task, TaskKind, When, Wording,
    Years,
};
use crate::source::{Located, Place};

const REGISTRY: &str = include_str!("fixtures/agencies-lao-cai-2021.csv");

pub(crate) fn at<T>(value: T) -> Located<T> {
    Located::new(value, Place::file("plan.toml"))
}

pub(crate) fn words(words: &str) -> Located<String> {
    at(words.to_owned())
}

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub(crate) fn agency(id: &str, name: &str, stands_for: StandsFor) -> Agency {
    Agency {
        id: words(id),
        name: words(name),
        also: Vec::new(),
        stands_for,
        note: None,
    }
}

pub(crate) fn task(kind: TaskKind, id: &str, who: Assignment) -> Task {
    Task {
        kind,
        id: words(id),
        no: None,
        title: words(id),
        targets: Vec::new(),
        who,
        when: Vec::new(),
        output: Vec::new(),
        report: None,
        dimensions: Vec::new(),
        funding: None,
        done: None,
        evidence: Vec::new(),
        note: None,
        exceptions: Vec::new(),
        parts: Vec::new(),
    }
}

pub(crate) fn who(lead: &[&str], by: &[&str]) -> Assignment {
    Assignment {
        lead: lead.iter().map(|id| words(id)).collect(),
        by: by.iter().map(|id| words(id)).collect(),
        ..Assignment::default()
    }
}

/// A reporting duty under the regime `cchc`, with these reporters.
pub(crate) fn reporting(reporters: Reporters) -> Reporting {
    Reporting {
        words: None,
        regime: Some(words("cchc")),
        periods: Vec::new(),
        reporters,
        without: Vec::new(),
        to: None,
        through: None,
        closes: None,
        due: Vec::new(),
        collector_due: Vec::new(),
        on_holiday: None,
        calendar: None,
        note: None,
    }
}

pub(crate) fn named(ids: &[&str]) -> Reporters {
    Reporters::Named(ids.iter().map(|id| words(id)).collect())
}

pub(crate) fn due(part: Option<PeriodPart>, day: u32, months_after: u32) -> PeriodDue {
    let day = DayOfMonth::Day(day);
    PeriodDue {
        part,
        due: at(DueDay { day, months_after }),
    }
}

pub(crate) fn target(id: &str) -> Target {
    Target {
        id: words(id),
        words: Some(words("100% cấp xã triển khai thực hiện")),
        bounds: Vec::new(),
        unread: Vec::new(),
        measure: None,
        combine: None,
        lower_is_better: false,
        baseline: None,
        exceptions: Vec::new(),
    }
}

pub(crate) fn when(schedules: Vec<Schedule>) -> When {
    When {
        words: words("như đã ban hành"),
        schedules,
        unread: Vec::new(),
    }
}

pub(crate) fn own_report(periods: Vec<PeriodSet>) -> OwnReporting {
    OwnReporting {
        words: words("như đã ban hành"),
        periods: Some(periods),
    }
}

pub(crate) fn row(
    item: usize,
    body: usize,
    period: ReportingPeriod,
    figure: Figure,
    reported: Option<NaiveDate>,
) -> ResultRecord {
    ResultRecord {
        item,
        body,
        period,
        figure,
        reported,
        evidence: None,
        note: None,
        row: RowPlace {
            path: Arc::from(Path::new("bao-cao.csv")),
            row: 2,
        },
    }
}

pub(crate) fn section(id: &str, tasks: Vec<Task>) -> Section {
    Section {
        id: words(id),
        no: None,
        title: words(id),
        within: None,
        dimensions: Vec::new(),
        tasks,
        note: None,
        exceptions: Vec::new(),
    }
}

pub(crate) fn lao_cai() -> Plan {
    let every = |level, is_committee| StandsFor::Every {
        level,
        is_committee,
    };
    let members = vec![words("so-noi-vu"), words("so-tnmt")];
    Plan {
        head: head(),
        reporting: None,
        agencies: vec![
            agency("so-noi-vu", "Sở Nội vụ", StandsFor::Itself),
            agency("so-tnmt", "Sở Tài nguyên và Môi trường", StandsFor::Itself),
            agency(
                "cac-so-nganh",
                "Các sở, ban, ngành",
                StandsFor::Members(members),
            ),
            agency(
                "ubnd-cap-huyen",
                "UBND cấp huyện",
                every(AgencyLevel::District, true),
            ),
            agency(
                "ubnd-cap-xa",
                "UBND cấp xã",
                every(AgencyLevel::Commune, true),
            ),
            agency(
                "toa-an-huyen",
                "Tòa án nhân dân huyện, thị xã, thành phố",
                every(AgencyLevel::District, false),
            ),
            agency(
                "co-quan-lq",
                "Các cơ quan, đơn vị liên quan",
                StandsFor::Open,
            ),
        ],
        registry: None,
        localities: REGISTRY.lines().skip(1).map(locality).collect(),
        objectives: Vec::new(),
        duties: Vec::new(),
        sections: Vec::new(),
        appendices: Vec::new(),
        exceptions: Vec::new(),
    }
}

fn locality(line: &str) -> Locality {
    let cells: Vec<&str> = line.split(',').collect();
    Locality {
        code: words(cells[0]),
        name: cells[1].to_owned(),
        level: AgencyLevel::from_word(cells[2]).unwrap(),
        parent: Some(cells[3].to_owned()).filter(|code| !code.is_empty()),
    }
}

fn head() -> Head {
    Head {
        place: at(()),
        id: words("lao-cai-2021"),
        title: words("Cải thiện, nâng cao Chỉ số PAPI của tỉnh Lào Cai năm 2021"),
        number: Some(words("149/KH-UBND")),
        issued: Some(at(day(2021, 3, 30))),
        effective: None,
        issuer: None,
        signer: None,
        years: Years {
            from: 2021,
            to: 2021,
        },
        focal: Some(words("so-noi-vu")),
        state: PlanState::Issued,
        wording: Wording::AsIssued,
        basis: Vec::new(),
        implements: None,
        replaces: None,
        recipients: Vec::new(),
        funding: None,
        results: Vec::new(),
        scores: Vec::new(),
        note: None,
        exceptions: Vec::new(),
    }
}
