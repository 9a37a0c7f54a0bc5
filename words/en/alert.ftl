# Messages to the owner: what is not right about a channel, or why this try did not reach anybody. No blame; what to do next.

## While entering

refusal-alert-url-unreadable = This web address could not be read. Copy all of it from the robot’s settings; it begins with https://.
refusal-alert-url-not-https = { $host } needs an address that begins with https://, so that nobody on the way can read the message. Only addresses in the shop’s own network may use http://.
refusal-alert-url-has-login = The address has a name or password before { $host }. Remove it and save again.
refusal-alert-send-key-unreadable = This SendKey could not be read. It begins with SCT or sctp; copy all of it from ServerChan’s page.
refusal-alert-token-unreadable = The token contains spaces or signs that cannot be sent. Please copy it again.
refusal-alert-field-too-long = “{ $field }” takes { $limit } characters, and this has { $length }. Perhaps too much was copied.
refusal-alert-field-has-control = “{ $field }” contains a line break or invisible characters. Remove them and save again.
refusal-alert-mail-host-unreadable = The mail server “{ $host }” could not be read. Write it like smtp.example.com.
refusal-alert-port = Port { $port } cannot be used; enter 1 to 65535. For mail it is usually 465 or 587.
refusal-alert-mail-address-unreadable = The e-mail address “{ $address }” could not be read. Write it like name@example.com.
refusal-alert-mail-recipient-needed = Please enter at least one address to write to.
refusal-alert-mail-too-many = At most { $limit } addresses can be written to. Remove a few and save again.
refusal-alert-mail-login-incomplete = Enter both user name and password, or neither.
refusal-alert-mail-not-encrypted = Without encryption everybody on the way to { $host } could read message and password. Please choose TLS or STARTTLS.

## While sending: the network

refusal-alert-timed-out = { $seconds ->
    [one] { $host } did not answer within a second. It will be tried again.
   *[other] { $host } did not answer within { $seconds } seconds. It will be tried again.
}
refusal-alert-host-unknown = { $host } was not found. See whether the address is right and this PC is online.
refusal-alert-connection-refused = { $host } takes no connection. See whether address and port are right.
refusal-alert-unreachable = { $host } cannot be reached; most likely this PC is offline. It will be tried again.
refusal-alert-cut-off = The connection to { $host } broke in the middle, so the message may have arrived or not. It will be tried again.
refusal-alert-certificate-untrusted = { $host } could not prove who it is, so nothing was sent. If the shop’s network wants you to sign in first, it will be tried again after that.
refusal-alert-certificate-time = The dates of { $host }’s certificate do not fit. Please check this PC’s date and time first.
refusal-alert-tls-failed = No encrypted connection to { $host } came about. See whether port and encryption are right.
refusal-alert-answer-unreadable = { $host }’s answer could not be read; perhaps a network’s sign-in page is in the way. It will be tried again.

## While sending: what the other side said

refusal-alert-redirected = { $host } sends this address elsewhere ({ $answer }), where it was not followed. Please enter the new address.
refusal-alert-throttled = { $host } says these are too many messages for now. It will be tried again later.
refusal-alert-server-failed = { $host } has a problem of its own ({ $answer }). It will be tried again.
refusal-alert-refused = { $host } does not take this message ({ $answer }). See whether the address is complete.
refusal-alert-key-refused = { $host } does not accept this key ({ $answer }). Copy address and secret again, and see whether the robot is still in the group and has no keyword or network of its own.
refusal-alert-clock-wrong = { $minutes ->
    [one] This PC’s clock and { $host }’s are a minute apart, so the signature does not fit. Set the clock; then it will be tried again.
   *[other] This PC’s clock and { $host }’s are { $minutes } minutes apart, so the signature does not fit. Set the clock; then it will be tried again.
}
refusal-alert-service-refused = { $host } did not take it this time ({ $answer }). It will be tried again.

## While sending: e-mail

refusal-alert-mail-no-tls = The mail server { $host } did not offer STARTTLS, so nothing was sent. Perhaps TLS with port 465 works.
refusal-alert-mail-no-sign-in = The mail server { $host } offers no way to sign in that works here. See whether port and encryption are right.
refusal-alert-mail-sign-in-refused = { $host } did not let you sign in ({ $answer }). Many mail services want an app password here, not the one you sign in with; their settings show it.
refusal-alert-mail-recipient-refused = { $host } cannot deliver to that address ({ $answer }). See whether it is spelt right.
refusal-alert-mail-refused = { $host } does not take this e-mail ({ $answer }). The sender usually has to be the account that signs in.
refusal-alert-mail-busy = The mail server { $host } asks to come again later ({ $answer }). It will be tried again.

## Which field it is about

field-url = Web address
field-secret = Secret
field-token = Token
field-host = Mail server
field-user = User name
field-password = Password
field-address = E-mail address
