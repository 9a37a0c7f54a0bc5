# “历史”这一屏：一天一行，点进去看那一天。
history-title = 历史
history-subtitle = { $till } · { $count } 个营业日
history-empty = 还没有记录。今天看完一遍，这里就有第一天。
history-empty-action = 去看今天
history-more = 再往前
history-loading = 正在翻…
history-column-day = 日期
history-column-till = 收银台
history-column-verdict = 结论
history-column-failures = 有问题的
history-column-finished = 看完
history-column-note = 备注
history-failures = { $count } 项有问题
history-no-failures = 没有问题
history-finished-at = { $time } 看完
history-finished-by = { $staff }在 { $time } 看完
history-not-finished = 没看完
history-not-started = 没检查
history-open-day = 看 { $day }
history-only-failures = 只看有问题的
history-none-match = 没有这样的日子
history-from = 从
history-to = 到

## 某一天

history-day-title = { $day } · { $verdict }
history-day-back = 回到历史
history-day-previous = 前一天
history-day-next = 后一天
history-day-empty = 那天没有检查
history-day-unmarked = 没看
history-mark-line = { $time } { $staff }：{ $result }
history-mark-line-plain = { $time } { $result }
history-mark-note = 备注：{ $note }
history-mark-value = 填的是 { $value }
history-mark-withdrawn = 已撤销
history-mark-earlier = 先前
history-mark-current = 最后
history-amendments = 改过 { $count } 次，都在下面
history-attachments = { $count } 个附件
history-attachment-open = 打开 { $name }
history-finishes = 看完的时间
history-after-finish = 看完以后改的
history-list = 营业日，最近的在最上面
