//! What names of companies are made of. None of them is meant to exist.

/// First characters of brands in Taiwan.
#[rustfmt::skip]
pub(super) const TW_FIRST: &[(&str, &str)] = &[
    ("晉", "jin"), ("翊", "yi"), ("曜", "yao"), ("祐", "you"), ("澄", "cheng"), ("湛", "zhan"),
    ("穎", "ying"), ("皓", "hao"), ("禾", "he"), ("嵐", "lan"), ("峻", "jun"), ("柏", "bo"),
    ("鈺", "yu"), ("沅", "yuan"), ("昱", "yu"), ("凱", "kai"), ("騏", "qi"), ("森", "sen"),
    ("璟", "jing"), ("銳", "rui"), ("勁", "jin"), ("拓", "tuo"), ("恆", "heng"), ("朗", "lang"),
    ("歐", "ou"), ("賀", "ho"), ("漢", "han"), ("詠", "yong"), ("暘", "yang"), ("盟", "meng"),
    ("川", "chuan"), ("鋒", "feng"), ("睿", "rei"), ("承", "chen"), ("緯", "wai"), ("岳", "yue"),
];

/// Later characters of brands in Taiwan.
#[rustfmt::skip]
pub(super) const TW_NEXT: &[(&str, &str)] = &[
    ("騰", "teng"), ("冠", "guan"), ("揚", "yang"), ("衡", "heng"), ("煒", "wei"), ("朔", "shuo"),
    ("禎", "zhen"), ("彥", "yan"), ("曄", "ye"), ("錸", "lai"), ("瀚", "han"), ("谷", "gu"),
    ("岱", "dai"), ("臻", "chen"), ("洋", "yang"), ("翰", "han"), ("豪", "hao"), ("駿", "jun"),
    ("源", "yuan"), ("擎", "qing"), ("展", "zhan"), ("策", "ce"), ("耘", "yun"), ("耀", "yao"),
    ("律", "lu"), ("韋", "wei"), ("卓", "zhuo"), ("霖", "lin"), ("琦", "qi"), ("晟", "sheng"),
    ("諾", "nuo"), ("鴻", "hung"), ("璽", "xi"), ("嶽", "yueh"), ("崴", "wai"), ("亨", "heng"),
];

/// First characters of brands in China.
#[rustfmt::skip]
pub(super) const CN_FIRST: &[(&str, &str)] = &[
    ("恒", "heng"), ("锐", "rui"), ("凌", "ling"), ("启", "qi"), ("迈", "mai"), ("卓", "zhuo"),
    ("瀚", "han"), ("诺", "nuo"), ("博", "bo"), ("骏", "jun"), ("韵", "yun"), ("朗", "lang"),
    ("霆", "ting"), ("沃", "wo"), ("弘", "hong"), ("赛", "sai"), ("铭", "ming"), ("腾", "teng"),
    ("驰", "chi"), ("思", "si"), ("璟", "jing"), ("奥", "ao"), ("泓", "hong"), ("蓝", "lan"),
    ("易", "yi"), ("优", "you"), ("捷", "jie"), ("航", "hang"), ("岚", "lan"), ("科", "ke"),
    ("尚", "shang"), ("图", "tu"), ("希", "xi"), ("米", "mi"), ("领", "ling"), ("瑜", "yu"),
];

/// Later characters of brands in China.
#[rustfmt::skip]
pub(super) const CN_NEXT: &[(&str, &str)] = &[
    ("拓", "tuo"), ("维", "wei"), ("翼", "yi"), ("泽", "ze"), ("帆", "fan"), ("峰", "feng"),
    ("途", "tu"), ("曼", "man"), ("特", "te"), ("尔", "er"), ("栎", "li"), ("森", "sen"),
    ("源", "yuan"), ("远", "yuan"), ("航", "hang"), ("骐", "qi"), ("纳", "na"), ("川", "chuan"),
    ("锋", "feng"), ("岳", "yue"), ("晖", "hui"), ("域", "yu"), ("格", "ge"), ("微", "wei"),
    ("码", "ma"), ("擎", "qing"), ("坤", "kun"), ("阔", "kuo"), ("盾", "dun"), ("宸", "chen"),
    ("迅", "xun"), ("驭", "yu"), ("衡", "heng"), ("朔", "shuo"), ("桥", "qiao"), ("越", "yue"),
];

/// First parts of brands elsewhere.
#[rustfmt::skip]
pub(super) const EN_FIRST: &[&str] = &[
    "Alder", "Bren", "Corvin", "Dorn", "Elster", "Falken", "Garren", "Halden", "Isen", "Jarrow",
    "Kestrel", "Lorren", "Marl", "Norvik", "Osten", "Pell", "Quarn", "Rhein", "Solm", "Tarn",
    "Ulmer", "Varen", "Wexel", "Yarrow", "Zeller", "Ashby", "Birken", "Cald", "Drey", "Ebner",
    "Fenn", "Gild", "Hollin", "Imber", "Jurg", "Kord", "Linden", "Morrow", "Nessel", "Orlan",
];

/// Second parts of brands elsewhere.
#[rustfmt::skip]
pub(super) const EN_NEXT: &[&str] = &[
    "wick", "mann", "stead", "feld", "gate", "mark", "ton", "well", "berg", "ford", "hart", "line",
    "works", "dale", "brook", "stone", "ridge", "haus", "crest", "field", "port", "ley", "vale",
    "worth", "holm", "bach", "tec", "nova", "aris", "ex", "on", "ium", "ora", "ant", "is", "an",
];

/// What a company does: in Taiwan, in China, elsewhere, in a domain; its industry.
pub(super) type Trade = (&'static str, &'static str, &'static str, &'static str, &'static str);

/// Trades of the industries we aim at.
#[rustfmt::skip]
pub(super) const AIMED_AT: &[Trade] = &[
    ("精密", "精密", "Precision", "precision", "machinery"),
    ("機械", "机械", "Machinery", "machinery", "machinery"),
    ("自動化", "自动化", "Automation", "automation", "machinery"),
    ("工業", "工业", "Industries", "industrial", "machinery"),
    ("智能", "智能装备", "Robotics", "robotics", "machinery"),
    ("電子", "电子", "Electronics", "electronics", "electronics"),
    ("光電", "光电", "Optics", "optics", "electronics"),
    ("半導體設備", "半导体设备", "Semicon Equipment", "semicon", "electronics"),
    ("汽車零件", "汽车零部件", "Automotive", "auto", "automotive"),
    ("車業", "车业", "Drive Systems", "drives", "automotive"),
];

/// Trades of other industries.
#[rustfmt::skip]
pub(super) const OTHERS: &[Trade] = &[
    ("生醫", "医疗器械", "Medical", "medical", "medical"),
    ("包裝", "包装", "Packaging", "packaging", "packaging"),
    ("食品", "食品", "Foods", "foods", "food"),
    ("化工", "化工", "Chemicals", "chem", "chemicals"),
    ("紡織", "纺织", "Textiles", "textile", "textile"),
    ("物流", "物流", "Logistics", "logistics", "logistics"),
    ("資訊", "信息技术", "Software", "soft", "software"),
    ("國際", "国际贸易", "Trading", "trading", "services"),
];
