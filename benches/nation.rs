//! Makes up a year of the nation, always the same: 63 plans, 10,600 communes, 48 targets,
//! four quarters, about two million rows in one file of about 200 MB. All of it is
//! invented; no figure is anybody's.
//!
//! `cargo bench --bench nation -- FOLDER [YEARS]` writes `FOLDER/plans/*.toml`,
//! `FOLDER/plans/agencies/*.csv` and `FOLDER/nation.csv`; ten years are twenty million
//! rows. Alone it says how it is called, so that `cargo bench` passes it by.

#![allow(clippy::print_stdout)]

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

const PROVINCES: u64 = 63;
const COMMUNES: u64 = 10_600;
const DISTRICTS: u64 = 11;
const RATIOS: u64 = 40;
const SHARES: u64 = 8;
const FIRST_YEAR: u64 = 2021;
const LAST_MONTHS: [u64; 4] = [3, 6, 9, 12];

fn main() -> io::Result<()> {
    let mut arguments = std::env::args().skip(1).filter(|word| word != "--bench");
    let Some(folder) = arguments.next() else {
        println!("cargo bench --bench nation -- FOLDER [YEARS]");
        return Ok(());
    };
    let years = arguments.next().and_then(|years| years.parse().ok());
    write_nation(Path::new(&folder), years.unwrap_or(1))
}

fn write_nation(folder: &Path, years: u64) -> io::Result<()> {
    let plans = folder.join("plans");
    fs::create_dir_all(plans.join("agencies"))?;
    let mut rows = BufWriter::with_capacity(1 << 20, File::create(folder.join("nation.csv"))?);
    writeln!(
        rows,
        "Kế hoạch,Mã,Đơn vị,Kỳ,Tử số,Mẫu số,Kết quả,Ngày báo cáo,Minh chứng,Ghi chú"
    )?;
    let mut dice = Dice(2021);
    for province in 1..=PROVINCES {
        let communes = COMMUNES / PROVINCES + u64::from(province <= COMMUNES % PROVINCES);
        fs::write(
            plans.join(format!("tinh-{province:02}.toml")),
            plan(province, years),
        )?;
        fs::write(
            plans.join(format!("agencies/tinh-{province:02}.csv")),
            registry(province, communes),
        )?;
        for commune in 0..communes {
            for year in FIRST_YEAR..FIRST_YEAR + years {
                for quarter in 1..=4 {
                    report(&mut rows, &mut dice, province, commune, year, quarter)?;
                }
            }
        }
    }
    rows.flush()
}

/// One commune's report on one quarter: a row for each target.
fn report(
    rows: &mut impl Write,
    dice: &mut Dice,
    province: u64,
    commune: u64,
    year: u64,
    quarter: u64,
) -> io::Result<()> {
    let code = code(province, commune);
    let last = LAST_MONTHS[usize::try_from(quarter - 1).unwrap_or_default()];
    let (next_year, month) = if last == 12 {
        (year + 1, 1)
    } else {
        (year, last + 1)
    };
    let day = 1 + dice.below(14);
    // One report in three names no evidence, and one row in sixty is missing.
    let evidence = if dice.below(3) == 0 {
        String::new()
    } else {
        let number = 1 + dice.below(400);
        format!(
            "Báo cáo số {number}/BC-UBND ngày {day}/{month}/{next_year} của UBND xã Giả Định {commune}"
        )
    };
    for target in 1..=RATIOS + SHARES {
        let (whole, luck, silent) = (20 + dice.below(400), dice.below(1_000), dice.below(60));
        if silent == 0 {
            continue;
        }
        write!(
            rows,
            "tinh-{province:02},{},{code},{year}-Q{quarter},",
            id(target)
        )?;
        if target <= RATIOS {
            let part = whole * (800 + luck / 5) / 1_000;
            write!(rows, "{part},{whole},,")?;
        } else {
            let word = if luck < 870 { "có" } else { "không" };
            write!(rows, ",,{word},")?;
        }
        writeln!(rows, "{next_year}-{month:02}-{day:02},{evidence},")?;
    }
    Ok(())
}

fn plan(province: u64, years: u64) -> String {
    use std::fmt::Write as _;
    let last = FIRST_YEAR + years - 1;
    let mut text = format!(
        r#"format = 1

[plan]
id     = "tinh-{province:02}"
title  = "Cải thiện Chỉ số PAPI của tỉnh giả định {province}"
number = "{province}/KH-UBND"
issued = {FIRST_YEAR}-01-05
issuer = "UBND tỉnh giả định {province}"
from   = {FIRST_YEAR}
to     = {last}

[reporting]
regime    = "cchc"
periods   = ["Q"]
reporters = ["ubnd-cap-xa"]

[agencies]
registry    = "agencies/tinh-{province:02}.csv"
so-noi-vu   = "Sở Nội vụ"
ubnd-cap-xa = {{ name = "UBND cấp xã", every = "commune" }}
"#
    );
    for section in 1..=6 {
        let _ = write!(
            text,
            "\n[[section]]\nid        = \"{section}\"\ntitle     = \"Chỉ số nội dung {section}\"\ndimension = {section}\n"
        );
        for target in (section - 1) * 8 + 1..=section * 8 {
            let at_least = 70 + (target * 7 + province * 3) % 28;
            let words = if target <= RATIOS {
                format!("Tối thiểu {at_least}% hồ sơ giải quyết đúng hẹn")
            } else {
                format!("Tối thiểu {at_least}% xã, phường, thị trấn công khai")
            };
            let _ = write!(
                text,
                "\n[[section.task]]\nid     = \"{}\"\ntitle  = \"Nhiệm vụ giả định {target}\"\ntarget = \"{words}\"\nlead   = \"so-noi-vu\"\nby     = [\"ubnd-cap-xa\"]\nwhen   = \"Thường xuyên\"\noutput = [\"Báo cáo\"]\n",
                id(target)
            );
        }
    }
    text
}

fn registry(province: u64, communes: u64) -> String {
    use std::fmt::Write as _;
    let mut text =
        format!("code,name,level,parent\n{province:02},Tỉnh Giả Định {province},province,\n");
    for district in 0..DISTRICTS {
        let _ = writeln!(
            text,
            "{province:02}{district:02},Huyện Giả Định {district},district,{province:02}"
        );
    }
    for commune in 0..communes {
        let district = commune % DISTRICTS;
        let _ = writeln!(
            text,
            "{},Xã Giả Định {commune},commune,{province:02}{district:02}",
            code(province, commune)
        );
    }
    text
}

/// The id of a target: that of its section and its number there.
fn id(target: u64) -> String {
    format!("{}.{}", (target - 1) / 8 + 1, (target - 1) % 8 + 1)
}

fn code(province: u64, commune: u64) -> String {
    format!("{:05}", province * 1_000 + commune)
}

/// Numbers that look like chance and are always the same: splitmix64.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % end
    }
}
