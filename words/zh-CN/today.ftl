# “今天”这一屏。

## 第一眼

today-title = 今天
span-minutes = { $minutes } 分钟
span-hours = { $minutes ->
    [0] { $hours } 小时
   *[other] { $hours } 小时 { $minutes } 分钟
}
today-to-opening = 还有 { $span }开门
today-opens-now = 到点开门了
today-already-open = { $time } 已到开门时间
today-no-opening = 今天休息
today-clock = { $time }，{ $rest }
today-by-at = { $staff } { $time }
today-draft-discard = 不要了
today-finished-line = { $staff }在 { $time } 看完
today-finished-line-plain = { $time } 看完
today-finished-note = 先开门的原因：{ $note }
today-lane-all-fine = 看过的都正常
today-lane-not-yet = 还有 { $count } 项没看
today-lane-more = 还有 { $count } 处
today-lane-cash = 备用金 { $amount }，零钱够

## 提醒

today-reminder-name = 今天的时间
today-schedule = { $due } 检查 · { $open } 开门
today-reminder-due = 该做开店前检查了，{ $rest }
today-reminder-late = 已经开门 { $span }，还没查完
today-reminder-late-now = 到点开门了，还没查完
today-reminder-start = 现在查
today-reminder-go-on = 接着查
today-reminder-put-off = 10 分钟后再提醒
today-reminder-put-off-until = 还没查完，{ $time } 再提醒你
today-closed-today = 今天不开门
today-resting = 今天不提醒，也不算没检查。
today-open-after-all = 其实开门
today-check-anyway = 照样检查
today-finished-late = 晚了 { $span }完成

## 分段

today-section-count = { $done } / { $total }
today-section-failures = { $count } 项有问题
today-section-confirm = 整段正常
today-section-confirmed = { $section }：{ $count } 项记为正常

## 一项

today-mark-name = { $item }：{ $result }
today-mark-again = 改一下
today-unmarked = 还没看
today-note-label = 备注
today-note-placeholder = 看到了什么，一句就行
today-amended = 改过 { $count } 次
today-value-range = { $min } 到 { $max } { $unit }
today-value-low = 少于 { $amount } { $unit } 会提醒
today-text-label = 填写
today-choice-label = 选一种
today-photo-pick = 拍照或选照片
today-photo-count = { $count } 张照片

## 数零钱

today-cash-title = 数零钱
today-cash-by-pieces = 按张数
today-cash-by-total = 只填总数
today-cash-pieces-name = { $denomination }有几张
today-cash-total = 合计
today-cash-total-name = 总共多少元
today-cash-target = 目标 { $amount }
today-cash-over = 多 { $amount }
today-cash-short = 少 { $amount }
today-cash-exact = 正好
today-cash-change = 十元及以下的零钱 { $amount }
cash-denomination-10000 = 100 元
cash-denomination-5000 = 50 元
cash-denomination-2000 = 20 元
cash-denomination-1000 = 10 元
cash-denomination-500 = 5 元
cash-denomination-100 = 1 元
cash-denomination-50 = 5 角
cash-denomination-10 = 1 角

## 看完

today-left = 还差 { $left } 项
today-left-optional = 还有 { $left } 项可以以后看
today-finish-anyway = 没看完，先开门
today-finish-reason = 为什么先开门
today-finish-reason-placeholder = 比如：客人已在门口，其余的随后补
today-finished = 看完了，开门大吉
today-finished-amend = 还可以改，每次改动都会留下

## 撤销

today-undone = 已撤销
today-marked = { $item }：{ $result }

## 按键

today-keys-title = 全部按键
today-keys-open = 全部按键
key-space = 空格
key-enter = Enter
key-escape = Esc
today-keys-pass = 正常
today-keys-fail = 有问题
today-keys-na = 不适用
today-keys-note = 写备注
today-keys-confirm = 整段确认
today-keys-undo = 撤销
today-keys-move = 换一项
today-keys-section = 换一段
today-keys-digit = 第几项记为正常
today-keys-search = 搜索
today-keys-help = 全部按键
today-keys-close = 关上

## 搜索

today-search-label = 在今天的清单里找
today-search-placeholder = 两个字就行，比如“外网”“小票”
today-search-none = 没找到“{ $words }”
today-search-count = 找到 { $count } 项
today-draft = 草稿，还没记下
today-saving = 正在记
today-open-shop = 开门
today-cash-piece-more = { $denomination }多一张
today-cash-piece-less = { $denomination }少一张
today-note-hint = Enter 记下，Shift + Enter 换行
