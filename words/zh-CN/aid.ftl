# 急救：收款失败时。

## 打开时

aid-what = 看到了什么？
aid-words = 屏幕上的字或代码，照着打；下面九种也可以按数字选
aid-words-placeholder = 比如 96，或者“通讯超时”
aid-results = 找到的
aid-as-typed = 没有这一条，就按“{ $words }”往下查
aid-kind-code = 返回码
aid-kind-screen = 屏幕提示
aid-kind-symptom = 现象
aid-kind-step = 步骤
aid-code-means = { $code } · { $meaning }
aid-known = 知道的话顺手填上，不知道就空着
aid-amount = 金额（元）
aid-card = 卡号后四位
aid-terminal = 哪台 POS
aid-terminal-open = 还没选
aid-go-on = 接着处理
aid-in-doubt = 扣没扣款还不知道

## 一步

aid-code = 代码 { $code }
aid-headline-pending = { $what }：扣没扣款还不知道
aid-say-this = 对顾客这样说
aid-answers = 答案
aid-ask-code = 有返回码就打在这里
aid-ask-screen = 屏幕上的字或代码打在这里
aid-this-sale = 这一笔：
aid-card-ending = 卡尾号 { $last }
aid-numbers = 这一笔的号码
aid-numbers-open = 记下金额和卡号后四位
aid-numbers-change = 改号码
aid-card-hint = 卡号只记前六后四，背面的三位码和密码绝不要记。
aid-photos = 照片：屏幕、小票（不拍卡）
aid-note = 记一句

## 代码的意思

aid-meaning-unknown = 没有现成的说明
aid-from-owner = 店里自己的说明
aid-from-acquirer = 收单机构的说明
aid-from-ours = 公开资料里的说明
aid-from-nobody = 还没有说明
aid-unverified = 没核实过
aid-ours-says = 公开资料写的是：{ $meaning }
aid-newer = 新版资料写的是：{ $meaning }
aid-outcome-approved = 这笔成功了。
aid-outcome-declined = 这笔没成功，没有扣款。
aid-outcome-partial = 只成功了一部分。
aid-outcome-unknown = 扣没扣款还不知道，先查再说。
aid-retry-no = 别再试这张卡。
aid-retry-once = 可以再试一次，只一次。
aid-retry-other-card = 换一张卡，或者换个方式付。
aid-retry-after-fix = 按下面处理好了再试。
aid-retry-after-query = 查清没扣款，才能再收。
aid-retry-not-needed = 不用再刷。

## 打给谁

aid-whom = 打给谁
aid-hotline-of = { $name } 商户热线
aid-number-from = 号码来自{ $origin }，{ $day } 核对
aid-origin-contract = 合同
aid-origin-card-back = 银行卡背面
aid-origin-terminal = POS 机上的标签
aid-origin-slip = 小票
aid-origin-official = 官网或官方 App
aid-origin-told = 别人口头说的
aid-number-told = 这个号码没核实，先和合同或卡背面对一下。
aid-no-hotline = 店里还没记下热线。号码在收单合同上，或者银行卡背面；别用搜来的号码。
aid-add-hotline = 去记下号码
aid-copy = 复制
aid-copied = 已复制
aid-merchant-no = 商户编号
aid-terminal-no = 终端编号
aid-trace = 凭证号
aid-reference = 参考号
aid-not-known = 还没记
aid-not-on-slip = 小票上还没抄

## 通话

aid-call = 通话
aid-call-start = 开始计时打电话
aid-call-rings = 正在等接听
aid-call-waited = 等了 { $waited } 接通
aid-call-answered = 接通了
aid-call-by = 谁接的（姓名或工号）
aid-call-ticket = 工单号
aid-call-said = 对方怎么说
aid-call-end = 挂断，记下来
aid-call-kept = 通话记下了

## 记下的

aid-written = 替你记下的
aid-written-where = { $no } 号故障 · { $where }
aid-times = 30 天里这台机器第 { $count } 次出这个问题
aid-told-more = { $head }：{ $more }
aid-told-opened = 收款出问题，{ $what }
aid-told-call = 打了 { $number }，{ $lasted }
aid-told-call-plain = 打了电话，{ $lasted }
aid-told-answered-by = { $name } 接的
aid-told-ticket = 工单 { $ticket }
aid-told-attached = 加了 { $count } 个文件
aid-told-amended = 补充：{ $what }
aid-told-slowed = 收得慢
aid-told-stopped = 暂时收不了
aid-told-assigned = 交给 { $name }
aid-told-unassigned = 现在没人负责
aid-told-resolved = 解决了
aid-told-resolved-how = 解决了：{ $how }
aid-told-reopened = 重新打开
aid-told-pending = 这笔放进待查
aid-told-numbers = 补了这笔的号码
aid-told-settled = 查清了：扣了款，钱到了
aid-told-reversed = 查清了：没扣款，或者退回了
aid-told-written-off = 核销了
aid-told-sale-reopened = 这笔又放回待查

## 停下与结束

aid-stop-here = 先停在这里会怎样
aid-stop-pending = 这笔在待查单上，明早还会提醒，直到查清。{ $no } 号故障留着没关。
aid-stop-open = { $no } 号故障留着没关，记下的都在，随时接着来。
aid-stop-resolved = { $no } 号故障已经解决，没有要做的了。
aid-end-fixed = 可以再收一次。
aid-end-other-way = 先换个方式收款。
aid-end-call = 给支付公司打电话。
aid-end-unknown = 扣没扣款还不知道，别再收。
aid-end-log-only = 这件事了了。
aid-end-comes-back = 这笔在待查单上，明早还会提醒，直到查清。
aid-end-over = { $no } 号故障记好了，已解决。
aid-end-stays-open = { $no } 号故障记好了，还没解决。
aid-owed = 之后还要做
aid-owed-provider-call = 给支付公司打电话
aid-owed-watch-account = 留意到账和顾客的账单
aid-owed-replace-terminal = 走官方渠道换机器
aid-owed-settle-today = 今天之内结算好
aid-to-today = 回到今天
aid-to-incident = 看 { $no } 号故障

## 给顾客看的卡片

aid-card-show = 给顾客看
aid-card-both = 中文 + English
aid-card-language = 卡片的语言
aid-card-promise = 我们怎么做
aid-card-check = 您可以看看

## 按键

aid-key-answer = 选答案
aid-key-photo = 手机传照片
aid-key-call = 通话计时
aid-key-note = 记一句
aid-key-card = 给顾客看
aid-key-back = 上一步
aid-key-leave = 离开，记下的都在

## 在“今天”上

aid-today-pending = { $count } 笔还不知道扣没扣款
aid-today-since-today = 今天 { $time }
aid-today-since-yesterday = 从昨天起
aid-today-since = { $day }起，{ $count } 天了
aid-today-no-amount = 金额还没记
aid-today-arrived = 钱到了
aid-today-reversed = 没扣款，或退回了
aid-today-written-off = 核销
aid-today-open = 看故障
aid-today-how = 怎么知道的？写一句，或者附上凭据
aid-today-why = 为什么核销？写一句，再附一张凭据
aid-today-settled = 这笔查清了
aid-today-open-incidents = { $count } 个故障还没解决
aid-today-log = 记成故障
aid-today-logged = 已记成 { $no } 号故障
aid-today-first-aid = 一步步处理
