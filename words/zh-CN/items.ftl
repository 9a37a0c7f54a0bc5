# 每一项三句：标题、怎么看（-guide）、不行时怎么办（-fix）。

## 账户

item-account-normal = 收款账户正常，未冻结
item-account-normal-guide = 打开收款机构的 App 或商户后台，看首页有没有“冻结”“限制”“待补资料”的提示。
item-account-normal-fix = 先照提示补资料；看不懂就拨合同或卡背面上的客服电话，报商户编号。弄好之前请顾客付现金。
item-account-settled = 昨日结算已到账
item-account-settled-guide = 看昨天的款到了没有，金额和昨天的交易对得上就行。
item-account-settled-fix = 记下差多少，打客服电话问到账时间。今天照常可以收款。
item-account-enabled = 刷卡、扫码功能都已开通
item-account-enabled-guide = 在商户后台看刷卡和扫码两项是不是都写着“已开通”。
item-account-enabled-fix = 打收款机构的客服电话请他们开通，没开通的那种今天先不收。

## 机器

item-machine-screen = POS 机开机，待机画面是本店名
item-machine-screen-guide = 按开机键，等到待机画面，核对上面写的是自己的店名。
item-machine-screen-fix = 开不了机：看插头、电源线，台面擦干，换个插座。店名不对就别收款，打客服电话。
item-machine-keys-lights = 指示灯绿色，按键都灵
item-machine-keys-lights-guide = 看灯是不是绿的，把数字键和确认键各按一下，线都插紧。
item-machine-keys-lights-fix = 灯红了就关机一分钟再开；按键还是不灵就报修，急用时先扫码或收现金。
item-machine-test-slip = 打印一张测试小票
item-machine-test-slip-guide = 在菜单里选“打印测试”，看字清不清楚，商户名和终端编号对不对。
item-machine-test-slip-fix = 看纸有没有装反，盖子有没有合紧。还印不出来，就在 App 里给顾客看交易结果，抄下凭证号。
item-machine-qr-plate = 收款码是自家的，没被贴换
item-machine-qr-plate-guide = 用自己的手机扫一下，看收款方是不是本店；摸一摸边上有没有新贴的一层。
item-machine-qr-plate-fix = 收款方不是本店就马上收起来，拍张照，改用 POS 机出码，再打客服电话和报警。
item-machine-speaker = 收款音箱在线
item-machine-speaker-guide = 看音箱的灯，或者扫一分钱，听它报不报。
item-machine-speaker-fix = 重新插电，看网络灯亮不亮。没声音的时候，每一笔都在手机上看到到账再交货。
item-machine-untampered = 没有被换过、没有多出的零件
item-machine-untampered-guide = 对一下机身上的编号，看插卡口、键盘有没有多出来的东西，螺丝和封条动没动过。
item-machine-untampered-fix = 有可疑就停用、别拆，写下看到了什么，拍张照，打客服电话。今天刷卡先不收。
item-machine-photo = 拍一张 POS 机现在的样子
item-machine-photo-guide = 正面、背面的编号和插卡口拍清楚，以后好对照。别拍到顾客的卡。
item-machine-photo-fix = 现在拍不了也没关系，先记下为什么，有空再补。

## 网络

item-network-wifi = 店里 Wi-Fi
item-network-wifi-guide = 看 POS 机连的是不是自家 Wi-Fi，信号有没有两格以上。
item-network-wifi-fix = 拔掉路由器电源，等半分钟再插，过两分钟看。还不行就让 POS 机连手机热点。
item-network-internet = 外网
item-network-internet-guide = 用连着店里 Wi-Fi 的手机关掉流量，打开任意一个网页。
item-network-internet-fix = 重启路由器，等两分钟再看。还出不去就改用手机热点，打宽带客服电话报修。
item-network-hotspot = 手机热点能刷一笔
item-network-hotspot-guide = 打开手机热点，让 POS 机连上，查一次余额或签到一次就算通。
item-network-hotspot-fix = 看热点名和密码对不对、手机有没有流量，换到信号好的地方再试。
item-network-data-left = 热点手机剩余流量
item-network-data-left-guide = 在运营商 App 里看这个月还剩多少 GB，照数填上。
item-network-data-left-fix = 快用完了就买个流量包，或者换一部手机开热点。

## 限额

item-limits-enough = 今天的限额够用
item-limits-enough-guide = 想想今天最大的一笔和总共大概收多少，对照单笔、单日限额和笔数限制。
item-limits-enough-fix = 打客服电话申请临时提额，大额的请顾客转账或付现金。不要把一笔拆成几笔刷。
item-limits-qr-kind = 收款码是哪一种
item-limits-qr-kind-guide = 看收款码是商户静态码、每笔生成的动态码，还是个人收款码。
item-limits-qr-kind-fix = 个人码限额低，也不合做生意的规定。找收款机构换成商户码，不花什么工夫。

## 备用金

item-cash-float = 数零钱
item-cash-float-guide = 按面额把抽屉里的钱数一遍，填张数，合计自动算好。
item-cash-float-fix = 再数一遍。差得多就写一句原因；十元及以下的不够，就去银行或邻居那里换些零钱。
item-cash-detector = 验钞机能用
item-cash-detector-guide = 放一张真钞进去，看它认不认得。
item-cash-detector-fix = 擦擦感应窗、重新插电再试。今天收百元钞先看水印、摸凹凸。

## 养护

item-upkeep-paper = 小票纸够用一天
item-upkeep-paper-guide = 打开纸仓看一眼，边上出现红线就快用完了。
item-upkeep-paper-fix = 换一卷新纸，再去买两卷备着。没有纸时请顾客看电子小票。
item-upkeep-software = 终端软件版本
item-upkeep-software-guide = 在 POS 机的“关于”或“系统信息”里看版本号，照样填上；有新版就在打烊后更新。
item-upkeep-software-fix = 更新不成就记下提示，打客服电话。别装来路不明的安装包。
item-upkeep-licence = 收款机构有支付牌照
item-upkeep-licence-guide = 在人民银行官网的公示名单里查收款机构的全名，看业务类型、地区和有效期。代理的招牌不算。
item-upkeep-licence-fix = 查不到就打收款机构自己的电话问清楚，问清之前别再存大额在里面。
item-upkeep-contacts = 客服电话和编号贴在收银台
item-upkeep-contacts-guide = 客服电话、商户编号、终端编号都在，字看得清；号码要来自合同或官网。
item-upkeep-contacts-fix = 照合同抄一张新的贴上。陌生人打来给的号码不要用。

## 选项和单位

choice-shop-static = 商户静态码
choice-shop-dynamic = 商户动态码
choice-personal = 个人收款码
unit-gb = GB

## 顶上的备用办法，用在“先走……”后面

fallback-network-hotspot = 手机热点

## 多久看一次

cadence-daily = 每天
cadence-weekly = 每周一次
cadence-monthly = 每月一次
cadence-days = 每 { $count } 天一次

## 分量

weight-blocking = 不行就不能收款
weight-degrading = 不行会碍事
weight-advisory = 提醒一下
