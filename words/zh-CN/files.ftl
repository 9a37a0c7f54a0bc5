# 附件、手机传照片、涂黑

## 加文件的地方

files-label = 照片和文件
files-pick = 选文件
files-phone = 照片从手机来
files-camera = 用摄像头拍
files-hint = 也可以拖进来，或按 Ctrl + V 粘贴
files-drop-here = 拖到这个框里松手
files-waiting = 排着队
files-adding = 正在加
files-kept = 加好了：{ $name }
files-again = 和“{ $name }”是同一个文件，不用再加。
files-forget = 知道了
files-forget-name = 知道了，{ $name }
files-remove = 去掉 { $name }
files-removed = 去掉了“{ $name }”。
files-put-back = 放回来
files-pasted-name = 粘贴{ $ending }
files-not-kept = 这个没存上。再试一次就好。
files-unreadable = 这个文件读不出来。看看它还在不在、是不是文件夹。
files-too-large = 这个文件太大，放不进来。拍小一点或压缩后再加。

## 一张纸

files-open = 看 { $name }
files-alt = 照片 { $name }
files-word-picture = 图片
files-word-file = 文件
files-unseen-heic = 苹果手机的 HEIC 照片，这里显示不了。原件已经存好。
files-unseen-pdf = PDF 不在这里打开。原件已经存好。
files-unseen-other = 不是照片，不在这里打开。原件已经存好。
files-unseen-broken = 这张图显示不了。原件已经存好。
files-copy = 涂黑后的一份
files-copy-of = 由“{ $name }”涂黑

## 看大图

files-viewer-at = { $name }，第 { $number } 个，共 { $count } 个
files-viewer-loading = 正在打开……
files-viewer-before = 前一个
files-viewer-next = 后一个
files-viewer-larger = 放大
files-viewer-smaller = 缩小
files-facts = 这个文件
files-fact-taken-at = 拍的时候（相机自己的钟）
files-fact-at = 存进来的时候
files-fact-by = 谁加的
files-fact-way = 怎么来的
files-fact-size = 大小
files-fact-pixels = 像素
files-fact-turned = 存的时候是歪的，这里已经转正
files-fact-camera = 相机
files-fact-print = 文件指纹（SHA-256）
files-fact-copy = 复制
files-fact-copy-name = 复制文件指纹
files-fact-copied = 指纹复制好了
files-fact-not-copied = 没复制上，可以用鼠标选
files-way-file = 选的文件
files-way-paste = 粘贴
files-way-drop = 拖进来
files-way-camera = 电脑摄像头
files-way-phone = 手机传来
files-way-redacted = 在这里涂黑
files-is-copy = 涂黑前的原件也在：
files-has-copies = 涂黑后的也在：
files-card-seen = 看得见卡号吗？先涂黑一份，给别人看就给那一份。原件不动。
files-card-hint = 拍之前遮住卡号中间的数字。卡背面的三位安全码，千万别拍。

## 涂黑

files-black-start = 涂黑
files-black-board = { $name }，画框涂黑
files-black-how = 按住拖一下，盖住卡号或人脸。用键盘：方向键移动，Shift + 方向键改大小，Enter 盖住。
files-black-save = 存成新的一份
files-black-undo = 撤掉上一个框
files-black-count = 盖住了 { $count } 处
files-black-saved = 涂黑的一份存好了：{ $name }。原件还在。

## 照片从手机来

files-phone-title = 照片从手机来
files-phone-same-network = 手机和这台电脑连同一个 Wi-Fi。
files-phone-straight = 照片从手机直接到这台电脑，不经过网上的任何地方。
files-phone-minutes = 只接一部手机，几分钟后自己关上。
files-phone-who-sees = 传的时候没有加密：连着这个 Wi-Fi、又懂得偷看的人，能看到路上的照片。先遮住卡号，卡背面的安全码千万别拍。
files-phone-offline = 这台电脑没连上店里的网络，手机找不到它。连上手机也在用的 Wi-Fi，再试一次；也可以直接选文件。
files-phone-open = 打开，给手机扫
files-phone-open-said = 打开了，请用手机扫屏幕上的码
files-phone-code = 给手机扫的二维码
files-phone-scan = 用手机相机或微信扫这个码。
files-phone-tap = 在手机上点“开始”。
files-phone-send = 拍照或选照片，可以一次选好几张。
files-phone-or-type = 扫不了的话，在手机浏览器里输入：
files-phone-network = 手机在哪个网络里
files-phone-left = 还开着 { $left }
files-phone-waiting = 等手机来……
files-phone-connected = 手机连上了
files-phone-arriving = 正在来，{ $bytes } / { $total }
files-phone-kept = 收好了
files-phone-same = 收到了，和已有的是同一张
files-phone-kind = 不是照片也不是 PDF，没有收
files-phone-large = 太大了，没有收
files-phone-many = 一次传得太多了，剩下的再开一次传
files-phone-empty = 是空的，没有收
files-phone-broken = 断在半路上，没收全。请手机再传一次
files-phone-not-kept = 电脑这边没存上。请再传一次
files-phone-taken =
    { $count ->
        [0] 还没有收到照片。
       *[other] 收到 { $count } 个，都加好了。
    }
files-phone-done = 手机说传完了
files-phone-expired = 时间到，已经关上
files-phone-stopped = 已经关上
files-phone-again = 再开一次
files-phone-finish = 好了
files-phone-close = 收完了，关上
files-phone-close-hint = 离开这里，手机上的页面就打不开了。

## 电脑摄像头

files-camera-title = 用摄像头拍
files-camera-live = 摄像头现在看到的
files-camera-last = 刚拍的一张
files-camera-take = 拍
files-camera-again = 这张重拍
files-camera-finish = 拍完了
files-camera-count = 拍了 { $count } 张
files-camera-name = 拍照{ $number }.jpg
files-camera-which = 哪个摄像头
files-camera-numbered = 摄像头 { $number }
files-camera-denied = 没有得到用摄像头的许可。在系统设置里放行，或用手机拍。
files-camera-busy = 摄像头正被别的程序用着。关掉那个程序，或用手机拍。
files-camera-none = 没有找到能用的摄像头。插好再打开，或用手机拍。
