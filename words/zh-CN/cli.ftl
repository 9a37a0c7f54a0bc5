# 命令行。

## 日期

date-day = { $month }{ $day }日 { $weekday }
date-day-with-year = { $year }年{ $month }{ $day }日 { $weekday }
date-weekday-1 = 周一
date-weekday-2 = 周二
date-weekday-3 = 周三
date-weekday-4 = 周四
date-weekday-5 = 周五
date-weekday-6 = 周六
date-weekday-7 = 周日
date-month-1 = 1月
date-month-2 = 2月
date-month-3 = 3月
date-month-4 = 4月
date-month-5 = 5月
date-month-6 = 6月
date-month-7 = 7月
date-month-8 = 8月
date-month-9 = 9月
date-month-10 = 10月
date-month-11 = 11月
date-month-12 = 12月

## 帮助：总的

cli-about = 开门前看一遍，今天收不收得了钱
cli-about-long = 开张：开门前把账户、机器、网络、限额、备用金和养护看一遍，记在这台电脑上。窗口里能做的，这里都能做，用的是同一个数据文件夹。
cli-after-help = 退出码：0 做好了；1 没做成，或查出损坏；2 用法不对；3 数据文件夹用不了。
cli-heading-usage = 用法：
cli-heading-commands = 命令
cli-heading-arguments = 参数
cli-heading-options = 选项
cli-heading-global = 到处可用的选项
cli-word-options = 选项
cli-word-command = 命令
cli-word-needed = { $about }（要写）
cli-name-folder = 文件夹
cli-name-who = 人名
cli-name-till = 编号
cli-name-day = 日期
cli-name-text = 文字
cli-name-value = 内容
cli-name-file = 文件
cli-name-count = 个数
cli-name-item = 项
cli-name-name = 命令名

## 帮助：每个动词

cli-verb-today = 看今天的清单和结论
cli-verb-today-long = 显示这个营业日的状态、每种收款的结论、每一段和每一项。只看，不改。
cli-verb-check = 在这里一项一项看过去
cli-verb-check-long = 一项一项问，按 Enter 就是正常。随时可以停，答过的都已记下，下次接着来。
cli-verb-mark = 记下一项的结果
cli-verb-mark-long = 记下一项：pass 正常，fail 有问题，na 不适用。记过的再记一次就是改，先前的也会留着。
cli-verb-finish = 看完了，定下今天的结论
cli-verb-finish-long = 结束今天的检查。要紧的项还没看时，请用 --note 写一句原因。
cli-verb-history = 看以前的日子，一天一行
cli-verb-history-long = 一天一行：状态、结论、有几项有问题。最新的在最下面。
cli-verb-fsck = 检查记录有没有损坏
cli-verb-fsck-long = 从头到尾检查数据库、账本和每个附件。只看，不修，不删。查出损坏时退出码是 1。
cli-verb-rebuild = 由账本重算所有的表
cli-verb-rebuild-long = 账本是准的，别的表都由它算出来。这里全部重算一遍，账本不动。
cli-verb-demo = 在空文件夹里放一家示例店
cli-verb-demo-long = 在空的数据文件夹里放进像样的示例记录，第一条就写明是示例。天数和种子一样，内容就一样。
cli-verb-commands = 列出所有的底层命令
cli-verb-commands-long = 列出窗口和脚本用的每个命令、要什么、给什么、会不会写。
cli-verb-call = 直接用一个底层命令
cli-verb-call-long = 用 JSON 调用一个命令，回答也是 JSON。写 - 就从标准输入读。
cli-verb-help = 看帮助，或看某个命令的帮助

## 帮助：每个选项

cli-option-data = 数据放在哪个文件夹
cli-option-lang = 用哪种语言：zh-CN 或 en
cli-option-json = 只输出一个 JSON 值，给脚本用
cli-option-staff = 谁在操作，会写在记录旁边
cli-option-till = 哪个收银台
cli-option-help = 看帮助
cli-option-version = 看版本
cli-option-note = 写一句备注
cli-option-value = 填的内容：数字、文字、选项，或 503.50、100x5 10x3 这样的钱数
cli-option-attach = 附上一个文件，可以写几次
cli-option-reason = 没看完就开门的原因
cli-option-from = 从哪一天（2026-11-23 这样）
cli-option-to = 到哪一天
cli-option-limit = 最多几天
cli-option-day = 哪一天（2026-11-23 这样）
cli-option-days = 放几天的记录
cli-option-seed = 种子，一样的种子内容一样
cli-option-until = 最后一天
cli-option-tills = 几个收银台
cli-arg-item = 项的编号，比如 network-internet
cli-arg-result = 结果：pass、fail 或 na
cli-arg-name = 命令的名字，比如 show_today
cli-arg-json = 内容，JSON；- 表示从标准输入读

## 用法不对

cli-usage-unknown = 不认识“{ $word }”。
cli-usage-similar = 是不是想写“{ $word }”？
cli-usage-missing = 还缺：{ $what }
cli-usage-needs-value = { $option } 后面要写内容。
cli-usage-bad-value = { $option } 不能是“{ $value }”。
cli-usage-choices = 可以是：{ $values }
cli-values-between = 、
cli-usage-too-many = { $option } 写了不止一次。
cli-usage-conflict = { $option } 和 { $other } 不能一起用。
cli-usage-not-text = 有一处不是文字（不是 UTF-8）。
cli-usage-other = 用法不对：{ $detail }
cli-usage-see-help = 用法请看 kaizhang --help。
cli-usage-see-verb-help = 用法请看 kaizhang { $verb } --help。

## 今天

cli-today-title = { $shop } · { $till } · { $day } { $time }
cli-lane-line = { $lane }：{ $state }
cli-lane-line-reasons = { $lane }：{ $state }（{ $reasons }）
cli-reasons-join = { $first }；{ $rest }
cli-section-line = { $section } { $done }/{ $total }
cli-section-line-failures = { $section } { $done }/{ $total } · { $count } 项有问题
cli-today-left = 还有 { $left } 项没看。运行 kaizhang check 接着看。
cli-today-not-finished = 都看过了。运行 kaizhang finish 就结束。
cli-today-finished = { $time } 看完。
cli-today-finished-by = { $staff }在 { $time } 看完。
cli-today-finish-note = 先开门的原因：{ $note }
cli-today-first-run = 这里先放了一家常见的店。店名和营业时间可以在窗口的“店铺”里改。
cli-today-demo = 这是示例店铺，不是真的记录。
cli-item-unmarked = 还没看
cli-item-note = 备注：{ $note }
cli-item-by-at = { $staff } { $time }
cli-item-attachments = { $count } 个附件
cli-cash-line = { $total }，目标 { $target }

## 一项一项看

cli-check-intro = 一项一项来，Enter 就是正常。随时按 q 停下，答过的都已记下。
cli-check-item = { $number }/{ $total } { $item }
cli-check-keys = Enter 正常 · x 有问题 · n 不适用 · s 先跳过 · u 撤销上一个 · ? 怎么看 · q 停下
cli-check-number = 填一个数，{ $min } 到 { $max } { $unit }：
cli-check-number-plain = 填一个数：
cli-check-text = 写下来：
cli-check-choice = 选一个，填前面的数字：
cli-check-choice-line = { $number }. { $choice }
cli-check-photo = 照片文件在哪里（拖进来也行，空着就跳过）：
cli-check-cash = 数到多少？503.50 这样，或者 100x5 10x3：
cli-check-note = 看到了什么？写一句（可以空着）：
cli-check-note-needed = 看到了什么？请写一句：
cli-check-cash-why = 差在哪里？写一句（空着就再数一遍）：
cli-check-fix = 怎么办：{ $fix }
cli-check-guide = 怎么看：{ $guide }
cli-check-skipped = 先跳过。
cli-check-undone = 已撤销：{ $item }
cli-check-nothing-to-undo = 没有可撤销的。
cli-check-not-understood = 没看懂“{ $answer }”，请再来一次。
cli-check-nothing-left = 都看过了。
cli-check-stopped = 停在这里，还有 { $left } 项。答过的都已记下。
cli-check-finish = 都看过了，现在结束今天的检查吗？Enter 结束，n 先不：
cli-check-finish-rest = 要紧的都看过了，还有 { $left } 项可以以后看。现在结束吗？Enter 结束，n 先不：
cli-check-finish-left = 还有 { $left } 项没看。先开门的话写一句原因，空着就先停在这里：

## 做好了

cli-marked = 记下了：{ $item } — { $result }
cli-finished = 今天的检查已结束：{ $headline }
cli-attached = 附上了 { $name }
cli-rebuilt = 重算好了，账本里有 { $count } 条。
cli-demo-filled = 示例店铺放好了：{ $days } 天，{ $entries } 条，根 { $root }。

## 历史

cli-history-empty = 还没有记录。
cli-history-day = 日期
cli-history-till = 收银台
cli-history-state = 状态
cli-history-failures = 有问题
cli-history-verdict = 结论
cli-history-more = 更早的还有，用 --from 往前看。

## 检查记录

cli-fsck-ok = 记录完好：{ $entries } 条，根 { $root }。
cli-fsck-defects = 查出 { $count } 处损坏，什么都没动：
cli-fsck-defect = { $kind } · { $where }：{ $detail }
cli-fsck-next = 先把整个数据文件夹复制一份，再运行 kaizhang rebuild，或从备份恢复。

## 命令表

cli-commands-reads = 只看
cli-commands-writes = 会写
cli-command-show-today = 一个收银台今天的检查：结论、各段、各项
cli-command-mark-item = 记下一项，或改一项
cli-command-confirm-section = 一段里看过的都记为正常
cli-command-undo-marks = 撤销几条记录，撤销的也看得到
cli-command-finish-opening = 结束今天的检查，定下结论
cli-command-list-history = 以前的检查，最新的在最后
cli-command-show-day = 某一天的检查，连同每次改动
cli-command-show-shop = 店铺的设置
cli-command-set-up-shop = 改店铺的设置，清单跟着变
cli-command-read-place = 窗口上次停在哪里
cli-command-keep-place = 记住窗口停在哪里
cli-command-check-folder = 检查数据库、账本和每个文件
cli-command-rebuild-projections = 由账本重算所有的表
cli-command-fill-demo = 在空文件夹里放一家示例店

## 等待和出错

cli-waiting = 记录正被占用（{ $waits_for }），等一下…
cli-error = 没做成：{ $message }
cli-not-a-terminal = 这里不能一问一答。脚本里请用 kaizhang mark。
cli-interrupted = 停下了。答过的都已记下。
