# 屏幕底部：刚刚发生了什么。
said-committed = { $what }
said-undone = 已撤销：{ $what }
said-redone = 已重做：{ $what }
said-elsewhere = 另一窗口：{ $what }
said-undone-elsewhere = 另一窗口已撤销：{ $what }
said-restored-elsewhere = 文件已换成备份，看板显示的是备份里的内容。
said-nothing-changed = 无需改动，本来就是这样。
said-read-only = 此文件在这里只能查看，不能修改。
said-copied = 已复制 { $kind }：{ $handle }
said-copied-retired = 已复制 { $kind }：{ $handle } —— { $kind } 已停止服务，请向客户要 { $successor }
said-opening = 正在打开 { $link }
said-open-failed = 桌面无法打开：{ $reason }。可按 y 改为复制。
said-tmux-failed = tmux 没有接收复制内容：{ $reason }。终端可能已收到。
said-merge-mark = 已标记。移到重复的那一位，再按 m。
said-merge-too-many = 一次只能合并两位客户。按 Esc 清除标记。
said-unreadable = { $path } 无法解读：文件已损坏，或与扩展名不符。请重新保存，或另存为 CSV。
said-no-thread = 系统线程不足：{ $reason }。请关闭其他程序后再试。
said-backup = 已备份：{ $path }
said-exported = 已导出 { $count } 位客户到 { $path }

# 为什么现在按这个键没有作用。
why-read-only = 此文件在这里只能查看。
why-busy = 请等任务完成，或按 Esc 停止。
why-no-customer = 没有选中客户。按 n 新建，或按 / 搜索。
why-nothing-planned = 这里没有跟进安排。按 f 安排一次跟进。
why-empty-list = 列表是空的。按 Esc 取消筛选。
why-no-saved-view = 只能删除自己保存的视图。按 v 保存一个。
why-not-empty = 演示只用于空的客户板。运行 tradewind demo 可另开一个演示。
why-no-channels = 还没有联系方式。按 E 添加。
why-no-such-channel = 没有第 { $number } 个联系方式。按 E 添加。
why-no-channel-of-kind = 还没有 { $kind }。按 E 添加，或向客户要。
why-no-link = { $kind } 没有可打开的链接，请复制账号。
why-field-is-typed = 这一项是输入的，没有可切换的选项。
why-no-rows = 这个表单没有可以再加一行的内容。

# 表单。
form-new = 新客户
form-edit = 编辑 { $name }
form-log = 记录与 { $name } 的联系
form-plan = { $count ->
    [1] 跟进 { $name }
   *[other] 跟进 { $count } 位客户
}
form-tags = { $count ->
    [1] { $name } 的标签
   *[other] { $count } 位客户的标签：直接写为添加，-标签 为移除
}
form-view = 视图：筛选、排序，起个名字就能保存
form-import = 导入
form-export = 导出当前显示的 { $count } 位客户
form-kind = { $kind }
form-in-person = 当面
form-country = { $country }
form-list = { $list }
form-date-past = { $date }（已过去）
form-date = { $date }
form-date-note = { $date } · { $rest }
form-date-time = { $date } { $time }
form-date-time-note = { $date } { $time } · { $rest }
form-planned-already = 已安排在 { $date }。留空则保持不变。
form-reads-as = { $handle }
form-retired = { $kind } 已停止服务，请向客户要 { $successor }。
form-text-needed = 请写一句联系内容。
form-name-needed = 姓名、公司、联系人或联系方式，至少填一项。
form-path-needed = 哪个文件？输入路径，或把文件拖到终端里。
form-export-kinds = 文件名须以 .csv 或 .json 结尾。
form-no-such-country = 不认识国家“{ $text }”。请写中文名、英文名或两位代码。
form-no-such-zone = 没有时区“{ $text }”。请写成 Europe/Berlin 这样。
form-bad-cadence = “{ $text }”不是 1 到 3650 之间的天数。
form-bad-birthday = “{ $text }”不是日期。请写 1980-05-17 或 05-17。
form-channel-twice = { $handle } 已经有了。
form-not-known = 不认识“{ $text }”。
form-several-zones = 该国有 { $count } 个时区，请先填写客户的城市或时区（E）。
form-no-zone = 不知道客户的时区，请先填写国家、城市或时区（E）。
direction-out = → 我方发出
direction-in = ← 客户发来

# 菜单。
menu-copy = 复制哪个？
menu-open = 打开哪个？
menu-channel = { $kind }  { $handle }
menu-stage = 移到哪个阶段？
menu-theme = 配色
menu-snooze = 推迟到
menu-snooze-tomorrow = 明天，{ $date }
menu-snooze-2 = 两天后，{ $date }
menu-snooze-3 = 三天后，{ $date }
menu-snooze-monday = 下周一，{ $date }
menu-snooze-week = 一周后，{ $date }
menu-snooze-month = 一个月后，{ $date }
menu-config = 配置中有 { $count } 行无法使用
menu-delete = 删除 { $count } 位客户？可以撤销。
menu-delete-yes = 删除
menu-delete-no = 保留
theme-dark = 深色
theme-light = 浅色
theme-contrast = 高对比
theme-none = 无颜色

# 耗时任务。
job-read = 正在读取

# 配置里的按键。
config-unknown-command = [keys]：没有命令“{ $command }”。按 : 查看全部命令。
config-bad-key = [keys]：{ $command } 的“{ $key }”不是按键。请写 a、C-r、space、f2，或 g d 这样的两键。
config-key-clash = [keys]：{ $command } 的 { $key } 已被 { $other } 占用。

# 文件如何读取，导入会做什么。
import-encoding = { $encoding }（{ $why ->
    [intake-why-asked] 按你指定
    [intake-why-mark] 有标记
    [intake-why-strict] 确定
    [intake-why-chinese] 读作中文
   *[other] 推测：请核对下面的名称
}）
import-tabs = 制表符分隔
import-spaces = 空格分隔
import-delimiter = 以“{ $delimiter }”分隔
import-conflict = 第 { $line } 行，{ $name }：{ $field }保留“{ $there }”，文件中为“{ $here }”
import-replaced = 第 { $line } 行，{ $name }：{ $field }由“{ $there }”改为“{ $here }”
form-path-kinds = CSV、Excel、阿里询盘、EML、mbox、Maildir，自动识别；订单与明细分两个文件时，依次写上
form-paths = { $count } 个文件，合在一起读：{ $names }
import-letters = 收到 { $received } 封，发出 { $sent } 封 · 已有客户 { $known } 家，新询盘 { $inquiries } 家
