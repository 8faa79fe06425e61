//! The table of talents (人才, API document 创建人才): every body field but the deprecated
//! `init_source_id` and the list items' unusable `id`.
//!
//! What a header or a label may be taken for was judged by people who migrate HR data: what is
//! ambiguous is in no list, or among the hints.
//!
//! Must not know: spreadsheets, the network, how anything here is matched or parsed.

use super::endpoints;
use crate::spec::{Choice, CustomHost, Field, FieldType, Group, IdOf, Kind, KindId, Rule};

/// 性别.
const GENDER: &[Choice] = &[
    Choice::new(1, "男", "Male", &["M", "男性", "男士", "男生", "先生", "Man"]),
    Choice::new(2, "女", "Female", &["F", "女性", "女士", "女生", "小姐", "Woman"]),
    Choice::new(3, "其他", "Other", &["其它", "Others"]),
];

/// 证件类型, numbered as on the create page (the enum page differs at 3 and 8). 港澳通行证,
/// 香港身份证, 居住证 and 通行证 are ambiguous: in no list.
const DOCUMENT_TYPE: &[Choice] = &[
    Choice::new(
        1,
        "中国 - 居民身份证",
        "Chinese resident ID card",
        &[
            "身份证",
            "居民身份证",
            "二代身份证",
            "第二代身份证",
            "第二代居民身份证",
            "中国居民身份证",
            "中华人民共和国居民身份证",
            "中国大陆居民身份证",
            "大陆身份证",
            "Resident ID card",
            "Chinese ID card",
            "PRC ID card",
            "ID card",
        ],
    ),
    Choice::new(
        2,
        "护照",
        "Passport",
        &["中国护照", "外国护照", "普通护照", "因私护照", "因私普通护照"],
    ),
    Choice::new(
        3,
        "中国 - 港澳居民居住证",
        "Residence permit for Hong Kong and Macao residents",
        &["港澳居民居住证", "港澳居住证", "中华人民共和国港澳居民居住证"],
    ),
    Choice::new(
        4,
        "中国 - 台湾居民来往大陆通行证",
        "Mainland travel permit for Taiwan residents",
        &["台湾居民来往大陆通行证", "台湾居民往来大陆通行证", "台胞证", "Taiwan compatriot permit"],
    ),
    Choice::new(
        5,
        "其他",
        "Other",
        &[
            "其它",
            "Others",
            "其他证件",
            "外国人永久居留身份证",
            "外国人永久居留证",
            "军官证",
            "户口本",
            "户口簿",
        ],
    ),
    Choice::new(
        6,
        "中国 - 港澳居民来往内地通行证",
        "Mainland travel permit for Hong Kong and Macao residents",
        &["港澳居民来往内地通行证", "港澳居民往来内地通行证", "回乡证", "Home return permit"],
    ),
    Choice::new(
        9,
        "中国 - 台湾居民居住证",
        "Residence permit for Taiwan residents",
        &["台湾居民居住证", "中华人民共和国台湾居民居住证"],
    ),
];

/// 学历. 研究生, 大学, 在职研究生, 研究生班, 同等学力, 肄业, 结业 and 专升本 are ambiguous: in no list.
const DEGREE: &[Choice] = &[
    Choice::new(1, "小学", "Primary school", &["Elementary school"]),
    Choice::new(
        2,
        "初中",
        "Junior high school",
        &["Middle school", "初级中学", "Junior secondary"],
    ),
    Choice::new(
        3,
        "专职",
        "Secondary vocational school",
        &[
            "中专",
            "中职",
            "中技",
            "技校",
            "职高",
            "职业高中",
            "中等专科",
            "Technical secondary school",
            "Vocational high school",
        ],
    ),
    Choice::new(
        4,
        "高中",
        "Senior high school",
        &["普高", "普通高中", "高级中学", "High school", "Senior secondary"],
    ),
    Choice::new(
        5,
        "大专",
        "Associate",
        &[
            "专科",
            "大学专科",
            "高职",
            "高职高专",
            "Associate degree",
            "Associate's degree",
            "Junior college",
        ],
    ),
    Choice::new(
        6,
        "本科",
        "Bachelor",
        &[
            "大学本科",
            "大本",
            "学士",
            "本科学士",
            "双学士",
            "Bachelor's",
            "Bachelors",
            "Bachelor degree",
            "Bachelor's degree",
            "Undergraduate",
        ],
    ),
    Choice::new(
        7,
        "硕士",
        "Master",
        &[
            "硕士研究生",
            "MBA",
            "EMBA",
            "MPA",
            "Master's",
            "Masters",
            "Master degree",
            "Master's degree",
        ],
    ),
    Choice::new(
        8,
        "博士",
        "Doctor",
        &[
            "博士研究生",
            "PhD",
            "Ph.D",
            "Ph.D.",
            "Doctorate",
            "Doctoral",
            "Doctoral degree",
            "Doctor's degree",
        ],
    )
    .loosely(&["博士后", "Postdoc", "Postdoctoral"]),
    Choice::new(9, "其他", "Other", &["其它", "Others"]),
];

/// 学历类型.
const EDUCATION_TYPE: &[Choice] = &[
    Choice::new(
        1,
        "海外及港台",
        "Overseas, Hong Kong, Macao or Taiwan",
        &["留学", "海外", "国外", "海外留学", "港澳台", "海外及港澳台", "Overseas"],
    ),
    Choice::new(
        2,
        "统招全日制",
        "Full-time",
        &["统招", "全日制", "全日制统招", "普通全日制", "Full time", "Fulltime"],
    ),
    Choice::new(
        3,
        "非全日制",
        "Part-time",
        &[
            "在职",
            "函授",
            "成教",
            "成人教育",
            "成人高考",
            "夜大",
            "电大",
            "网络教育",
            "远程教育",
            "Part time",
        ],
    ),
    Choice::new(4, "自考", "Self-taught examination", &["自学考试", "高等教育自学考试"]),
    Choice::new(5, "其他", "Other", &["其它", "Others"]),
];

/// 成绩排名.
const RANKING: &[Choice] = &[
    Choice::new(5, "前 5 %", "Top 5%", &["5%"]),
    Choice::new(10, "前 10 %", "Top 10%", &["10%"]),
    Choice::new(20, "前 20 %", "Top 20%", &["20%"]),
    Choice::new(30, "前 30 %", "Top 30%", &["30%"]),
    Choice::new(50, "前 50 %", "Top 50%", &["50%"]),
    Choice::new(-1, "其他", "Other", &["其它", "Others"]),
];

/// 经历类型.
const CAREER_TYPE: &[Choice] = &[
    Choice::new(1, "实习经历", "Internship", &["实习", "Intern"]),
    Choice::new(
        2,
        "工作经历",
        "Work experience",
        &["工作", "全职", "全职工作", "正式工作", "Work", "Full-time", "Job"],
    ),
];

/// 语言, as on the create page (the enum page lists fewer).
const LANGUAGE: &[Choice] = &[
    Choice::new(1, "英语", "English", &["英文"]),
    Choice::new(2, "法语", "French", &["法文"]),
    Choice::new(3, "日语", "Japanese", &["日文"]),
    Choice::new(4, "韩语", "Korean", &["韩文", "韩国语", "朝鲜语"]),
    Choice::new(5, "德语", "German", &["德文"]),
    Choice::new(6, "俄语", "Russian", &["俄文"]),
    Choice::new(7, "西班牙语", "Spanish", &["西班牙文", "西语"]),
    Choice::new(8, "葡萄牙语", "Portuguese", &["葡萄牙文", "葡语"]),
    Choice::new(9, "阿拉伯语", "Arabic", &["阿拉伯文"]),
    Choice::new(10, "印地语", "Hindi", &[]),
    Choice::new(11, "印度斯坦语", "Hindustani", &[]),
    Choice::new(12, "孟加拉语", "Bengali", &["Bangla"]),
    Choice::new(13, "豪萨语", "Hausa", &[]),
    Choice::new(14, "旁遮普语", "Punjabi", &[]),
    Choice::new(15, "波斯语", "Persian", &["Farsi"]),
    Choice::new(16, "斯瓦西里语", "Swahili", &["斯瓦希里语"]),
    Choice::new(17, "泰卢固语", "Telugu", &[]),
    Choice::new(18, "土耳其语", "Turkish", &[]),
    Choice::new(19, "意大利语", "Italian", &["意大利文", "意语"]),
    Choice::new(20, "爪哇语", "Javanese", &[]),
    Choice::new(21, "泰米尔语", "Tamil", &[]),
    Choice::new(22, "马拉地语", "Marathi", &[]),
    Choice::new(23, "越南语", "Vietnamese", &["越南文"]),
    Choice::new(24, "普通话", "Mandarin", &["国语", "汉语普通话", "Mandarin Chinese"]),
    Choice::new(25, "粤语", "Cantonese", &["广东话"]),
    Choice::new(26, "印尼语", "Indonesian", &["印度尼西亚语", "Bahasa Indonesia"]),
    Choice::new(27, "马来语", "Malay", &["马来西亚语"]),
    Choice::new(28, "泰语", "Thai", &["泰文", "泰国语"]),
    Choice::new(29, "塞尔维亚语", "Serbian", &[]),
];

/// 语言精通程度.
const PROFICIENCY: &[Choice] = &[
    Choice::new(1, "入门", "Beginner", &["初级", "Elementary", "Basic"]),
    Choice::new(2, "日常会话", "Everyday conversation", &["日常交流", "Conversational"]),
    Choice::new(
        3,
        "商务会话",
        "Business conversation",
        &["商务交流", "Business", "Professional working proficiency"],
    ),
    Choice::new(
        4,
        "无障碍沟通",
        "Fluent",
        &["流利", "无障碍交流", "Full professional proficiency"],
    ),
    Choice::new(5, "母语", "Native", &["Mother tongue", "Native speaker", "Native or bilingual"]),
];

/// 社交平台.
const SNS: &[Choice] = &[
    Choice::new(1, "领英", "LinkedIn", &["Linked In"]),
    Choice::new(2, "脉脉", "Maimai", &[]),
    Choice::new(3, "微信", "WeChat", &["Weixin"]),
    Choice::new(4, "微博", "Weibo", &["新浪微博"]),
    Choice::new(5, "Github", "GitHub", &[]),
    Choice::new(6, "知乎", "Zhihu", &[]),
    Choice::new(7, "脸书", "Facebook", &[]),
    Choice::new(8, "推特", "Twitter", &["X"]),
    Choice::new(9, "Whatsapp", "WhatsApp", &[]),
    Choice::new(10, "个人网站", "Personal website", &["个人主页", "个人博客", "Website", "Blog"]),
    Choice::new(11, "QQ", "QQ", &["腾讯QQ"]),
];

/// 创建人类型.
const CREATOR_TYPE: &[Choice] =
    &[Choice::new(1, "员工", "Employee", &[]), Choice::new(3, "系统", "System", &[])];

const START: FieldType = FieldType::DateMillis { end: false };
const END: FieldType = FieldType::DateMillis { end: true };

/// Fields outside groups.
static FIELDS: &[Field] = &[
    Field::new(
        "resume_source_id",
        "/resume_source_id",
        ("简历来源ID", "Resume Source ID"),
        FieldType::Id(IdOf::ResumeSource),
        "7383906146040678701",
    )
    .hints(&["简历来源", "来源", "来源渠道", "招聘渠道", "渠道", "Resume Source", "Source"])
    .note("「获取简历来源列表」里的 ID", "from the list of résumé sources"),
    Field::new(
        "folder_id_list",
        "/folder_id_list",
        ("文件夹ID列表", "Folder IDs"),
        FieldType::IdList(IdOf::Folder),
        "6942778198054125570",
    )
    .aliases(&[
        "文件夹ID",
        "人才文件夹ID",
        "人才文件夹ID列表",
        "文件夹",
        "人才文件夹",
        "Folder ID",
        "Folder ID List",
        "Talent Folders",
        "Folders",
    ])
    .hints(&["人才库", "Talent Pool"])
    .note("最多 100 个，用分号或换行分开", "at most 100, separated by semicolons or new lines"),
    Field::new(
        "creator_id",
        "/creator_id",
        ("创建人ID", "Creator ID"),
        FieldType::Id(IdOf::User),
        "ou_84aad35d084aa403a838cf73ee18467",
    )
    .hints(&["创建人", "创建者", "录入人", "Creator", "Created By"])
    .note(
        "与 user_id_type 一致；不填为系统用户",
        "in the configured user_id_type; empty means the system",
    ),
    Field::new(
        "creator_account_type",
        "/creator_account_type",
        ("创建人类型", "Creator Type"),
        FieldType::Choice(CREATOR_TYPE),
        "员工",
    )
    .aliases(&["创建人账号类型", "Creator Account Type"]),
    Field::new(
        "resume_attachment_id",
        "/resume_attachment_id",
        ("简历附件ID", "Resume Attachment ID"),
        FieldType::Id(IdOf::Attachment),
        "7383906146040678700",
    )
    .hints(&["简历附件", "简历", "附件简历", "Resume", "Resume Attachment", "CV"])
    .note("先用「创建附件」上传；只挂上，不解析", "uploaded beforehand; attached, not parsed"),
    Field::new("basic_info.name", "/basic_info/name", ("姓名", "Name"), FieldType::Name, "张三")
        .aliases(&[
            "名字",
            "中文名",
            "中文姓名",
            "真实姓名",
            "候选人",
            "候选人姓名",
            "候选人名字",
            "候选人名称",
            "人才姓名",
            "人才名称",
            "员工姓名",
            "应聘者姓名",
            "应聘者",
            "应聘人",
            "应聘人姓名",
            "求职者姓名",
            "申请人姓名",
            "应聘者名称",
            "本人姓名",
            "Full Name",
            "Chinese Name",
            "Candidate",
            "Candidate Name",
            "Candidate Full Name",
            "Talent Name",
            "Employee Name",
            "Applicant Name",
            "Legal Name",
            "Real Name",
        ])
        .hints(&["英文名", "English Name", "First Name", "Last Name", "姓", "名", "曾用名", "昵称"])
        .required()
        .personal(),
    Field::new(
        "basic_info.mobile",
        "/basic_info/mobile",
        ("手机号", "Mobile"),
        FieldType::Mobile,
        "13800138000",
    )
    .aliases(&[
        "手机",
        "手机号码",
        "手机电话",
        "移动电话",
        "移动手机",
        "联系电话",
        "联系手机",
        "联系手机号",
        "联系电话号码",
        "联系号码",
        "本人手机",
        "本人手机号",
        "本人电话",
        "个人手机",
        "个人手机号",
        "个人电话",
        "候选人手机",
        "候选人手机号",
        "候选人电话",
        "电话",
        "电话号码",
        "Mobile Phone",
        "Mobile Number",
        "Mobile No",
        "Mobile Phone Number",
        "Phone",
        "Phone Number",
        "Phone No",
        "Cell",
        "Cell Phone",
        "Cell Phone Number",
        "Cell Number",
        "Contact Number",
        "Contact No",
        "Contact Phone",
        "Telephone",
        "Telephone Number",
        "Tel",
        "Tel No",
        "Personal Phone",
        "Personal Mobile",
    ])
    .hints(&["联系方式"])
    .note("国内号码不带国家码；多个号码请拆开", "national form; one number a cell")
    .personal(),
    Field::new(
        "basic_info.mobile_country_code",
        "/basic_info/mobile_country_code",
        ("手机国家代码", "Mobile Country Code"),
        FieldType::MobileCountry,
        "CN_1",
    )
    .aliases(&[
        "手机国家码",
        "手机号国家代码",
        "手机号国家码",
        "手机国家区号",
        "手机区号",
        "手机号区号",
        "手机国际区号",
        "国际区号",
        "电话区号",
        "电话国家代码",
        "国家代码",
        "国家码",
        "Country Code",
        "Phone Country Code",
        "Mobile Code",
        "Dial Code",
        "Dialing Code",
        "Dialling Code",
        "Calling Code",
    ])
    .hints(&["区号", "Area Code", "Country"])
    .note("地点编码（CN_1）；中国也可写 +86", "a location code (CN_1); for China also +86"),
    Field::new(
        "basic_info.email",
        "/basic_info/email",
        ("邮箱", "Email"),
        FieldType::Email,
        "zhangsan@example.com",
    )
    .aliases(&[
        "电子邮箱",
        "电子邮件",
        "电子邮箱地址",
        "电子邮件地址",
        "邮箱地址",
        "邮件地址",
        "邮件",
        "邮箱账号",
        "个人邮箱",
        "私人邮箱",
        "本人邮箱",
        "联系邮箱",
        "常用邮箱",
        "候选人邮箱",
        "Email Address",
        "Mail",
        "Mail Address",
        "Personal Email",
        "Personal Email Address",
        "Private Email",
        "Contact Email",
        "Candidate Email",
        "Electronic Mail",
    ])
    .hints(&["公司邮箱", "工作邮箱", "企业邮箱", "Work Email", "Company Email", "Business Email"])
    .personal(),
    Field::new(
        "basic_info.identification.identification_type",
        "/basic_info/identification/identification_type",
        ("证件类型", "ID Type"),
        FieldType::Choice(DOCUMENT_TYPE),
        "居民身份证",
    )
    .aliases(&[
        "证件种类",
        "证件类别",
        "身份证件类型",
        "身份证件种类",
        "有效证件类型",
        "身份证明类型",
        "Identification Type",
        "Identity Type",
        "Identity Document Type",
        "ID Document Type",
        "ID Card Type",
        "Document Type",
        "Certificate Type",
        "Type of ID",
    ])
    .hints(&["证件名称", "证件"]),
    Field::new(
        "basic_info.identification.identification_number",
        "/basic_info/identification/identification_number",
        ("证件号", "ID Number"),
        FieldType::DocumentNumber,
        "110101199003074514",
    )
    .aliases(&[
        "证件号码",
        "证件编号",
        "身份证件号",
        "身份证件号码",
        "有效证件号码",
        "有效证件号",
        "身份证号",
        "身份证号码",
        "身份证",
        "身份证编号",
        "居民身份证",
        "居民身份证号",
        "居民身份证号码",
        "本人身份证号",
        "本人身份证号码",
        "候选人身份证号",
        "公民身份号码",
        "公民身份证号码",
        "二代身份证号",
        "Identification Number",
        "Identification No",
        "Identity Number",
        "Identity No",
        "Identity Card Number",
        "ID No",
        "ID Card",
        "ID Card Number",
        "ID Card No",
        "National ID",
        "National ID Number",
        "Document Number",
        "Document No",
        "Certificate Number",
        "Certificate No",
    ])
    .hints(&["护照号", "护照号码", "Passport", "Passport Number", "Passport No", "证件"])
    .note(
        "表头写「身份证号」时可省证件类型列",
        "under a header 身份证号 the type column may be left out",
    )
    .personal(),
    Field::new(
        "basic_info.start_work_time",
        "/basic_info/start_work_time",
        ("开始工作时间", "Start Work Time"),
        START,
        "2012-07-01",
    )
    .aliases(&[
        "开始工作日期",
        "参加工作时间",
        "参加工作日期",
        "参加工作年月",
        "首次参加工作时间",
        "首次参加工作日期",
        "首次工作时间",
        "首次工作日期",
        "参工时间",
        "参工日期",
        "Start Work Date",
        "Start of Work",
        "First Work Date",
        "First Job Date",
        "First Employment Date",
        "Date of First Employment",
        "Working Since",
    ])
    .hints(&["工作开始时间", "Work Start Date"]),
    Field::new(
        "basic_info.birthday",
        "/basic_info/birthday",
        ("出生日期", "Birthday"),
        START,
        "1990-03-07",
    )
    .aliases(&[
        "生日",
        "出生年月",
        "出生年月日",
        "出生时间",
        "生日日期",
        "出生日",
        "公历生日",
        "阳历生日",
        "身份证出生日期",
        "Date of Birth",
        "Birth Date",
        "DOB",
        "Birth Day",
        "Birth",
    ])
    .hints(&["农历生日", "阴历生日", "出生年份"])
    .personal(),
    Field::new(
        "basic_info.gender",
        "/basic_info/gender",
        ("性别", "Gender"),
        FieldType::Choice(GENDER),
        "男",
    )
    .aliases(&["候选人性别", "Sex"]),
    Field::new(
        "basic_info.nationality_id",
        "/basic_info/nationality_id",
        ("国籍", "Nationality"),
        FieldType::Id(IdOf::Country),
        "CN_112",
    )
    .aliases(&[
        "国籍编码",
        "国籍代码",
        "国籍ID",
        "Nationality ID",
        "Nationality Code",
        "Citizenship",
    ])
    .hints(&["国家", "国家/地区", "Country/Region"])
    .note("「查询地点列表」里的国家编码", "a country code of the location list"),
    Field::new(
        "basic_info.current_city_code",
        "/basic_info/current_city_code",
        ("所在地点", "Current City"),
        FieldType::Id(IdOf::City),
        "CT_159",
    )
    .aliases(&[
        "所在地点编码",
        "所在城市",
        "所在城市编码",
        "所在地",
        "现所在地",
        "现所在城市",
        "现居地",
        "现居住地",
        "现居城市",
        "现居住城市",
        "当前所在地",
        "当前所在城市",
        "当前城市",
        "当前居住地",
        "当前居住城市",
        "目前所在地",
        "目前所在城市",
        "目前居住地",
        "居住地",
        "居住城市",
        "常住地",
        "常住城市",
        "Current City Code",
        "Current Location",
        "City of Residence",
        "Current Residence",
        "Residence City",
    ])
    .hints(&["城市", "现住址", "家庭住址", "居住地址", "通讯地址", "City", "Location", "Address"])
    .note("城市编码", "a city code of the location list"),
    Field::new(
        "basic_info.hometown_city_code",
        "/basic_info/hometown_city_code",
        ("家乡", "Hometown"),
        FieldType::Id(IdOf::City),
        "CT_159",
    )
    .aliases(&[
        "家乡编码",
        "家乡城市",
        "家乡城市编码",
        "籍贯",
        "Hometown City",
        "Hometown City Code",
        "Hometown Code",
        "Home Town",
        "Native Place",
    ])
    .hints(&[
        "户籍所在地",
        "户口所在地",
        "户籍",
        "户籍地",
        "户籍地址",
        "生源地",
        "出生地",
        "Place of Birth",
    ])
    .note("城市编码", "a city code of the location list"),
    Field::new(
        "preferred_city_code_list",
        "/preferred_city_code_list",
        ("意向地点", "Preferred Cities"),
        FieldType::IdList(IdOf::City),
        "CT_2",
    )
    .aliases(&[
        "意向地点编码",
        "意向城市",
        "意向城市编码",
        "意向工作地点",
        "意向工作城市",
        "意向工作地",
        "期望城市",
        "期望地点",
        "期望工作地点",
        "期望工作城市",
        "期望工作地",
        "期望工作地区",
        "求职意向城市",
        "求职意向地点",
        "Preferred City",
        "Preferred City Code",
        "Preferred City Codes",
        "Preferred City Code List",
        "Preferred Location",
        "Preferred Locations",
        "Preferred Work Location",
        "Desired City",
        "Desired Location",
        "Desired Work Location",
        "Expected City",
        "Expected Location",
    ])
    .hints(&["求职意向", "工作地点", "Work Location"])
    .note("最多 100 个城市编码", "at most 100 city codes"),
    Field::new(
        "self_evaluation.content",
        "/self_evaluation/content",
        ("自我评价", "Self Evaluation"),
        FieldType::Text,
        "做事认真，善于沟通",
    )
    .aliases(&[
        "自我评价内容",
        "自我介绍",
        "自我描述",
        "个人评价",
        "Self Evaluation Content",
        "Self Assessment",
        "Self Introduction",
        "Self Description",
        "About Me",
    ])
    .hints(&["个人简介", "评价", "Summary", "Profile"])
    .personal(),
];

/// 教育经历.
static EDUCATION: &[Field] = &[
    Field::new("degree", "/degree", ("学历", "Degree"), FieldType::Choice(DEGREE), "本科")
        .aliases(&[
            "学位",
            "学历学位",
            "学历层次",
            "最高学历",
            "教育程度",
            "受教育程度",
            "文化程度",
            "Education Level",
            "Level of Education",
            "Academic Degree",
            "Highest Degree",
            "Highest Education",
            "Highest Education Level",
            "Education Degree",
        ])
        .hints(&["第一学历", "最高学位", "Qualification", "Level"])
        .note("学历、学位只用一列", "one column, degree or level of education"),
    Field::new("school", "/school", ("学校", "School"), FieldType::Text, "香港大学")
        .aliases(&[
            "学校名称",
            "毕业院校",
            "毕业院校名称",
            "毕业学校",
            "毕业学校名称",
            "院校",
            "院校名称",
            "毕业高校",
            "就读学校",
            "就读院校",
            "School Name",
            "University",
            "University Name",
            "College",
            "Institution",
            "Graduate School",
            "Graduation School",
            "Graduated From",
            "Alma Mater",
        ])
        .hints(&[
            "最高学历学校",
            "第一学历学校",
            "最高学历毕业院校",
            "第一学历毕业院校",
            "毕业院校及专业",
        ]),
    Field::new(
        "field_of_study",
        "/field_of_study",
        ("专业", "Field of Study"),
        FieldType::Text,
        "考古",
    )
    .aliases(&[
        "专业名称",
        "所学专业",
        "就读专业",
        "毕业专业",
        "学习专业",
        "主修专业",
        "主修",
        "Major",
        "Speciality",
        "Specialty",
        "Specialization",
        "Study Field",
        "Subject of Study",
    ])
    .hints(&["最高学历专业", "第一学历专业", "Subject"]),
    Field::new("start_time", "/start_time", ("入学时间", "Enrollment Date"), START, "2008-09")
        .aliases(&[
            "入学日期",
            "入学年月",
            "入学年份",
            "就读开始时间",
            "Enrolment Date",
            "Enrollment Time",
            "Admission Date",
            "Date of Enrollment",
            "Date of Admission",
        ])
        .hints(&[
            "开始时间",
            "开始日期",
            "起始时间",
            "起始日期",
            "开始年月",
            "Start Time",
            "Start Date",
            "Start",
            "From",
        ]),
    Field::new("end_time", "/end_time", ("毕业时间", "Graduation Date"), END, "2012-06")
        .aliases(&[
            "毕业日期",
            "毕业年月",
            "毕业年份",
            "就读结束时间",
            "Graduation Time",
            "Graduation Year",
            "Date of Graduation",
            "Graduated",
        ])
        .hints(&[
            "结束时间",
            "结束日期",
            "终止时间",
            "终止日期",
            "结束年月",
            "End Time",
            "End Date",
            "End",
            "To",
        ])
        .note("在读或「至今」留空", "still studying: empty"),
    Field::new(
        "education_type",
        "/education_type",
        ("学历类型", "Education Type"),
        FieldType::Choice(EDUCATION_TYPE),
        "统招全日制",
    )
    .aliases(&[
        "教育类型",
        "教育形式",
        "教育方式",
        "学习形式",
        "学习方式",
        "就读方式",
        "就读形式",
        "培养方式",
        "办学形式",
        "学历形式",
        "Study Mode",
        "Mode of Study",
        "Study Type",
        "Type of Study",
        "Form of Study",
    ])
    .hints(&["类型", "学历性质", "是否统招", "是否全日制", "Type"]),
    Field::new(
        "academic_ranking",
        "/academic_ranking",
        ("成绩排名", "Academic Ranking"),
        FieldType::Choice(RANKING),
        "前 10 %",
    )
    .aliases(&[
        "学业排名",
        "学习成绩排名",
        "专业成绩排名",
        "Academic Rank",
        "Class Rank",
        "Class Ranking",
    ])
    .hints(&["排名", "专业排名", "Ranking", "Rank"]),
];

/// 工作经历. Its bare headers mean our own company or the job applied for as often as not.
static CAREER: &[Field] = &[
    Field::new("company", "/company", ("公司名称", "Company"), FieldType::Text, "明日科技公司")
        .aliases(&[
            "公司",
            "单位",
            "单位名称",
            "工作单位",
            "工作公司",
            "就职公司",
            "就职单位",
            "任职公司",
            "任职单位",
            "企业名称",
            "雇主",
            "Company Name",
            "Employer",
            "Employer Name",
            "Organization",
        ])
        .sure(&[
            "前公司",
            "前单位",
            "前雇主",
            "原公司",
            "原单位",
            "原工作单位",
            "前工作单位",
            "上家公司",
            "上一家公司",
            "上一家单位",
            "最近公司",
            "最近工作单位",
            "最近一家公司",
            "曾就职公司",
            "Previous Company",
            "Previous Employer",
            "Last Company",
            "Last Employer",
            "Former Company",
            "Former Employer",
            "Most Recent Company",
            "Most Recent Employer",
        ])
        .hints(&[
            "当前公司",
            "目前公司",
            "现公司",
            "现单位",
            "Current Company",
            "Current Employer",
            "名称",
        ]),
    Field::new("title", "/title", ("职位名称", "Job Title"), FieldType::Text, "高级工程师")
        .aliases(&[
            "职位",
            "职务",
            "职务名称",
            "岗位",
            "岗位名称",
            "担任职务",
            "担任职位",
            "担任岗位",
            "工作岗位",
            "工作职位",
            "Title",
            "Position",
            "Position Title",
            "Position Held",
        ])
        .sure(&[
            "前职位",
            "前职务",
            "原职位",
            "原职务",
            "原岗位",
            "上家职位",
            "最近职位",
            "最近职务",
            "Previous Title",
            "Previous Job Title",
            "Previous Position",
            "Last Title",
            "Last Job Title",
            "Last Position",
            "Most Recent Title",
        ])
        .hints(&["当前职位", "目前职位", "现职位", "Current Title", "Current Position"]),
    Field::new("desc", "/desc", ("工作描述", "Job Description"), FieldType::Text, "负责后端开发")
        .aliases(&[
            "工作内容",
            "工作职责",
            "职责描述",
            "岗位职责",
            "主要职责",
            "Responsibilities",
            "Duties",
            "Job Duties",
            "Work Description",
        ])
        .hints(&["描述", "职责", "内容", "说明", "Description", "Desc"])
        .personal(),
    Field::new("start_time", "/start_time", ("开始时间", "Start Date"), START, "2012-07").hints(&[
        "开始日期",
        "起始时间",
        "起始日期",
        "开始年月",
        "入职时间",
        "入职日期",
        "入职年月",
        "到岗时间",
        "Start Time",
        "Start",
        "From",
        "Hire Date",
        "Join Date",
    ]),
    Field::new("end_time", "/end_time", ("结束时间", "End Date"), END, "2018-12")
        .hints(&[
            "结束日期",
            "终止时间",
            "终止日期",
            "结束年月",
            "离职时间",
            "离职日期",
            "离职年月",
            "End Time",
            "End",
            "To",
            "Leave Date",
            "Leaving Date",
        ])
        .note("在职或「至今」留空", "still there: empty"),
    Field::new(
        "career_type",
        "/career_type",
        ("经历类型", "Career Type"),
        FieldType::Choice(CAREER_TYPE),
        "工作经历",
    )
    .aliases(&["工作经历类型", "Experience Type"])
    .hints(&["类型", "工作性质", "工作类型", "Type", "Employment Type"]),
];

/// 项目经历.
static PROJECT: &[Field] = &[
    Field::new(
        "name",
        "/name",
        ("项目名称", "Project Name"),
        FieldType::Text,
        "系统稳定性提升项目",
    )
    .aliases(&["项目名", "所属项目", "Project Title"])
    .hints(&["名称", "Name", "Title"]),
    Field::new("role", "/role", ("项目角色", "Project Role"), FieldType::Text, "研发人员")
        .sure(&[
            "项目角色",
            "项目中角色",
            "项目职务",
            "项目中担任角色",
            "Project Role",
            "Role in Project",
        ])
        .hints(&["角色", "担任角色", "职务", "Role"]),
    Field::new(
        "link",
        "/link",
        ("项目链接", "Project Link"),
        FieldType::Text,
        "https://www.example.com",
    )
    .sure(&["项目链接", "项目地址", "项目网址", "Project Link", "Project URL"])
    .hints(&["链接", "网址", "Link", "URL"]),
    Field::new(
        "desc",
        "/desc",
        ("项目描述", "Project Description"),
        FieldType::Text,
        "提升系统稳定性",
    )
    .sure(&[
        "项目描述",
        "项目介绍",
        "项目简介",
        "项目内容",
        "项目职责",
        "项目说明",
        "Project Description",
        "Project Desc",
    ])
    .hints(&["描述", "介绍", "简介", "内容", "说明", "Description", "Desc"]),
    Field::new("start_time", "/start_time", ("开始时间", "Start Date"), START, "2016-03")
        .sure(&["项目开始时间", "项目开始日期", "Project Start Date", "Project Start Time"])
        .hints(&["开始日期", "起始时间", "起始日期", "开始年月", "Start Time", "Start", "From"]),
    Field::new("end_time", "/end_time", ("结束时间", "End Date"), END, "2017-03")
        .sure(&["项目结束时间", "项目结束日期", "Project End Date", "Project End Time"])
        .hints(&["结束日期", "终止时间", "终止日期", "结束年月", "End Time", "End", "To"])
        .note("进行中或「至今」留空", "still going on: empty"),
];

/// 作品.
static WORKS: &[Field] = &[
    Field::new(
        "link",
        "/link",
        ("作品链接", "Works Link"),
        FieldType::Text,
        "https://www.example.com",
    )
    .aliases(&[
        "作品地址",
        "作品网址",
        "作品集链接",
        "Portfolio Link",
        "Portfolio URL",
        "Works URL",
    ])
    .hints(&["链接", "网址", "作品", "作品集", "Link", "URL", "Portfolio"]),
    Field::new("desc", "/desc", ("作品描述", "Works Description"), FieldType::Text, "个人设计作品")
        .aliases(&["作品介绍", "作品说明", "作品简介", "Portfolio Description", "Works Desc"])
        .hints(&["描述", "介绍", "说明", "简介", "Description", "Desc"]),
    Field::new(
        "attachment_id",
        "/attachment_id",
        ("作品附件ID", "Works Attachment ID"),
        FieldType::Id(IdOf::Attachment),
        "12345678",
    )
    .aliases(&["Portfolio Attachment ID"])
    .hints(&["附件", "附件ID", "作品附件", "Attachment", "Attachment ID"]),
];

/// 获奖.
static AWARD: &[Field] = &[
    Field::new("title", "/title", ("获奖名称", "Award Title"), FieldType::Text, "最佳新人奖")
        .aliases(&["奖项名称", "荣誉名称", "奖励名称", "所获奖项名称", "Award Name"])
        .hints(&["名称", "奖项", "荣誉", "获奖情况", "Title", "Name", "Award", "Awards"]),
    Field::new("award_time", "/award_time", ("获奖时间", "Award Date"), START, "2015-12")
        .aliases(&[
            "获奖日期",
            "获奖年月",
            "获奖年份",
            "颁奖时间",
            "颁奖日期",
            "Award Time",
            "Date of Award",
        ])
        .hints(&["时间", "日期", "Date", "Time"]),
    Field::new(
        "desc",
        "/desc",
        ("获奖描述", "Award Description"),
        FieldType::Text,
        "最优秀的新人奖",
    )
    .aliases(&["获奖说明", "获奖介绍", "奖项描述", "奖项说明", "Award Desc"])
    .hints(&["描述", "说明", "介绍", "Description", "Desc"]),
];

/// 语言能力.
static LANGUAGES: &[Field] = &[
    Field::new("language", "/language", ("语言", "Language"), FieldType::Choice(LANGUAGE), "英语")
        .aliases(&[
            "语言类型",
            "语种",
            "外语语种",
            "语言种类",
            "语言名称",
            "外语",
            "Language Name",
            "Foreign Language",
        ])
        .hints(&["类型", "名称", "语言能力", "外语能力", "Name"]),
    Field::new(
        "proficiency",
        "/proficiency",
        ("精通程度", "Proficiency"),
        FieldType::Choice(PROFICIENCY),
        "商务会话",
    )
    .aliases(&[
        "语言精通程度",
        "语言熟练程度",
        "语言掌握程度",
        "外语熟练程度",
        "熟练程度",
        "掌握程度",
        "语言水平",
        "Language Proficiency",
        "Language Level",
        "Proficiency Level",
        "Language Proficiency Level",
        "Fluency",
    ])
    .hints(&["水平", "程度", "外语水平", "英语水平", "英语等级", "Level"]),
];

/// 社交账号.
static SOCIAL: &[Field] = &[
    Field::new(
        "sns_type",
        "/sns_type",
        ("社交平台", "Social Platform"),
        FieldType::Choice(SNS),
        "领英",
    )
    .aliases(&[
        "社交平台类型",
        "社交账号类型",
        "社交媒体平台",
        "SNS Type",
        "SNS Platform",
        "Social Media Platform",
    ])
    .hints(&["平台", "类型", "Platform", "Type"]),
    Field::new(
        "link",
        "/link",
        ("社交账号链接", "Social Link"),
        FieldType::Text,
        "https://www.example.com/in/zhangsan",
    )
    .aliases(&[
        "社交链接",
        "社交主页",
        "社交账号ID",
        "SNS Link",
        "SNS URL",
        "Social URL",
        "Social Account ID",
    ])
    .hints(&[
        "链接",
        "账号",
        "网址",
        "ID",
        "URL",
        "URL/ID",
        "微信号",
        "微信",
        "QQ",
        "QQ号",
        "LinkedIn",
        "领英",
        "Link",
        "Account",
        "WeChat",
    ])
    .personal(),
];

const CUSTOMS: Option<&str> = Some("/customized_data");

/// Repeating groups, in the order of the body.
static GROUPS: &[Group] = &[
    Group {
        key: "education_list",
        pointer: "/education_list",
        zh: "教育经历",
        en: "Education",
        aliases: &[
            "教育背景",
            "教育信息",
            "教育经验",
            "教育",
            "学习经历",
            "Education Experience",
            "Education History",
            "Education Background",
            "Educational Background",
        ],
        fields: EDUCATION,
        bare: true,
        customs: CUSTOMS,
        max: 100,
    },
    Group {
        key: "career_list",
        pointer: "/career_list",
        zh: "工作经历",
        en: "Career",
        aliases: &[
            "工作经验",
            "工作履历",
            "工作背景",
            "职业经历",
            "任职经历",
            "Career History",
            "Career Experience",
            "Work Experience",
            "Work History",
            "Employment History",
        ],
        fields: CAREER,
        bare: false,
        customs: CUSTOMS,
        max: 100,
    },
    Group {
        key: "project_list",
        pointer: "/project_list",
        zh: "项目经历",
        en: "Project",
        aliases: &[
            "项目经验",
            "项目履历",
            "项目",
            "Project Experience",
            "Project History",
            "Projects",
        ],
        fields: PROJECT,
        bare: false,
        customs: CUSTOMS,
        max: 100,
    },
    Group {
        key: "works_list",
        pointer: "/works_list",
        zh: "作品",
        en: "Works",
        aliases: &["作品集", "个人作品", "Portfolio"],
        fields: WORKS,
        bare: true,
        customs: CUSTOMS,
        max: 100,
    },
    Group {
        key: "award_list",
        pointer: "/award_list",
        zh: "获奖",
        en: "Award",
        aliases: &[
            "获奖经历",
            "获奖情况",
            "所获奖项",
            "奖项",
            "荣誉",
            "荣誉奖项",
            "Awards",
            "Honors",
        ],
        fields: AWARD,
        bare: true,
        customs: CUSTOMS,
        max: 100,
    },
    Group {
        key: "language_list",
        pointer: "/language_list",
        zh: "语言能力",
        en: "Language",
        aliases: &[
            "语言",
            "语言技能",
            "外语",
            "外语能力",
            "Languages",
            "Language Skill",
            "Language Skills",
        ],
        fields: LANGUAGES,
        bare: true,
        customs: CUSTOMS,
        max: 100,
    },
    Group {
        key: "sns_list",
        pointer: "/sns_list",
        zh: "社交账号",
        en: "Social Account",
        aliases: &["社交帐号", "社交媒体", "社交", "Social Accounts", "Social Media", "SNS"],
        fields: SOCIAL,
        bare: true,
        customs: CUSTOMS,
        max: 100,
    },
];

/// Checks over several cells.
static RULES: &[Rule] = &[
    Rule::Ordered {
        group: None,
        first: "basic_info.birthday",
        second: "basic_info.start_work_time",
        warn: true,
    },
    Rule::Ordered {
        group: Some("education_list"),
        first: "start_time",
        second: "end_time",
        warn: false,
    },
    Rule::Ordered {
        group: Some("career_list"),
        first: "start_time",
        second: "end_time",
        warn: false,
    },
    Rule::Ordered {
        group: Some("project_list"),
        first: "start_time",
        second: "end_time",
        warn: false,
    },
    Rule::Together { key: "basic_info.mobile_country_code", with: "basic_info.mobile" },
    Rule::Together {
        key: "basic_info.identification.identification_type",
        with: "basic_info.identification.identification_number",
    },
    Rule::IdAgrees {
        number: "basic_info.identification.identification_number",
        birthday: "basic_info.birthday",
        gender: "basic_info.gender",
    },
];

/// A talent of Feishu Hire.
pub static TALENT: Kind = Kind {
    id: KindId::Talent,
    zh: "人才",
    en: "talent",
    fields: FIELDS,
    groups: GROUPS,
    customs: &[
        CustomHost { prefix: "", pointer: "/basic_info/customized_data" },
        CustomHost { prefix: "self_evaluation.", pointer: "/self_evaluation/customized_data" },
    ],
    modules: Some("/customized_data"),
    rules: RULES,
    constants: &[],
    create: &endpoints::TALENT_CREATE,
};
