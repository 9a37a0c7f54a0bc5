//! A task for Windows' Task Scheduler, in the form that `schtasks /create /xml` and the program's own import read: UTF-16
//! with its mark.

use super::{Plan, Texts, xml};

const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

pub(super) fn task(plan: &Plan, texts: &Texts<'_>) -> Vec<u8> {
    let triggers: String = plan
        .starts
        .iter()
        .map(|(time, days)| {
            let days: String = days
                .iter()
                .filter_map(|day| DAYS.get(usize::from(*day)))
                .map(|day| format!("<{day} />"))
                .collect();
            // The beginning only has to lie in the past; without a zone it is the PC's own clock.
            format!(
                "    <CalendarTrigger>\n\
                 \x20     <StartBoundary>2024-01-01T{}</StartBoundary>\n\
                 \x20     <Enabled>true</Enabled>\n\
                 \x20     <ScheduleByWeek><WeeksInterval>1</WeeksInterval><DaysOfWeek>{days}</DaysOfWeek></ScheduleByWeek>\n\
                 \x20   </CalendarTrigger>\n",
                time.format("%H:%M:%S"),
            )
        })
        .collect();
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n\
         <!-- Times are those of the shop ({zone}); the PC's clock is taken to show the same. -->\n\
         <Task version=\"1.2\" xmlns=\"http://schemas.microsoft.com/windows/2004/02/mit/task\">\n\
         \x20 <RegistrationInfo><Description>开张提醒 Kaizhang reminders</Description></RegistrationInfo>\n\
         \x20 <Triggers>\n{triggers}  </Triggers>\n\
         \x20 <Principals><Principal id=\"Author\"><LogonType>InteractiveToken</LogonType>\
         <RunLevel>LeastPrivilege</RunLevel></Principal></Principals>\n\
         \x20 <Settings>\n\
         \x20   <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>\n\
         \x20   <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>\n\
         \x20   <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>\n\
         \x20   <StartWhenAvailable>true</StartWhenAvailable>\n\
         \x20   <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>\n\
         \x20 </Settings>\n\
         \x20 <Actions Context=\"Author\">\n\
         \x20   <Exec>\n\
         \x20     <Command>{program}</Command>\n\
         \x20     <Arguments>{arguments}</Arguments>\n\
         \x20   </Exec>\n\
         \x20 </Actions>\n\
         </Task>\n",
        zone = xml(&plan.zone),
        program = xml(texts.program),
        arguments = xml(&format!("--data {}", argument(texts.folder))),
    );
    let text = text.replace('\n', "\r\n");
    let mut bytes = vec![0xff, 0xfe];
    bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

/// One argument as Windows programs split them: backslashes count only before a quotation mark, where they are doubled.
fn argument(text: &str) -> String {
    let mut quoted = String::from("\"");
    let mut slashes = 0;
    for sign in text.chars() {
        match sign {
            '\\' => slashes += 1,
            '"' => {
                quoted.extend(std::iter::repeat_n('\\', slashes + 1));
                slashes = 0;
            }
            _ => slashes = 0,
        }
        quoted.push(sign);
    }
    quoted.extend(std::iter::repeat_n('\\', slashes));
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_survive_the_way_windows_splits_them() {
        for (text, quoted) in [
            (r"C:\店 一", r#""C:\店 一""#),
            (r"C:\店 一\", r#""C:\店 一\\""#),
            (r#"a"b"#, r#""a\"b""#),
            (r#"a\\"b"#, r#""a\\\\\"b""#),
        ] {
            assert_eq!(argument(text), quoted);
        }
    }
}
