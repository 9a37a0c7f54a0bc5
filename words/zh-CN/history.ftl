# “历史”这一屏：一天一行，点进去看那一天。
history-title = 历史
history-empty = 还没有记录。今天看完一遍，这里就有第一天。
history-empty-action = 去看今天
history-more = 再往前
history-failures = { $count } 项有问题
history-finished-at = { $time } 看完
history-finished-by = { $staff }在 { $time } 看完
history-not-finished = 没看完

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
history-finishes = 看完的时间
history-list = 营业日，最近的在最上面
