# 联系人、终端、店员、代码说明

contact-open = 联系人、终端和店员
contact-back = 回到店铺
contact-rule = 电话只认合同、银行卡背面和机器上的贴纸；网上搜来的、来电里说的，都不算数。
contact-edit = 改
contact-retire = 不再用
contact-bring-back = 接着用
contact-retired = 不再用的（{ $count }）
contact-act-name = { $name }：{ $act }
contact-did-saved = “{ $name }”记下了
contact-did-retired = “{ $name }”不再用了
contact-did-back = “{ $name }”接着用了

## 出事找谁

contact-providers = 出事找谁
contact-providers-none = 还没写下出事找谁。合同上、银行卡背面都印着电话。
contact-provider-add = 加一个联系人
contact-name = 平时怎么叫
contact-name-provider-placeholder = 比如：收单银行
contact-kind = 管什么
contact-kind-acquirer = 刷卡收单（银行或支付公司）
contact-kind-wallet = 钱包（微信支付、支付宝）
contact-kind-service = 机器维护
contact-kind-network = 宽带或流量
contact-hotline = 客服电话
contact-site = 官网或官方 App
contact-branch = 网点
contact-merchant-no = 商户编号
contact-note = 备注
contact-note-hint = 电话写进“客服电话”；写在这里，中间几位会变成星号。
contact-starred = 草稿里不留完整的号码，这里只剩星号了，请再填一次。
contact-from = 从哪儿抄来的
contact-from-choose = 请选
contact-from-needed = 选一下是从哪儿抄来的，再记一次。
contact-from-contract = 合同
contact-from-card-back = 银行卡背面
contact-from-terminal = 机器上的贴纸
contact-from-slip = 小票
contact-from-official = 官网或官方 App
contact-from-told = 别人说的
contact-seen = 哪天看的
contact-source = { $from }，{ $day }看的
contact-told = 还没核实：先和合同或银行卡背面对一下。
contact-licence = 支付牌照
contact-licence-hint = 代理商的牌子不等于持牌公司。按合同上的公司全称，到中国人民银行官网公示的支付机构名单里查。
contact-licence-holder = 持牌公司
contact-licence-number = 许可证编号
contact-licence-business = 业务和地区
contact-licence-expires = 有效期到
contact-licence-looked = 哪天查的
contact-licence-until = { $day }到期
contact-licence-ended = { $day }已经到期
contact-licence-looked-on = { $day }查的
contact-licence-none = 支付牌照还没查过

## 终端

contact-terminals = 终端
contact-terminals-none = 还没写下店里的机器。终端编号印在机器背面或小票上。
contact-terminal-add = 加一台机器
contact-name-terminal-placeholder = 比如：前台的 POS 机
contact-till = 放在哪儿
contact-till-none = 不固定，拿来拿去
contact-lanes = 能收什么
contact-provider = 它的事找谁
contact-provider-none = 没写
contact-terminal-no = 终端编号
contact-model = 品牌和型号
contact-serial = 机身序列号
contact-lights = 灯和声音是什么意思
contact-lights-placeholder = 绿灯：正常。红灯：有故障。
contact-software = 软件版本
contact-address = 登记的地址
contact-got = 怎么来的
contact-got-official = 银行或持牌公司的官方渠道
contact-got-agent = 别人代办的
contact-got-unknown = 记不清了
contact-got-warning = 免费送机、保证低费率，是要当心的信号。照合同上的电话，直接问公司认不认这台机器。

## 店员

contact-staff = 店员
contact-staff-none = 还没写下店员。写下以后，右上角换人只要点一下。
contact-staff-add = 加一个店员
contact-staff-name = 名字
contact-staff-here = 店里的人

## 应答码

contact-codes = 应答码，店里自己的说法
contact-codes-none = 现在用的都是自带的说法。收单机构另有说明的，抄在这里，收款出错时先看它。
contact-code-add = 加一条说法
contact-code = 应答码
contact-code-from = 谁的说法
contact-code-owner = 店里自己写的
contact-code-acquirer = 收单机构印的
contact-code-provider = 哪家的
contact-code-everywhere = 不分哪家
contact-code-meaning = 意思
contact-code-advice = 怎么办
contact-code-needed = 写上意思，或者怎么办，再记一次。
contact-code-ours = 自带的说法
contact-code-ours-none = 这个码没有自带的说法
contact-code-unverified = 公开资料里没有对上
contact-did-code-gone = { $code } 的说法去掉了
