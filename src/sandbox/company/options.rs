//! The options of fields that every tenant has: the words that bodies hold, with their labels.
//!
//! Must *not* know which of them a body may hold where.

use super::name::Name;
use super::records::{Choice, Field};
use super::table::rows;

/// Object, field, label, options. What a tenant defines for itself (shifts, kinds of pay) is ours.
const OPTIONS: &str = "
job_data|assignment_start_reason|任职原因|onboarding=入职;job_change=异动;offboarding=离职;supervisor_change=上级变更;organization_adjustment=组织架构调整;conversion_after_probation_period=试用期转正;responsibility_transfer=职责转交;batch_transfer=自定义批量异动;contract_subject_change=合同主体变更;add_additional_job=开始兼职;end_additional_job=结束兼职
job_data|work_shift|排班类型|non_shift=不排班;day_shift=白班;night_shift=夜班;rotating_shift=轮班
job_data|compensation_type|薪资类型|salary=月薪;annual_salary=年薪;hourly=时薪;daily=日薪
job_data|probation_outcome|试用期结果|passed=通过;delayed=延期;failed=未通过
job_data|job_data_reason|任职原因细分|promotion=晋升;transfer=调动
employment|employment_type|雇佣类型|employee=员工;contingent_worker=临时工
employment|employment_status|雇佣状态|hired=在职;terminated=离职
employment|reason_for_offboarding|离职原因|voluntary=主动;involuntary=被动;other=其他;accident_saas=意外;death_saas=身故;dismissal_saas=解雇;failed_probation_period_saas=试用期不通过;unsatisfactory_performance_saas=工作表现不佳;low_productivity_saas=工作产出低;violation_of_company_regulations_saas=违纪;violation_of_laws_saas=违法;unsatisfactory_compensation_saas=薪酬不符合预期;long_working_hours_saas=工作时间过长;undesired_role_saas=不满意工作内容;disagreement_with_leaders_or_the_management_saas=不认可上级或管理层;limited_career_opportunities_saas=职业发展机会有限;disagreement_with_company_culture_saas=对公司文化缺乏认同;organization_adjustment_saas=组织架构调整;contract_expiration_saas=合同到期;job_change_saas=跳槽;career_change_saas=转行;family_related_reason_saas=家庭原因;health_related_reason_saas=健康状况不佳;work_location_related_reason_saas=工作地点原因
email|email_usage|邮箱用途|home=家庭;work=工作;emergency_contact=紧急联系人
phone|international_area_code|国际电话区号|86_china=+86（中国）;852_hong_kong=+852（中国香港）;853_macao=+853（中国澳门）;886_taiwan=+886（中国台湾）;1_united_states_of_america=+1（美利坚合众国）;1_canada=+1（加拿大）;65_singapore=+65（新加坡）;81_japan=+81（日本）;82_korea_republic_of=+82（大韩民国）;44_united_kingdom=+44（英国）;49_germany=+49（德国）;33_france=+33（法国）;39_italy=+39（意大利）;34_spain=+34（西班牙）;31_netherlands=+31（荷兰）;41_switzerland=+41（瑞士）;46_sweden=+46（瑞典）;7_russian_federation=+7（俄罗斯联邦）;7_kazakhstan=+7（哈萨克斯坦）;91_india=+91（印度）;62_indonesia=+62（印度尼西亚）;60_malaysia=+60（马来西亚）;66_thailand=+66（泰国）;84_vietnam=+84（越南）;63_philippines=+63（菲律宾）;61_australia=+61（澳大利亚）;64_new_zealand=+64（新西兰）;55_brazil=+55（巴西）;52_mexico=+52（墨西哥）;971_united_arab_emirates=+971（阿拉伯联合酋长国）;966_saudi_arabia=+966（沙特阿拉伯）;90_turkey=+90（土耳其）;27_south_africa=+27（南非）;20_egypt=+20（埃及）
phone|device_type|设备类型|mobile_phone=手机;landline=座机;fax=传真
phone|phone_usage|电话用途|home=家庭;work=工作;emergency_contact=紧急联系人;company=公司
person_name|name_type|姓名类型|legal_name=法定姓名;preferred_name=常用名;additional_name=别名
person|gender|性别|male=男;female=女;other=其他
person|ethnicity_race|民族 / 种族|han=汉族;mongol=蒙古族;hui=回族;zang=藏族;uygur=维吾尔族;miao=苗族;yi=彝族;zhuang=壮族;buyei=布依族;chosen=朝鲜族;man=满族;dong=侗族;yao=瑶族;bai=白族;tujia=土家族;hani=哈尼族;kazak=哈萨克族;dai=傣族;li=黎族;lisu=傈僳族;va=佤族;she=畲族;gaoshan=高山族;lahu=拉祜族;sui=水族;dongxiang=东乡族;naxi=纳西族;jingpo=景颇族;achang=阿昌族;kirgiz=柯尔克孜族;tu=土族;daur=达斡尔族;mulao=仫佬族;qiang=羌族;blang=布朗族;salar=撒拉族;maonan=毛南族;gelao=仡佬族;xib_3=锡伯族;pumi=普米族;tajik=塔吉克族;nu=怒族;uzbek=乌孜别克族;russ=俄罗斯族;ewenki=鄂温克族;deang=德昂族;bonan=保安族;yugur=裕固族;gin=京族;tatar=塔塔尔族;derung=独龙族;oroqen=鄂伦春族;hezhen=赫哲族;monba=门巴族;lhoba=珞巴族;jino=基诺族;other=其他;black_or_african_american=黑人或非裔美国人;hispanic_or_latino=西班牙裔或拉丁裔;native_hawaiian_or_other_pacific_islander=夏威夷原住民或其他太平洋岛民;two_or_more_races=两个或更多种族;white=白人;american_indian_or_alaska_native=美洲印第安人或阿拉斯加原住民;asian=亚裔;i_do_not_wish_to_disclose=我不想透露;chinese=Chinese;malays=Malays;indians=Indians;eurasians=Eurasians;black=Black;indigenous=Indigenous;caucasian=Caucasian
person|marital_status|婚姻状况|single=未婚;married=已婚;divorced=离异;other=其他
person_info_chn|hukou_type|户口类型|local_urban_residence=本市城镇;non_local_urban_residence=外埠城镇;local_rural_residence=本市农村;non_local_rural_residence=外埠农村
person_info_chn|political_affiliation|政治面貌|communist_party_of_china=中共党员（含预备党员）;communist_party_of_china_cpc=中共党员;probationary_communist_party_of_china=中共预备党员;chinese_peasants_and_workers_democratic_party=中国农工民主党党员;revolutionary_committee_of_the_chinese_kuomintang=中国国民党革命委员会党员;china_association_for_promoting_democracy=中国民主促进会会员;china_democratic_league=中国民主同盟盟员;china_democratic_national_construction_association=中国民主建国会会员;china_zhi_gong_party=中国致公党党员;jiusan_society=九三学社社员;taiwan_democratic_self_government_league=台湾民主自治同盟盟员;chinese_youth_communist_party=共青团员;personnel_with_no_party_affiliation=无党派人士;public=群众;other=其它;democratic_personage=民主人士
address|address_type|地址类型|home_address=家庭住址;registered_address=公司注册地址;position_address=职位地址;interview_address=面试地址;onboarding_address=入职地址;office_address=办公地址;housing_rental_benefit_address=房补地址;current_residential_address=现居住地址;id_card_address=身份证地址
education|level_of_education|学历|phd=博士;mba=MBA/EMBA;masters_degree=硕士;bachelors_degree=本科;associate_degree=大专;secondary_specialized_school=中专/中技;vocational_school=职高;high_school=高中;junior_high_school=初中及以下;other=其他
education|degree|学位|mba=MBA;phd=博士;masters_degree=硕士;double_bachelors_degree=双学士;bachelors_degree=学士;other=其他;None=无
bank_account|bank_account_type|银行账户类型|checking=信用卡;savings=储蓄卡
bank_account|bank_account_usage|银行账户用途|payment=发薪卡;expense=报销卡
dependent|relationship_with_dependent|与家庭成员关系|parent=父母;spouse=配偶;child=子女;sibling=兄弟姐妹;other=其他
emergency_contact|relationship|与紧急联系人关系|parent=父母;spouse=配偶;child=子女;sibling=兄弟姐妹;other=其他
contract|contract_type|合同类型|internship_agreement=实习协议;contractor_agreement=劳务协议;outsourcing_agreement=外包协议;labor_contract=劳动合同;noncompete_agreement=竞业协议;confidential_agreement=保密协议
contract|duration_type|期限类型|fixed_term=固定期限;open_ended=无固定期限;certain_task=以完成一定任务为期限
department|subtype|部门类型|division=部 / 系;department=部门;group=小组
location|location_usage|地点用途|work_location=工作地点;geographical_division=地域划分;business_site=工作城市 / 区域;work_space=办公楼宇;job_posting=职位地点;international_assignment=外派地点;social_security_contribution=社保城市
company|type|公司类型|private_owned=私营企业;foreign_owned=外商独资企业
company|subtype|公司主体类型|company=自有主体;vendor=第三方主体
";

/// One option of each of these is switched off.
const CLOSED: [(&str, &str); 2] =
    [("compensation_type", "daily"), ("work_shift", "rotating_shift")];

/// The fields of several choices.
const MULTIPLE: [&str; 4] =
    ["political_affiliation", "address_type", "location_usage", "bank_account_usage"];

/// Object, field, label, type, whether it is required, options: what the company added.
const CUSTOM: &str = "
person|shirt_size_7001__c|工服尺码|4||s__c=S;m__c=M;l__c=L;xl__c=XL
person|old_number_7002__c|旧系统工号|1||
employment|referrer_7003__c|内推人|5||
job_data|project_code_7004__c|项目编号|1|required|
job_data|cost_type_7005__c|人力成本类型|4||rd__c=研发;ops__c=运营;sales__c=销售
department|dept_tag_7006__c|部门标签|1||
";

/// The company's own fields.
pub(crate) fn custom() -> Vec<Field> {
    let fields = rows(CUSTOM).map(|[object, name, label, kind, required, options]| Field {
        object: object.to_owned(),
        api_name: name.to_owned(),
        name: Name::new(label, ""),
        kind: kind.parse().unwrap_or(1),
        required: !required.is_empty(),
        multiple: false,
        options: choices(name, options),
    });
    fields.collect()
}

fn choices(field: &str, options: &str) -> Vec<Choice> {
    let options = options.split(';').filter_map(|option| option.split_once('='));
    options
        .map(|(api_name, label)| Choice {
            api_name: api_name.to_owned(),
            name: Name::new(label, ""),
            closed: CLOSED.contains(&(field, api_name)),
        })
        .collect()
}

/// All of them.
pub(crate) fn preset() -> Vec<Field> {
    let fields = rows(OPTIONS).map(|[object, name, label, options]| Field {
        object: object.to_owned(),
        api_name: name.to_owned(),
        name: Name::new(label, ""),
        kind: 4,
        multiple: MULTIPLE.contains(&name),
        options: choices(name, options),
        ..Field::default()
    });
    fields.collect()
}
