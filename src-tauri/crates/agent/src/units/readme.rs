//! How to install the units, in both languages.

use super::Plan;

pub(super) fn text(plan: &Plan) -> String {
    format!(
        "开张：系统自带的定时启动\n\
         \n\
         这些文件让电脑在每次该做开店前检查时启动开张的提醒程序。平时登录后自动启动就够了；自动启动用不了时，或想多一层\n\
         保险时，再装这个。已经在运行时，再启动一次什么也不会发生。\n\
         \n\
         时间按店里的时区（{zone}）写。Windows 和 macOS 只认电脑自己的时区，请让电脑用店里的时区。\n\
         改了营业时间，请重新生成并安装一次。文件里的路径只对这台电脑有效。\n\
         \n\
         Linux：\n\
         \x20 cp systemd/kaizhang-agent.* ~/.config/systemd/user/\n\
         \x20 systemctl --user daemon-reload\n\
         \x20 systemctl --user enable --now kaizhang-agent.timer\n\
         \x20 不要了：systemctl --user disable --now kaizhang-agent.timer\n\
         Windows：\n\
         \x20 schtasks /create /tn Kaizhang /xml windows\\kaizhang-agent.xml\n\
         \x20 不要了：schtasks /delete /tn Kaizhang\n\
         macOS：\n\
         \x20 cp launchd/app.kaizhang.agent.plist ~/Library/LaunchAgents/\n\
         \x20 launchctl bootstrap gui/$(id -u) ~/Library/LaunchAgents/app.kaizhang.agent.plist\n\
         \x20 不要了：launchctl bootout gui/$(id -u)/app.kaizhang.agent\n\
         \n\
         \n\
         Kaizhang: timers of the operating system\n\
         \n\
         These files have the PC start Kaizhang's reminders whenever the check before opening is due. Starting at login is\n\
         usually enough; install this where that does not work, or as a second net. Starting it twice does nothing.\n\
         \n\
         Times are in the shop's zone ({zone}). Windows and macOS know the PC's own zone only: let the PC keep the shop's.\n\
         After a change of the hours, write and install them again. The paths inside are those of this PC.\n\
         \n\
         Linux:\n\
         \x20 cp systemd/kaizhang-agent.* ~/.config/systemd/user/\n\
         \x20 systemctl --user daemon-reload\n\
         \x20 systemctl --user enable --now kaizhang-agent.timer\n\
         \x20 to undo: systemctl --user disable --now kaizhang-agent.timer\n\
         Windows:\n\
         \x20 schtasks /create /tn Kaizhang /xml windows\\kaizhang-agent.xml\n\
         \x20 to undo: schtasks /delete /tn Kaizhang\n\
         macOS:\n\
         \x20 cp launchd/app.kaizhang.agent.plist ~/Library/LaunchAgents/\n\
         \x20 launchctl bootstrap gui/$(id -u) ~/Library/LaunchAgents/app.kaizhang.agent.plist\n\
         \x20 to undo: launchctl bootout gui/$(id -u)/app.kaizhang.agent\n",
        zone = plan.zone,
    )
}
