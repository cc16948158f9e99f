//! What names of people are made of.

type Words = &'static [(&'static str, &'static str)];

/// Families of Taiwan; the commonest come twice.
#[rustfmt::skip]
pub(super) const TW_FAMILIES: Words = &[
    ("陳", "Chen"), ("林", "Lin"), ("黃", "Huang"), ("張", "Chang"), ("李", "Lee"), ("王", "Wang"),
    ("陳", "Chen"), ("林", "Lin"), ("黃", "Huang"), ("張", "Chang"), ("吳", "Wu"), ("劉", "Liu"),
    ("蔡", "Tsai"), ("楊", "Yang"), ("許", "Hsu"), ("鄭", "Cheng"), ("謝", "Hsieh"), ("郭", "Kuo"),
    ("洪", "Hung"), ("邱", "Chiu"), ("曾", "Tseng"), ("廖", "Liao"), ("賴", "Lai"), ("徐", "Hsu"),
    ("周", "Chou"), ("葉", "Yeh"), ("蘇", "Su"), ("莊", "Chuang"), ("呂", "Lu"), ("江", "Chiang"),
    ("何", "Ho"), ("蕭", "Hsiao"), ("羅", "Lo"), ("高", "Kao"), ("潘", "Pan"), ("簡", "Chien"),
    ("朱", "Chu"), ("鍾", "Chung"), ("彭", "Peng"), ("游", "Yu"), ("詹", "Chan"), ("胡", "Hu"),
    ("施", "Shih"), ("沈", "Shen"), ("余", "Yu"), ("盧", "Lu"), ("梁", "Liang"), ("趙", "Chao"),
    ("顏", "Yen"), ("柯", "Ko"), ("翁", "Weng"), ("魏", "Wei"), ("孫", "Sun"), ("戴", "Tai"),
];

/// Families of China; the commonest come twice.
#[rustfmt::skip]
pub(super) const CN_FAMILIES: Words = &[
    ("王", "Wang"), ("李", "Li"), ("张", "Zhang"), ("刘", "Liu"), ("陈", "Chen"), ("杨", "Yang"),
    ("王", "Wang"), ("李", "Li"), ("张", "Zhang"), ("刘", "Liu"), ("赵", "Zhao"), ("黄", "Huang"),
    ("周", "Zhou"), ("吴", "Wu"), ("徐", "Xu"), ("孙", "Sun"), ("胡", "Hu"), ("朱", "Zhu"),
    ("高", "Gao"), ("林", "Lin"), ("何", "He"), ("郭", "Guo"), ("马", "Ma"), ("罗", "Luo"),
    ("梁", "Liang"), ("宋", "Song"), ("郑", "Zheng"), ("谢", "Xie"), ("韩", "Han"), ("唐", "Tang"),
    ("冯", "Feng"), ("于", "Yu"), ("董", "Dong"), ("萧", "Xiao"), ("程", "Cheng"), ("曹", "Cao"),
    ("袁", "Yuan"), ("邓", "Deng"), ("许", "Xu"), ("傅", "Fu"), ("沈", "Shen"), ("曾", "Zeng"),
    ("彭", "Peng"), ("吕", "Lü"), ("苏", "Su"), ("卢", "Lu"), ("蒋", "Jiang"), ("蔡", "Cai"),
    ("贾", "Jia"), ("丁", "Ding"), ("魏", "Wei"), ("薛", "Xue"), ("叶", "Ye"), ("余", "Yu"),
];

/// Given names of Taiwan: first and second characters, of men and of women.
#[rustfmt::skip]
pub(super) const TW_GIVEN: [(Words, Words); 2] = [
    (
        &[
            ("志", "Chih"), ("建", "Chien"), ("家", "Chia"), ("俊", "Chun"), ("冠", "Kuan"),
            ("柏", "Po"), ("宗", "Tsung"), ("承", "Cheng"), ("明", "Ming"), ("文", "Wen"),
            ("信", "Hsin"), ("彥", "Yen"), ("育", "Yu"), ("子", "Tzu"), ("品", "Pin"),
            ("景", "Ching"), ("國", "Kuo"), ("世", "Shih"), ("振", "Chen"), ("仁", "Jen"),
            ("威", "Wei"), ("嘉", "Chia"), ("弘", "Hung"), ("政", "Cheng"), ("聖", "Sheng"),
            ("昱", "Yu"), ("峻", "Chun"), ("鈞", "Chun"), ("智", "Chih"), ("茂", "Mao"),
        ],
        &[
            ("豪", "Hao"), ("宏", "Hung"), ("偉", "Wei"), ("廷", "Ting"), ("翰", "Han"),
            ("傑", "Chieh"), ("賢", "Hsien"), ("銘", "Ming"), ("均", "Chun"), ("宇", "Yu"),
            ("瑋", "Wei"), ("霖", "Lin"), ("軒", "Hsuan"), ("誠", "Cheng"), ("龍", "Lung"),
            ("佑", "Yu"), ("成", "Cheng"), ("昇", "Sheng"), ("凱", "Kai"), ("倫", "Lun"),
            ("維", "Wei"), ("達", "Ta"), ("峰", "Feng"), ("恩", "En"), ("諺", "Yen"),
            ("毅", "Yi"), ("鴻", "Hung"), ("德", "Te"), ("祥", "Hsiang"), ("哲", "Che"),
        ],
    ),
    (
        &[
            ("宜", "Yi"), ("雅", "Ya"), ("怡", "Yi"), ("淑", "Shu"), ("佩", "Pei"),
            ("佳", "Chia"), ("詩", "Shih"), ("筱", "Hsiao"), ("欣", "Hsin"), ("思", "Szu"),
            ("美", "Mei"), ("麗", "Li"), ("曉", "Hsiao"), ("靜", "Ching"), ("雨", "Yu"),
            ("心", "Hsin"), ("芷", "Chih"), ("婉", "Wan"), ("秀", "Hsiu"), ("慧", "Hui"),
            ("玉", "Yu"), ("惠", "Hui"), ("郁", "Yu"), ("鈺", "Yu"), ("珮", "Pei"),
            ("巧", "Chiao"), ("意", "Yi"), ("彩", "Tsai"), ("素", "Su"), ("湘", "Hsiang"),
        ],
        &[
            ("婷", "Ting"), ("君", "Chun"), ("雯", "Wen"), ("芬", "Fen"), ("玲", "Ling"),
            ("潔", "Chieh"), ("穎", "Ying"), ("萱", "Hsuan"), ("琪", "Chi"), ("蓉", "Jung"),
            ("樺", "Hua"), ("安", "An"), ("儀", "Yi"), ("芳", "Fang"), ("如", "Ju"),
            ("涵", "Han"), ("真", "Chen"), ("瑜", "Yu"), ("珊", "Shan"), ("娟", "Chuan"),
            ("茹", "Ju"), ("霞", "Hsia"), ("蓁", "Chen"), ("綺", "Chi"), ("妤", "Yu"),
            ("菁", "Ching"), ("華", "Hua"), ("卿", "Ching"), ("筠", "Yun"), ("庭", "Ting"),
        ],
    ),
];

/// Given names of China, the same way.
#[rustfmt::skip]
pub(super) const CN_GIVEN: [(Words, Words); 2] = [
    (
        &[
            ("建", "Jian"), ("国", "Guo"), ("志", "Zhi"), ("海", "Hai"), ("晓", "Xiao"),
            ("文", "Wen"), ("永", "Yong"), ("立", "Li"), ("少", "Shao"), ("天", "Tian"),
            ("宏", "Hong"), ("泽", "Ze"), ("浩", "Hao"), ("俊", "Jun"), ("云", "Yun"),
            ("一", "Yi"), ("思", "Si"), ("子", "Zi"), ("春", "Chun"), ("振", "Zhen"),
            ("铁", "Tie"), ("长", "Chang"), ("瑞", "Rui"), ("景", "Jing"), ("学", "Xue"),
            ("卫", "Wei"), ("向", "Xiang"), ("东", "Dong"), ("书", "Shu"), ("传", "Chuan"),
        ],
        &[
            ("伟", "Wei"), ("磊", "Lei"), ("洋", "Yang"), ("勇", "Yong"), ("杰", "Jie"),
            ("涛", "Tao"), ("军", "Jun"), ("强", "Qiang"), ("鹏", "Peng"), ("超", "Chao"),
            ("平", "Ping"), ("刚", "Gang"), ("辉", "Hui"), ("波", "Bo"), ("宁", "Ning"),
            ("宇", "Yu"), ("鑫", "Xin"), ("晨", "Chen"), ("阳", "Yang"), ("博", "Bo"),
            ("昊", "Hao"), ("睿", "Rui"), ("轩", "Xuan"), ("斌", "Bin"), ("明", "Ming"),
            ("龙", "Long"), ("飞", "Fei"), ("林", "Lin"), ("亮", "Liang"), ("凯", "Kai"),
        ],
    ),
    (
        &[
            ("晓", "Xiao"), ("雨", "Yu"), ("秀", "Xiu"), ("丽", "Li"), ("玉", "Yu"),
            ("桂", "Gui"), ("雪", "Xue"), ("思", "Si"), ("欣", "Xin"), ("佳", "Jia"),
            ("梦", "Meng"), ("嘉", "Jia"), ("春", "Chun"), ("海", "Hai"), ("美", "Mei"),
            ("慧", "Hui"), ("诗", "Shi"), ("若", "Ruo"), ("亚", "Ya"), ("婉", "Wan"),
            ("静", "Jing"), ("文", "Wen"), ("月", "Yue"), ("小", "Xiao"), ("艺", "Yi"),
            ("红", "Hong"), ("冬", "Dong"), ("彩", "Cai"), ("淑", "Shu"), ("紫", "Zi"),
        ],
        &[
            ("敏", "Min"), ("静", "Jing"), ("丽", "Li"), ("霞", "Xia"), ("艳", "Yan"),
            ("玲", "Ling"), ("红", "Hong"), ("琳", "Lin"), ("婷", "Ting"), ("瑶", "Yao"),
            ("琪", "Qi"), ("娜", "Na"), ("莉", "Li"), ("洁", "Jie"), ("倩", "Qian"),
            ("颖", "Ying"), ("燕", "Yan"), ("萍", "Ping"), ("蕾", "Lei"), ("娟", "Juan"),
            ("芳", "Fang"), ("怡", "Yi"), ("涵", "Han"), ("雯", "Wen"), ("璐", "Lu"),
            ("英", "Ying"), ("梅", "Mei"), ("云", "Yun"), ("菲", "Fei"), ("媛", "Yuan"),
        ],
    ),
];

type Names = &'static [&'static str];

/// Given names and families elsewhere, by country.
#[rustfmt::skip]
pub(super) const ELSEWHERE: &[(&str, Names, Names)] = &[
    (
        "DE",
        &["Anna", "Lukas", "Katrin", "Jonas", "Sabine", "Matthias", "Julia", "Stefan", "Birgit", "Florian", "Heike", "Tobias", "Ulrike", "Sebastian", "Petra", "Andreas"],
        &["Schneider", "Weber", "Hoffmann", "Krüger", "Vogel", "Brandt", "Lehmann", "Böhm", "Winter", "Albrecht", "Seidel", "Haas", "Ziegler", "Kuhn", "Arnold", "Pfeiffer", "Lorenz", "Engel"],
    ),
    (
        "US",
        &["James", "Emma", "Michael", "Olivia", "Robert", "Sarah", "David", "Megan", "Brian", "Laura", "Kevin", "Rachel", "Jason", "Nicole", "Eric", "Karen"],
        &["Miller", "Johnson", "Davis", "Wilson", "Anderson", "Thompson", "Martinez", "Clark", "Hill", "Baker", "Nelson", "Reed", "Cooper", "Morgan", "Bennett", "Hayes", "Foster", "Brooks"],
    ),
    (
        "JP",
        &["Kenji", "Yuki", "Hiroshi", "Naoko", "Takashi", "Akiko", "Daisuke", "Emi", "Satoshi", "Mika", "Koji", "Yumi", "Shinji", "Rie", "Makoto", "Haruka"],
        &["Tanaka", "Suzuki", "Watanabe", "Kobayashi", "Kato", "Yoshida", "Yamaguchi", "Matsumoto", "Inoue", "Kimura", "Hayashi", "Shimizu", "Mori", "Ikeda", "Hashimoto", "Ishikawa"],
    ),
    (
        "KR",
        &["Minjun", "Jiwoo", "Seojun", "Hyejin", "Donghyun", "Soyeon", "Junho", "Eunji", "Taeyang", "Yuna", "Sanghoon", "Mirae", "Jaehyun", "Sujin", "Woojin", "Nari"],
        &["Kim", "Lee", "Park", "Choi", "Jung", "Kang", "Cho", "Yoon", "Jang", "Lim", "Han", "Oh", "Seo", "Shin", "Kwon", "Hwang"],
    ),
    (
        "IN",
        &["Arjun", "Priya", "Rahul", "Ananya", "Vikram", "Neha", "Sanjay", "Kavita", "Rohan", "Deepa", "Amit", "Meera", "Nikhil", "Pooja", "Suresh", "Divya"],
        &["Sharma", "Patel", "Kulkarni", "Iyer", "Deshpande", "Reddy", "Mehta", "Joshi", "Nair", "Gupta", "Rao", "Chavan", "Verma", "Pillai", "Shah", "Bhat"],
    ),
];
