# 到处都用的词。

## 名字和去处

app-name = 开张
app-nav = 主要页面
app-window-title = { $page } — 开张
nav-today = 今天
nav-history = 历史
nav-evidence = 证据
nav-reminders = 提醒
nav-setup = 店铺
nav-incidents = 故障
nav-receipts = 小票
nav-firstaid = 收不了款
nav-contacts = 联系人和终端

## 语言、样子、人

language-switch = 中 / EN
language-switch-name = 换成 English
theme-label = 明暗
theme-system = 跟随系统
theme-light = 浅色
theme-dark = 深色
text-size-label = 字号
text-size-percent = { $percent }%
text-size-larger = 字大一点
text-size-smaller = 字小一点
staff-none = 没写名字
staff-change = 换人
till-switch = 换收银台

## 按钮

app-save = 记下
app-cancel = 取消
app-close = 关上
app-retry = 再试一次
app-more = 更多
app-remove = 去掉

## 出状况时

app-not-saved = 这一下没记上，原样留着，再试一次就好。
app-demo = 示例店铺，不是真的记录

## 读屏软件念的

app-name-lanes = 三种收款的状态
app-name-required = 必填
staff-lately = 最近用过的名字
single-keys-label = 单键操作
single-keys-hint = 按一个字母或数字就记一项。用语音输入时可以关掉。
place-not-kept = 草稿没存上，先别关窗口。
till-numbered = { $number } 号台
