# 搜索：在哪里找到的。
found-in-mark = 检查项
found-in-finish = 早检备注
found-in-day-note = 日子备注
found-in-incident = 故障
found-in-incident-note = 故障经过
found-in-sale = 待查交易
found-in-receipt = 小票
found-in-dispute = 案子
found-in-dispute-note = 案子经过
found-in-file = 附件
found-in-provider = 联系人
found-in-terminal = 终端
found-in-staff = 店员
found-in-code-text = 应答码，店里的说法
found-belongs = 属于{ $what }
