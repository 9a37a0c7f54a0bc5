# 证据：案子（调单、拒付、投诉），要什么、缺什么、什么时候答复。

evidence-tabs = 证据
evidence-tab-cases = 案子

## 哪种、到哪一步

dispute-kind = 哪种
dispute-kind-retrieval = 调单
dispute-kind-chargeback = 拒付
dispute-kind-wechat-complaint = 微信投诉
dispute-kind-alipay-complaint = 支付宝投诉
dispute-kind-other = 其他
dispute-state-open = 要答复
dispute-state-submitted = 已交，等结果
dispute-state-won = 赢了
dispute-state-lost = 输了
dispute-state-withdrawn = 对方撤了

## 什么时候答复

dispute-by = 最晚 { $day } 答复
dispute-by-days = 最晚 { $day } 答复，还剩 { $days } 天
dispute-by-today = 今天（{ $day }）是最后一天，要答复
dispute-overdue = { $day } 就该答复了，已经过了 { $days } 天
dispute-no-day = 还没写最晚哪天答复

## 列表

dispute-head-open = 有 { $count } 个案子要答复
dispute-head-calm = 没有要答复的案子
dispute-group-open = 要答复
dispute-group-other = 已交的和结束的
dispute-filter = 看哪些
dispute-filter-all = 全部
dispute-filter-going = 没结束的
dispute-search = 找案子
dispute-search-hint = 金额、尾号、通知编号
dispute-more = 更早的
dispute-none = 没有对得上的案子。
dispute-empty = 还没有案子。收到调单、拒付或投诉，先记下最晚哪天答复。
dispute-no = { $no } 号
dispute-missing = 还缺 { $count } 样
dispute-complete = 材料齐了
dispute-from = 来自 { $from }
dispute-back = 案子

## 记下来

dispute-new = 记一个案子
dispute-form-hint = Enter 到下一格，最后一格记下。先写最晚哪天答复，别的以后再补。
dispute-amend = 改
dispute-reply-by = 最晚哪天答复
dispute-reply-by-hint = 照通知写，比如 2026-12-04 或 12-04
dispute-notice-on = 通知日期
dispute-notice-on-hint = 不写就是今天
dispute-notice = 通知
dispute-notice-files = 通知的照片或文件
dispute-sold-on = 交易日期
dispute-sale = 是哪笔交易
dispute-sale-hint = 写了就能找出可能是那笔的小票和故障
dispute-story-hint = 答复时会用这一段：什么时候、卖了什么、怎么付的
dispute-provider = 联系人
dispute-provider-none = 没写

## 一个案子

dispute-page = { $no } 号 · { $kind }
dispute-page-amount = { $no } 号 · { $kind } · { $amount }
dispute-asked = 要什么，有什么
dispute-asked-as-of = 清单是 { $day } 核对的，通知上另有要求的以通知为准。
dispute-piece-there = 有
dispute-piece-missing = 还缺
dispute-piece-helps = 有更好
dispute-piece-not-needed = 用不着：{ $why }
dispute-piece-by-notice = 通知的文件
dispute-piece-by-story = 写在案子里了
dispute-piece-attach = 附上
dispute-piece-attach-more = 再附一份
dispute-piece-waive = 用不着
dispute-piece-need = 还是要
dispute-piece-why = 为什么用不着
dispute-piece-files = 附上：{ $piece }
dispute-links = 属于这个案子的
dispute-links-none = 还没挂上什么。
dispute-suggestions = 可能是这笔
dispute-found-reference = 参考号一样
dispute-found-trace = 凭证号一样
dispute-found-card = 卡和金额一样
dispute-found-amount = 金额一样，日子对得上
dispute-found-day = 那天的
dispute-link = 挂上
dispute-unlink = 拿下
dispute-open-record = 看
dispute-link-receipt = { $no } 号小票 · { $amount }
dispute-link-incident = { $no } 号故障
dispute-link-sale = 待查交易（{ $no } 号故障）
dispute-link-opening = { $day } 的开店检查
dispute-link-file = { $name } · { $piece }
dispute-pick = 找一张小票或一件故障
dispute-pick-receipt = 小票
dispute-pick-incident = 故障
dispute-pick-opening = 某天的开店检查
dispute-pick-which = 号，或要找的词
dispute-pick-day = 哪天
dispute-pick-more = 更早的
dispute-pick-none = 没有对得上的。
dispute-facts = 通知上写的
dispute-story = 事情经过
dispute-story-none = 还没写事情经过。
dispute-files = 会交出去的文件
dispute-files-redacted = { $name }（涂黑的副本）
dispute-timeline = 经过

## 交、结束、再来

dispute-act-submit = 交出去了
dispute-act-close = 结束
dispute-act-reopen = 重新打开
dispute-submit-pack = 交的是什么
dispute-submit-no-pack = 直接交文件，没用证据包
dispute-submit-files = 这些文件
dispute-submit-hint = 没交的去掉勾。勾着的会连同 SHA-256 一起留下，以后不变。
dispute-submit-hint-pack = 这些就在这个证据包里，会连同 SHA-256 一起留下，以后不变。
dispute-submit-none = 不记下任何文件。
dispute-submit-short = 还缺：{ $pieces }。照样可以记。
dispute-way-hint = 比如：银行商户平台、邮件、当面交
dispute-sent-at = 什么时候交的
dispute-sent-at-hint = 不写就是现在
dispute-sent = { $time } 交出：{ $way }，{ $count } 个文件
dispute-sent-pack = 证据包 { $pack }
dispute-sent-missing = 交的时候还缺：{ $pieces }
dispute-outcome = 结果
dispute-close-note = 说明
dispute-close-note-hint = 没交材料就结束的，写一句为什么
dispute-reopen-why = 为什么

## 经过里的一句

dispute-event-opened = 记下案子
dispute-event-amended = 改了案子
dispute-event-linked = 挂上：{ $what }
dispute-event-unlinked = 拿下：{ $what }
dispute-event-submitted = 交出去了：{ $way }，{ $count } 个文件
dispute-event-closed = { $outcome }
dispute-event-reopened = 重新打开
dispute-event-receipt = 小票
dispute-event-incident = 故障
dispute-event-sale = 待查交易
dispute-event-not-needed = 用不着{ $piece }

## 做了什么

dispute-did-opened = 记下了，{ $no } 号案子
dispute-did-amended = 改好了
dispute-did-linked = 挂上了
dispute-did-unlinked = 拿下了
dispute-did-needed = 改回“要”了
dispute-did-waived = 改回“用不着”了
dispute-did-submitted = 记下了，交的是什么都留着
dispute-did-closed = 案子结束了
dispute-did-reopened = 重新打开了

## 材料

piece-notice = 通知本身
piece-signed-slip = 签了字的签购单
piece-slip-numbers = 小票上的号码
piece-order = 卖了什么的凭据
piece-delivery = 交给客人的凭据
piece-refund-policy = 退换规矩
piece-customer-talk = 和客人的沟通
piece-terminal-state = 那天终端的情况
piece-what-failed = 那天的故障
piece-refund = 已经退的款
piece-account = 事情经过

## 今天

dispute-today = 要答复的案子
dispute-today-line = { $kind } · { $from }
dispute-today-open = 去看
