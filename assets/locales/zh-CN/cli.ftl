# 命令行

## 帮助
cli-help-usage = 用法
cli-help-commands = 命令
cli-help-arguments = 参数
cli-help-options = 选项
cli-help-everywhere = 通用选项

about-tradewind = 为独立外贸人准备的键盘客户看板。不带命令即打开看板。
about-demo = 打开一个临时看板，客户均为虚构，不碰你的数据
about-import = 从 CSV、TSV 或 XLSX 导入客户，一步完成，可撤销
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
arg-view = 视图：all、due、inquiries、waiting、favourites、open-sea、archived，或你保存的视图
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
arg-list-sort = 排序：next、name、tier、country、last、created、stage
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
cli-no-board = 看板无法启动。
cli-output = 结果写不出去：{ $reason }。
cli-no-daily-backup = 改动已保存，但今天的备份没有做成。{ $reason }

## 没有的名称
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
