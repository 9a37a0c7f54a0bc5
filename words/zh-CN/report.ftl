# 报告：打印出来、交给别人看的。一页说清楚，不替谁说好话。

## 每一份报告

report-made = { $shop } · { $at } 生成
report-rare = 有的字这台电脑的字体里没有，用它的编号代替，写成 [U+…] 的样子。
report-more = 还有 { $count } 条，在软件里看。
report-cut = 太长的话在这里截短了，全文在软件里看。
report-and-more = 等 { $count } 项
report-screen-said = 屏幕上写着：{ $text }
report-minutes = { $count } 分钟
report-hours = { $count } 小时
report-days = { $count } 天

## 列名

report-number = 编号
report-day = 日期
report-till = 收银台
report-state = 状态
report-when = 时间
report-who = 谁
report-when-who = 什么时候，谁
report-happened = 经过
report-what = 什么情况
report-item = 项目
report-section = 分段
report-result = 结果
report-value = 填的值
report-value-and-note = 值和备注
report-withdrawn = 撤销
report-verdict = 结论
report-amount = 金额（元）
report-tip = 小费（元）
report-total = 合计（元）
report-slip-at = 小票时间
report-files = 照片和文件
report-written-at = 记下的时间
report-written-by = 谁记的
report-opened-at = 发生
report-resolved-at = 解决
report-fix = 用了多久
report-fix-minutes = 解决用时（分钟）
report-loss = 损失（元）
report-amount-said = 金额
report-tip-said = 小费
report-loss-said = 损失
report-failures = 有问题
report-failed-items = 有问题的项目
report-finished-at = 看完
report-finished-by = 谁看完的
report-late-minutes = 晚了（分钟）
report-day-note = 这天的备注
report-file-name = 文件
report-file-kib = 大小（KiB）
report-file-sha256 = SHA-256
report-picture-alt = 照片：{ $name }
report-picture-redacted = { $name }（涂掉一部分的副本）

## 清单

report-openings = 开店检查
report-incidents = 故障
report-receipts = 小票
report-disputes = 案子
report-list-title = { $what }：{ $days }
report-list-empty = 这些天里没有。
report-days-between = { $from } 到 { $to }
report-days-since = { $from } 以后
report-days-until = { $to } 以前
report-days-all = 全部
report-range-title = 记录：{ $days }
report-range-statement = 开店检查 { $openings } 次，故障 { $incidents } 件，小票 { $receipts } 张

## 一天

report-slip-title = { $day }的开店检查
report-checked = 查了什么
report-items-good = { $count } 项正常
report-items-bad = { $count } 项有问题
report-items-aside = { $count } 项不适用
report-items-left = { $count } 项没看
report-tills-ready = { $count } 个收银台，{ $ready } 个收款都正常
report-more-tills = 还有 { $count } 个收银台，在软件里看。
report-found = 要留意的

## 校验码

report-checkpoint = 校验码
report-checkpoint-alt = 二维码，内容是签了名的校验点，校验码 { $code }
report-checkpoint-words = 到这里为止的 { $count } 条记录，都算在这个校验码里。谁手里有这张纸，店里就不能再悄悄改前面的记录。二维码里是签了名的校验点原文，不用这个软件也能核对。

## 一个月

report-month-title = { $year }年{ $month }的开店月报
report-month-statement = { $missed ->
    [0] 该查 { $expected } 次，{ $good } 次在开门前看完
   *[other] 该查 { $expected } 次，{ $good } 次在开门前看完，{ $missed } 次没查
}
report-month-nothing = 这个月没有该做的开店检查
report-on-time = 准时
report-on-time-of = { $expected } 次里 { $good } 次
report-mean-fix = 平均多久解决
report-still-open = 还有 { $count } 件没解决
report-days-heading = 每一天
report-day-kind = 这一天
report-days-count = 几次
report-day-is-due = 没开始
report-day-is-in-progress = 没看完
report-day-is-finished = 准时
report-day-is-late = 晚了
report-day-is-missed = 没检查
report-day-is-closed = 休息
report-day-is-pc-off = 电脑没开
report-day-not-ready-finished = 准时，收不了
report-day-not-ready-late = 晚了，收不了
report-day-unknown-finished = 准时，没看全
report-day-unknown-late = 晚了，没看全
report-lanes-not-ready = 收不了款的早上
report-lane = 收款方式
report-mornings-count = 几个早上
report-outages-length = 断了多久
report-most-failed = 最常出问题的
report-times-failed = 几次
report-cash-off = 备用金和目标差得多的日子
report-counted = 数到（元）
report-target = 目标（元）
report-difference = 多（元），少为负

## 一件故障

report-incident-title = { $no } 号故障
report-charged = 这笔扣没扣
report-in-doubt = 还没弄清
report-settled = 弄清了
report-calls = 打了几个电话
report-sale-open = { $amount }这笔，还不知道顾客扣没扣款。
report-sale-closed = { $amount }这笔，{ $at } 弄清：{ $how }。
report-settled-by = 谁弄清的

## 一个案子

report-dispute-title = { $no } 号案子：{ $kind }
report-dispute-claim = { $from }：{ $kind }，{ $amount }
report-dispute-claim-bare = { $from }：{ $kind }
report-dispute-somebody = 对方
report-dispute-kind = 哪一种
report-dispute-from = 谁来的
report-dispute-pieces = 要的材料
report-dispute-reply-by = 最晚答复
report-dispute-notice-no = 通知编号
report-dispute-notice-on = 通知日期
report-dispute-sold-on = 交易日期
report-dispute-sent = 答复送出
report-dispute-claimed = 对方怎么说
report-dispute-happened = 当时发生了什么
report-dispute-no-story = 店里还没有写经过。
report-dispute-shown = 我们拿得出什么
report-dispute-piece = 材料
report-dispute-by = 在哪里
report-dispute-missing = 还缺：{ $pieces }。
report-dispute-missing-pieces = 还缺的材料
report-in-full = { $what }（全文）
report-see-in-full = 这里放不下，全文在后面的“{ $title }”里。
report-piece-there = 有
report-piece-missing = 缺
report-piece-not-there = 没有
report-piece-not-needed = 用不上
report-receipt-no = { $no } 号小票
report-incident-no = { $no } 号故障
report-opening-of = { $day } 的开店检查
report-sale = 没弄清的那笔的结果
report-notice = 通知原件
report-own-account = 店里写的经过
report-chronology = 先后经过
report-chronology-receipt = { $kind } { $amount }，{ $no } 号小票
report-chronology-incident = { $no } 号故障：{ $what }
report-chronology-resolved = { $no } 号故障解决了
report-chronology-incident-back = { $no } 号故障重新打开
report-chronology-doubt = 还不知道扣没扣款的一笔：{ $amount }
report-chronology-settled = { $amount }这笔弄清：{ $how }
report-chronology-doubt-back = { $amount }这笔又没弄清
report-chronology-opening = 开店检查看完：{ $verdict }
report-chronology-notice = 收到通知
report-chronology-case = 收到通知，记下案子
report-chronology-case-noted = 记下案子
report-chronology-sent = 答复已送出（{ $way }），{ $count } 个文件
report-answer-in-time = 最晚 { $day }，没有超过
report-answer-late = 最晚 { $day }，晚了 { $count } 天
report-noted-at = { $at } 记下
report-chronology-closed = 结束：{ $outcome }
report-chronology-reopened = 重新打开：{ $why }

## 老实话

report-proof = 能证明的：账本里 { $count } 条记录一条接一条，哪条被改过、抽走或插进去，用校验点都查得出来；照片和文件都能用 SHA-256 核对。
report-proof-since = 店外的时间戳服务在 { $at } 证明过前 { $count } 条已经存在。
report-proof-alone = 还没有店外的人或机构证明过这些记录是什么时候写下的。
report-proof-not = 不能证明的：电脑的钟准不准，写下的话是不是真的。

## 在屏幕上

report-save = 存成 PDF
report-save-list = 存清单
report-save-month = 存月报
report-which-month = 哪个月
report-as-pdf = PDF
report-as-both = PDF，中英两种文字
report-as-xlsx = 表格（XLSX）
report-as-csv = 逗号分隔的文本（CSV）
report-list-days = 只按日期存，别的筛选条件不算。
report-list-all = 不管这里怎么筛，存的都是全部。
report-saving = 正在做…
report-saved = 存好了：{ $path }
