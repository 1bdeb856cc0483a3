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
        [switch] true 或 false
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
handle-phone-there = “{ $text }”在对方国家拨不通；请以 + 和国家区号开头。
handle-email-or-phone = “{ $text }”既不是电子邮件地址，也不是电话号码；{ $kind } 需要其中之一。
handle-length = “{ $text }”不会是 { $kind } 账号；账号长度为 { $least } 到 { $most } 个字符。
handle-character = “{ $text }”不会是 { $kind } 账号：不允许有“{ $character }”。请粘贴主页地址，或只写账号。
handle-url = “{ $text }”不是网址；请写成 example.com 或 https://example.com/shop 这样。
handle-no-profile = “{ $text }”是 { $kind } 的地址，但不是个人或公司的主页；请粘贴主页本身的地址。
handle-other-site = “{ $text }”属于 { $site }，不属于 { $kind }；请选择相应的渠道。

## 真伪
verdict-real = 真实
verdict-doubtful = 可疑
verdict-fake = 虚假
verdict-unknown = 尚不清楚
check-email-syntax = 邮箱地址
check-email-domain = 邮箱域名
check-email-typo = 拼写
check-email-site = 邮箱与网站
check-lookalike = 仿冒域名
check-phone = 电话
check-phone-country = 电话与国家
check-same-handle = 相同联系方式
check-same-text = 相同内容
check-greeting = 称呼
check-product = 需求
check-request = 套路
check-links = 链接
check-history = 往来
verify-no-email = 还没有邮箱；请对方提供公司域名的邮箱。
verify-address = { $address } 的写法符合邮箱格式。
verify-not-an-address = “{ $address }”不是邮箱地址。写信前请再问一次。
verify-address-mixed = “{ $address }”混用了外形相似的不同字母。正经地址不会这样。
verify-domain-own = { $domain } 是自有域名。
verify-domain-named = { $domain } 是自有域名，且含公司名称。
verify-domain-free = { $domain } 是免费邮箱：不能说明公司真假。
verify-domain-disposable = { $domain } 提供几分钟即弃的临时邮箱。
verify-typo = { $domain } 像是 { $of } 的误写。试试正确拼写，或再问一次。
verify-no-such-ending = 没有以 { $domain } 这样结尾的域名。请再问一次地址。
verify-site-same = 邮箱与网站同属 { $site }。
verify-site-sister = 邮箱 { $domain } 与网站 { $site } 同名。
verify-site-other = 邮箱来自 { $domain }，网站却是 { $site }。请问清两者的关系。
verify-site-free = 有网站 { $site }，却用 { $domain } 写信。请对方提供网站域名的邮箱。
verify-mixed = { $domain } 混用了外形相似的不同字母。
verify-lookalike-script = { $domain } 用外文字母冒充 { $of }。
verify-lookalike = { $domain } 在仿冒 { $of }。
verify-lookalike-added = { $domain } 借用 { $of } 的名称，却属于别人。
verify-phone-valid = { $number } 是有效号码。
verify-phone-invalid = { $number } 不是任何地方的有效号码。请再问一次。
verify-phone-fits = 号码属于 { $country }，与所说一致。
verify-phone-elsewhere = 号码属于 { $country }，对方却说在 { $stated }。
verify-same-handle = 同一地址或号码还属于 { $count } 个不同名称的客户：{ $who }。
verify-same-text = 另有 { $count } 个发件人写过一字不差的内容：{ $who }。
verify-generic = 称呼泛泛，也没提任何产品。
verify-no-product = 还没提到产品。问问需要什么、要多少。
verify-product = 提到了你熟悉的产品。
verify-quantity = 提到了数量。
verify-specific = 说明了产品和数量，像真正的买家。
verify-ordered = 以前下过单。
verify-answered = 已回复过你 { $count } 次。
verify-link-program = 指向 { $host } 的链接是一个程序。不要打开。
verify-link-disguised = 有链接掩盖了真正去处：{ $host }。不要打开。
verify-link-short = 有链接经 { $host } 缩短，看不出去处。
verify-link-many = 一条消息里有 { $count } 个链接。
tell-registration = 域名注册套路信：有人“申请”用你的公司名注册域名或关键词。并无此事，不必回复。
tell-trademark = 商标代理套路信：为没人争的商标收费。
tell-overpayment = 多付骗局：支票或信用卡多付，余款转给“我的货代”。
tell-advance-fee = 百万巨款分成，先要手续费。
tell-vendor-fee = 投标之前先要你交费。
tell-visa = 对方要签证邀请函。开具前请先核实公司。
tell-samples = 只要免费样品，少谈订单。
tell-phishing = 这条消息想让你到某处登录。不要登录。
tell-pitch = 对方是来推销的：流量、名单、贷款或展位。
tell-everything = 一次索要全部：整本目录带价格。
tell-credit = 首单就要长账期。

## 匹配
fit-b2b = 企业
fit-b2c = 终端用户

## 待补充
ask-emergency = 有订单在进行，却没有紧急联系人：货到港前请要到一个。
ask-any-channel = 没有任何联系方式。请在认识对方的地方索要。
ask-second-channel = { $count ->
        [0] 只有一个渠道：再要一个。
       *[other] 只有一个渠道：再要一个，如 { $kinds }。
    }
ask-country = 问清所在国家：由此才知道作息、节假日和常用软件。
ask-email = 要一个邮箱：报价和单据都发到那里。
ask-person = 问清对方是谁。

## 下一个渠道
channel-answers = { $days ->
        [0] { $kind }：{ $sent } 次中回复 { $answered } 次，通常 { $hours ->
            [0] 一小时内
           *[other] { $hours } 小时内
        }
       *[other] { $kind }：{ $sent } 次中回复 { $answered } 次，通常 { $days } 天后
    }
channel-heard = { $kind }：对方自己在那里写过
channel-ranked = { $kind }：没试过；在当地排第 { $place }
channel-untried = { $kind }：还没试过
channel-silent = { $kind }：发过 { $sent } 次，没有回复
channel-broken = { $kind }：“{ $handle }”不通
channel-retired = { $kind } 已停用；由 { $next } 接替
channel-gone = { $kind } 已停用

## 沉默
reason-our-turn = 该你回复
reason-never-written = 尚未联系
reason-absence = 不在
reason-bounced = 退信
reason-holiday = 节假日
reason-weekend = 周末
reason-night = 夜间
reason-early = 还早
reason-channel-retired = 渠道停用
reason-address-doubtful = 地址存疑
reason-channel-never-answered = 渠道
reason-missed-hours = 时段
reason-too-many = 过多
reason-unverified = 未核实
reason-unknown = 原因不明
why-our-turn = { $days ->
        [0] 对方今天最后发言：该你回复了。
       *[other] 对方 { $days } 天前最后发言：该你回复了。
    }
why-never-written = 双方还没有往来：先写一封。
why-paused = 暂停跟进到 { $date }，之前不打扰
why-paused-note = 暂停跟进到 { $date }：{ $note }
why-absence = 对方说过不在，{ $date } 回来：“{ $words }”
why-holiday = 当地正值{ $name }，休到 { $date }。
why-holiday-estimated = 当地正值{ $name }（日期为推算），约休到 { $date }。
why-holiday-past = 发信后的时间大半是{ $name }，至 { $date }。
why-weekend = 当地是周末。对方当地时间 { $day } 上班。
why-weekend-there = 当地是周末。
why-night = 当地时间 { $time }，不在对方的联系时段内。
why-early = { $usual ->
        [0] 对方通常要 { $hours } 小时：还早。
       *[other] 对方通常要 { $usual } 天：还早。
    }
why-just-sent = 发出还不到一天：还早。
why-bounced = { $date } 收到退信：邮件到不了对方。
why-retired = 你用的是已停用的 { $kind }。由 { $next } 接替。
why-unreadable = { $kind } 账号“{ $handle }”不像有效账号：可能送不到任何人。
why-never-answered = 用 { $kind } 发过 { $count } 次，对方从未在那里回复。
why-missed-hours = 对方通常在当地 { $from } 到 { $to } 之间回复；你是在 { $sent } 发的。
why-too-many = 两周内连发 { $count } 条都没有回复：再发可能把人赶走。
why-fake = 种种迹象表明对方并不真实。
why-doubtful = 对方是否真实值得怀疑。
why-unverified = 对方从未回复，也没人核实过真假。
why-unknown = 沉默 { $days } 天，日历和往来都解释不了。
action-answer = 回复对方
action-write = 写给对方
action-wait = 先等，再写
action-switch-channel = 换一个渠道
action-ask-channel = 再要一个渠道
action-verify = 先核实真假
action-nothing = 无需处理：已归档
