# Messages to the owner when the morning check is late.

owner-some-shop = The shop
owner-late-title = { $shop }: nobody has checked that money can be taken
owner-late-text = { $shop } should be open by now. It is { $clock }, { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} late, and nobody has checked that money can be taken.{ $several ->
    [0] {""}
   *[other] { " " }Not checked: { $tills }.
}
owner-try-title = { $shop }: a try
owner-try-text = If you read this, you will hear from here when { $shop } has not checked before opening.
