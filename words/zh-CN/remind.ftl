# 提醒：桌面通知、托盘、看着时间的小程序。

## 通知

toast-due-title = 该做开店前检查了
toast-due-minutes = { $minutes ->
    [0] 到点开门了。
   *[other] 还有 { $minutes } 分钟开门。
}
toast-due-hours = { $minutes ->
    [0] 还有 { $hours } 小时开门。
   *[other] 还有 { $hours } 小时 { $minutes } 分钟开门。
}
toast-late-title = 已经到点开门，还没查能不能收款
toast-late-text = { $time } 开门，开店前检查还没做完。现在看一遍，几分钟就好。
toast-nag-title = 开店前检查还没做完
toast-nag-text = { $minutes ->
    [0] 现在开门，能不能收款还不知道。
   *[other] 开门已经 { $minutes } 分钟，能不能收款还不知道。
}
toast-nag-text-hours = 开门已经 { $hours } 个多小时，能不能收款还不知道。
toast-tills = 还没查完的：{ $tills }。
toast-tardy = 本该 { $time } 提醒，那时电脑没醒着，现在补上。
toast-tardy-day = 本该 { $day } { $time } 提醒，那时电脑没醒着，现在补上。
toast-sales = 另外，有 { $sales } 笔交易还没查清。
toast-follow-up-title = 有 { $sales } 笔交易还没查清
toast-follow-up-text = 还不知道顾客有没有被扣款。查之前，不要再收一次。
toast-reply-title = 有 { $cases } 个案子等着答复
toast-reply-also = 另外，有 { $cases } 个案子等着答复。
toast-reply-overdue = 有 { $cases } 个已经过了答复的日子。
toast-reply-days = { $days ->
    [0] 最近的一个今天是最后一天。
   *[other] 最近的一个还剩 { $days } 天。
}
toast-try-title = 试一试：提醒收到了
toast-try-text = 以后每天开门前，提醒就这样出现在这里。
toast-start = 现在开始
toast-later = { $minutes } 分钟后提醒
toast-open = 打开看看
toast-no-window-title = 开张的窗口没打开
toast-no-window-text = 没找到窗口程序，可能没装全。请重新安装开张，记录都在。

## 托盘

tray-tip = 开张
tray-begin = 正在看今天的情况
tray-due = 今天还没查
tray-left = { $left ->
    [0] 都看过了，还没按“开门”
   *[other] 还差 { $left } 项
}
tray-missed = 今天没查
tray-closed = 今天休息
tray-trouble = 数据文件夹现在用不了，打开窗口看看
tray-till = { $till }：{ $state }
tray-next = 下次提醒：{ $time }
tray-open = 打开开张
tray-later = { $minutes } 分钟后再提醒
tray-close-today = 今天不开门
tray-open-today = 今天还是开门
tray-quit = 退出，下次登录再来

## 开机启动

agent-autostart-name = 开张提醒
agent-autostart-about = 每天开门前提醒做检查
