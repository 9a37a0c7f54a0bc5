# 到处都用的词。

## 名字和去处

app-name = 开张
app-tagline = 开门前看一遍，今天收不收得了钱
app-nav = 主要页面
app-skip-to-content = 跳到内容
app-window-title = { $page } — 开张
nav-today = 今天
nav-history = 历史
nav-setup = 店铺

## 刷不了（F2）

first-aid-button = 刷不了
first-aid-key = F2
first-aid-name = 刷不了：现在怎么办（F2）
first-aid-title = 别急，一步一步来
first-aid-charged = 扣了款却显示失败？先查询交易，别再刷第二次。
first-aid-say-label = 可以对顾客说
first-aid-say = “不好意思，机器这边有点状况，我马上看，您也可以先扫码或付现金。”
first-aid-order = 按顺序看：账户、机器、网络、卡，再打客服电话。
first-aid-records = 小票、凭证号和时间都留好，不要记卡的安全码和密码。

## 语言、样子、人

language-label = 语言
language-zh-cn = 中文
language-en = English
language-switch = 中 / EN
language-switch-name = 换成 English
theme-label = 明暗
theme-system = 跟随系统
theme-light = 浅色
theme-dark = 深色
theme-contrast = 高对比
text-size-label = 字号
text-size-percent = { $percent }%
text-size-larger = 字大一点
text-size-smaller = 字小一点
staff-label = 谁在用
staff-none = 没写名字
staff-change = 换人
till-label = 收银台
till-switch = 换收银台

## 按钮

app-save = 记下
app-cancel = 取消
app-close = 关上
app-back = 返回
app-retry = 再试一次
app-more = 更多
app-remove = 去掉
app-saved = 已记下

## 出状况时

app-loading = 正在打开…
app-connection-lost = 和记录断开了，正在重新连。已记下的都在。
app-connection-back = 又连上了
app-not-saved = 这一下没记上，原样留着，再试一次就好。
app-error-title = 出了点状况
app-error-unexpected = 没料到的情况（{ $detail }）。已记下的都在，重新打开这一页就好。
app-changed-elsewhere = 别处刚改过，这里已经是最新的
app-demo = 示例店铺，不是真的记录
app-nothing-here = 这里还没有东西
app-page-missing = 没有这一页
app-go-today = 去看今天

## 读屏软件念的

app-name-lanes = 三种收款的状态
app-name-verdict = 今天的结论
app-name-status = 刚刚发生的
app-name-required = 必填
staff-lately = 最近用过的名字
single-keys-label = 单键操作
single-keys-hint = 按一个字母或数字就记一项。用语音输入时可以关掉。
place-not-kept = 草稿没存上，先别关窗口。
till-numbered = { $number } 号台
