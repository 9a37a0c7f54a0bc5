# 早检晚了，发给店主的消息。

owner-some-shop = 店里
owner-late-title = { $shop }：还没查能不能收款
owner-late-text = { $shop }已经到点开门，{ $clock } 了还没查能不能收款，晚了 { $minutes } 分钟。{ $several ->
    [0] {""}
   *[other] 还没查的：{ $tills }。
}
owner-try-title = { $shop }：试发一条
owner-try-text = 收到这条，说明以后{ $shop }开门前没查能不能收款，你会在这里知道。
