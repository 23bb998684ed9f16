//! What the people of the sample write.

use crate::domain::{Cause, EventKind, Language, LessonKind};

/// The texts of one language.
pub(super) struct Texts {
    pub(super) customers: &'static [&'static str],
    /// Titles; `{}` stands for a customer.
    pub(super) visits: &'static [&'static str],
    pub(super) calls: &'static [&'static str],
    pub(super) other: &'static [&'static str],
    pub(super) bucket: &'static [&'static str],
    pub(super) approaches: &'static [&'static str],
    pub(super) worked: &'static [&'static str],
    /// What was good; `{}` stands for a customer.
    pub(super) wins: &'static [&'static str],
    /// Why there was no time, asked again and again.
    pub(super) whys: &'static [&'static str],
    pub(super) lessons: &'static [(LessonKind, &'static str)],
    pub(super) improvements: &'static [(&'static str, &'static str)],
    pub(super) cancelled: &'static str,
    pub(super) events: &'static [(EventKind, &'static str)],
}

/// Causes as they come up, the frequent ones more than once.
pub(super) const CAUSES: [Cause; 8] = [
    Cause::CustomerUnavailable,
    Cause::NoTime,
    Cause::CustomerUnavailable,
    Cause::CustomerPostponed,
    Cause::PlanTooFull,
    Cause::WaitingForColleague,
    Cause::NoTime,
    Cause::Forgot,
];

pub(super) const fn texts(language: Language) -> &'static Texts {
    match language {
        Language::En => &ENGLISH,
        Language::ZhCn => &CHINESE,
    }
}

const ENGLISH: Texts = Texts {
    customers: &[
        "Huaxin",
        "Yunfeng Trading",
        "Blue Harbour",
        "Kessler Tools",
        "Lindqvist",
        "Orchard Foods",
        "Maple Freight",
        "Sunrise Clinics",
        "Delta Print",
        "Northgate",
        "Café Lumière",
        "Ferro Steel",
    ],
    visits: &[
        "Visit {}, quote",
        "Visit {}, samples",
        "Lunch with {}",
        "Show the new line at {}",
    ],
    calls: &[
        "Call {} about delivery",
        "Call {} back",
        "Ask {} for the order",
        "Price talk with {}",
    ],
    other: &[
        "Morning meeting",
        "CRM notes",
        "Offer for the tender",
        "Route for tomorrow",
        "Answer the complaint",
        "Forecast for the manager",
    ],
    bucket: &[
        "Reference list",
        "List for the year party",
        "Type in business cards",
        "Clean the mail folder",
    ],
    approaches: &["referral", "cold call", "exhibition", "web enquiry"],
    worked: &[
        "calls before ten",
        "two visits in one street",
        "quote sent the same day",
        "asked for the order at once",
        "short mails",
        "prepared the night before",
    ],
    wins: &[
        "{} ordered again",
        "a referral from {}",
        "the buyer at {} called by himself",
    ],
    whys: &[
        "too few talks before noon",
        "the mornings went to mails",
        "mails are open from eight on",
    ],
    lessons: &[
        (LessonKind::Keep, "call block before 10:00"),
        (LessonKind::Keep, "visits by district"),
        (LessonKind::Improve, "have the price list at hand"),
        (LessonKind::Improve, "confirm visits the day before"),
        (LessonKind::Stop, "visits without an appointment"),
        (LessonKind::Stop, "mails to no one in particular"),
        (LessonKind::Start, "ask each customer for a referral"),
        (LessonKind::Start, "plan tomorrow before going home"),
    ],
    improvements: &[
        ("send quotes the same day", "9 of 10 quotes"),
        ("call before 10:00", "5 talks a day"),
        ("confirm each visit by phone", "no visit in vain"),
        ("ask for one referral a day", "5 names"),
    ],
    cancelled: "{} cancelled",
    events: &[
        (EventKind::Competitor, "a competitor offers 8 % less"),
        (EventKind::CustomerChange, "the buyer at {} has changed"),
        (EventKind::Personal, "half a day ill"),
    ],
};

const CHINESE: Texts = Texts {
    customers: &[
        "华信科技",
        "云峰贸易",
        "蓝海物流",
        "金谷食品",
        "远大机电",
        "晨光医疗",
        "东方印务",
        "恒通钢构",
        "绿洲酒店",
        "启明教育",
        "宏达建材",
        "江南纺织",
    ],
    visits: &["拜访{}，报价", "拜访{}，送样品", "与{}午餐", "到{}演示新品"],
    calls: &["致电{}，确认交期", "给{}回电", "向{}催单", "与{}谈价格"],
    other: &[
        "晨会",
        "整理 CRM 记录",
        "投标报价",
        "排明天的路线",
        "答复客诉",
        "给经理报预测",
    ],
    bucket: &[
        "整理推荐客户名单",
        "准备年会抽奖客户名单",
        "名片录入",
        "清理邮箱",
    ],
    approaches: &["转介绍", "陌拜", "展会", "微信群"],
    worked: &[
        "早上集中打电话",
        "同一条街拜访两家",
        "当天发报价",
        "当场请客户下单",
        "邮件写短",
        "前一晚做好准备",
    ],
    wins: &["{}追加订单", "{}转介绍了新客户", "{}采购主动来电"],
    whys: &["上午谈得太少", "上午都在回邮件", "八点起一直开着邮箱"],
    lessons: &[
        (LessonKind::Keep, "早上集中打电话"),
        (LessonKind::Keep, "按片区拜访"),
        (LessonKind::Improve, "随身带价格表"),
        (LessonKind::Improve, "拜访前一天确认"),
        (LessonKind::Stop, "不预约就上门"),
        (LessonKind::Stop, "群发没有对象的邮件"),
        (LessonKind::Start, "向每位客户要一个转介绍"),
        (LessonKind::Start, "下班前排好明天"),
    ],
    improvements: &[
        ("当天发报价", "10 份里 9 份"),
        ("10 点前打电话", "每天谈成 5 通"),
        ("拜访前电话确认", "没有白跑"),
        ("每天要一个转介绍", "5 个名字"),
    ],
    cancelled: "{}取消订单",
    events: &[
        (EventKind::Competitor, "竞品报价低 8%"),
        (EventKind::CustomerChange, "{}换了采购"),
        (EventKind::Personal, "生病半天"),
    ],
};
