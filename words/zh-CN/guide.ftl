# 急救：一步一步怎么做。标题最多二十字，一行最多三十字；每一步都有一句对顾客说的话。

## 看到了什么

guide-symptom-wont-start = 开不了机
guide-symptom-screen-text = 屏幕上有字
guide-symptom-no-response = 没反应
guide-symptom-wont-print = 打不出小票
guide-symptom-card-refused = 卡刷不了
guide-symptom-qr-failed = 扫码不成
guide-symptom-network = 网络不通
guide-symptom-over-limit = 超出限额
guide-symptom-charged-but-failed = 顾客扣了钱，机器说失败

## 先查清，再收款

guide-look-up-title = 先查末笔交易
guide-look-up-warn = 没查清之前，别再收一次。
guide-look-up-do-1 = 机器上点：交易查询，末笔查询。
guide-look-up-do-2 = 对一下金额和卡号后四位。
guide-look-up-do-3 = 请顾客打开银行 App，看今天的支出。
guide-look-up-do-4 = 对不上，就打收单客服问这一笔。
guide-look-up-say = “线路断了一下，我先查清，绝不让您付两遍。”
guide-look-up-answer-charged = 查到了，已收到
guide-look-up-answer-not-charged = 两边都没扣
guide-look-up-answer-unknown = 查不清

## 开不了机

guide-power-title = 看插头和电源线
guide-power-do-1 = 插头、电源线插紧，看线破没破。
guide-power-do-2 = 台面擦干，杂物挪开。
guide-power-do-3 = 按住开机键三秒。
guide-power-say = “机器没电了，稍等我半分钟，您也可以扫码。”
guide-power-answer-on = 开了
guide-power-answer-dark = 还是不亮
guide-power-answer-unsafe = 进水或有焦味

guide-unsafe-title = 别再用，先保安全
guide-unsafe-do-1 = 先拉电闸，手干了再拔插头。
guide-unsafe-do-2 = 别开机，别拆。
guide-unsafe-say = “机器有点问题，安全起见，我先停了它。”
guide-unsafe-answer-unplugged = 拔好了

guide-power-again-title = 换个插座，再看灯
guide-power-again-do-1 = 换一个有电的插座，充五分钟。
guide-power-again-do-2 = 长按开机键十秒，再松开。
guide-power-again-do-3 = 看灯：绿的正常，红的是故障。
guide-power-again-say = “还要几分钟，您先扫码或付现金也行。”
guide-power-again-answer-on = 开了
guide-power-again-answer-no = 还是不亮，或红灯

guide-standby-title = 看店名，再查末笔
guide-standby-warn = 没查清之前，别再收一次。
guide-standby-do-1 = 待机画面写的是不是本店名。
guide-standby-do-2 = 机器要签到，就先签到。
guide-standby-do-3 = 断电时正收着款，就查末笔交易。
guide-standby-say = “机器好了，我先看看刚才那笔。”
guide-standby-answer-not-charged = 没扣款，或没在收
guide-standby-answer-charged = 查到了，已收到
guide-standby-answer-unknown = 查不清
guide-standby-answer-not-ours = 店名不是本店

guide-dark-look-up-title = 机器不亮，用手机查
guide-dark-look-up-warn = 没查清之前，别换种方式再收。
guide-dark-look-up-do-1 = 打开商户 App，看今天的交易。
guide-dark-look-up-do-2 = 请顾客打开银行 App，看今天的支出。
guide-dark-look-up-do-3 = 看不到就打收单客服问这一笔。
guide-dark-look-up-say = “我先查清刚才那笔，绝不让您付两遍。”
guide-dark-look-up-answer-not-charged = 没扣款，或没在收
guide-dark-look-up-answer-charged = 查到了，已收到
guide-dark-look-up-answer-unknown = 查不清

guide-wrong-name-title = 店名不对，先停用
guide-wrong-name-warn = 钱可能进了别人的账户。
guide-wrong-name-do-1 = 这台机器一笔都别收。
guide-wrong-name-do-2 = 请顾客打开银行 App，看今天的支出。
guide-wrong-name-say = “这台机器要检查，我先看看您扣了没有。”
guide-wrong-name-answer-not-charged = 没扣款，或没在收
guide-wrong-name-answer-maybe = 扣了，或查不清

## 屏幕上有字

guide-screen-title = 屏幕上写着什么
guide-screen-do-1 = 把屏幕上的字或代码打进来。
guide-screen-do-2 = 可以拍屏幕，别拍到顾客的卡。
guide-screen-say = “屏幕上有提示，我查一下是什么意思。”
guide-screen-answer-paying = 收款时出的，找不到
guide-screen-answer-sign-in = 叫我签到
guide-screen-answer-not-listed = 没在收款，找不到
guide-screen-answer-not-ours = 店名不是本店

guide-unknown-text-title = 记下来，重开一次
guide-unknown-text-do-1 = 把屏幕上的字照原样记下。
guide-unknown-text-do-2 = 关机，等半分钟再开。
guide-unknown-text-do-3 = 看待机画面是不是本店名。
guide-unknown-text-say = “机器重开一下，一分钟就好。”
guide-unknown-text-answer-gone = 好了
guide-unknown-text-answer-still = 还是这句话
guide-unknown-text-answer-not-ours = 店名不是本店

guide-sign-in-title = 重新签到
guide-sign-in-do-1 = 菜单里选：签到。
guide-sign-in-do-2 = 它要先结算，就先结算。
guide-sign-in-do-3 = 还不行，关机重开再签到一次。
guide-sign-in-say = “机器要登录一下，稍等半分钟。”
guide-sign-in-answer-works = 签到成功
guide-sign-in-answer-again = 还是签不上

guide-settle-title = 上送，再结算
guide-settle-do-1 = 菜单里选：批上送。
guide-settle-do-2 = 再结算一次。
guide-settle-do-3 = 今天的小票都留好。
guide-settle-say = “机器在对账，您先扫码或付现金也行。”
guide-settle-answer-balanced = 平了
guide-settle-answer-unbalanced = 还不平

## 没反应

guide-frozen-title = 先看刚才那笔扣了没有
guide-frozen-warn = 没查清之前，别再收一次。
guide-frozen-do-1 = 先别拔电，也别重刷。
guide-frozen-do-2 = 用手机看商户 App 今天的交易。
guide-frozen-do-3 = 请顾客打开银行 App，看今天的支出。
guide-frozen-say = “机器卡住了，我先查清，绝不让您付两遍。”
guide-frozen-answer-charged = 查到了，已收到
guide-frozen-answer-not-charged = 两边都没扣
guide-frozen-answer-unknown = 查不清
guide-frozen-answer-idle = 刚才没在收款

guide-keys-title = 插紧线，按键，再重开
guide-keys-do-1 = 电源线、网线、键盘鼠标都插紧。
guide-keys-do-2 = 数字键、取消键、确认键各按一下。
guide-keys-do-3 = 关机，等半分钟再开；看灯绿不绿。
guide-keys-say = “机器重开一下，一分钟就好。”
guide-keys-answer-works = 好了
guide-keys-answer-sign-in = 叫我签到
guide-keys-answer-one-key = 有的键不灵
guide-keys-answer-frozen = 还是没反应

## 打不出小票

guide-print-look-up-title = 没小票，先查末笔
guide-print-look-up-warn = 没查清之前，别再收一次。
guide-print-look-up-do-1 = 没打出来，也可能已经收成了。
guide-print-look-up-do-2 = 机器上点：交易查询，末笔查询。
guide-print-look-up-do-3 = 对一下金额和卡号后四位。
guide-print-look-up-say = “小票没出来，我先看看这笔付好没有。”
guide-print-look-up-answer-charged = 查到了，已收到
guide-print-look-up-answer-not-charged = 没扣款
guide-print-look-up-answer-unknown = 查不清
guide-print-look-up-answer-idle = 刚才没在收款

guide-paper-title = 装好纸，重打一张
guide-paper-do-1 = 看纸用完没有、装反没有。
guide-paper-do-2 = 光的一面朝热敏头，合紧盖子。
guide-paper-do-3 = 菜单里选：重打印，末笔。
guide-paper-say = “付好了，我给您补一张小票。”
guide-paper-answer-prints = 打出来了
guide-paper-answer-no = 还打不出来

guide-paper-unpaid-title = 装好纸，测一张
guide-paper-unpaid-do-1 = 看纸用完没有、装反没有。
guide-paper-unpaid-do-2 = 光的一面朝热敏头，合紧盖子。
guide-paper-unpaid-do-3 = 菜单里选：打印测试。
guide-paper-unpaid-say = “换个纸，马上就好。”
guide-paper-unpaid-answer-prints = 打出来了
guide-paper-unpaid-answer-no = 还打不出来

## 卡刷不了

guide-refused-title = 看屏幕上的代码
guide-refused-warn = 别拍卡，别问密码和卡背面三位码。
guide-refused-do-1 = 屏幕或小票上有两位代码，就打进来。
guide-refused-do-2 = 卡让顾客自己拿着、自己看着。
guide-refused-say = “机器没过，我看看原因，马上告诉您。”
guide-refused-answer-no-code = 没有代码
guide-refused-answer-cant-read = 读不出卡
guide-refused-answer-every-card = 每张卡都不行
guide-refused-answer-timed-out = 停在处理中、超时

guide-card-look-title = 请顾客看看这张卡
guide-card-look-warn = 别拍卡，别问密码和卡背面三位码。
guide-card-look-do-1 = 有效期过了没有。
guide-card-look-do-2 = 芯片、磁条有没有划伤。
guide-card-look-do-3 = 激活了没有，有没有挂失或冻结。
guide-card-look-do-4 = 请顾客换张卡试一次。
guide-card-look-say = “不好意思，这张没过，您换张卡试试好吗？”
guide-card-look-answer-taken = 换卡收成了
guide-card-look-answer-no-other = 没有别的卡
guide-card-look-answer-timed-out = 停在处理中、超时

guide-card-read-title = 插到底，或换成挥卡
guide-card-read-do-1 = 芯片擦干净，插到底别动。
guide-card-read-do-2 = 插卡不行改挥卡，挥卡不行改插卡。
guide-card-read-do-3 = 只再试一次。
guide-card-read-say = “芯片没读出来，我们换个方式再试一次。”
guide-card-read-answer-taken = 收成了
guide-card-read-answer-this-card = 这张卡不行
guide-card-read-answer-every-card = 每张都读不出
guide-card-read-answer-timed-out = 停在处理中、超时

guide-other-card-title = 请顾客换张卡
guide-other-card-do-1 = 这张卡别反复刷。
guide-other-card-do-2 = 原因请顾客问银行，电话在卡背面。
guide-other-card-do-3 = 余额不足这类话，小声说。
guide-other-card-say = “银行没让这张过，您换张卡或扫码都行。”
guide-other-card-answer-taken = 换卡收成了
guide-other-card-answer-no-other = 没有别的卡
guide-other-card-answer-every-card = 每张卡都不行
guide-other-card-answer-timed-out = 停在处理中、超时

guide-pin-title = 请顾客再输一次密码
guide-pin-warn = 密码只能顾客自己输，别问、别代输。
guide-pin-do-1 = 顾客自己输，别催，也别看。
guide-pin-do-2 = 只再输一次，免得锁卡。
guide-pin-say = “密码没对上，不急，您再输一次。”
guide-pin-answer-taken = 收成了
guide-pin-answer-wrong = 又不对
guide-pin-answer-timed-out = 停在处理中、超时

guide-try-once-title = 再试一次，只一次
guide-try-once-do-1 = 银行忙的，等两三分钟。
guide-try-once-do-2 = 顾客自己取消的，先问还付不付。
guide-try-once-do-3 = 再收一次；不行就换种方式。
guide-try-once-say = “那边有点忙，我们等一下再试一次。”
guide-try-once-answer-taken = 收成了
guide-try-once-answer-refused = 还是不行
guide-try-once-answer-timed-out = 停在处理中、超时

guide-redo-title = 核对后再做一次
guide-redo-do-1 = 看金额、币种、账号输对没有。
guide-redo-do-2 = 撤销、退货要对上原来那笔。
guide-redo-do-3 = 改好再做一次。
guide-redo-say = “我刚才可能按错了，马上重来。”
guide-redo-answer-taken = 做成了
guide-redo-answer-refused = 还是不行
guide-redo-answer-timed-out = 停在处理中、超时

guide-stop-card-title = 这张卡先不收
guide-stop-card-warn = 别硬扣卡，别当众说卡有问题。
guide-stop-card-do-1 = 请顾客稍等，和气些，别争。
guide-stop-card-do-2 = 请顾客换种方式付。
guide-stop-card-do-3 = 马上打收单客服，照他们说的办。
guide-stop-card-say = “这张卡机器收不了，您换种方式好吗？”
guide-stop-card-answer-other-way = 顾客换种方式付
guide-stop-card-answer-leaves = 顾客不付了

guide-code-approved-title = 收成了，核对一下
guide-code-approved-do-1 = 对金额和卡号后四位。
guide-code-approved-do-2 = 要签名的，看一眼签名。
guide-code-approved-do-3 = Y1、Y3 是脱机的，今天要结算上送。
guide-code-approved-say = “付好了，谢谢，小票请收好。”
guide-code-approved-answer-matches = 都对
guide-code-approved-answer-differs = 金额不对

guide-code-partial-title = 只批了一部分
guide-code-partial-warn = 整笔别再刷一次。
guide-code-partial-do-1 = 看清屏幕上批了多少。
guide-code-partial-do-2 = 差的用别的方式收齐，再交货。
guide-code-partial-say = “这张卡付了一部分，差的您怎么付方便？”
guide-code-partial-answer-rest-paid = 差的收齐了
guide-code-partial-answer-refuses = 顾客不要了

guide-account-look-title = 先看收款账户
guide-account-look-do-1 = 打开商户 App，看有没有冻结、限制。
guide-account-look-do-2 = 看刷卡是不是写着已开通。
guide-account-look-do-3 = 再看机器：要不要签到、更新。
guide-account-look-say = “我看看是不是我们这边的问题。”
guide-account-look-answer-fine = 账户正常
guide-account-look-answer-held = 冻结、受限或没开通
guide-account-look-answer-sign-in = 机器要签到
guide-account-look-answer-offline = 机器没连上网

## 扫码不成

guide-qr-look-up-title = 先看顾客扣了没有
guide-qr-look-up-warn = 没查清之前，别让顾客再扫。
guide-qr-look-up-do-1 = 看顾客手机：是不是“支付成功”。
guide-qr-look-up-do-2 = 看店里的商户 App，到账没有。
guide-qr-look-up-do-3 = 只信自己这边的到账，别信截图。
guide-qr-look-up-say = “我先看看到账没有，绝不让您付两遍。”
guide-qr-look-up-answer-not-charged = 顾客没付出去
guide-qr-look-up-answer-charged = 店里到账了
guide-qr-look-up-answer-unknown = 顾客扣了，店里没到

guide-qr-why-title = 顾客手机上写着什么
guide-qr-why-do-1 = 请顾客把手机给您看一眼。
guide-qr-why-do-2 = 看收款方是不是本店。
guide-qr-why-say = “麻烦让我看一眼提示，我帮您弄。”
guide-qr-why-answer-cant-scan = 扫不出来
guide-qr-why-answer-no-network = 一直转圈
guide-qr-why-answer-limit = 超限额
guide-qr-why-answer-not-ours = 收款方不是本店

guide-qr-plate-title = 擦干净，再扫一次
guide-qr-plate-do-1 = 码擦干净，别反光，屏幕调亮。
guide-qr-plate-do-2 = 再不行，用 POS 机出个码。
guide-qr-plate-do-3 = 或者扫顾客的付款码。
guide-qr-plate-say = “换个码给您扫，稍等一下。”
guide-qr-plate-answer-taken = 收成了
guide-qr-plate-answer-no = 还是扫不出
guide-qr-plate-answer-spinning = 付到一半停住了

guide-qr-net-title = 顾客手机没网
guide-qr-net-do-1 = 请顾客走到门口信号好的地方。
guide-qr-net-do-2 = 或者连一下店里的 Wi-Fi。
guide-qr-net-do-3 = 店里扫顾客的付款码也行。
guide-qr-net-say = “这里信号弱，您到门口这边试试。”
guide-qr-net-answer-taken = 收成了
guide-qr-net-answer-no = 还是不行
guide-qr-net-answer-spinning = 付到一半停住了

guide-phone-look-up-title = 停住的那笔，先查清
guide-phone-look-up-warn = 没查清之前，别让顾客再扫。
guide-phone-look-up-do-1 = 看店里的商户 App，到账没有。
guide-phone-look-up-do-2 = 看顾客的账单，有没有这一笔。
guide-phone-look-up-do-3 = 对不上，就打收单客服问这一笔。
guide-phone-look-up-say = “我先看看到账没有，绝不让您付两遍。”
guide-phone-look-up-answer-charged = 店里到账了
guide-phone-look-up-answer-not-charged = 两边都没扣
guide-phone-look-up-answer-unknown = 查不清

guide-qr-limit-title = 换动态码，别拆单
guide-qr-limit-warn = 一笔别拆成几笔，更别帮人套现。
guide-qr-limit-do-1 = 静态码每天有上限，换 POS 机出的码。
guide-qr-limit-do-2 = 还超就换张卡，或换种方式。
guide-qr-limit-do-3 = 是本店额度满了，打收单客服。
guide-qr-limit-say = “这个码今天到上限了，我换一个给您。”
guide-qr-limit-answer-taken = 收成了
guide-qr-limit-answer-no = 还是超
guide-qr-limit-answer-shop = 是本店额度满了

## 网络不通

guide-net-look-up-title = 断网时那笔，先查清
guide-net-look-up-warn = 没查清之前，别再收一次。
guide-net-look-up-do-1 = 用手机流量打开商户 App 看交易。
guide-net-look-up-do-2 = 请顾客打开银行 App，看今天的支出。
guide-net-look-up-do-3 = 看不到就打收单客服问这一笔。
guide-net-look-up-say = “网断了一下，我先查清，绝不让您付两遍。”
guide-net-look-up-answer-not-charged = 两边都没扣
guide-net-look-up-answer-charged = 查到了，已收到
guide-net-look-up-answer-unknown = 查不清
guide-net-look-up-answer-idle = 刚才没在收款

guide-net-where-title = 看是哪一段不通
guide-net-where-do-1 = 手机连店里 Wi-Fi，关掉流量。
guide-net-where-do-2 = 打开任意一个网页。
guide-net-where-do-3 = 看 POS 机连的是 Wi-Fi 还是流量卡。
guide-net-where-say = “网络有点慢，我看一下，您稍等。”
guide-net-where-answer-all-down = 手机也打不开
guide-net-where-answer-terminal-only = 只有 POS 机不行
guide-net-where-answer-sim = POS 机用流量卡
guide-net-where-answer-all-fine = 都能上网

guide-router-title = 重启路由器
guide-router-do-1 = 拔掉电源，等半分钟再插。
guide-router-do-2 = 等两分钟，看灯亮齐没有。
guide-router-do-3 = 网线插紧；不用的设备先断开。
guide-router-say = “网络重启一下，两分钟，您也可以付现金。”
guide-router-answer-back = 通了
guide-router-answer-still = 还不通

guide-pos-wifi-title = POS 机重连 Wi-Fi
guide-pos-wifi-do-1 = 看连的是不是自家 Wi-Fi。
guide-pos-wifi-do-2 = 密码重新输一次。
guide-pos-wifi-do-3 = 拿近路由器，信号要两格以上。
guide-pos-wifi-say = “机器重新连一下网，马上好。”
guide-pos-wifi-answer-back = 通了
guide-pos-wifi-answer-still = 还不通

guide-sim-title = 流量卡：换位置、看流量
guide-sim-do-1 = 地下室、车库弱，拿到门口窗边试。
guide-sim-do-2 = 看流量用完没有、欠费没有。
guide-sim-do-3 = 卡别自己换，要换找收单客服。
guide-sim-say = “这里信号弱，我换个地方试试。”
guide-sim-answer-back = 通了
guide-sim-answer-still = 还不通

guide-hotspot-title = 改用手机热点
guide-hotspot-do-1 = 用店里的手机开热点。
guide-hotspot-do-2 = POS 机连上它，签到一次看通不通。
guide-hotspot-do-3 = 看看手机还剩多少流量。
guide-hotspot-say = “我换个网络，一分钟就好。”
guide-hotspot-answer-works = 通了
guide-hotspot-answer-no = 还不通

## 不是店里的问题

guide-not-us-title = 问收单客服是不是出了故障
guide-not-us-do-1 = 先请顾客换种方式付。
guide-not-us-do-2 = 打合同上的收单客服电话。
guide-not-us-do-3 = 报商户编号、终端编号、几点开始。
guide-not-us-do-4 = 问清楚大概几点能好。
guide-not-us-say = “是银行那边在忙，您换种方式付好吗？”
guide-not-us-answer-theirs = 他们在修
guide-not-us-answer-one-bank = 只有一家银行不行
guide-not-us-answer-no-answer = 打不通

guide-hotline-title = 打合同上的客服电话
guide-hotline-do-1 = 先请顾客换种方式付。
guide-hotline-do-2 = 只打合同或卡背面上的电话。
guide-hotline-do-3 = 报商户编号、终端编号和屏幕上的字。
guide-hotline-do-4 = 记下谁接的、工单号、几点能好。
guide-hotline-say = “是我们机器没设好，您换种方式付好吗？”
guide-hotline-answer-answered = 客服在办
guide-hotline-answer-no-answer = 打不通

guide-other-contact-title = 官网、官方 App，或去网点
guide-other-contact-warn = 搜来的、微信发来的电话都别信。
guide-other-contact-do-1 = 网址照合同上的，自己输。
guide-other-contact-do-2 = 在官方 App 里找在线客服。
guide-other-contact-do-3 = 都不行，去开户的网点问。
guide-other-contact-say = “今天先麻烦您换种方式，谢谢体谅。”
guide-other-contact-answer-reached = 联系上了
guide-other-contact-answer-nobody = 还是没联系上

## 超出限额

guide-limit-which-title = 看是谁的限额
guide-limit-which-warn = 一笔别拆成几笔，更别帮人套现。
guide-limit-which-do-1 = 看提示：单笔、单日，还是次数。
guide-limit-which-do-2 = 对照本店的单笔、单日限额。
guide-limit-which-do-3 = 有代码就打进来。
guide-limit-which-say = “金额到上限了，我看看怎么付方便。”
guide-limit-which-answer-card = 顾客卡的限额
guide-limit-which-answer-shop = 本店的限额
guide-limit-which-answer-count = 次数用完了
guide-limit-which-answer-qr = 扫码的限额

guide-card-limit-title = 请顾客调额或换卡
guide-card-limit-warn = 一笔别拆成几笔，更别帮人套现。
guide-card-limit-do-1 = 顾客可以在银行 App 里调额。
guide-card-limit-do-2 = 或者换张卡、换种方式。
guide-card-limit-say = “这张卡有单笔上限，您调一下或换张卡都行。”
guide-card-limit-answer-taken = 收成了
guide-card-limit-answer-no = 还是超
guide-card-limit-answer-timed-out = 停在处理中、超时

guide-shop-limit-title = 本店限额，打收单客服
guide-shop-limit-warn = 一笔别拆成几笔，更别帮人套现。
guide-shop-limit-do-1 = 大额的先请顾客转账或换种方式。
guide-shop-limit-do-2 = 打收单客服，申请临时提额。
guide-shop-limit-do-3 = 记下谁答应的、到哪天。
guide-shop-limit-say = “我们店今天到上限了，您换种方式好吗？”
guide-shop-limit-answer-raised = 提好了
guide-shop-limit-answer-not-today = 今天不行

guide-count-limit-title = 次数用完，换张卡
guide-count-limit-warn = 一笔别拆成几笔，更别帮人套现。
guide-count-limit-do-1 = 这张卡今天别再刷，明天又能用。
guide-count-limit-do-2 = 请顾客换张卡或换种方式。
guide-count-limit-say = “这张卡今天次数满了，您换一张好吗？”
guide-count-limit-answer-taken = 换卡收成了
guide-count-limit-answer-no = 没有别的卡
guide-count-limit-answer-timed-out = 停在处理中、超时

## 收尾

guide-end-paid-title = 已经收到，可以交货
guide-end-paid-do-1 = 小票没有就补打，或抄下凭证号。
guide-end-paid-do-2 = 别再收这一笔。
guide-end-paid-say = “查到了，这笔付好了，谢谢您等我。”

guide-end-taken-title = 收成了
guide-end-taken-do-1 = 小票收好，核对金额。
guide-end-taken-say = “付好了，谢谢您。”

guide-end-charge-again-title = 查明没扣，再收一次
guide-end-charge-again-do-1 = 重新收一次，只收一次。
guide-end-charge-again-do-2 = 再失败，先查末笔，别连着刷。
guide-end-charge-again-say = “查过了没扣您的钱，我们再来一次。”

guide-end-unknown-title = 没查清，先别再收
guide-end-unknown-do-1 = 抄下时间、金额、卡号后四位。
guide-end-unknown-do-2 = 小票和凭证号留好。
guide-end-unknown-do-3 = 打收单客服，请他们查这一笔。
guide-end-unknown-do-4 = 明早它会再提醒，查清才算完。
guide-end-unknown-say = “这笔我记下了，明天营业前给您回话。”

guide-end-fixed-machine-title = 机器好了，再收一次
guide-end-fixed-machine-do-1 = 重新收一次。
guide-end-fixed-machine-do-2 = 再出毛病，就换种方式收。
guide-end-fixed-machine-say = “好了，谢谢您等我，我们再来一次。”

guide-end-not-our-name-title = 店名不对，停用
guide-end-not-our-name-do-1 = 这台机器一笔都别收。
guide-end-not-our-name-do-2 = 拍下屏幕和机身编号。
guide-end-not-our-name-do-3 = 马上打合同上的客服电话。
guide-end-not-our-name-say = “这台机器要检查，您换种方式付好吗？”

guide-end-wrong-payee-title = 钱进了别家，马上追
guide-end-wrong-payee-do-1 = 抄下屏幕上的店名、编号、金额、时间。
guide-end-wrong-payee-do-2 = 打合同上的客服电话，请他们拦住。
guide-end-wrong-payee-do-3 = 拦不住就报警，小票留好。
guide-end-wrong-payee-do-4 = 这一笔查清之前别再收。
guide-end-wrong-payee-say = “这笔我记下了，明天营业前给您回话。”

guide-end-terminal-dead-title = 换种方式收，再报修
guide-end-terminal-dead-do-1 = 先扫码，或收备用零钱。
guide-end-terminal-dead-do-2 = 顾客走后，打合同上的电话报修。
guide-end-terminal-dead-do-3 = 换机只找签约机构的官方渠道。
guide-end-terminal-dead-do-4 = 上门、微信推销的免费机别要。
guide-end-terminal-dead-say = “机器坏了，麻烦您扫码或付现金。”

guide-end-key-dead-title = 键不灵，换种方式收
guide-end-key-dead-do-1 = 先扫码，或收现金。
guide-end-key-dead-do-2 = 别让顾客在坏键上输密码。
guide-end-key-dead-do-3 = 打合同上的电话报修。
guide-end-key-dead-say = “按键不灵了，麻烦您扫码或付现金。”

guide-end-reader-dead-title = 读卡器坏了，换种方式收
guide-end-reader-dead-do-1 = 先扫码，或收现金。
guide-end-reader-dead-do-2 = 看插卡口有没有多出来的东西。
guide-end-reader-dead-do-3 = 打合同上的电话报修，别自己拆。
guide-end-reader-dead-say = “机器读不了卡，麻烦您扫码或付现金。”

guide-end-reprinted-title = 小票补好了
guide-end-reprinted-do-1 = 小票给顾客，存根收好。
guide-end-reprinted-say = “小票给您，谢谢您等我。”

guide-end-no-slip-title = 付好了，只是没小票
guide-end-no-slip-do-1 = 抄下凭证号、金额、时间。
guide-end-no-slip-do-2 = 给顾客看机器上的交易结果。
guide-end-no-slip-do-3 = 打收单客服报修打印机。
guide-end-no-slip-say = “付好了，单子我给您手写一张。”

guide-end-printer-dead-title = 先换种方式收
guide-end-printer-dead-do-1 = 先扫码，或收现金。
guide-end-printer-dead-do-2 = 打收单客服报修打印机。
guide-end-printer-dead-say = “小票机坏了，麻烦您扫码或付现金。”

guide-end-other-way-card-title = 换种方式付
guide-end-other-way-card-do-1 = 扫码或现金都行。
guide-end-other-way-card-do-2 = 卡的事，请顾客打卡背面的电话。
guide-end-other-way-card-say = “没关系，扫码或现金都可以。”

guide-end-other-way-bank-title = 银行忙，换种方式付
guide-end-other-way-bank-do-1 = 扫码、现金，或别家银行的卡。
guide-end-other-way-bank-do-2 = 记下时间，常这样就打收单客服。
guide-end-other-way-bank-say = “银行那边忙，换种方式付好吗？”

guide-end-ask-provider-title = 换种方式收，再问客服
guide-end-ask-provider-do-1 = 这一笔先换种方式收。
guide-end-ask-provider-do-2 = 撤销退货的，别付现金，先问客服。
guide-end-ask-provider-say = “我换种方式给您办，稍等。”

guide-end-keys-lost-title = 签不上，换种方式收
guide-end-keys-lost-do-1 = 先扫码，或收现金。
guide-end-keys-lost-do-2 = 打收单客服，可能要重装密钥。
guide-end-keys-lost-say = “机器登录不上，麻烦您扫码或付现金。”

guide-end-settled-title = 对平了
guide-end-settled-do-1 = 结算单和小票一起收好。
guide-end-settled-say = “好了，谢谢您等我。”

guide-end-settle-call-title = 还不平，打收单客服
guide-end-settle-call-do-1 = 今天的小票一张别扔。
guide-end-settle-call-do-2 = 打收单客服，报批次号和差多少。
guide-end-settle-call-do-3 = 问清今天还能不能收款。
guide-end-settle-call-say = “账还没对上，麻烦您先扫码。”

guide-end-card-stopped-title = 换种方式收，再打客服
guide-end-card-stopped-do-1 = 收好钱再交货。
guide-end-card-stopped-do-2 = 打收单客服，照他们说的办。
guide-end-card-stopped-do-3 = 别记整个卡号，后四位就够。
guide-end-card-stopped-say = “谢谢您体谅。”

guide-end-card-left-title = 打收单客服说一声
guide-end-card-left-do-1 = 别追，别争。
guide-end-card-left-do-2 = 打收单客服，报代码和时间。
guide-end-card-left-do-3 = 货没付钱就不交。
guide-end-card-left-say = “没关系，欢迎下次再来。”

guide-end-wrong-amount-title = 金额不对，先别重收
guide-end-wrong-amount-do-1 = 当着顾客做撤销，留好两张小票。
guide-end-wrong-amount-do-2 = 撤销不了，打收单客服。
guide-end-wrong-amount-do-3 = 撤销成功了，才按对的金额收。
guide-end-wrong-amount-say = “金额打错了，我马上给您退掉重来。”

guide-end-part-void-title = 把付了的那部分撤销
guide-end-part-void-do-1 = 当着顾客做撤销，留好小票。
guide-end-part-void-do-2 = 撤销不了，打收单客服。
guide-end-part-void-say = “付了的那部分我给您撤掉。”

guide-end-account-held-title = 账户受限，换种方式收
guide-end-account-held-do-1 = 先收现金。
guide-end-account-held-do-2 = 照提示补资料，或打收单客服。
guide-end-account-held-do-3 = 别借别人的机器或码收款。
guide-end-account-held-say = “刷卡暂时不行，麻烦您付现金。”

guide-end-net-back-title = 通了，再收一次
guide-end-net-back-do-1 = 重新收一次。
guide-end-net-back-do-2 = 再断，就改用手机热点。
guide-end-net-back-say = “网好了，谢谢您等我，我们再来一次。”

guide-end-hotspot-works-title = 先用热点收
guide-end-hotspot-works-do-1 = 重新收一次。
guide-end-hotspot-works-do-2 = 流量留着收款，别干别的。
guide-end-hotspot-works-do-3 = 打宽带客服报修。
guide-end-hotspot-works-say = “网好了，谢谢您等我，我们再来一次。”

guide-end-net-other-way-title = 没网，先收现金
guide-end-net-other-way-do-1 = 收现金，看零钱够不够。
guide-end-net-other-way-do-2 = 顾客用自己的流量扫码也行。
guide-end-net-other-way-do-3 = 打宽带客服报修。
guide-end-net-other-way-say = “店里断网了，麻烦您付现金或扫码。”

guide-end-provider-down-title = 等他们修，先换种方式
guide-end-provider-down-do-1 = 扫码走别家，或收现金。
guide-end-provider-down-do-2 = 记下工单号、几点能好。
guide-end-provider-down-do-3 = 到点再试一笔小的。
guide-end-provider-down-say = “银行那边在修，麻烦您换种方式付。”

guide-end-one-bank-down-title = 换别家银行的卡
guide-end-one-bank-down-do-1 = 别家银行的卡照常收。
guide-end-one-bank-down-do-2 = 没有别的卡，扫码或现金。
guide-end-one-bank-down-say = “您这家银行在维护，换张卡好吗？”

guide-end-waiting-provider-title = 等回话，先换种方式
guide-end-waiting-provider-do-1 = 扫码走别家，或收现金。
guide-end-waiting-provider-do-2 = 记下谁接的、工单号、几点回话。
guide-end-waiting-provider-do-3 = 到点没回话，再打一次。
guide-end-waiting-provider-say = “他们在处理，麻烦您换种方式付。”

guide-end-provider-silent-title = 没联系上，先换种方式
guide-end-provider-silent-do-1 = 扫码走别家，或收现金。
guide-end-provider-silent-do-2 = 记下打了几次、几点打的。
guide-end-provider-silent-do-3 = 半小时后再打。
guide-end-provider-silent-say = “暂时刷不了卡，麻烦您换种方式付。”

guide-end-plate-swapped-title = 码被换了，马上收起来
guide-end-plate-swapped-do-1 = 把码收起来，拍照留着。
guide-end-plate-swapped-do-2 = 改用 POS 机出码，或收现金。
guide-end-plate-swapped-do-3 = 打收单客服，再报警。
guide-end-plate-swapped-do-4 = 记下谁扫过、几点、多少。
guide-end-plate-swapped-say = “这个码有问题，请您别付。”

guide-end-qr-other-way-title = 换种方式付
guide-end-qr-other-way-do-1 = 刷卡或现金。
guide-end-qr-other-way-do-2 = 换个人也扫不出，就换块码牌。
guide-end-qr-other-way-say = “没关系，刷卡或现金都可以。”

guide-end-limit-other-way-title = 换种方式付
guide-end-limit-other-way-do-1 = 换张卡、转账或现金。
guide-end-limit-other-way-do-2 = 一笔还是一笔，别拆。
guide-end-limit-other-way-say = “没关系，转账或现金都可以。”

guide-end-limit-raised-title = 提好了，再收一次
guide-end-limit-raised-do-1 = 等客服说生效，再收一次。
guide-end-limit-raised-do-2 = 把新限额记进限额登记。
guide-end-limit-raised-say = “好了，谢谢您等我，我们再来一次。”

guide-end-limit-stopped-title = 今天到顶，换种方式收
guide-end-limit-stopped-do-1 = 转账、现金，或另一台机器。
guide-end-limit-stopped-do-2 = 小额的看额度还剩多少再刷。
guide-end-limit-stopped-do-3 = 打收单客服，问明天能不能提。
guide-end-limit-stopped-say = “今天额度用完了，麻烦您换种方式付。”

## 给顾客看的卡片

guide-customer-check-1 = 看看银行 App：余额和限额够不够。
guide-customer-check-2 = 看看卡：没过期，芯片没划伤。
guide-customer-check-3 = 新卡激活了没有，有没有冻结。
guide-customer-check-4 = 留好小票，过两天再看看账单。
guide-customer-promise-1 = 我们先查清，绝不让您付两遍。
guide-customer-promise-2 = 查不清的，我们记下并找银行问。
guide-customer-promise-3 = 最晚明天营业前给您回话。
