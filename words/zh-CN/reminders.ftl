# “提醒”这一屏：什么时候提醒、哪天休息、这台电脑怎么提醒、晚了告诉谁。

## 一句话

reminders-next-today = 今天 { $time } 提醒
reminders-next-tomorrow = 明天 { $time } 提醒
reminders-next-day = { $day } { $time } 提醒
reminders-next-none = 这几天都休息，不提醒
reminders-next-nag = 今天还没查完，每 { $minutes } 分钟提醒一次
reminders-duty-agent = 到点会提醒，关掉窗口也会
reminders-duty-window = 窗口开着，到点会提醒；关掉就不提醒了
reminders-duty-none-agent = 现在没有程序在提醒，关掉窗口再打开一次就好
reminders-duty-none = 现在没有程序在提醒，关掉窗口再打开，或选“开机后在托盘里提醒”

## 接下来七天

reminders-days = 接下来七天
reminders-today = 今天
reminders-tomorrow = 明天
reminders-closed = 休息
reminders-planned = 另排的
reminders-shifts = { $first }、{ $rest }
reminders-around-the-clock = 24 小时
reminders-done = 查完了，这天不再提醒
reminders-plan-due = { $due } 提醒
reminders-plan-late = { $due } 提醒，没查完 { $late } 再提醒
reminders-plan-nag = { $due } 提醒，没查完 { $late } 起每 { $every } 分钟再提醒，到 { $last }
reminders-plan-open = { $due } 提醒，没查完每 { $every } 分钟再提醒，到 { $last }
reminders-close-day = 这天休息
reminders-usual-day = 照常
reminders-hours-day = 换时间
reminders-open-day = 这天开门
reminders-act-name = { $day }：{ $act }
reminders-hours-name = { $day }几点开门

## 放假和另排的日子

reminders-off = 放假和另排的日子
reminders-off-none = 之后都按每周的时间。
reminders-off-add = 排几天假
reminders-off-from = 从哪天
reminders-off-to = 到哪天（算在内）
reminders-off-note = 为什么（可以不写）
reminders-off-note-placeholder = 比如：春节
reminders-off-hint = 写成 2-16 这样就行；只有一天，第二格空着。
reminders-off-read = { $from } 到 { $to }，共 { $count } 天
reminders-off-unread = 没看懂这个日期，写成 2-16 就行。
reminders-off-kind = 这几天怎么样
reminders-off-closed = 休息
reminders-off-open = 按别的时间开门
reminders-from-to = { $from } 到 { $to }
reminders-days-count = { $count } 天
reminders-week = 改每周的时间

## 做了什么，怎么回去

reminders-undo = 撤销
reminders-undone = 已改回原来的
reminders-did-closed = { $days }记为休息
reminders-did-usual = { $days }照常
reminders-did-open = { $days }换了时间
reminders-did-rules = 提醒的时间改好了

## 什么时候提醒

reminders-rules = 什么时候提醒
reminders-before = 开门前多久提醒
reminders-late = 开门后多久算晚
reminders-nag = 还没查，隔多久再提醒
reminders-minutes = 分钟
reminders-minutes-said = { $minutes } 分钟
reminders-minutes-unread = 请填整数，比如 15。
reminders-less = { $label }，少一点
reminders-more = { $label }，多一点
reminders-example = 比如 { $day }：{ $plan }

## 这台电脑

reminders-pc = 这台电脑
reminders-agent = 开机后在托盘里提醒
reminders-agent-hint = 一个很小的程序，不开窗口也会提醒
reminders-sound = 提醒时响一声
reminders-raise = 到点自动打开窗口
reminders-try = 试一下
reminders-tried = 几秒内，屏幕角上会跳出一条提醒。
reminders-tried-sound = 几秒内，屏幕角上会跳出一条提醒，还会响一声。
reminders-tried-not = 没看到？看看系统里的通知是不是关着。
reminders-agent-on = 开机后在托盘里提醒

## 晚了告诉店主

alerts-title = 晚了告诉店主
alerts-off = 没开。过了点还没查，可以自动发一条消息给店主。
alerts-after = 晚了多久就告诉店主
alerts-did-after = 晚了 { $minutes } 分钟就告诉店主
alerts-add = 选一种方式
alerts-add-more = 再加一种
alerts-what = 发出去的只有店名、日期和时间、晚了几分钟、没查的收银台叫什么；只发到上面填的地方，不经过别人。
alerts-kind = 发到哪里
alerts-kind-wecom = 企业微信群
alerts-kind-dingtalk = 钉钉群
alerts-kind-feishu = 飞书群
alerts-kind-server-chan = Server 酱（微信）
alerts-kind-json = 自己的网址
alerts-kind-email = 邮箱
alerts-where-wecom = 群设置里添加“消息推送”（群机器人），把 Webhook 地址复制过来。
alerts-where-dingtalk = 群设置 → 机器人 → 自定义，安全设置选“加签”，把 Webhook 地址和密钥复制过来。
alerts-where-feishu = 群设置 → 群机器人 → 自定义机器人，把 Webhook 地址复制过来；开了签名校验再填密钥。
alerts-where-server-chan = 在 sct.ftqq.com 用微信扫码登录，把 SendKey 复制过来。
alerts-where-json = 会向这个网址 POST 一段 JSON。网址以 https 开头；店里自己的电脑也可以用 http。
alerts-where-email = 用自己的邮箱发。QQ、163 邮箱要在设置里打开 SMTP，密码填那里给的授权码。
alerts-url = 网址
alerts-secret-dingtalk = 加签密钥，SEC 开头（没开就空着）
alerts-secret-feishu = 签名密钥（没开就空着）
alerts-token = 令牌 Bearer（没有就空着）
alerts-mail-from = 用哪个邮箱发
alerts-mail-password = 授权码或密码
alerts-mail-to = 发给谁（几个人用逗号隔开）
alerts-mail-host = SMTP 服务器
alerts-mail-security = 加密
alerts-mail-plain = 不加密（只限店里）
alerts-mail-port = 端口
alerts-mail-user = 登录名
alerts-kept = 地址已存好，不再显示
alerts-kept-secret = 地址和密钥已存好，不再显示
alerts-waiting = 有一条等着发
alerts-trouble = 有一条还没发出去，试了 { $count } 次，会接着试。{ $why }
alerts-try = 发一条试试
alerts-sending = 正在发，最多等 { $seconds } 秒…
alerts-sent = 发出去了，看看手机收到没有。
alerts-replace = 换掉
alerts-remove-sure = 地址和密钥会一起删掉，再用要重新填。
alerts-remove-no = 留着
