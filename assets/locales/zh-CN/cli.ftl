# 命令行

## 帮助
cli-help-usage = 用法
cli-help-commands = 命令
cli-help-arguments = 参数
cli-help-options = 选项
cli-help-everywhere = 通用选项

about-tradewind = 为独立外贸人准备的键盘客户看板。不带命令即打开看板。
about-demo = 打开一个临时看板，客户均为虚构，不碰你的数据
about-import = 从 CSV、Excel、EML、mbox 或 Maildir 导入客户、订单或邮件，一步完成，可撤销
about-list = 列出某个视图中的客户

arg-db = 客户文件 [环境变量：TRADEWIND_DB]
arg-config = 配置文件
arg-now = 把此刻当作现在 [环境变量：TRADEWIND_NOW]
arg-lang = 回答所用的语言：en 或 zh-CN
arg-zone = 你自己的时区，如 Asia/Shanghai
arg-color = 是否使用颜色
arg-help = 显示帮助
arg-version = 显示版本
arg-json = 输出一个 JSON 文档
arg-view = 视图：all、due、inquiries、reachable、waiting、favourites、amber、red、care、holidays、drift、open-sea、archived，或你保存的视图
arg-demo-customers = 虚构多少个客户
arg-demo-seed = 种子相同，客户相同
arg-import-files = 要读取的文件
arg-import-as = 每一行是什么
arg-import-map = 指定字段所在的列；COLUMN 为表头或从 1 起的序号
arg-import-encoding = 文件编码，如 gbk 或 windows-1252；不写则自动识别
arg-import-delimiter = 单元格之间的分隔符：一个字符、tab 或 spaces；不写则自动识别
arg-import-no_header = 文件没有表头
arg-import-sheet = 工作簿中的工作表
arg-import-overwrite = 文件中的值与你的不同时，以文件为准
arg-import-dry_run = 只预览，不写入
arg-list-tier = 只看这些等级：A、B、C、none
arg-list-stage = 只看这些阶段
arg-list-country = 只看这些国家，写代码或名称
arg-list-tag = 只看带此标签的客户；可重复
arg-list-sort = 排序：next、name、tier、country、last、created、stage、silence、window、worth
arg-online = 同时联网核实：域名能否收信、网站能否打开、是否署着他们的名称
arg-list-reverse = 倒序

## 何处何时
cli-no-such-lang = 没有语言“{ $tag }”。请用 en 或 zh-CN。
cli-no-such-zone = 没有时区“{ $zone }”。请写成 Asia/Shanghai 这样。
cli-no-config = 没有文件 { $file }。请检查 --config 后的路径。
cli-no-home = 找不到你的主目录，也就不知道客户文件在哪里。请用 --db 指定。
cli-bad-now = “{ $text }”不是一个时刻。请写成 2026-11-22T10:14:00+08:00 这样。
cli-config-line = { $line ->
        [0] 配置：{ $text }
       *[other] 配置第 { $line } 行：{ $text }
    }
cli-no-terminal = 看板需要终端。脚本请用“tradewind list”，其余见“tradewind --help”。
cli-board-failed = 看板已停止：{ $reason }。已确认的改动都在文件中。
cli-output = 结果写不出去：{ $reason }。
cli-no-daily-backup = 改动已保存，但今天的备份没有做成。{ $reason }

## 没有的名称
cli-no-such-command = 没有命令“{ $command }”。“tradewind help”列出全部。
cli-no-such-view = 没有视图“{ $view }”。现有：{ $views }。
cli-no-such-tier = 没有等级“{ $tier }”。只有 A、B、C 和 none。
cli-no-such-stage = “{ $stage }”不能作为阶段。现有：{ $stages }。
cli-no-such-country = 没有国家“{ $country }”。请写代码或名称，如 DE 或 德国。
cli-no-such-kind = 没有渠道“{ $kind }”。现有：{ $kinds }。
cli-no-such-sort = 没有排序“{ $sort }”。现有：{ $sorts }。

## 客户
cli-col-id = 编号
cli-col-tier = 级
cli-col-name = 客户
cli-col-who = 联系人
cli-col-country = 国家
cli-col-last = 上次
cli-col-next = 下次
cli-today = 今天
cli-days = { $days } 天
cli-customers = { $count ->
        [0] 这里没有客户。
       *[other] { $count } 个客户。
    }

## 导入
cli-bad-delimiter = “{ $text }”不能作分隔符。请用一个字符、tab 或 spaces。
cli-bad-map = “{ $text }”不是 FIELD=COLUMN。请写成 email=邮箱 或 phone=3 这样。
cli-no-such-field = 没有字段“{ $field }”。现有：{ $fields }。
cli-job-read = 读取
cli-job-compare = 比对
cli-job-write = 写入
cli-import-create = 新增
cli-import-update = 更新
cli-import-unchanged = 相同
cli-import-skip = 跳过
cli-import-fail = 有误
cli-import-problem = { $file } 第 { $line } 行：{ $reason }
cli-import-problem-file = { $file }：{ $reason }
cli-import-conflict = { $file } 第 { $line } 行：{ $name } 的{ $field }仍为“{ $there }”；文件中是“{ $here }”。
cli-import-replaced = { $file } 第 { $line } 行：{ $name } 的{ $field }改为“{ $here }”，原为“{ $there }”。
cli-import-more = …… 另有 { $count } 条。
cli-import-counts = 读取 { $read } 行：新增 { $created }，更新 { $updated }，不变 { $unchanged }，跳过 { $skipped }，失败 { $failed }。
cli-import-dry = 尚未写入。去掉 --dry-run 即可导入。
cli-import-undo = “tradewind undo”可撤销整个导入。
cli-import-nothing = 没有需要改动的。

## 其他命令
about-find = 像看板搜索一样查找客户，最符合的在前
about-show = 查看一个客户：渠道、跟进、往来记录
about-add = 新增客户
about-tier = 设定客户等级
about-log = 记录一次联系
about-plan = 安排一次跟进
about-done = 完成客户的下一次跟进
about-due = 列出今天到期和已逾期的跟进
about-undo = 撤销最近的步骤
about-redo = 重做已撤销的步骤
about-history = 列出做过的步骤，最新的在前
about-export = 把客户写入 CSV 或 JSON 文件
about-backup = 备份客户文件并校验
about-restore = 用备份替换客户文件，替换前先备份现有文件
about-check = 检查客户文件是否完好
about-completions = 输出 shell 补全脚本
about-help = 显示某个命令的帮助
about-man = 输出手册页

after-show = WHO 可以是编号、邮箱、任意写法的电话、账号，或只符合一个客户的文字。
after-plan = WHEN 可写 today、tomorrow、+3d、+2w、fri、“fri 15:00”、明天、下周一、2026-12-01 或 2026-12-01T15:00，其后的文字为备注。

arg-who = 编号、邮箱、电话、账号，或只符合一个客户的文字
arg-find-query = 名称、联系人、账号、电话、国家、标签或备注的一部分
arg-find-channel = 只看有此类渠道的客户，并显示该渠道
arg-find-copy = 把最符合者的账号复制到终端剪贴板
arg-find-limit = 显示多少个
arg-add-name = 你用来找它的名称：公司名或人名
arg-add-company = 公司名，与名称不同时填写
arg-add-country = 国家，写代码或名称
arg-add-tier = A、B、C 或 none
arg-add-channel = 联系方式，如 email=anna@example.com；第一个为首选
arg-tier-tier = 等级
arg-log-via = 所用渠道
arg-log-in = 客户联系你
arg-log-out = 你联系客户；两者都不写时即为此
arg-log-at = 何时：15:00、昨天、2026-11-20T15:00；不写即现在
arg-log-text = 内容
arg-plan-when = 时间与事由
arg-plan-theirs = 按客户当地时间理解
arg-done-text = 结果如何
arg-due-on = 改看这一天
arg-undo-count = 多少步
arg-redo-count = 多少步
arg-history-limit = 显示多少步
arg-history-who = 只看涉及此客户的步骤
arg-export-file = 要写入的文件
arg-export-format = csv 或 json；不写则看文件名
arg-export-who = 只导出此客户
arg-backup-file = 备份到何处；不写则放在客户文件旁边
arg-restore-file = 备份文件
arg-help-verb = 命令
arg-completions-shell = shell 名称

## 是谁
cli-who-nobody = 没有客户符合“{ $who }”。“tradewind find”找得更宽。
cli-who-several = “{ $who }”符合 { $count } 个客户。请用编号指明：
cli-who-more = …… 另有 { $count } 个。

## 查找与查看
cli-find-nobody = 没有客户符合“{ $query }”。
cli-no-channel = { $name } 没有可复制的此类渠道。
cli-no-clipboard = 没有可用来复制的终端。去掉 --copy，从列表中取用。
cli-copied = 已复制 { $name } 的 { $handle }。
cli-fact-id = 编号
cli-fact-company = 公司
cli-fact-tier = 等级
cli-fact-stage = 阶段
cli-fact-country = 国家
cli-fact-city = 城市
cli-fact-local = 当地
cli-fact-tags = 标签
cli-fact-interests = 意向
cli-fact-requirements = 要求
cli-fact-last = 上次联系
cli-fact-notes = 备注
cli-mark-primary = 首选
cli-mark-emergency = 紧急
cli-mark-retired = 已停用
cli-section-channels = 渠道
cli-section-follow-ups = 已安排
cli-section-timeline = 往来

## 改动
cli-nothing-changed = 无需改动：已是如此。
cli-added = 已新增 { $name }，编号 { $id }。
cli-add-no-name = 客户需要名称：公司名或人名。
cli-add-known = { $handle } 已属于 { $name }（编号 { $id }）。若为同一客户，用“tradewind undo”撤销。
cli-bad-channel = “{ $text }”不是 KIND=HANDLE。请写成 email=anna@example.com 这样。
cli-log-future = “{ $text }”还没到。这里记录已发生的联系；安排将来请用“tradewind plan”。
cli-propose = 尚无安排。按联系周期，下次为 { $date }：tradewind plan { $id } { $date }
cli-zone-several = { $name } 可能在多个时区：{ $zones }。请在看板上（E）填写城市或时区，或去掉 --theirs。
cli-zone-unknown = 不知道 { $name } 在哪里。请在看板上（E）填写国家或时区，或去掉 --theirs。
cli-planned = 已安排 { $name }：{ $due }。
cli-planned-theirs = 已安排 { $name }：{ $due }，即本地 { $here }。
cli-done = 已完成：{ $name }，原定 { $due }。
cli-done-nothing = { $name } 没有待办的跟进。记录联系用“tradewind log”，安排跟进用“tradewind plan”。
cli-due-none = 今天没有到期的跟进。
cli-due-none-on = { $date } 没有到期的跟进。
cli-overdue = 逾期 { $days } 天
cli-undone = 已撤销：{ $label }
cli-redone = 已重做：{ $label }
cli-history-none = 还没有任何步骤。
cli-state-undone = 已撤销
cli-state-dropped = 已撤销，不可重做
cli-rows = { $count } 行

## 文件
cli-export-format = 从 { $file } 的名称看不出格式。请加 --format csv 或 --format json。
cli-export-onto-db = { $file } 就是客户文件本身。请换一个文件名导出。
cli-exported = 已把 { $count } 个客户写入 { $file }。
cli-restore-missing = 没有文件 { $file }，未恢复任何数据。备份存放在 { $folder }。
cli-backup-no-folder = 没有文件夹 { $folder }，未做备份。请先建好，或换一个位置。
cli-backup-exists = { $file } 已存在，未作改动。请换一个文件名。
cli-backed-up = 已备份到 { $file }。
cli-restored = 已从 { $file } 恢复。原有文件在 { $folder }。
cli-check-whole = { $file } 完好。
cli-check-damaged = { $file } 有损坏：{ $count } 处。“tradewind restore”可恢复备份。

## verify、why
about-verify = 客户是真的吗？离线给出证据与建议
about-why = 客户为何沉默，下一步做什么
cli-verify-verdict = { $name }：{ $verdict }，得分 { $score }
cli-verify-yours = 这只是建议，决定由你来做。
cli-fit = 匹配：{ $score }（{ $side }：{ $words }）
cli-fit-none = 匹配：没有找到你的关键词。
cli-why-silent = { $days ->
        [0] { $name }
       *[other] { $name }：已沉默 { $days } 天
    }
cli-why-step = 下一步：{ $action }。
cli-why-step-by = 下一步：{ $action }，用 { $channel }。
cli-why-step-for = 下一步：{ $action }：{ $channel }。
cli-why-step-at = 下一步：{ $action }，你的时间 { $at }。
cli-why-step-by-at = 下一步：{ $action }，用 { $channel }，你的时间 { $at }。
cli-why-step-for-at = 下一步：{ $action }：{ $channel }，你的时间 { $at }。
cli-why-there = { $line }届时当地 { $time }。
cli-why-channels = 渠道，最好的在前：
cli-why-ask = 值得索要：{ $kinds }
## 工作日
about-next-workday = 某国的下一个工作日，以及中间跳过的日子
after-next-workday = CC 为国家代码或名称；DATE 为日期，如 2026-12-25、tomorrow、周五。
arg-next-workday-country = 国家
arg-next-workday-date = 想要的日子
cli-workday-is = { $country }：{ $date } 是工作日。
cli-workday-next = { $country }：下一个工作日是 { $date }。
cli-workday-weekend = 周末
cli-workday-estimated = { $holiday }（推算）
cli-workday-unknown = { $country }：这里没有 { $year } 年的公共假日，只看了周末。
