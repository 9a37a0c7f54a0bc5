//! The page's words. They live here because the page must speak where the app's own words cannot be asked for.
//! `%file%`, `%files%` and `%total%` stand for the limits, `%n%` for a number that the script puts in.

use crate::Language;

/// The text of a key, or the key itself, which a test keeps from happening.
pub(super) fn word(language: Language, key: &str) -> &str {
    let table = match language {
        Language::Chinese => &CHINESE,
        Language::English => &ENGLISH,
    };
    let found = table.iter().find(|(known, _)| *known == key);
    found.map_or(key, |(_, text)| text)
}

/// Those that the script says.
pub(super) const SCRIPT_WORDS: [&str; 36] = [
    "left",
    "left_one",
    "gone_title",
    "gone_text",
    "starting",
    "start",
    "more",
    "pick",
    "waiting",
    "sending",
    "checking",
    "kept",
    "kept_heic",
    "again",
    "said_sending",
    "said_kept",
    "said_failed",
    "done_title",
    "done_text",
    "done_none_title",
    "done_none",
    "no_cookies",
    "no_line",
    "other_phone",
    "refused",
    "file_kind_unknown",
    "file_too_large",
    "files_too_many",
    "total_too_large",
    "file_empty",
    "length_missing",
    "broken_off",
    "not_kept",
    "busy",
    "still_sending",
    "nameless",
];

pub(super) type Table = [(&'static str, &'static str); 51];

pub(super) const CHINESE: Table = [
    ("name", "中文"),
    ("title", "给店里的电脑发照片"),
    ("lead", "选照片或 PDF，直接发到店里那台电脑上。"),
    ("tip_card_title", "拍之前，先盖住卡号"),
    ("tip_card", "卡号只露最后四位。卡背面的安全码，千万别拍。"),
    ("tip_wifi_title", "连着店里的 Wi-Fi 就行"),
    (
        "tip_wifi",
        "照片只在店里的 Wi-Fi 里走，不上网。不过路上没加密：同一个 Wi-Fi 里有心偷看的人，看得到。",
    ),
    ("tip_once_title", "只给一部手机用"),
    ("tip_once", "谁先点“开始”就给谁用，别的手机就不能发了。"),
    ("start", "开始"),
    ("starting", "稍等…"),
    ("pick", "拍照或选照片"),
    ("more", "再发几张"),
    (
        "pick_hint",
        "一次可以选好几张。最多 %files% 个，每个 %file%\u{A0}MB 以内。",
    ),
    ("done", "发好了"),
    ("list", "要发的文件"),
    ("left", "还能用 %n% 分钟"),
    ("left_one", "不到 1 分钟就到时间了"),
    ("gone_title", "这一页到时间了"),
    (
        "gone_text",
        "发到的都在电脑里。还要发，就在电脑上再点一次，扫新的二维码。",
    ),
    ("waiting", "等着发"),
    ("sending", "正在发 %n%%"),
    ("checking", "电脑正在收…"),
    ("kept", "电脑收到了"),
    (
        "kept_heic",
        "电脑收到了。手机原来的格式（HEIC）没动，只是电脑上看不到小图。",
    ),
    ("again", "再发一次"),
    ("said_sending", "正在发，先别锁屏，也别离开这一页。"),
    ("said_kept", "电脑收到了 %n% 个。"),
    ("said_failed", "有 %n% 个没发成，看看下面的原因。"),
    ("done_title", "电脑收到了"),
    (
        "done_text",
        "一共 %n% 个文件。手机可以放下了，回电脑上接着弄。",
    ),
    ("done_none_title", "没有发文件"),
    (
        "done_none",
        "这一页已经关了。要发的时候，在电脑上再点一次。",
    ),
    (
        "no_cookies",
        "浏览器不让存 Cookie，电脑认不出这部手机。换一个浏览器打开试试。",
    ),
    ("no_line", "连不上电脑。看看手机是不是还连着店里的 Wi-Fi。"),
    (
        "other_phone",
        "已经有别的手机在用了。在电脑上再点一次，扫新的二维码。",
    ),
    ("refused", "电脑没收下这个文件。"),
    (
        "file_kind_unknown",
        "只收照片（JPEG、PNG、WebP、HEIC）和 PDF，这个不是。",
    ),
    ("file_too_large", "太大了，每个最多 %file%\u{A0}MB。"),
    ("files_too_many", "已经满 %files% 个，这个没发。"),
    (
        "total_too_large",
        "加起来超过 %total%\u{A0}MB 了，这个没发。",
    ),
    ("file_empty", "这个文件是空的。"),
    (
        "length_missing",
        "手机没说文件有多大，电脑没法收。换一个浏览器试试。",
    ),
    ("broken_off", "发到一半断了。电脑没留半截的，再发一次就好。"),
    ("not_kept", "电脑没收下，去看看电脑上怎么说。"),
    ("busy", "电脑正忙着收别的，过一会儿再发。"),
    ("still_sending", "还有文件没发完，等它们发完再点“发好了”。"),
    ("nameless", "照片"),
    (
        "no_script",
        "这个浏览器关掉了 JavaScript，发不了照片。请打开它，或者换手机自带的浏览器扫一次。",
    ),
    ("taken_title", "已经有一部手机在用了"),
    (
        "taken_text",
        "二维码只给第一部手机用。要换成这一部，就在电脑上再点一次，扫新的码。",
    ),
];

pub(super) const ENGLISH: Table = [
    ("name", "English"),
    ("title", "Send photos to the shop’s PC"),
    (
        "lead",
        "Choose photos or PDFs. They go straight to the PC in the shop.",
    ),
    ("tip_card_title", "Cover card numbers first"),
    (
        "tip_card",
        "Show the last four digits at most. Never photograph the security code on the back.",
    ),
    ("tip_wifi_title", "Stay on the shop’s Wi-Fi"),
    (
        "tip_wifi",
        "Photos do not leave it. But they travel unencrypted: anybody in this Wi-Fi who listens could see them on the way.",
    ),
    ("tip_once_title", "One phone only"),
    (
        "tip_once",
        "The first to tap “Start” has it; others cannot send then.",
    ),
    ("start", "Start"),
    ("starting", "One moment…"),
    ("pick", "Take or choose photos"),
    ("more", "Send more"),
    (
        "pick_hint",
        "Several at once: up to %files% files of %file%\u{A0}MB each.",
    ),
    ("done", "Done"),
    ("list", "Files"),
    ("left", "Open for %n% more minutes"),
    ("left_one", "Less than a minute left"),
    ("gone_title", "This page has closed"),
    (
        "gone_text",
        "What arrived is safe on the PC. To send more, press the button there again and scan the new code.",
    ),
    ("waiting", "Waiting"),
    ("sending", "Sending, %n%%"),
    ("checking", "The PC is taking it…"),
    ("kept", "The PC has it"),
    (
        "kept_heic",
        "The PC has it. Your phone’s format (HEIC) is kept; the till cannot show a preview.",
    ),
    ("again", "Send again"),
    (
        "said_sending",
        "Sending. Keep the screen on and this page open.",
    ),
    ("said_kept", "On the PC so far: %n%."),
    ("said_failed", "Not sent: %n%. The reasons are below."),
    ("done_title", "The PC has them"),
    (
        "done_text",
        "Files received: %n%. Put the phone down and go on at the till.",
    ),
    ("done_none_title", "Nothing was sent"),
    (
        "done_none",
        "This page is closed now. To send photos later, press the button on the PC again.",
    ),
    (
        "no_cookies",
        "This browser allows no cookies, so the PC cannot tell your phone from others. Please try another browser.",
    ),
    (
        "no_line",
        "The PC cannot be reached. Is the phone still on the shop’s Wi-Fi?",
    ),
    (
        "other_phone",
        "Another phone is using this page. Press the button on the PC again and scan the new code.",
    ),
    ("refused", "The PC did not take this file."),
    (
        "file_kind_unknown",
        "Only photos (JPEG, PNG, WebP, HEIC) and PDFs can be sent; this is neither.",
    ),
    ("file_too_large", "Too large; %file%\u{A0}MB fit."),
    (
        "files_too_many",
        "%files% files are the most; this one was not sent.",
    ),
    (
        "total_too_large",
        "Together that is more than %total%\u{A0}MB; this one was not sent.",
    ),
    ("file_empty", "This file is empty."),
    (
        "length_missing",
        "The phone did not say how large the file is. Please try another browser.",
    ),
    (
        "broken_off",
        "The line broke. The PC kept no half of it; just send it again.",
    ),
    (
        "not_kept",
        "The PC did not keep it. Look at its screen for the reason.",
    ),
    (
        "busy",
        "The PC is busy with other files. Try again in a moment.",
    ),
    (
        "still_sending",
        "Some files are still on their way. Tap “Done” once they are there.",
    ),
    ("nameless", "Photo"),
    (
        "no_script",
        "JavaScript is switched off in this browser, so nothing can be sent. Please switch it on, or scan with the phone’s own browser.",
    ),
    ("taken_title", "Another phone is already using this page"),
    (
        "taken_text",
        "The code is for one phone. To use this one, press the button on the PC again and scan the new code.",
    ),
];
