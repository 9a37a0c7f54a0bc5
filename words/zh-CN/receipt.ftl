# 小票：几秒钟记下，以后找得到。

## 列表

receipt-empty = 还没记过小票。照着小票填，金额填好就能记。
receipt-empty-filter = 没找到这样的小票。
receipt-add = 记一张
receipt-search = 找小票
receipt-search-hint = 金额、卡号后四位、凭证号、参考号、名字都行
receipt-from = 从哪天
receipt-to = 到哪天
receipt-day-unread = 没看懂这个日期，写成 11-23 就行。
receipt-terminal = 哪台终端
receipt-terminal-all = 所有终端
receipt-terminal-none = 没选
receipt-more = 再往前
receipt-list = 小票，最近的在最上面
receipt-no = { $no } 号
receipt-files = { $count } 个文件
receipt-found = 找到 { $count } 张
receipt-trace = 凭证号 { $number }

## 填写

receipt-new = 记一张小票
receipt-form-hint = Enter 下一格，Ctrl + Enter 记下，Esc 先放着
receipt-amount-label = 金额（元）
receipt-at-hint = 空着就是现在；只写 12:31 就是今天；早先的写成 2026-11-23 12:31
receipt-card-label = 卡号后四位
receipt-six = 6 位
receipt-auth-hint = 6 位数字或字母
receipt-reference-hint = 12 位
receipt-card-hint = 只留前六位和后四位
receipt-more-fields = 其余各栏
receipt-kind = 交易类型
receipt-kind-sale = 消费
receipt-kind-void = 撤销
receipt-kind-refund = 退货
receipt-kind-pre-auth = 预授权
receipt-kind-query = 查询
receipt-kind-wallet = 扫码记录
receipt-card = 卡号
receipt-total = 合计
receipt-files-label = 照片和文件

## 一张小票

receipt-page = { $no } 号小票：{ $amount }
receipt-back = 回到小票
receipt-amend = 改一改
receipt-amended = 改过 { $count } 次，原来的都在账本里
receipt-by = { $time } { $staff }记下
receipt-by-nobody = { $time } 记下
receipt-same = 和 { $numbers } 像是同一张。
receipt-same-one = { $no } 号小票
receipt-match = 这张小票对上了还没弄清的那笔 { $amount }
receipt-match-maybe = 这张小票可能就是还没弄清的那笔 { $amount }
receipt-match-bare = 这张小票对上了还没弄清的一笔
receipt-match-reference = 参考号一样
receipt-match-trace = 凭证号一样
receipt-match-amount = 金额和时间对得上，请再看一眼
receipt-match-settle = 钱到了，凭这张小票
receipt-match-incident = 看 { $no } 号故障
receipt-did-added = 记下了，{ $no } 号小票
receipt-did-amended = 改好了
receipt-slip = 小票上的内容
