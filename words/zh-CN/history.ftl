# “历史”这一屏：一天一行，点进去看那一天。
history-title = 历史
history-empty = 还没有记录。今天看完一遍，这里就有第一天。
history-empty-action = 去看今天
history-more = 再往前
history-failures = { $count } 项有问题
history-finished-at = { $time } 看完
history-finished-by = { $staff }在 { $time } 看完
history-not-finished = 没看完
history-late = 晚了 { $span }
history-missed-begun = 没查完
history-left = 有 { $left } 项没看
history-reminded = 提醒过 { $count } 次
history-pc-off-line = 那天程序没运行

## 某一天

history-day-title = { $day } · { $verdict }
history-day-back = 回到历史
history-day-empty = 那天没有检查
history-day-unmarked = 没看
history-mark-line = { $time } { $staff }：{ $result }
history-mark-line-plain = { $time } { $result }
history-mark-note = 备注：{ $note }
history-mark-value = 填的是 { $value }
history-mark-withdrawn = 已撤销
history-attachments = { $count } 个附件

## 这一天怎么样

history-why-late = 开门以后才看完，晚了 { $span }。
history-why-missed = 提醒过 { $count } 次，那天没有检查。
history-why-missed-unreminded = 那天没有检查。
history-why-begun = 查了一部分，没有看完。
history-why-closed = 那天不开门，所以没有提醒。
history-why-pc-off = 程序那天没有运行，所以没法提醒。
history-day-note = 这天的备注：{ $note }

## 那天的经过

history-events = 那天的经过
history-event-due = 提醒：该做开店前检查了
history-event-late = 提醒：到点开门，还没查完
history-event-nag = 又提醒一次
history-event-tardy = 晚到，本该 { $time }
history-event-told = 通过{ $channel }告诉了店主
history-event-clock = 电脑的钟从 { $from } 被拨到 { $to }
history-event-finished = 看完
history-event-finished-by = { $staff }看完
history-channel-wecom = 企业微信
history-channel-dingtalk = 钉钉
history-channel-feishu = 飞书
history-channel-server-chan = Server 酱
history-channel-email = 邮件
history-channel-json = 自己的网络地址
history-list = 营业日，最近的在最上面

## 日历和数字

history-calendar = 日历和数字
history-legend = 图例
history-legend-late = 查晚了
history-legend-incident = 有故障
history-span = { $from } 到 { $to }
history-earlier = 再往前半年
history-later = 再往后半年
history-till = 收银台
history-till-all = 所有收银台
history-together = 所有收银台一起看；日历上按那天最不顺的一台来标
history-cell = { $day }：{ $kind }
history-cell-incidents = { $day }：{ $kind }，{ $count } 件故障
history-cell-incidents-alone = { $day }：没有检查，{ $count } 件故障
history-cell-late = { $kind }，查晚了
history-cell-future = { $day }：还没到
history-cell-unknown = { $day }：没有记录
history-day-before = 前一天
history-day-after = 后一天
history-on-time = 按时做完早检
history-percent = { $percent }%
history-streak = 连着 { $count } 天都按时
history-late-days = 晚了 { $count } 次
history-missed-days = 漏了 { $count } 次
history-outages = 断网
history-outage-time = 一共 { $span }
history-outages-as-written = 没有记过
history-outages-honest = 断网按记下的故障算；程序还不会自己测网络，没记的不在里面。
history-mean-fix = 平均多久修好
history-incidents-resolved = { $count } 件故障，修好 { $resolved } 件
history-times = { $count } 次
history-times-head = 次数
history-failures-title = 最常出问题的
history-causes-title = 故障出在哪
history-loss = 估计损失 { $amount }（{ $count } 件写了估计）
history-cash-title = 零钱：数过 { $count } 次，{ $onTarget } 次对得上
history-cash-month = 月份
history-cash-counted = 数过
history-cash-over = 多出
history-cash-short = 少了

## 找

history-search = 找记录
history-search-hint = 找：两个字就行，比如“外网”“小票”
history-look = 在哪里找
history-look-all = 所有记录
history-look-checks = 早检
history-look-incidents = 故障
history-look-receipts = 小票
history-look-disputes = 案子
history-look-files = 附件
history-found = 找到 { $count } 条
history-found-many = 先列 { $count } 条，往下还有
history-found-none = 没找到。少写几个字，或者换个说法试试。
history-found-list = 找到的，最近的在最上面
history-found-no = { $kind } { $no } 号
history-found-code = 码 { $code }
history-found-replaced = 后来改过

## 那天的故障和小票

history-event-incident = 故障 { $no } 号：{ $what }
history-event-resolved = 故障 { $no } 号解决了
history-event-sale = 说不清扣没扣到钱：{ $what }
history-event-sale-settled = 待查的 { $what }：{ $how }
history-event-dispute = 案子 { $no } 号的通知到了
history-event-receipt = 小票 { $no } 号：{ $amount }
