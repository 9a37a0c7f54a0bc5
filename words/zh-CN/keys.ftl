# 签名密钥：指纹、备份，和它的去留

refusal-key-missing = 这台电脑上没有签名密钥。请从备份里恢复，或声明它丢了。照样可以开张。
refusal-key-other = 这是一把密钥，但不是这些记录的那一把。
refusal-key-of-earlier-epoch = 这是本店以前换下来的密钥，不能再签了。请找现在这把的备份。
refusal-key-not-lost = 密钥还在，可以由它签字移交。请用平常的办法更换。
refusal-key-copy-exists = 已经有同名文件：{ $path }。不会覆盖它，请换个名字。
refusal-key-copy-not-written = 备份没能写到 { $path }：{ $detail }
refusal-key-copy-unreadable = 读不了 { $path } 里的备份：{ $detail }
refusal-key-copy-not-a-key = 这个文件不是签名密钥的备份（{ $detail }）。
refusal-passphrase-too-short = 口令至少要 { $min } 个字，用一句话最好记。
refusal-passphrase-wrong = 口令不对，打不开备份。
refusal-path-not-whole = “{ $path }”不是完整路径。要以 / 或盘符开头，比如 E:\
refusal-path-folder-missing = 没有这个文件夹：{ $path }
refusal-path-in-data-folder = “{ $path }”在数据文件夹里。备份要放到别处，最好放在抽屉里的 U 盘上。

refusal-timestamps-off = 还没有设置时间戳服务。
refusal-timestamps-unreadable = 时间戳服务的设置（{ $file }）读不出来，请重新设置。
refusal-timestamp-root-unreadable = 这不是证书。证书是一段以 -----BEGIN CERTIFICATE----- 开头的文字。
refusal-timestamp-garbage = { $host } 回的不是时间戳（{ $detail }）。过一会儿会再试。
refusal-timestamp-refused = { $host } 没有给时间戳（{ $detail }）。过一会儿会再试。
refusal-timestamp-not-ours = { $host } 给的是别的东西的时间戳，没有收下。过一会儿会再试。
refusal-timestamp-expired = { $host } 的证书已经过期（{ $detail }），它的时间戳没有收下。
refusal-timestamp-untrusted = { $host } 的时间戳信不过（{ $detail }），没有收下。也许要填它自己的根证书。
refusal-anchor-code-unreadable = 这不是短码。短码是七组、每组四个字母或数字。
refusal-anchor-code-mistyped = 短码里有错，请一组一组再念一遍。
field-to = 给谁
field-key = 指纹

keys-title = 这份记录是谁的
keys-fingerprint = 签名密钥的指纹
keys-fingerprint-hint = 签合同时交给银行和支付公司，或随日报单打印出来。有了它、也只有靠它，对方才知道证据包是您的。
keys-copy = 复制指纹
keys-copied = 指纹复制好了
keys-not-copied = 没能复制，请用鼠标选中
keys-care = 密钥
keys-copy-made = { $named ->
    [0] { $at } 备份过，并且读回来验过。
   *[other] { $at } 由{ $who }备份过，并且读回来验过。
}
keys-copy-at = 备份在 { $path }
keys-no-copy = 这把密钥还没有备份。这台电脑要是坏了，以前的证据包仍能核对，但再也不能用同一把密钥签字。
keys-trouble-missing = 签名密钥不在这台电脑上。
keys-trouble-unreadable = 签名密钥的文件读不出来。
keys-trouble-another = 签名密钥的文件里是别的密钥，没有使用。
keys-trouble-goes-on = { $count ->
    [0] 照样开张、照样记录。密钥回来之前不能签字。
   *[other] 照样开张、照样记录。有 { $count } 条记录还没签，密钥回来就补签。
}
keys-back-up = 备份密钥
keys-back-up-about = 一个带口令的小文件。没有口令谁也打不开，请把口令另外记在别处。
keys-path = 存到哪里
keys-path-hint = U 盘上的文件夹，比如 E:\ 或 /media/stick。不要放在数据文件夹里。
keys-passphrase = 口令
keys-passphrase-hint = 八个字以上的一句话。
keys-passphrase-again = 再输一遍口令
keys-passphrase-differs = 两次不一样。
keys-try-copy = 试试备份
keys-try-copy-about = 打开备份和密钥比一比，什么都不改。
keys-copy-good = 备份是好的。
keys-restore = 恢复密钥
keys-restore-about = 从备份恢复。这段时间写下的记录会补签。
keys-restored = 密钥回来了。
keys-copy-file = 备份文件
keys-replace = 更换密钥
keys-replace-about = 由旧密钥签字，移交给新密钥，此后不再用旧的。可能被人看到过，或电脑要转手之前，就换一把。
keys-lost = 密钥丢了
keys-lost-about = 换一把新密钥，并在记录里写明旧的丢了。写过的都在；但前后两段只靠记录本身相连，旧密钥不能再签字了。
keys-replace-tell = 手里有旧指纹的人，要给他新的。
keys-why = 原因（写进记录）
keys-epochs = 本店用过的密钥
keys-epoch = { $at } 起：{ $entries } 条记录。
keys-epoch-rotated = 由前一把移交。
keys-epoch-lost = 前一把丢了。

anchors-title = 外部佐证
anchors-about = 自己电脑上的记录，主人可以全部重写；别人手里的改不了：纸上的短码、发出去的短码，或时间戳。
anchors-code = 前 { $entries } 条记录的短码
anchors-none = 还没有签过字。第一次完成开门检查时就会签。
anchors-given = 短码给别人了
anchors-to = 给谁
anchors-to-hint = 比如银行柜员，或自己的邮箱。
anchors-way = 怎么给的
anchors-way-sent = 发出去
anchors-way-printed = 打印
anchors-way-read-out = 念给对方
anchors-given-to = { $way }：{ $who }
anchors-stamped = { $who } 的时间戳
anchors-covers = 前 { $entries } 条
anchors-more = 全部列出
anchors-find = 对方念来的短码
anchors-find-hint = 七组、每组四个。空格和横线不要紧。
anchors-find-start = 查一查
anchors-found = 这份记录有过这个状态，现在也还是：前 { $entries } 条记录。
anchors-not-found = 这份记录从没有过这个状态。

timestamps-title = 时间戳服务
timestamps-off = 没有开。什么都不会发出去。
timestamps-on = 每次完成开门检查后请求 { $host }。
timestamps-own-root = 用它自己的根证书。
timestamps-until = { $at } 之前签过的记录已有佐证。
timestamps-waiting = 下一个时间戳正在路上。
timestamps-tries = 试了 { $count } 次，会自己再试。
timestamps-ask = 现在请求
timestamps-stop = 关掉
timestamps-set = 设置
timestamps-change = 更改
timestamps-about = 由它证明某样东西在某时已经存在（RFC 3161）。只发给它 32 个字节的哈希，它看不到任何记录。
timestamps-url = 它的地址
timestamps-root = 它的根证书
timestamps-root-hint = 不是公共根证书时才要填。以 -----BEGIN CERTIFICATE----- 开头的一段文字。

evidence-tab-keys = 密钥与佐证

report-key-statement = 请把这串指纹和我们证据包上显示的比一比。
report-key-alt = 本店的公钥，指纹是 { $code }
report-key-words = 方块里是完整的公钥，下面是它的指纹，和 ssh-keygen -lf 显示的一样。
report-key-line = 公钥
report-key-from = 启用时间
report-key-how = 怎么用
report-key-how-told = 这一页请和我们发的证据包分开保管。核对证据包时会显示签字密钥的指纹：和这里一样，就是我们的，里面没动过；不一样，请先问我们。密钥换了，会给您新的一页。
report-key-came = 怎么来的
keys-print = 做成一页交给对方
