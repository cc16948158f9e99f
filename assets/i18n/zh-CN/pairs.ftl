### 可能重复的记录。

place-duplicates = 重复数据
pairs-count = { $count ->
    [0] 没有待确认的重复
   *[other] { $count } 组待确认
}
pairs-keys = M 合并 · N 不是同一个 · L 稍后 · 1、2 选择保留哪一条
pairs-both = 两条记录
pairs-scan = 搜索全部数据
pairs-scanning = 正在全部数据中搜索重复
pairs-comparing = 比对中…
pairs-scanned = { $count ->
    [0] 已搜索全部数据：没有新的疑似重复。
   *[other] 已搜索全部数据：新增 { $count } 组待确认。
}
pairs-scanned-more = 已搜索全部数据：最可能的 { $count } 组已加入待确认；另有 { $more } 组不太确定，再次搜索时会出现。
pairs-nothing = 没有待确认的重复
pairs-nothing-hint = 导入时无法确定的成对数据会出现在这里。“搜索全部数据”会检查所有线索和联系人。
pairs-same = { $score } — 很可能是同一个
pairs-look = { $score } — 可能是同一个
pairs-two = { $score } — 现在看来不太像
pairs-merge = 合并
pairs-apart = 不是同一个
pairs-later = 稍后
merge-title = 合并 { $count } 条记录
merge-stays = 保留哪一条？
merge-keep = 保留 { $name }
merge-facts = { $made } · { $fields } 个字段
merge-chosen = 内容不同：请选择
merge-united = 全部保留
merge-filled = 只有一条有：予以保留
merge-the-same = 相同
merge-will = 保留{ $kind }“{ $name }”，并入 { $others }。{ $fields ->
    [0] 字段不变
   *[other] { $fields } 个字段会更改
}，{ $moved ->
    [0] 不影响其他记录
   *[other] { $moved } 条其他记录会移过来
}。撤销可还原一切。
toast-merged = 已合并到“{ $name }”。
toast-apart = 已记住：{ $name } 不是同一个。
toast-noted = 已将 { $count } 组加入待确认。
likely-title = 是其中之一吗？
likely-open = 改为打开“{ $name }”
likely-open-short = 打开
likely-merge = 与“{ $name }”合并
likely-away = 隐藏
