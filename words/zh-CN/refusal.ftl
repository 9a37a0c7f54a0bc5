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
refusal-input-invalid = 这条命令的内容不完整或写法不对：{ $detail }。没有改动任何东西。
refusal-command-unknown = 没有“{ $name }”这个命令。运行 kaizhang commands 可以看到全部。
refusal-place-too-large = 还没存的草稿太长了（最多 { $limit } 字节）。先记下一部分再写。
refusal-demo-needs-empty-folder = 示例只能放进空的文件夹，免得和真的记录混在一起。用 --data 换一个空文件夹。
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
refusal-no-answer = 记录那边一时没有回应。已记下的都在，过一会儿再试。
refusal-other = 没做成（{ $code }）。之前的记录都在，请再试一次。

## 填的是哪一栏

field-note = 备注
field-name = 名字
field-value = 内容
field-staff = 员工
field-till = 收银台
