//! A launch agent for macOS. launchd knows the PC's own zone only.

use super::{Plan, Texts, xml};
use chrono::Timelike;

pub(super) fn plist(plan: &Plan, texts: &Texts<'_>) -> String {
    let mut times = String::new();
    for (time, days) in &plan.starts {
        for day in days {
            // Monday is 1 there, and Sunday 7.
            times.push_str(&format!(
                "    <dict><key>Weekday</key><integer>{}</integer><key>Hour</key><integer>{}</integer>\
                 <key>Minute</key><integer>{}</integer></dict>\n",
                day + 1,
                time.hour(),
                time.minute(),
            ));
        }
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n\
         <!-- Times are those of the shop ({zone}); launchd goes by the PC's own zone, which is taken to be the same. -->\n\
         <plist version=\"1.0\">\n\
         <dict>\n\
         \x20 <key>Label</key><string>app.kaizhang.agent</string>\n\
         \x20 <key>ProgramArguments</key>\n\
         \x20 <array>\n\
         \x20   <string>{program}</string>\n\
         \x20   <string>--data</string>\n\
         \x20   <string>{folder}</string>\n\
         \x20 </array>\n\
         \x20 <key>StartCalendarInterval</key>\n\
         \x20 <array>\n{times}  </array>\n\
         \x20 <key>ProcessType</key><string>Background</string>\n\
         </dict>\n\
         </plist>\n",
        zone = xml(&plan.zone),
        program = xml(texts.program),
        folder = xml(texts.folder),
    )
}
