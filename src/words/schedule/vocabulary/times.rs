//! When: what stands before, between and after times.

use super::{Head, vocabularies};

vocabularies! {
    /// What may stand before a time and says nothing of when.
    LEADS: () = {
        "hoàn thành" => (),
        "hoàn thành xong" => (),
        "phải hoàn thành" => (),
        "cơ bản hoàn thành" => (),
        "thực hiện" => (),
        "thực hiện xong" => (),
        "tổ chức thực hiện" => (),
        "triển khai" => (),
        "triển khai thực hiện" => (),
        "xong" => (),
        "ban hành" => (),
        "trình" => (),
        "gửi" => (),
        "nộp" => (),
        "báo cáo" => (),
        "gửi báo cáo" => (),
        "nộp báo cáo" => (),
        "báo cáo kết quả" => (),
        "báo cáo kết quả thực hiện" => (),
        "gửi báo cáo kết quả" => (),
        "thời gian" => (),
        "thời gian thực hiện" => (),
        "thời gian hoàn thành" => (),
        "thời gian báo cáo" => (),
        "thời hạn" => (),
        "thời hạn hoàn thành" => (),
        "thời hạn thực hiện" => (),
        "thời hạn báo cáo" => (),
        "tiến độ" => (),
        "tiến độ thực hiện" => (),
        "tiến độ hoàn thành" => (),
        "completed" => (),
        "done" => (),
    }

    /// How a time stands to what is to be done.
    HEADS: Head = {
        "trước" => Head::Before,
        "đến trước" => Head::Before,
        "before" => Head::Before,
        "chậm nhất" => Head::By,
        "chậm nhất là" => Head::By,
        "muộn nhất" => Head::By,
        "muộn nhất là" => Head::By,
        "trễ nhất" => Head::By,
        "trễ nhất là" => Head::By,
        "hạn cuối" => Head::By,
        "hạn cuối là" => Head::By,
        "hạn cuối cùng" => Head::By,
        "hạn cuối cùng là" => Head::By,
        "hạn chót" => Head::By,
        "hạn chót là" => Head::By,
        "hạn" => Head::By,
        "hạn là" => Head::By,
        "không muộn hơn" => Head::By,
        "không chậm hơn" => Head::By,
        "không trễ hơn" => Head::By,
        "không quá" => Head::By,
        "không sau" => Head::By,
        "đến" => Head::By,
        "đến hết" => Head::By,
        "cho đến" => Head::By,
        "cho đến hết" => Head::By,
        "tới" => Head::By,
        "tới hết" => Head::By,
        "hết" => Head::By,
        "by" => Head::By,
        "until" => Head::By,
        "no later than" => Head::By,
        "not later than" => Head::By,
        "kết thúc trước" => Head::Before,
        "kết thúc trong" => Head::Within,
        "kết thúc vào" => Head::Within,
        "trong" => Head::Within,
        "ngay trong" => Head::Within,
        "trong suốt" => Head::Within,
        "suốt" => Head::Within,
        "vào" => Head::Within,
        "in" => Head::Within,
        "within" => Head::Within,
        "during" => Head::Within,
        "sau" => Head::After,
        "after" => Head::After,
    }

    /// What may follow a head that means "by".
    AFTER_BY: () = {
        "vào" => (),
        "trong" => (),
        "đến" => (),
        "đến hết" => (),
        "hết" => (),
    }

    /// What begins a span.
    FROM: () = {
        "từ" => (),
        "kể từ" => (),
        "tính từ" => (),
        "bắt đầu từ" => (),
        "from" => (),
    }

    /// What leads to the end of a span.
    TO: Head = {
        "đến" => Head::By,
        "đến hết" => Head::By,
        "cho đến" => Head::By,
        "cho đến hết" => Head::By,
        "tới" => Head::By,
        "tới hết" => Head::By,
        "đến trước" => Head::Before,
        "to" => Head::By,
        "until" => Head::By,
    }

    /// What leaves a span without an end.
    ONWARD: () = {
        "trở đi" => (),
        "trở về sau" => (),
        "về sau" => (),
        "và các năm tiếp theo" => (),
        "và những năm tiếp theo" => (),
        "và các năm kế tiếp" => (),
        "và các năm sau" => (),
        "và những năm sau" => (),
        "và các năm về sau" => (),
        "on" => (),
        "onwards" => (),
        "and the following years" => (),
    }

    /// The day of the plan itself.
    ISSUE: () = {
        "nay" => (),
        "ngày ban hành" => (),
        "ngày ban hành kế hoạch" => (),
        "ngày ban hành kế hoạch này" => (),
        "ngày kế hoạch được ban hành" => (),
        "ngày kế hoạch này được ban hành" => (),
        "ngày ký" => (),
        "ngày ký ban hành" => (),
        "ngày ký ban hành kế hoạch" => (),
        "khi ban hành kế hoạch" => (),
        "khi kế hoạch được ban hành" => (),
    }

    /// All the time.
    CONTINUOUS: () = {
        "thường xuyên" => (),
        "thường xuyên liên tục" => (),
        "thường xuyên và liên tục" => (),
        "liên tục" => (),
        "quanh năm" => (),
        "all the time" => (),
    }

    /// What may follow "thường xuyên" and say until when.
    WITHIN: () = {
        "trong" => (),
        "suốt" => (),
        "cả năm" => (),
        "năm" => (),
        "đến" => (),
        "cho đến" => (),
        "tới" => (),
        "từ" => (),
        "giai đoạn" => (),
        "until" => (),
        "in" => (),
    }

    /// Words between two readings or two periods.
    CONNECTIVES: () = {
        "và" => (),
        "and" => (),
    }
}
