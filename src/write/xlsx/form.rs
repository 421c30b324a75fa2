//! A blank form as a workbook: what is asked is locked, what is answered is checked.

use chrono::{Datelike, Days, NaiveDate};
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties,
    ExcelDateTime, FormatAlign, Formula, Workbook, Worksheet, XlsxError,
};

use super::format::{bordered, pixels};
use super::names::shortened;
use crate::lang::{Lang, Text};
use crate::reports::form::{Answer, Form, FormLine, columns};
use crate::say;
use crate::write::paper::{CELL_SIZE, PADDING, column_widths, text_height};
use crate::write::shown::shown;
use crate::write::visible;

/// The columns that are filled in, from the left.
const NUMERATOR: u16 = 5;
const DENOMINATOR: u16 = 6;
const VALUE: u16 = 7;
const REPORTED: u16 = 8;
const EVIDENCE: u16 = 9;
const NOTE: u16 = 10;

/// The least width of a column for numbers and days, in pixels: a day fits.
const NARROWEST: u32 = 88;

/// The height of the head, in points: two lines.
const HEAD: u32 = 36;

/// What Excel shows of a message.
const MESSAGE_LIMIT: usize = 250;

/// The form as the bytes of an XLSX file: the head in the first row, where it is read
/// again; items, agency and period locked without a password; a list for yes and no,
/// checks for numbers and days, and how each is filled in where it is. The same form
/// gives the same bytes.
///
/// # Errors
///
/// When the writer of workbooks refuses, which is a mistake of papi's own.
pub fn workbook(form: &Form, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let title = form.headings.iter().map(|heading| heading.in_lang(lang));
    let title = title.collect::<Vec<_>>().join(" – ");
    book.set_properties(
        &DocProperties::new()
            .set_title(shortened(&title, 255))
            .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?),
    );
    let name = say! { vi: "Báo cáo", en: "Report" };
    let mut page = Page {
        sheet: book.add_worksheet().set_name(name.in_lang(lang))?,
        form,
        lang,
        widths: Vec::new(),
    };
    page.write()?;
    book.save_to_buffer()
}

struct Page<'a> {
    sheet: &'a mut Worksheet,
    form: &'a Form,
    lang: Lang,
    widths: Vec<usize>,
}

impl Page<'_> {
    fn write(&mut self) -> Result<(), XlsxError> {
        let document = self.form.document();
        for block in &document.blocks {
            if let crate::table::Block::Table(table) = block {
                self.widths = column_widths(table, self.lang);
            }
        }
        self.sheet.set_paper_size(9).set_landscape();
        self.sheet.set_print_fit_to_pages(1, 0);
        self.sheet.set_repeat_rows(0, 0)?;
        self.sheet.set_freeze_panes(1, 1)?;
        let head = bordered().set_bold().set_align(FormatAlign::Center);
        let head = head.set_align(FormatAlign::VerticalCenter);
        for (at, column) in (0..).zip(columns()) {
            let width = pixels(self.widths.get(usize::from(at)).copied().unwrap_or(0));
            let width = match at {
                NUMERATOR..=REPORTED => width.max(NARROWEST),
                _ => width,
            };
            self.sheet.set_column_width_pixels(at, width)?;
            let words = column.head.in_lang(self.lang);
            self.sheet.write_string_with_format(0, at, words, &head)?;
        }
        self.sheet.set_row_height(0, HEAD)?;
        for (row, line) in (1..).zip(&self.form.lines) {
            self.line(row, line)?;
        }
        self.sheet.protect();
        Ok(())
    }

    fn line(&mut self, row: u32, line: &FormLine) -> Result<(), XlsxError> {
        let locked = bordered().set_background_color(Color::RGB(0x00F2_F2F2));
        let open = bordered().set_unlocked();
        let mut height = 0;
        for (at, cell) in (0..).zip(line.cells()) {
            let words = visible::lines(&shown(&cell.value, self.lang)).into_owned();
            let room = self.widths.get(usize::from(at)).copied().unwrap_or(0);
            height = height.max(text_height(&words, room.saturating_sub(PADDING), CELL_SIZE));
            if is_open(at, line.answer) {
                let format = match at {
                    REPORTED => &open.clone().set_num_format("dd/mm/yyyy"),
                    EVIDENCE | NOTE => &open.clone().set_num_format("@"),
                    _ => &open,
                };
                self.sheet.write_blank(row, at, format)?;
            } else {
                let words = shortened(&words, 32_767);
                self.sheet
                    .write_string_with_format(row, at, words, &locked)?;
            }
        }
        let points = (height.div_ceil(10) + 3).clamp(20, 409);
        self.sheet
            .set_row_height(row, u32::try_from(points).unwrap_or(409))?;
        self.checks(row, line)
    }

    fn checks(&mut self, row: u32, line: &FormLine) -> Result<(), XlsxError> {
        let number = |message| self.checked(at_least_nought(), line, &message);
        let not_negative =
            || say! { vi: "Ghi một số không âm", en: "Write a number that is not negative" };
        let parts = match line.answer {
            Answer::Ratio | Answer::Any => Some((
                number(not_negative())?,
                self.checked(
                    denominator(row),
                    line,
                    &say! {
                        vi: "Mẫu số là một số không nhỏ hơn tử số",
                        en: "The denominator is a number no smaller than the numerator"
                    },
                )?,
            )),
            _ => None,
        };
        let value = match line.answer {
            Answer::Number => Some(number(not_negative())?),
            Answer::Done => Some(self.list(["có", "không"], line)?),
            Answer::Attested => Some(self.list(["đạt", "không đạt"], line)?),
            Answer::Any | Answer::Evidence => Some(
                DataValidation::new()
                    .allow_any_value()
                    .set_input_message(shortened(line.guide.in_lang(self.lang), MESSAGE_LIMIT))?,
            ),
            Answer::Ratio => None,
        };
        let start = excel(self.form.window.start)?;
        let latest = self.form.window.last_day.checked_add_days(Days::new(730));
        let latest = excel(latest.unwrap_or(self.form.window.last_day))?;
        let day = DataValidation::new().allow_date(DataValidationRule::Between(start, latest));
        let day = self.checked(
            day,
            line,
            &say! {
                vi: "Ghi ngày gửi báo cáo, sau khi kỳ bắt đầu, như 18/06/2021",
                en: "Write the day of the report, after the period begins, like 18/06/2021"
            },
        )?;
        if let Some((numerator, denominator)) = parts {
            self.sheet
                .add_data_validation(row, NUMERATOR, row, NUMERATOR, &numerator)?;
            self.sheet
                .add_data_validation(row, DENOMINATOR, row, DENOMINATOR, &denominator)?;
        }
        if let Some(value) = value {
            self.sheet
                .add_data_validation(row, VALUE, row, VALUE, &value)?;
        }
        self.sheet
            .add_data_validation(row, REPORTED, row, REPORTED, &day)?;
        Ok(())
    }

    fn list(&self, words: [&str; 2], line: &FormLine) -> Result<DataValidation, XlsxError> {
        let [yes, no] = words;
        let list = DataValidation::new().allow_list_strings(&words)?;
        self.checked(
            list,
            line,
            &say! { vi: "Chọn {yes} hoặc {no}", en: "Choose {yes} or {no}" },
        )
    }

    /// The check with the line's guide as its note and `message` as what is said of a
    /// wrong entry.
    fn checked(
        &self,
        check: DataValidation,
        line: &FormLine,
        message: &Text,
    ) -> Result<DataValidation, XlsxError> {
        let guide = shortened(line.guide.in_lang(self.lang), MESSAGE_LIMIT);
        check
            .set_input_message(guide)?
            .set_error_style(DataValidationErrorStyle::Stop)
            .set_error_message(shortened(message.in_lang(self.lang), MESSAGE_LIMIT))
    }
}

/// Whether a cell is for the agency to fill in.
fn is_open(column: u16, answer: Answer) -> bool {
    match column {
        NUMERATOR | DENOMINATOR => matches!(answer, Answer::Ratio | Answer::Any),
        VALUE => answer != Answer::Ratio,
        REPORTED | EVIDENCE | NOTE => true,
        _ => false,
    }
}

fn at_least_nought() -> DataValidation {
    DataValidation::new().allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0))
}

/// The denominator is a number, and no smaller than the numerator beside it.
fn denominator(row: u32) -> DataValidation {
    let row = row + 1;
    let rule = format!("=AND(ISNUMBER(G{row}),G{row}>=0,OR(F{row}=\"\",F{row}<=G{row}))");
    DataValidation::new().allow_custom(Formula::new(rule))
}

fn excel(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    let year = u16::try_from(day.year()).unwrap_or(1900);
    ExcelDateTime::from_ymd(year, part(day.month()), part(day.day()))
}
