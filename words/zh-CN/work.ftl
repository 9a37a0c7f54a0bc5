# 要等一会儿的事：到哪一步了；以及交进来的大文件

work-kind-check-pack = 正在核对证据包
work-kind-make-pack = 正在做证据包
work-phase-gathering = 正在找齐相关记录
work-phase-reading = 正在读文件
work-phase-checking = 正在核对哈希和签名
work-phase-typesetting = 正在排版
work-phase-writing = 正在写文件
work-phase-timestamping = 正在请求时间戳
work-stop = 停下
work-stopping = 正在停下、收拾……
work-stopped = 停下了，没留下半截的东西。
work-percent = { $percent }%

refusal-work-running = 还有一件事没做完。等它做完，或先让它停下。
refusal-work-stopped = 停下了，没留下半截的东西。
refusal-work-broke-off = 程序出错，做到一半断了。没留下半截的东西，记录都在。请再试一次。
refusal-work-not-started = 没能开始：{ $detail }。请再试一次。
refusal-work-none = 现在没有要等的事。
refusal-handed-too-large = 文件超过 { $limit_gib } GiB，太大，这里核对不了。
refusal-handed-out-of-order = 文件传到一半断了，请重新选一次。
refusal-handed-unknown = 这个文件已经不在了，请重新选一次。
refusal-made-unknown = “{ $path }”不是这次打开程序后做出来的，所以不打开它的文件夹。
refusal-made-not-shown = 这里打不开文件夹。文件在 { $path }
refusal-not-a-pack = 这不是证据包：{ $detail }。
refusal-pack-unreadable = 读不了“{ $path }”：{ $detail }
