# 收款故障：一件一件记下，跟到解决。

## 列表

incident-head-open = 还有 { $count } 件故障没解决
incident-head-calm = 没有要处理的故障
incident-empty = 还没记过故障。收不了款时按 F2，一步一步来，过程会自动记下。
incident-empty-action = 现在收不了款
incident-empty-filter = 这个范围里没有故障。
incident-all-resolved = 都解决了。
incident-log = 记一件
incident-group-open = 还没解决
incident-group-resolved = 解决了的
incident-more = 再往前
incident-filter-state = 看哪些
incident-filter-open = 没解决的
incident-filter-all = 全部
incident-filter-terminal = 哪台终端
incident-filter-terminal-all = 所有终端
incident-filter-days = 多久以内
incident-days-all = 不限时间
incident-days = 最近 { $count } 天
incident-no = { $no } 号
incident-times = 30 天里第 { $times } 次
incident-owner = { $owner }在跟
incident-due = { $day }前办好
incident-overdue = 过期 { $count } 天
incident-pending = 还不知道扣没扣款
incident-state-open = 没解决
incident-state-waiting = 等回音
incident-state-resolved = 解决了
incident-lane-stopped = { $lane }收不了
incident-lane-slowed = { $lane }时好时坏
incident-what-code = 代码 { $code }：{ $meaning }
incident-what-code-bare = 代码 { $code }
incident-what-item = “{ $item }”有问题
incident-what-unknown = 收款出了状况

## 一件故障

incident-page-open = { $no } 号故障：{ $what }
incident-page-pending = { $no } 号故障：{ $what }，还不知道扣没扣款
incident-page-waiting = { $no } 号故障：{ $what }，等对方回音
incident-page-resolved = { $no } 号故障：{ $what }，解决了
incident-back = 回到故障
incident-facts = 知道的情况
incident-amend = 改一改
incident-again = 同样的毛病，30 天里第 { $times } 次。前几次：
incident-aid = 接着处理
incident-act-note = 加一句
incident-act-call = 记电话
incident-act-files = 加照片
incident-act-assign = 交给谁
incident-act-resolve = 解决了
incident-act-reopen = 重新打开
incident-keys-answer = 这笔的结果

## 填写

incident-new = 记一件故障
incident-new-hint = 知道多少填多少，其余的以后再补。
incident-symptom = 看到了什么
incident-symptom-none = 没选
incident-lane = 哪种收款
incident-till = 哪个收银台
incident-terminal-none = 没选
incident-code = 代码
incident-code-hint = 屏幕或小票上的，比如 96
incident-card = 卡号后四位
incident-card-hint = 填整张卡号，也只留前六位和后四位
incident-effect = 对收款的影响
incident-effect-none = 不影响
incident-effect-slowed = 时好时坏
incident-effect-stopped = 收不了
incident-cause = 毛病在哪
incident-cause-none = 还不知道
incident-cause-account = 账户
incident-cause-machine = 机器
incident-cause-network = 网络
incident-cause-card = 卡
incident-cause-limit = 限额
incident-cause-issuer = 发卡行
incident-cause-provider = 收单机构
incident-cause-security = 安全
incident-cause-transaction = 这笔交易
incident-files = 照片和文件
incident-draft = 草稿，还没记下
incident-enter-hint = Enter 记下，Shift + Enter 换行，Esc 先放着（字都留着）

## 电话

incident-call = 记一个电话
incident-call-number = 打的号码
incident-call-no-number = 没有存客服电话。合同或银行卡背面有印，
incident-call-contacts = 去“联系人和终端”里填上
incident-call-answered = 谁接的
incident-call-answered-hint = 名字或工号
incident-call-ticket = 工单号
incident-call-waited = 等了几分钟
incident-call-lasted = 一共几分钟
incident-call-minutes-unread = 填分钟数，比如 5。
incident-call-said = 对方怎么说

## 交给谁

incident-assign = 交给谁
incident-assign-owner = 谁来跟
incident-assign-due = 哪天前办好
incident-assign-due-hint = 写成 11-30 这样就行，可以空着
incident-assign-due-unread = 没看懂这个日期，写成 11-30 就行。
incident-assign-waiting = 在等外面的人（比如收单机构）
incident-assign-today = 今天
incident-assign-tomorrow = 明天
incident-assign-week = 一星期内

## 解决

incident-resolve = 怎么解决的
incident-resolve-how = 做了什么
incident-resolve-proof = 修好的凭证
incident-resolve-loss = 损失多少
incident-resolve-loss-hint = 估一下就行，没损失填 0
incident-resolve-nothing = 没有损失
incident-did-resolved = { $no } 号故障解决了
incident-did-reopened = { $no } 号故障重新打开了
incident-did-settled = 这笔弄清楚了
incident-did-sale-reopened = 这笔又放回没弄清的里面
incident-did-opened = 记下了，{ $no } 号故障
incident-did-kept = 记下了
incident-undo = 撤销
incident-reopen-why = 为什么重新打开

## 没弄清的那笔

incident-sale-unknown = 还不知道扣没扣款，先别再刷
incident-sale-settled = 钱到了
incident-sale-reversed = 没扣，或退回去了
incident-sale-written-off = 核销，店里承担
incident-sale-how = 这笔的结果：{ $how }
incident-sale-note = 怎么知道的
incident-sale-receipt = 小票编号
incident-sale-receipt-hint = 记过的小票的编号，比如 3
incident-sale-written-hint = 核销要写原因，还要有小票或照片。
incident-sale-numbers = 填凭证号
incident-sale-back = 放回没弄清的
incident-sale-with-receipt = 凭 { $no } 号小票
incident-amount-unknown = 金额没记

## 代码的意思

incident-code-title = 代码 { $code } 是什么意思
incident-code-from-owner = 本店自己写的
incident-code-from-acquirer = 收单机构给的说法
incident-code-from-ours = 通用说法
incident-code-from-nobody = 没有人知道这个代码
incident-code-unverified = 还没有公开资料印证，仅供参考
incident-code-ours = 通用说法：{ $meaning }

## 经过

incident-timeline = 经过
incident-event-opened = 记下这次故障
incident-event-step = { $step }：{ $answer }
incident-event-step-looked = 看了“{ $step }”
incident-event-call = 打了电话 { $number }
incident-event-call-bare = 打了电话
incident-event-answered = 接电话的：{ $who }
incident-event-ticket = 工单号 { $ticket }
incident-event-waited = 等了 { $minutes } 分钟
incident-event-lasted = 一共 { $minutes } 分钟
incident-event-attached = 加了 { $count } 个文件
incident-event-amended = 改了情况
incident-event-assigned = 交给{ $owner }
incident-event-assigned-nobody = 没有指定谁来跟
incident-event-waiting = 在等外面的人
incident-event-resolved = 解决了
incident-event-loss = 损失 { $amount }
incident-event-no-loss = 没有损失
incident-event-reopened = 重新打开
incident-event-sale-pending = { $amount }这笔，还不知道扣没扣款
incident-event-sale-pending-bare = 有一笔还不知道扣没扣款
incident-event-sale-amended = 这笔的情况也更新了
incident-event-sale-settled = 这笔：{ $how }
incident-event-sale-reopened = 这笔又没弄清
incident-change = { $field }：{ $before } → { $after }
incident-change-none = 没填
