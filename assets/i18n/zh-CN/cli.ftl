## What the command line says

cli-list-count = 显示 { $shown } 条，共 { $total } 条
cli-nothing-changed = 没有任何更改。
cli-queued = 新增 { $count } 组待确认的重复。用“list pair”查看全部。
cli-undone = 已撤销“{ $command }”：还原 { $reversed } 条，{ $kept } 条因之后有更改而保留，{ $failed } 条无法还原。
cli-redone = 已重做“{ $command }”：更改 { $reversed } 条，{ $kept } 条因之后有更改而保留，{ $failed } 条无法更改。
cli-imported = { $file }：读取 { $rows } 行，新增 { $new }、更新 { $updated }、跳过 { $skipped }、拒收 { $rejected }。批次 { $batch }
cli-imported-before = 同一份文件已于 { $date } 导入过，这次只加入新的数据。
cli-returned = { $file } 已交回：读取 { $rows } 行，更新 { $changed } 条记录，{ $kept } 处冲突保留原状。
cli-row = 第 { $row } 行
cli-exported = 已将 { $count } 条记录写入 { $file }
cli-backed-up = 备份已写入并读回确认：{ $file }（{ $entries } 条数据、{ $files } 个文件）。
cli-restored = 工作区已还原为备份的内容。
cli-restored-beside = 工作区已还原为备份的内容，原来的工作区保留在 { $old }。
cli-sound = 所有数据都与写入时相同。
cli-not-sound = 有数据与写入时不同。请还原最新的备份，损坏的工作区会保留在旁边。

## What can go wrong

error-cannot-print = 无法输出结果：{ $reason }。
error-cannot-write = 无法写入 { $path }：{ $reason }。您的数据没有变动，请换一个位置再试一次。
error-workspace-not-empty = 这个工作区已有线索，因此没有加入示例数据。请用 --data 指定空的文件夹。
error-check-failed = { $details }
error-bad-delimiter = “{ $value }”不是分隔符。请给一个字符，例如 , ; 或 tab。
error-no-data-folder = 系统没有指定数据的存放位置。请用 --data 指定工作区文件夹。
error-not-a-pair = “{ $value }”不是字段与值。请写成 名称=值。
error-unknown-choice = “{ $value }”不是{ $list }的值。可用的有：{ $known }。
error-unknown-ending = 无法写入“{ $ending }”文件，请使用 xlsx、csv、vcf 或 jsonl。
error-no-people = 只有线索和联系人可以写成 vCard，“{ $kind }”不行，未写出任何数据。请改用 xlsx、csv 或 jsonl 文件名。
error-too-many-rows-for-xlsx = 一张工作表最多容纳 1,048,575 行，数据超过此数。请将“{ $path }”改为 csv 或 jsonl，或用 --filter 减少条数。
error-unknown-kind = 没有“{ $kind }”这种记录。可用的有：{ $known }。
error-unknown-report = 没有名为“{ $report }”的报表。可用的有：{ $known }。
error-no-display = 没有可打开窗口的屏幕。同样的工作可用命令完成：import、list、show、report、export、backup，详见 fairlead --help。
error-window-failed = 无法打开窗口：{ $reason }。您的数据是安全的；不用窗口也能使用命令，详见 fairlead --help。
