# 第一次用，和后来的设置。

## 第一次用

setup-title = 先认识一下您的店
setup-intro = 填三样就能用，一分钟。其余的以后再说。
setup-name = 店名
setup-name-placeholder = 比如：示例面馆
setup-hours = 什么时候开门
setup-hours-per-day = 每天分开填
setup-hours-open = 开门
setup-hours-close = 打烊
setup-shift-add = 再加一段
setup-shift-of = { $day }{ $what }
setup-shift-name = { $what }（第 { $number } 段）
setup-hours-closed = 休息
setup-hours-closed-name = { $weekday }休息
setup-hours-overnight = 过了零点打烊也可以，算在前一天
weekday-1 = 周一
weekday-2 = 周二
weekday-3 = 周三
weekday-4 = 周四
weekday-5 = 周五
weekday-6 = 周六
weekday-7 = 周日
setup-lanes = 收哪几种
setup-lane-card = 刷卡（POS 机）
setup-lane-qr = 扫码（收款码）
setup-lane-cash = 现金
setup-lanes-needed = 至少选一种
setup-start = 开始今天的检查
setup-starting = 正在准备…
setup-later-hint = 收银台、备用金、员工名字，以后在“店铺”里都能改。

## 提醒，问一次

setup-remind-title = 每天开门前，要提醒一声吗？
setup-remind-text = 电脑开机后，托盘里有个小程序，每天 { $time } 提醒查一遍收款，不用先打开窗口。
setup-remind-text-plain = 电脑开机后，托盘里有个小程序，每天开门前提醒查一遍收款，不用先打开窗口。
setup-remind-later = 以后在“提醒”里随时能改。
setup-remind-yes = 提醒我
setup-remind-no = 先不用

## 设置

settings-title = 店铺
settings-screen = 屏幕
settings-zone = 时区
settings-cut-off = 一天从几点算起
settings-cut-off-hint = 凌晨打烊的店，之前的都算前一天
settings-staff = 现在是谁
settings-staff-hint = 写在每条记录旁边，换班时改一下
settings-staff-placeholder = 名字或班次，比如：早班
settings-tills = 收银台
settings-till-name = 收银台的名字
settings-till-add = 加一个收银台
settings-till-remove = 去掉{ $till }
settings-float = 备用金
settings-float-target = 目标（元）
settings-float-tolerance = 差多少以内算正常（元）
settings-float-change = 十元及以下的零钱至少（元）
settings-float-unreadable = 请填金额，比如 500.00
settings-saved = 已记下
settings-reset = 改回原来的
settings-unsaved = 改了还没记下
settings-demo-hint = 这是示例店铺，改动不影响真的记录
