# domain

## when
when-empty = 什么时候？可以写“明天”“周五 15:00”“+2w”或“2026-12-01”。
when-unknown = 看不懂日期“{ $text }”。可以写“明天”“周五 15:00”“+2w”或“2026-12-01”。
when-no-such-day = 日历上没有“{ $text }”这一天，请核对月和日。
when-too-far = “{ $text }”超出了 9999 年，请选近一些的日子。

## config
config-unreadable = 无法读取 { $path }：{ $reason }。已使用默认设置。
config-not-utf8 = 此行含有非 UTF-8 字节，请将文件另存为 UTF-8。
config-syntax = 不是有效的 TOML：{ $reason }。此行已跳过。
config-unknown = 没有“{ $key }”这项设置，已忽略。
config-unknown-nearest = 没有“{ $key }”这项设置。是不是“{ $nearest }”？
config-type = “{ $key }”应为{ $wanted ->
        [text] 加引号的文字
        [number] 整数
        [table] 表
       *[list] 文字列表
    }，已使用默认值。
config-range = “{ $key }”应为 { $least } 到 { $most } 之间的整数，已使用默认值。
config-zone = 没有时区“{ $value }”。请写成“Asia/Shanghai”这样；目前使用本机时区。
config-choice = “{ $key }”不能是“{ $value }”。可选：{ $choices }；已使用默认值。
config-country = “{ $value }”不是 CN、DE 这样的国家代码，已使用默认值。

## outlet
outlet-write = 无法写入 { $path }：{ $reason }。原有内容未动。
# A handle that cannot be read as one of its kind. $text: what was written, $kind: the channel's name.
handle-empty = 这里还没有填写内容。
handle-unreadable = “{ $text }”太长或含有控制字符；请只填写 { $kind } 账号本身。
handle-email = “{ $text }”不是电子邮件地址；应有用户名、@ 和域名，例如 anna@example.com。
handle-email-mixed = “{ $text }”混用了外形相近的不同字母，真实地址不会这样；请手工输入，或向客户核实。
handle-phone = “{ $text }”不是可以拨打的号码；请以 + 和国家区号开头，或先填写客户所在国家。
handle-email-or-phone = “{ $text }”既不是电子邮件地址，也不是电话号码；{ $kind } 需要其中之一。
handle-length = “{ $text }”不会是 { $kind } 账号；账号长度为 { $least } 到 { $most } 个字符。
handle-character = “{ $text }”不会是 { $kind } 账号：不允许有“{ $character }”。请粘贴主页地址，或只写账号。
handle-url = “{ $text }”不是网址；请写成 example.com 或 https://example.com/shop 这样。
handle-no-profile = “{ $text }”是 { $kind } 的地址，但不是个人或公司的主页；请粘贴主页本身的地址。
handle-other-site = “{ $text }”属于 { $site }，不属于 { $kind }；请选择相应的渠道。
