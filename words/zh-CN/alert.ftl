# 给店主发消息：哪里填得不对，或者这一次为什么没发出去。不怪人，说清接下来怎么办。

## 填的时候

refusal-alert-url-unreadable = 没看懂这个网址。请从机器人设置里完整复制，以 https:// 开头。
refusal-alert-url-not-https = { $host } 要用 https:// 开头的网址，免得消息在路上被人看到。只有店里自己网络的地址可以用 http://。
refusal-alert-url-has-login = 网址里 { $host } 前面带了用户名或密码，请去掉再存。
refusal-alert-send-key-unreadable = 没看懂这个 SendKey。它以 SCT 或 sctp 开头，请从 Server 酱的页面完整复制。
refusal-alert-token-unreadable = 令牌里有空格或中文，请重新复制一次。
refusal-alert-field-too-long = “{ $field }”最多 { $limit } 个字，现在有 { $length } 个。看看是不是多复制了。
refusal-alert-field-has-control = “{ $field }”里有换行或看不见的字符，去掉以后再存一次。
refusal-alert-mail-host-unreadable = 没看懂邮件服务器“{ $host }”。请写成 smtp.qq.com 这样。
refusal-alert-port = 端口 { $port } 用不了，请填 1 到 65535。邮件一般是 465 或 587。
refusal-alert-mail-address-unreadable = 没看懂邮箱“{ $address }”。请写成 name@example.com 这样。
refusal-alert-mail-recipient-needed = 请至少写一个收件邮箱。
refusal-alert-mail-too-many = 收件邮箱最多 { $limit } 个，去掉几个再存。
refusal-alert-mail-login-incomplete = 用户名和密码要一起填，或者都不填。
refusal-alert-mail-not-encrypted = 不加密的话，发往 { $host } 的邮件和密码路上谁都能看到。请选 TLS 或 STARTTLS。

## 发的时候：网络

refusal-alert-timed-out = 等了 { $seconds } 秒，{ $host } 没有回应。稍后会再试。
refusal-alert-host-unknown = 找不到 { $host }。看看地址对不对、这台电脑有没有上网。
refusal-alert-connection-refused = { $host } 不接受连接。看看地址和端口对不对。
refusal-alert-unreachable = 连不上 { $host }，多半是这台电脑没上网。网络好了会再试。
refusal-alert-cut-off = 和 { $host } 的连接中途断了，消息可能到了，也可能没到。稍后会再试。
refusal-alert-certificate-untrusted = { $host } 的身份没法确认，所以没有发。店里的网络要先登录的话，登录以后会再试。
refusal-alert-certificate-time = { $host } 的证书日期对不上。先看看这台电脑的日期和时间准不准。
refusal-alert-tls-failed = 和 { $host } 没能建立加密连接。看看端口和加密方式对不对。
refusal-alert-answer-unreadable = { $host } 的回答看不懂，可能是网络的登录页挡住了。稍后会再试。

## 发的时候：对方的回答

refusal-alert-redirected = { $host } 的这个网址转去了别处（{ $answer }），没有跟过去。请换成新的网址。
refusal-alert-throttled = { $host } 说今天或这一阵发得太多了。过一会儿会再试。
refusal-alert-server-failed = { $host } 自己出了问题（{ $answer }）。稍后会再试。
refusal-alert-refused = { $host } 不收这条消息（{ $answer }）。看看网址是不是完整。
refusal-alert-key-refused = { $host } 不认这把钥匙（{ $answer }）。请重新复制网址和密钥，再看看机器人还在不在群里、有没有设关键词或网络限制。
refusal-alert-clock-wrong = 这台电脑的时间和 { $host } 差了 { $minutes } 分钟，签名通不过。请把电脑的时间校准，校准以后会再试。
refusal-alert-service-refused = { $host } 这次没有收（{ $answer }）。稍后会再试。

## 发的时候：邮件

refusal-alert-mail-no-tls = 邮件服务器 { $host } 没有提供 STARTTLS，所以没有发。可以试试 TLS 和 465 端口。
refusal-alert-mail-no-sign-in = 邮件服务器 { $host } 的登录方式这里用不了。看看端口和加密方式对不对。
refusal-alert-mail-sign-in-refused = 登录不了 { $host }（{ $answer }）。很多邮箱要填授权码，不是登录密码，请到邮箱设置里取一个。
refusal-alert-mail-recipient-refused = { $host } 说收件邮箱送不到（{ $answer }）。看看邮箱有没有写错。
refusal-alert-mail-refused = { $host } 不收这封邮件（{ $answer }）。发件邮箱一般要和登录的是同一个。
refusal-alert-mail-busy = 邮件服务器 { $host } 让晚点再来（{ $answer }）。稍后会再试。

## 填的是哪一栏

field-url = 网址
field-secret = 密钥
field-token = 令牌
field-host = 邮件服务器
field-user = 用户名
field-password = 密码
field-address = 邮箱
