### What can go wrong with the workspace on disk.

## What was tried when a file failed; fills { $operation }
operation-create = 创建
operation-read = 读取
operation-write = 写入
operation-open = 打开
operation-remove = 删除

## Which part of the data a record belongs to
store-tree =
    { $tree ->
        [lead] { kind-lead-plural }
        [campaign] { kind-campaign-plural }
        [account] { kind-account-plural }
        [contact] { kind-contact-plural }
        [opportunity] { kind-opportunity-plural }
        [order] { kind-order-plural }
        [activity] { kind-activity-plural }
        [user] { kind-user-plural }
        [pool] { kind-pool-plural }
        [import_batch] { kind-import_batch-plural }
        [settings] { kind-settings-plural }
        [custom_field] { kind-custom_field-plural }
        [custom_kind] { kind-custom_kind-plural }
        [custom] { kind-custom-plural }
        [history] 变更历史
       *[other] 其他数据
    }

## Files and disks
error-file = 无法{ $operation }“{ $path }”（{ $reason }）。之前保存的数据没有变动，最后一步可能没有保存。请确认磁盘或 U 盘已连接，再试一次。
error-disk-full = 磁盘已满，无法{ $operation }“{ $path }”。之前保存的数据都在，最后一步可能没有保存。请清理出一些空间，再试一次。
error-not-permitted = 系统不允许程序{ $operation }“{ $path }”。之前保存的数据没有变动。请调整文件或文件夹的权限，或换一个位置，再试一次。
error-cannot-read = 无法读取“{ $path }”（{ $reason }）。没有任何数据变动。请确认文件还在、磁盘或 U 盘已连接，再试一次。

## Opening a workspace
error-locked = 工作区“{ $path }”已被另一个 Fairlead 打开（进程 { $holder }）。没有任何数据变动。请先在那里关闭，再试一次。
error-newer-workspace = “{ $path }”是由较新版本的 Fairlead 写入的。没有任何数据变动。请更新这台电脑上的程序，再试一次。
error-newer-record = 有一条记录是由较新版本的 Fairlead 写入的，这里无法显示。该记录原样保留。请更新这台电脑上的程序，再重新打开工作区。

## Damage
error-damaged-workspace = “{ $path }”的内容与程序上次留下的不一致，可能丢失了一部分或被外部改动。没有删除或写入任何数据。请恢复最新的备份；当前的文件夹会另外保留。
error-damaged-manifest = 文件“{ $path }”已损坏，因此没有打开工作区。没有删除或写入任何数据。请恢复最新的备份；当前的文件夹会另外保留。
error-damaged-database = 无法读取“{ $path }”里的数据（{ $reason }）。没有删除任何数据。请关闭程序后重新打开；如果仍然不行，请恢复最新的备份，当前的文件夹会另外保留。
error-damaged-record = 有一条记录已损坏，无法读取（位于“{ store-tree }”）。没有删除任何数据。请检查工作区，看看影响多大，再恢复最新的备份。
error-missing-records = 有些记录不见了（位于“{ store-tree }”）。其余的都还在。请先不要再录入数据：检查工作区，再恢复最新的备份。
error-missing-file = 无法打开随记录保存的文件“{ $path }”（{ $reason }）。记录本身还在。如果文件被移走，请放回原处，或恢复最新的备份。
error-damaged-file-kept = “{ $path }”里保存的内容已和当初保存的不同。工作区的其他数据没有变动。请恢复最新的备份来找回内容。
error-damaged-backup = “{ $path }”已损坏，或不是 Fairlead 的备份。工作区没有变动。请换用另一份备份，或在其他磁盘上重新备份。

## Saving
error-journal-broken = 磁盘没有确认之前的一次保存，程序因此暂停写入。在那之前已确认保存的数据都在。请检查磁盘，然后关闭程序再重新打开。
error-restart-needed = 磁盘出现问题后，程序已停止保存，以免数据混乱。之前保存的数据都在，这一步没有保存。请关闭程序再重新打开。
error-saved-not-applied = 这次更改已保存，但还没有显示出来。没有丢失任何数据。请关闭程序再重新打开，就会看到。
error-large-command-running = 另一项大型任务（例如导入）还在进行。没有任何数据变动。请等它完成或取消它，再试一次。
error-cannot-encode = 这次更改无法转换成可保存的格式（{ $reason }）。这次更改没有保存，之前的数据都在。请一次少做一些，再试一次。

store-rebuilt = 数据库曾经损坏，已由日志重建，已保存的数据没有丢失。损坏的数据库保留在 { $path }。
