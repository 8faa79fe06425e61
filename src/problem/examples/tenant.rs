//! Examples: what the API answers, and what cannot be told without a person.
//!
//! Must not know: how a request is sent.

use super::Example;

pub(super) const API: &[Example] = examples! {
    HostUnreachable ["open.feishu.cn", "dns"]
        zh: "电脑没有联网，或公司网络要走代理。能用浏览器打开 https://open.feishu.cn 之后再运行；什么也没有发送。";
        en: "The machine is offline, or the company wants a proxy. Once a browser opens https://open.feishu.cn run it again; nothing was sent.";
    BaseUrlInvalid ["open.feishu.cn"]
        zh: "base_url 写成了 open.feishu.cn，少了 https://。请写 base_url = \"https://open.feishu.cn\"。";
        en: "base_url says open.feishu.cn without https://. Write base_url = \"https://open.feishu.cn\".";
    CaFileUnreadable ["公司根证书.crt", "no certificate"]
        zh: "ca_file 指的是 DER（二进制）格式的证书。请导出成 PEM，内容以 -----BEGIN CERTIFICATE----- 开头。";
        en: "ca_file names a certificate in DER, which is binary. Export it as PEM: it begins with -----BEGIN CERTIFICATE-----.";
    ClientSetupFailed ["invalid proxy"]
        zh: "环境变量 HTTPS_PROXY 写得不是网址。请改成 http://主机:端口，或去掉它。";
        en: "The variable HTTPS_PROXY holds no address. Write http://host:port, or unset it.";
    TlsFailed ["open.feishu.cn"]
        zh: "公司的安全网关用自己的证书替换了飞书的证书。请向 IT 要根证书，在 muster.toml 里写 ca_file = \"公司根证书.pem\"。";
        en: "The company's gateway puts its own certificate in place of Feishu's. Ask for its root certificate, and write ca_file = \"root.pem\" in muster.toml.";
    NotTheApi ["open.feishu.cn"]
        zh: "酒店或公司的 Wi-Fi 用登录网页回答了请求。请先在浏览器里登录网络，再运行。";
        en: "A Wi-Fi answered with its own login page. Log in with a browser first, then run it again.";
    NoUsableAnswer ["open.feishu.cn", "server error"]
        zh: "飞书一直返回 502，或答复中途断开。请稍后再运行；已发送而没有结果的会先查清。";
        en: "Feishu keeps answering 502, or its answers break off. Run it again later; what was sent is looked up first.";
    CredentialsRejected ["10014 app secret invalid"]
        zh: "App Secret 重置过，secret.txt 里还是旧的；或 Lark 的应用配了飞书的 base_url。请在开发者后台复制新的。";
        en: "The app secret was reset and secret.txt has the old one; or an app of Lark is used with Feishu's base_url. Copy the secret from the developer console.";
    PermissionMissing ["hire:talent", "99991672 Access denied"]
        zh: "应用没有申请 hire:talent。请在开发者后台「权限管理」里申请，发布版本并由管理员批准；muster doctor 会列出所缺的权限。";
        en: "The app lacks hire:talent. Request it in the developer console, publish a version and have it approved; `muster doctor` lists what is missing.";
    QuotaUsedUp ["99991403 monthly quota exceeded"]
        zh: "企业用的是基础版，每月 10,000 次调用已经用完。等到下月再 muster resume，或联系飞书。";
        en: "The tenant's 10,000 calls of the month are used up. Go on next month with `muster resume`, or ask Feishu for more.";
    AppDisabled ["99991662 app not in use"]
        zh: "管理员在管理后台停用了这个应用。请管理员启用后，再运行 muster resume。";
        en: "An administrator has disabled the app. Once it is enabled run `muster resume`.";
    AppNotInstalled ["99991673 app unavailable"]
        zh: "应用建好了，没有发布版本，或管理员还没有批准。请发布并批准。";
        en: "The app was made, but no version was published, or none approved. Do both.";
    IpNotAllowed ["99991401 ip not allowed"]
        zh: "应用设置了 IP 白名单，家里的网络不在其中。请加上出口 IP，或到公司网络运行。";
        en: "The app has a list of IP addresses and this one is not on it. Add it, or run muster from the office.";
    CorehrNotEnabled ["1160018 TenantID not found"]
        zh: "企业没有购买或没有启用飞书人事（企业版），任职信息无处可写。请联系管理员。";
        en: "The tenant has not bought or enabled CoreHR, so job data have no home. Ask an administrator.";
    NoSuchApi ["99991201 path not found"]
        zh: "base_url 写成了 https://open.feishu.cn/open-apis。后面不要带路径：https://open.feishu.cn。";
        en: "base_url says https://open.feishu.cn/open-apis. Leave the path out: https://open.feishu.cn.";
    EveryRowRefused ["20", "1002011", "城市有误" / "the city is wrong", " [city not found]"]
        zh: "前 20 行都因「所在地点」的编码被拒，说明整列填错，而不是哪一行。请改正这一列，再 muster import：已创建的不会重复。";
        en: "The first 20 rows were all refused for their city code, so the whole column is wrong. Correct it and import again: who was made is not made twice.";
    MostRowsRefused ["100", "99992361", "open_id 属于另一个应用" / "the open_ids belong to another app", "", "93"]
        zh: "这一列 open_id 几乎都取自另一个应用，只有几行是对的，所以不是某一行的错。请用本应用重新取 open_id，再 muster import。";
        en: "Almost all open_ids of the column came from another app; a few rows were right, so it is no single row's fault. Fetch them with this app and import again.";
    CanaryDiffers ["1", "5"]
        zh: "用 --canary 5 先发送了 5 条，读回时有 1 条的生日早了一天：表里的时区写错了。请改正映射里的 timezone 再导入，这 5 条在飞书里手工改。";
        en: "`--canary 5` sent five, and one was read back with a birthday a day early: the time zone was wrong. Correct `timezone` in the mapping and import again; mend these five by hand in Feishu.";
    CanaryDeclined []
        zh: "看过先发送的 5 条后回答了否。其余的都没有发送：muster resume 继续，muster abandon 放弃。";
        en: "After a look at the first five the question was answered with no. Nothing else was sent: `muster resume` goes on, `muster abandon` gives the rest up.";
    TooManyRefused ["51", "50"]
        zh: "写了 --max-refused 50，第 51 条被拒时停下。请看 results.csv 里的原因，改正后再导入。";
        en: "With `--max-refused 50` the 51st refusal stopped the run. See the reasons in results.csv, correct the rows and import again.";
    ServerFailing ["open.feishu.cn", "server error"]
        zh: "连续多分钟只收到服务器错误。请稍后运行 muster resume；没有结果的记录会先查询。";
        en: "For minutes there were nothing but server errors. Run `muster resume` later; records without an answer are looked up first.";
    JobDataUnreadable ["corehr:job_data:read, corehr:job_data:write", "任职信息" / "job data"]
        zh: "应用能写任职、不能读，所以发送前查不到已有的任职。最好申请 corehr:job_data:read。";
        en: "The app may write job data but not read them, so what exists is not found before sending. Better request corehr:job_data:read.";
    MadeBesideExisting ["6960663240925956660", "6960663240925956661"]
        zh: "用 --existing send-anyway 导入，飞书为已有的人又建了一份人才。请在飞书招聘里核对并合并。";
        en: "With `--existing send-anyway` Feishu made a second talent for somebody it had. Compare and merge the two in Feishu Hire.";
    RequestNotMade []
        zh: "程序缺陷：请求在发出之前就没能生成，什么也没有发送。请报告。";
        en: "A defect: the request could not even be put together, and nothing was sent. Please report it.";
    TaskDied ["panic"]
        zh: "程序缺陷：内部的一个任务崩溃了。日志是完整的，muster resume 会先查清再继续。";
        en: "A defect: a task of muster crashed. The journal is whole, and `muster resume` looks up what is open and goes on.";
};

pub(super) const DOUBT: &[Example] = examples! {
    TwoPeople []
        zh: "表里一行的手机号在飞书里是甲，邮箱是乙。甲乙是同一个人就在飞书里合并，否则改正表里的号码。";
        en: "The mobile number of a row is one talent's in Feishu, its e-mail another's. Merge them if they are one person, else correct the row.";
    NameDiffers []
        zh: "表里写「张三」，飞书里用这个手机号的人叫「李四」。可能号码换了主人，也可能改过名，需要人来核对。";
        en: "The row says one name, and the talent with this number has another: the number may have a new owner, or the name changed. Somebody has to look.";
    NameUnread []
        zh: "这个手机号在飞书里有人，但应用读不到姓名，不能确定是不是同一个人。请加上 hire:talent:readonly。";
        en: "Somebody in Feishu has this number, but the app may not read the name, so whether it is the same person is not known. Add hire:talent:readonly.";
    NotAskable []
        zh: "查询时飞书说这个号码不合格式，于是不知道有没有这个人，也就没有发送。请核对号码和国家代码。";
        en: "Feishu refuses to look the number up, so whether the person exists is not known, and nothing was sent. Check number and country code.";
    Exists []
        zh: "写了 --existing fail，而飞书里已有这个人。去掉这个选项（默认 skip）就跳过他。";
        en: "With `--existing fail` a person who is in Feishu already is a conflict. Leave it out (the default is skip) to pass over them.";
    OutcomeUnknown ["3", "17", "超时" / "timeout"]
        zh: "请求发出去了，网络在答复到达之前断开：可能建好了，也可能没有。muster settle 会按手机、邮箱或证件号去查。";
        en: "The request went out and the network failed before the answer came: it may have been made, or not. `muster settle` looks it up by its keys.";
    KeylessUnanswered ["3", "17"]
        zh: "用 --allow-keyless 导入的人没有手机、邮箱、证件号，没有答复就无从查起。请在飞书里找，再运行 muster settle 3 --record 17 --not-created。";
        en: "Who was imported with --allow-keyless has no key to be looked up by. Look in Feishu, then run `muster settle 3 --record 17 --not-created`.";
    ThereBefore ["3", "17"]
        zh: "查到了这个人，但发送之前可能就有。人已经在飞书里就写 muster settle 3 --record 17 --created 6960663240925956660。";
        en: "The person is there, but may have been before it was sent. Note who it is: `muster settle 3 --record 17 --created 6960663240925956660`.";
    SentEnough ["3", "17"]
        zh: "这一条发送了 5 次，每次都没有答复，也查不到。请人工核对，不要再自动重发。";
        en: "It was sent five times, never answered, and cannot be found. Have somebody look; it is not sent again by itself.";
    OthersThere ["3", "17"]
        zh: "这份雇佣已有任职记录，日期或部门与表里不完全一样。请在飞书人事里看是不是刚建的那条。";
        en: "The employment has job data that are not quite those of the row. See in CoreHR whether this is the one just made.";
    NotVisible ["3", "17"]
        zh: "应用的数据权限范围不含这名员工，查询总是空的。请扩大范围，再运行 muster settle。";
        en: "The employee is outside the app's data range, so every look-up is empty. Widen it and run `muster settle`.";
    SeenAgain ["3", "17"]
        zh: "换了新的 client_token 再发，飞书仍答「重复请求」（1160004），而任职记录查不到。请人工核对。";
        en: "Even with a new client_token Feishu answers `request ID repeat` (1160004), and no job data are found. Have somebody look.";
    NotReadable ["3", "17"]
        zh: "应用没有读取任职的权限，没有答复的就查不了。请加上 corehr:job_data:read，再运行 muster settle。";
        en: "The app may not read job data, so what was not answered cannot be looked up. Add corehr:job_data:read and run `muster settle`.";
    MadeBeside ["6960663240925956660"]
        zh: "写了 --existing send-anyway，飞书里已有的人照发了一遍，于是有了两个。不要两个就用默认的 --existing skip。";
        en: "With `--existing send-anyway` a person who was in Feishu already was sent all the same and is there twice. The default, `--existing skip`, makes no second one.";
};
