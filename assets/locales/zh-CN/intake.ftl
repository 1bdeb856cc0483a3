# intake: what is said about files that come in

intake-error-read = 读不了 { $file }：{ $reason }。请检查文件名，以及您是否有权读取。
intake-error-too-big = { $file } 超过 { $limit } MB。请拆成几个文件，再一起导入。
intake-error-too-wide = { $file } 超过 { $limit } 列。请只保留客户相关的列，或指定分隔符。
intake-error-empty = { $file } 里没有数据行，没有导入任何内容。
intake-error-encoding = 没有叫“{ $label }”的编码。可以试试 utf-8、gb18030、big5、shift_jis、windows-1252 或 utf-16le。
intake-error-not-a-table = { $file } 是 { $format } 文件，这里读不出表格。请另存为 XLSX 或 CSV 再导入。
intake-error-json = { $file } 是 JSON，本程序只导出、不导入这种格式。请另存为 CSV 或 XLSX 再导入；`tradewind export FILE.csv` 导出的文件可以读回来。
intake-error-workbook = { $file } 无法作为工作簿打开：{ $reason }。请重新另存为 XLSX 或 CSV。
intake-error-locked = { $file } 有密码保护。请另存一份无密码的副本导入，之后删除副本。
intake-error-sheet = { $file } 里没有工作表“{ $sheet }”。现有：{ $sheets }。
intake-error-column = { $file } 里没有“{ $column }”这一列。现有：{ $columns }。

intake-unreadable = 有 { $count } 处无法按 { $encoding } 读取。如有乱码，请指定编码。
intake-row-too-wide = 这一行超过 { $limit } 列，未导入。
intake-cell-too-long = 有单元格超过 { $limit } kB，这一行未导入。
intake-quote-unclosed = 有引号没有闭合，这一行按原样读取。
intake-nobody = 这一行看不出是谁：没有姓名、公司、邮箱、电话或账号。
intake-no-date = { $column } 中的“{ $text }”不是日期，已保留在备注里。
intake-handle-elsewhere = { $handle } 已属于另一位客户，已保留在备注里。
intake-notes-full = { $name } 的备注已满，没有再添加。

intake-why-asked = 按您的指定
intake-why-mark = 文件自带标记
intake-why-strict = 确定
intake-why-chinese = 读作中文通顺
intake-why-guess = 推测，请核对下面的名称

intake-action-create = 新增
intake-action-update = 补充
intake-action-unchanged = 无变化
intake-action-skip = 跳过
intake-action-fail = 失败

intake-field-name = 名称
intake-field-first-name = 名
intake-field-middle-name = 中间名
intake-field-last-name = 姓
intake-field-company = 公司
intake-field-person = 联系人
intake-field-role = 职位
intake-field-country = 国家
intake-field-city = 城市
intake-field-zone = 时区
intake-field-language = 语言
intake-field-tier = 等级
intake-field-stage = 阶段
intake-field-tags = 标签
intake-field-source = 来源
intake-field-interests = 意向产品
intake-field-requirements = 特殊要求
intake-field-notes = 备注
intake-field-cadence = 跟进周期
intake-field-birthday = 生日
intake-field-favourite = 收藏
intake-field-id = 外部编号
intake-field-service = 聊天工具
intake-field-handle = 账号
intake-field-channel = 联系方式
intake-field-last-contact = 上次联系
intake-field-next-follow-up = 下次跟进
intake-field-rfq-id = 询盘编号
intake-field-title = 询盘
intake-field-message = 留言
intake-field-quantity = 数量
intake-field-unit = 单位
intake-field-inquiry-date = 询盘日期
intake-field-inquiry-age = 询盘时间
intake-field-as-of = 导出日期
intake-field-is-company = 是否公司
intake-field-parent = 所属公司
intake-field-ignore = 不导入
intake-field-extra = 写入备注

# Mail
intake-mail-none = 这不是邮件：没有发件人、日期和主题。
intake-mail-parts = 这封邮件超过 { $limit } 个部分，已略过。
intake-mail-too-big = 这封邮件超过 { $limit } MB，已略过。
intake-mail-many = 邮箱文件超过 { $limit } 封邮件，其余未读。请拆成几个文件分别导入。
intake-mail-nested = 邮件中嵌套的 { $count } 封邮件没有打开，其余已读取。
intake-mail-cut = 正文超过 { $limit } kB，后面的部分没有保留。
intake-mail-no-sender = 邮件没有写发件人。
intake-mail-address = “{ $from }”不是可以回复的地址。
intake-mail-automatic = { $from } 是自动发信：退信或无人查收的通知。
intake-mail-nobody = 您写给了 { $to }，对方还不是客户。
intake-mail-no-date = 邮件没有日期，按导入时间记录。
intake-mail-own = 还没有设置您自己的邮箱，所有邮件都按收到处理。请在配置的 own_addresses 中填写。
intake-mail-mixed = 邮件和表格不能一次导入，请分开导入。

# Paste
paste-source-label = 文中标明
paste-source-signature = 来自签名
paste-source-header = 来自邮件头
paste-source-url = 来自网址
paste-source-number = 按国际区号
paste-source-domain = 按域名
paste-source-text = 从正文推断，请核对
paste-likely-handle = 邮箱或号码相同
paste-likely-company-and-more = 公司相同，联系人或邮箱域名也相同
paste-likely-company = 公司名称相同
paste-likely-person = 姓名相同
