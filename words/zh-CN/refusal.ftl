# 每个拒绝码一句话：出了什么事、丢没丢东西、接下来怎么办。不怪人。

refusal-item-unknown = 清单里没有“{ $item }”这一项。运行 kaizhang today 可以看到所有的项。
refusal-section-unknown = 没有“{ $section }”这一段。运行 kaizhang today 可以看到所有的段。
refusal-till-unknown = 没有“{ $till }”这个收银台。到设置里看看收银台叫什么。
refusal-value-needed = “{ $item }”要填一个数或一句话，填好再记。
refusal-value-unreadable = 没看懂“{ $value }”。“{ $item }”请填数字，比如 12 或 503.50；数钱可以写 100x5 10x3。
refusal-value-out-of-range = “{ $item }”应在 { $min } 到 { $max } { $unit } 之间，再看一眼填的数。
refusal-value-not-wanted = “{ $item }”只用记正常或有问题，不用填数。想说的话写在备注里。
refusal-choice-unknown = “{ $item }”没有“{ $value }”这个选项，请从列出的几种里选。
refusal-note-needed = “{ $item }”有问题时请写一句看到了什么，日后说得清。
refusal-photo-needed = “{ $item }”要一张照片，加上照片再记。
refusal-note-too-long = 这一栏最多 { $limit } 个字，现在有 { $length } 个，删短一点就能存。
refusal-text-has-control = “{ $field }”里有看不见的控制字符，去掉以后再存一次。
refusal-mark-unknown = 没找到这条记录（{ $mark }），没有改动任何东西。刷新一下再试。
refusal-mark-not-current = 这条记录后来又改过，不能从这里撤销。请看最新的那一条。
refusal-items-left = 还有 { $count } 项没看，第一项是“{ $first }”。看完再结束，或写一句原因先开门。
refusal-already-finished = 今天的早检已经结束。还可以接着改，每次改动都会记下来。
refusal-nothing-to-confirm = “{ $section }”这一段都看过了，没有要确认的。
refusal-cash-off-target-needs-note = 数到 { $total }，目标是 { $target }。再数一遍，或写一句原因再记。
refusal-attachment-unknown = 没找到这个附件（{ $id }）。请再选一次文件。
refusal-attachment-too-large = 文件太大了，最多 { $limit_mib } MiB。拍小一点或压缩后再加。
refusal-attachment-empty = 这个文件是空的，换一个再加。
refusal-attachment-unreadable = 读不了这个文件：{ $path }。看看它还在不在、有没有权限打开。
refusal-day-unreadable = 没看懂日期“{ $value }”。请写成 2026-11-23 这样。
refusal-shop-name-needed = 请先写上店名。
refusal-lanes-needed = 刷卡、扫码、现金，请至少选一种。
refusal-hours-unreadable = 没看懂营业时间“{ $value }”。请写成 09:00 这样。
refusal-zone-unknown = 不认识时区“{ $zone }”。在中国请写 Asia/Shanghai。
refusal-too-many-shifts = 一天最多分 { $max } 段，先去掉一段再记。
refusal-shifts-overlap = { $open }–{ $close } 和前面一段重叠了，改一下再记。
refusal-hours-past-cut-off = { $open }–{ $close } 跨过了 { $cut_off }，那时算新的一天。打烊写在 { $cut_off } 以前，或在“店铺”里改“一天从几点算起”。
refusal-minutes-out-of-range = “{ $field }”请填 { $min } 到 { $max } 分钟。
refusal-day-is-past = { $day } 已经过去了，只能排今天和以后的日子。
refusal-days-out-of-range = { $from } 到 { $to } 排不了：结束的那天不能在前面，一次最多 { $max } 天。
refusal-day-has-begun = { $day } 已经开始查了，不能再算休息。
refusal-shifts-needed = 要开门的日子，请至少写一段时间。
refusal-put-off-out-of-range = 可以推迟 { $min } 到 { $max } 分钟。
refusal-nobody-on-duty = 现在没有程序在提醒，试了也不会有动静。关掉窗口再打开，或选“开机后在托盘里提醒”，再试一次。
refusal-alerts-unreadable = 存通知地址的文件读不出来了（{ $file }），检查记录都在。把它挪走，再重新填一次地址。
refusal-alert-channel-unknown = 这种通知方式（{ $id }）已经不在了，刷新一下再看。
refusal-alert-channels-full = 最多 { $max } 种，先去掉一种再加。
refusal-input-invalid = 这条命令的内容不完整或写法不对：{ $detail }。没有改动任何东西。
refusal-command-unknown = 没有“{ $name }”这个命令。运行 kaizhang commands 可以看到全部。
refusal-place-too-large = 还没存的草稿太长了（最多 { $limit } 字节）。先记下一部分再写。
refusal-demo-needs-empty-folder = 示例只能放进空的文件夹，免得和真的记录混在一起。用 --data 换一个空文件夹。
refusal-span-unreadable = { $from } 到 { $to } 看不了：开始那天要在前面，一次最多看 { $max } 天。
refusal-words-needed = 写下要找的：一两个汉字，或者几个字母、数字。
refusal-demo-days-out-of-range = 示例天数请填 { $min } 到 { $max }。
refusal-folder-not-a-folder = { $path } 不是文件夹。用 --data 指定另一个位置。
refusal-folder-read-only = { $path } 只能读、不能写，所以什么都没记。请改文件夹的权限，或换一个位置。
refusal-folder-not-creatable = 建不了文件夹 { $path }：{ $detail }。请换一个位置。
refusal-folder-other-owner = { $path } 属于这台电脑的另一个用户。请用那个用户登录，或换一个位置。
refusal-folder-on-network = { $path } 在网络盘上（{ $kind }），断网时记录容易损坏。请放在这台电脑自己的硬盘上。
refusal-folder-synced = { $path } 由 { $product } 同步，两边同时写会损坏记录。请放在不同步的文件夹里。
refusal-folder-busy = 记录正被另一个窗口或程序占用，要等“{ $waits_for }”。已有的记录都在，过一会儿再试。
refusal-folder-from-newer = 这些记录来自更新的版本（{ $found }，这里只到 { $known }）。记录都没动，请更新开张再打开。
refusal-folder-not-ours = { $path } 里有别的东西，不像开张的记录。没有改动任何文件，请换一个文件夹。
refusal-folder-damaged = 记录有损坏：{ $detail }。原样留了一份在 { $copy }，什么都没删。运行 kaizhang fsck 看是哪里。
refusal-folder-damaged-uncopied = 记录有损坏：{ $detail }。什么都没删。先把整个数据文件夹复制一份，再运行 kaizhang fsck 看是哪里。
refusal-disk-full = 磁盘满了，这一次没存上，之前的都在。给 { $path } 所在的盘腾点地方再试。
refusal-storage-failed = 存的时候出错了（{ $operation }，{ $path }）：{ $detail }。之前的记录都在，请再试一次。
refusal-sqlite-too-old = 这台电脑上的 SQLite 是 { $found }，需要 { $needed } 以上。记录都没动，请装完整的开张。
refusal-card-secret =
    { $what ->
        [security_code] 这里像是卡背面的安全码。安全码谁都不能记，请删掉再保存。
        [pin] 这里像是卡的密码。密码谁都不能记，请删掉再保存。
       *[other] 这里像是整条磁道数据。这种数据谁都不能记，请删掉再保存。
    }
refusal-card-unreadable = 卡号只填前六位和后四位，或者只填后四位，比如 622202 0128、0128。
refusal-code-unreadable = 应答码是屏幕或小票上的两位字，比如 96、A2。
refusal-code-unknown = 没有应答码“{ $code }”的说明。屏幕上有文字的话，照文字查。
refusal-amount-unreadable = 金额写成 128 或 128.50，最多一千万。
refusal-amount-not-positive = 金额要大于零。
refusal-number-unreadable = “{ $field }”只写字母、数字和短横，照纸上印的填；不要填卡号。
refusal-digits-needed = “{ $field }”是 { $count } 位，照小票上印的填。
refusal-time-unreadable = 时间写成 2026-11-23 12:31。
refusal-time-out-of-range = 这个时间还没到，或者太早了。照小票上印的填。
refusal-too-many-files = 要有文件，最多 { $max } 个。
refusal-name-needed = “{ $field }”要有名字。
refusal-text-needed = 写一句看到了什么，或者选一种情况。
refusal-provider-unknown = 没有联系人“{ $provider }”。
refusal-terminal-unknown = 没有终端“{ $terminal }”。
refusal-symptom-unknown = 没有“{ $symptom }”这种情况。九种写法见 kaizhang incident open --help。
refusal-step-unknown = 急救里没有这一步：“{ $step }”。
refusal-incident-unknown = 没有故障“{ $incident }”。
refusal-already-resolved = { $incident } 号故障已经解决了。要接着处理，先重新打开。
refusal-not-resolved = { $incident } 号故障还没解决，不用重新打开。
refusal-receipt-unknown = 没有小票“{ $receipt }”。
refusal-sale-unknown = 没有这笔待查交易。
refusal-sale-already-settled = 这笔已经查清了。查错了的话，先放回待查。
refusal-sale-not-settled = 这笔还在待查。
refusal-evidence-needed =
    { $how ->
        [written_off] 核销要写一句原因，再附一张凭据（照片或小票）。
       *[other] 写一句怎么查到的，或者附上小票、照片。
    }
refusal-reason-needed = 写一句为什么。
refusal-way-needed = 写一句怎么交的，比如“银行商户平台”。
refusal-sent-to-come = 交出去的时间还没到。填真正交的时间，不填就是现在。
refusal-dispute-unknown = 没有案子“{ $dispute }”。
refusal-notice-to-come = 通知日期 { $notice_on } 还没到。照通知上写的填。
refusal-sold-after-notice = 交易日期 { $sold_on } 比通知日期 { $notice_on } 还晚，核对一下。
refusal-reply-by-out-of-range = 通知日期是 { $notice_on }，最晚 { $reply_by } 答复对不上。照通知上写的填。
refusal-piece-unknown = 没有“{ $piece }”这种材料。
refusal-already-linked = 这条已经在案子里了。
refusal-pack-unknown = 这个案子没有打过“{ $pack }”这个证据包。
refusal-not-linked = 案子里没有这一条。
refusal-nothing-to-link = 还没有要挂上的：选文件，或写哪张小票、哪件故障。
refusal-too-many-links = 一个案子最多挂 { $max } 条。
refusal-opening-unknown = { $day } 没有开店检查的记录。
refusal-already-submitted = { $dispute } 号案子已经交过材料了。要再交一次，先重新打开。
refusal-dispute-closed = { $dispute } 号案子已经结束了。要接着处理，先重新打开。
refusal-dispute-open = { $dispute } 号案子还开着，不用重新打开。
refusal-attachment-damaged =
    { $what ->
        [missing] 文件“{ $name }”不见了。记录还在，运行检查看看是哪里。
       *[altered] 文件“{ $name }”和记下的不一样了，所以不显示。原样留着，什么都没删。
    }
refusal-picture-not-a-picture = 这个文件不是能看的图片，已经原样存好。
refusal-picture-not-showable = 这种照片格式这里显示不了，已经原样存好。
refusal-picture-too-many-pixels = 图片太大（{ $width } × { $height }），这里不显示，已经原样存好。
refusal-picture-side-too-long = 图片太长（{ $width } × { $height }），这里不显示，已经原样存好。
refusal-picture-too-much-memory = 显示这张图太费内存，这里不显示，已经原样存好。
refusal-picture-damaged = 图片坏了，显示不出来。文件已经原样存好。
refusal-picture-nothing-to-cover = 先画一个框，盖住要涂黑的地方。
refusal-picture-too-many-boxes = 框太多了，最多 { $max } 个。
refusal-picture-box-unclear = 有一个框没画好，请重画。
refusal-phone-no-network = 这台电脑没连上店里的网络。连上手机也在用的 Wi-Fi，再试一次；也可以直接选文件。
refusal-phone-not-started = 手机传照片没打开：{ $detail }。也可以直接选文件。
refusal-no-answer = 记录那边一时没有回应。已记下的都在，过一会儿再试。
refusal-other = 没做成（{ $code }）。之前的记录都在，请再试一次。

## 填的是哪一栏

field-note = 备注
field-name = 名字
field-value = 内容
field-staff = 员工
field-till = 收银台
field-before_min = 开门前多久提醒
field-late_after_min = 开门后多久算晚
field-nag_every_min = 隔多久再提醒
field-after_min = 晚了多久就告诉店主
field-amount = 金额
field-tip = 小费
field-loss = 损失
field-trace = 凭证号
field-batch = 批次号
field-reference = 参考号
field-auth = 授权码
field-merchant_no = 商户编号
field-terminal_no = 终端编号
field-serial_no = 机身号
field-merchant_name = 商户名称
field-operator = 操作员
field-issuer = 发卡行
field-acquirer = 收单行
field-hotline = 客服电话
field-site = 官方网站或应用
field-branch = 网点
field-provider = 联系人
field-terminal = 终端
field-model = 型号
field-lights = 指示灯
field-software = 软件版本
field-registered_address = 地址
field-licence_holder = 持牌公司
field-licence_number = 许可证编号
field-licence_business = 业务类型
field-owner = 谁来处理
field-answered_by = 谁接的电话
field-ticket = 工单号
field-screen = 屏幕上的字
field-item = 检查项
field-meaning = 意思
field-advice = 怎么办
field-at = 时间
field-seen_on = 哪天看过的
field-channel = 谁发来的
field-notice_no = 通知编号
field-said = 通知怎么说
field-story = 事情经过
field-way = 怎么交的
field-pack = 证据包
field-why = 为什么

## 报告

refusal-month-unreadable = 没看懂“{ $value }”是哪个月，写成 2026-11 就行。
refusal-report-no-font = 这台电脑上没有能显示中文的字体，报告做不出来。装上“Noto Sans CJK”（Debian 里叫 fonts-noto-cjk）再试。找过：{ $folders }
refusal-report-font-unreadable = 字体文件坏了：{ $path }。重新装一遍字体再试。
refusal-report-picture-unreadable = 有一张照片放不进报告，它的文件可能坏了。
refusal-report-sheet-too-large = 一张表放不下 { $count } 行。选短一点的日期再试。
refusal-report-failed = 报告没做出来，什么也没写。请把这句话告诉我们：{ $detail }
refusal-report-not-written = 写不到 { $path }：{ $detail }。换个地方再试。
refusal-report-days-unused = 这份报告说的是哪几天，已经定了。去掉起止日期再试。
refusal-report-till-unused = 只有一天的报告能按收银台来做。去掉收银台再试。
refusal-report-which-unused = “{ $which }”在这里用不上。去掉再试。
