# 读取文件。错误信息说明发生了什么、保留了什么、接下来该怎么做。

error-file-not-found = 找不到文件“{ $path }”，未导入任何数据。请检查文件名和文件夹，或重新插入 U 盘。
error-file-is-a-folder = “{ $path }”是文件夹，未导入任何数据。请选择其中的文件。
error-file-not-permitted = 您没有读取“{ $path }”的权限，未导入任何数据。请获取读取权限，或将文件复制到自己的文件夹。
error-file-unreadable = 无法读取“{ $path }”（{ $reason }），未导入任何数据。请将文件复制到本机后再导入。
error-empty-file = “{ $path }”没有任何数据行，未导入任何数据。请选择其他文件或工作表。
error-unknown-format = “{ $path }”不是文本文件、工作簿或 vCard，未导入任何数据。请另存为 xlsx、csv 或 vcf 后再导入。
error-format-not-yet = “{ $path }”是 { $format } 文件，目前还无法读取，未导入任何数据。请另存为 xlsx 或 csv 后再导入。
error-ole-unknown = “{ $path }”是旧版 Office 文件，但不是工作簿，未导入任何数据。请另存为 xlsx 或 csv 后再导入。
error-password-protected = “{ $path }”设有密码保护，未导入任何数据。请打开后取消密码并另存，再导入。
error-damaged-file = “{ $path }”已损坏或不安全（{ $reason }），未导入任何数据。请用原来的程序打开并重新保存，再导入。
error-file-too-large = “{ $path }”超过 { $limit }，未导入任何数据。请拆分成多个文件，或将工作簿另存为 csv。
error-inflates-too-much = “{ $path }”解压后远大于文件本身，与恶意文件相似，未导入任何数据。如果您信任此文件，请打开后重新保存。
error-no-table = “{ $path }”是没有表格的网页，未导入任何数据。请直接复制表格，或另存为 xlsx 或 csv。
error-no-code = “{ $path }”中找不到可识别的二维码，未导入任何数据。请在光线充足处从正上方重新拍摄。
error-damaged-picture = 图片“{ $path }”已损坏或过大（{ $reason }），未导入任何数据。请重新存为 png 或 jpg 后再导入。
error-no-cards-inside = “{ $path }”中没有可导入的文件：{ $files }。未导入任何数据。请单独导入其中一个文件以查看原因。
error-too-many-files = “{ $path }”包含超过 { $limit } 个文件，未导入任何数据。请分批导入。
error-unsafe-name = 压缩包中的“{ $path }”会落到文件夹之外，因此未读取。
error-cannot-start-reader = 无法启动另一个进程来读取“{ $path }”（{ $reason }），未导入任何数据。请另存为 xlsx 或 csv 后再导入。
error-errors-only = “{ $path }”只有结果为错误的公式（例如 #DIV/0!、#REF!），没有其他内容，未导入任何数据。请在能计算这些公式的程序中打开，改存为数值后再导入。
error-reader-gave-up = 无法读取“{ $path }”：读取进程中途结束，未导入任何数据。请打开文件并另存为 xlsx 或 csv 后再导入。
error-reader-too-slow = 读取“{ $path }”耗时太久，未导入任何数据。请打开文件并另存为 xlsx 或 csv 后再导入。
error-reading-stopped = 已停止读取“{ $path }”，未导入任何数据。
error-file-comes-back = “{ $path }”是本程序导出后交回的文件，未导入任何数据。请用“fairlead import”并回其中的修改。
error-too-many-rows = “{ $path }”超过 5,000,000 行，未导入任何数据。请拆分成多个文件。
error-read-failed = “{ $path }”只能读到第 { $row } 行（{ $reason }），未导入任何数据。请确认 U 盘或网络连接后重新导入。
error-file-changed = “{ $path }”在读取过程中被修改，未导入任何数据。请等文件写入完成后重新导入。
error-unknown-encoding = 没有名为“{ $encoding }”的编码。请使用 utf-8、big5、gbk、shift_jis 或 utf-16le 等名称，或省略以自动检测。
error-no-such-row = “{ $path }”没有可作为表头的第 { $row } 行，未导入任何数据。请指定文件中的行号；如果没有表头请填 0。
error-unknown-sheet = “{ $path }”没有名为“{ $sheet }”的工作表，未导入任何数据。现有工作表：{ $sheets }。
error-unknown-column = 没有名为“{ $column }”的列，未导入任何数据。现有的列：{ $columns }。没有表头的列请用位置表示，例如 #3。
error-unknown-target = 没有名为“{ $field }”的字段可供“{ $column }”对应，未导入任何数据。可用的字段：{ $fields }。
error-not-a-map = “{ $path }”不是有效的映射文件（{ $reason }），未导入任何数据。请写成一个 JSON 对象，例如 { "{" }"姓名": "name", "#5": null{ "}" }。

# 数据行的问题。

problem-ragged = 此行的单元格数与表头不符；缺少的留空，多出的仍保留在文件中。
problem-unclosed-quote = 此行有未闭合的引号，已按不含引号的方式读取。请检查各单元格。
problem-cell-cut = 单元格超过 32,767 个字符；其余内容未导入，仍保留在文件中。
problem-digits-lost = 这个号码已被电子表格缩写，末几位数字已丢失。请在源文件中更正后重新导入此行。
problem-totals-row = 此行是合计或备注，不是名片。
problem-repeated-header = 此行是重复的表头，不是名片。
problem-too-many-columns = 第 512 列之后的内容未读取。
problem-mixed-encoding = 此行的编码与其他行不同，请确认文字是否正确。
problem-undecodable = 部分字符无法解码，显示为 �。如果很多行都这样，请改选其他编码。
problem-formula-empty = 单元格的公式尚未计算。请用 Excel 打开并保存后重新导入。
problem-formula-error = 单元格的公式结果为错误，已留空。
problem-card-unfinished = 这张名片没有结尾，已保留可读取的部分。
problem-card-of-a-group = 这张名片是其他名片的群组，不是一个人。
problem-damaged-card = 这张名片已损坏，无法读取。
problem-not-a-card = 这既不是 vCard，也不是 MECARD。
problem-file-left-out = 此文件未导入，因为格式无法识别或已损坏。请单独导入以查看原因。
problem-sheet-left-out = 此工作表未导入，因为它被隐藏或不含名片。若仍要导入，请指定其名称。
problem-record-gone = 已找不到此行 ID 对应的记录，因此跳过此行。
problem-cell-not-taken = 此单元格有修改，但无法从文件并回，请在程序中修改。
problem-read-failed = 文件无法继续读取。
problem-file-changed = 文件在读取过程中被修改。
problem-too-many-rows = 文件超过 5,000,000 行。
problem-damaged-file = 文件从此处起已损坏。

# 未导入数据行的文件。

rejects-reason = 未导入的原因

# 字段映射的依据。

why-known-label = 已知的表头
why-content = 根据内容判断
why-template = 沿用上次设置
why-user = 由您指定
why-unknown = 无法识别

problem-date-unread = 这个日期不靠猜测无法判读，因此字段留空。
problem-mail-unread = 这不是电子邮箱地址，已保留在备注中。
problem-title-row = 此行是下方表格的标题，不是名片。
