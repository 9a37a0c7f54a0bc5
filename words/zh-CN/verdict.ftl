# 结论：一句人会说的话，不是标签。

## 分段

section-account = 账户
section-machine = 机器
section-network = 网络
section-limits = 限额
section-cash = 备用金
section-upkeep = 养护

## 收款方式（-said 用在句子里）

lane-card = 刷卡
lane-qr = 扫码
lane-cash = 现金
lane-card-said = 刷卡
lane-qr-said = 扫码
lane-cash-said = 现金

## 状态

lane-state-ready = 正常
lane-state-workaround = 能收，要留意
lane-state-not-ready = 不能收
lane-state-unknown = 还没看
lane-with-state = { $lane } · { $state }

## 为什么

reason-item-failed = “{ $item }”有问题
reason-item-left = “{ $item }”还没看
reason-fallback-stands = “{ $item }”有问题，先用{ $fallback }
reason-cash-off-target = 备用金和目标差得多
reason-cash-off-target-over = 备用金比目标多 { $amount }
reason-cash-off-target-short = 备用金比目标少 { $amount }
reason-change-short = 零钱只有 { $amount }，怕不够找
reason-change-short-uncounted = 零钱不够找
reason-value-low = “{ $item }”快不够了
reason-choice-weak = “{ $item }”最好换一种
reason-nothing-checked = 今天还没看过
reason-incident-open = { $number } 号故障还没解决

## 一句话

headline-nothing-yet = 今天还没看，一项一项来
headline-items-left = 还有 { $left } 项没看，先别开门
headline-items-left-unclear = { $lanes }还说不准，先别开门
headline-all-ready = { $count ->
    [1] 可以开门，{ $lanes }正常
    [2] 可以开门，{ $lanes }都正常
   *[other] 可以开门，三种收款都正常
}
headline-workaround = 可以开门，{ $lanes }先走{ $fallback }
headline-workaround-mixed = 可以开门，{ $lanes }要多留意
headline-some-not-ready = 先别急着开门，{ $lanes }还收不了
headline-only-cash = 只能收现金，零钱有 { $amount }
headline-only-cash-uncounted = 只能收现金，零钱还没数
headline-none-ready = { $count ->
    [1] 先别开门，{ $lanes }还收不了
   *[other] 先别开门，现在一种都收不了
}

## 一串东西怎么连起来

list-pair = { $first }和{ $last }
list-more = { $first }、{ $rest }

## 结果

result-pass = 正常
result-fail = 有问题
result-na = 不适用

## 一天的状态

opening-due = 还没开始
opening-in-progress = 正在看
opening-finished = 看完了
opening-late = 晚了才看完
opening-missed = 没检查
opening-closed = 休息
opening-pc-off = 电脑没开
list-clause = {"；"}
