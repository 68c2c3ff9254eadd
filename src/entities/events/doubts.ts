import type { Trigger } from '../event-lexicon.js';
import type { Clause } from './clauses.js';
import type { Draft } from './draft.js';
import type { EventArgument, EventType } from './event.js';

/** Words that the tagger takes for names, and that do nothing by themselves. */
const noActor =
  /^(?:(?:.{0,2})团队|[曝遭].*|如何.*|为什么.*|双十一|子公司|孙公司|母公司|控股股东|.*(?:事故|事件)|召回|PPP|QDII|ECMO|ETF|IPO|.*(?:发布会|大会|论坛|峰会|展会|板块|概念股)|.+(?:接受|回应|表示|要求|进行).+|GRE|GPA|SAT|GPU|CPU|Tier|Thinking|Beta|Ultimate|City|University|College|School|Marketplace|Store|Music|NAS|MaaS|SaaS|PaaS|API|SDK|App|APP|MCP|PC|AI|LLM|Agent|Agents|CI|CD|State|County|Government|Court|Congress|华裔|华人|IDE|Finance|CLI|SDK|Web|Studio|Lab|家族集团|集团|公司|家族|团队|官方|员工|用户|学生|专家|警方|黑客|网友)$/u;

const noGoods =
  /(?:\b(?:attacks?|strikes?|investigation|probe|lawsuits?|war|offensive|campaign|appeal|protests?|raids?|inquiry|stakes?|shares|directors?|board members?|employees|jobs|workers|exec(?:utive)?s|cooperation|partnership|collaboration|agreement)|攻击|袭击|攻势|打击|警报|预警|讣告|悼词|抗议|挑衅|帖子|推文)$/iu;

function isShowable({ category, text }: EventArgument): boolean {
  if (category !== undefined && ['model', 'product', 'hardware', 'name', 'technique'].includes(category))
    return true;
  return /(?:技术|功能|模型|机器人|芯片|产品|原型|系统|手机|眼镜|汽车|能力|AI|智能体|应用|方案|概念车)/u.test(
    text,
  );
}

/** True if what follows 泄露 in Chinese is nothing that is kept. */
function isTip({ units }: Clause, at: number): boolean {
  const rest = units.slice(at + 1);
  const said = rest.map(({ text }) => text).join('');
  if (
    rest.length === 0 ||
    rest.some(({ entity }) => entity !== undefined) ||
    !/^[\u3400-\u9fff]{2}/u.test(said)
  )
    return false;
  return !/(?:数据|信息|隐私|源码|源代码|代码|文件|密钥|密码|口令|参数|规格|图纸|渲染|外观|谍照|记录|漏洞|模型|邮件|资料|凭证|机密|细节|配置|照片|名单|内容|提示词)/u.test(
    said,
  );
}

const anonymous =
  /^(?:[一某]?[男女]子|[一某][男女]|[男女]孩|[男女]童|[男女]生|[男女]?店员|[男女]?员工|老人|老太|大爷|大妈|小伙|女孩|学生|家长|游客|顾客|网友|司机|股民|粉丝)$/u;

/** True if what happens, happens to a person whom the clause opens with, or who stands between the name and the verb. */
function isOfPerson({ subject }: Draft, { type }: Trigger, { units }: Clause, at: number): boolean {
  if (subject === undefined || subject.at < 0 || subject.entity.category === 'person') return false;
  // 网友称特斯拉召回: who says so.
  if (units.slice(0, subject.at).some(({ cues }) => cues.has('speech'))) return false;
  if (!['lawsuit', 'regulation', 'outage', 'quality_complaint', 'personnel'].includes(type)) return false;
  const between = type === 'outage' ? units.slice(subject.at + 1, at) : [];
  return [...units.slice(0, subject.at > 0 ? 1 : 0), ...between].some(({ text }) => anonymous.test(text));
}

const bareWord =
  /^(?:company|startup|firm|business|program|plan|measures|deal|unit|tool|product|service|feature|way|system|man|woman|group|charity)$/iu;

/** Indexes of the economy and of money, which no one uses. */
const indicator = /^(?:[MＭ][012]|[CP]PI|PMI|GDP|LPR|MLF|N95|HPV)$/iu;

/** Where one appears, and what one takes part in, but does not work for. */
const stage =
  /(?:赛|杯|世排|\d{3}|赛季|赛道|大满贯|综艺|节目|舞台|国籍|跨年|晚会|春晚|音乐节|大秀|维密秀|首秀|预告|协定|条约|公约|演唱会|电影|剧集|白宫|保安|排名|第[一二三四五六七八九十\d]+季)$/u;

/** What a finding is of: 提出新框架 is research, 提出严正交涉 is not. */
const finding =
  /(?:方法|算法|模型|框架|架构|理论|技术|范式|机制|概念|指标|标准|定律|原理|猜想|假说|体系|基准|策略|训练|网络|方案|理念|测试|[A-Za-z]{2,})/u;

/** What one may wish of another. */
const wishable = new Set<EventType>(['personnel', 'quality_complaint', 'regulation', 'lawsuit']);

/** Who wins a match: 击败 and 夺冠 in what is played. */
function isContest({ phrase }: Trigger, { units }: Clause): boolean {
  if (/^(?:击败|力压|碾压|战胜|夺冠)$/u.test(phrase)) return true;
  return units.some(({ text }) => /冠军|夺冠|[金银铜奖]牌|[赛杯]$/u.test(text));
}

/** Patterns that look like an event and were most often none when events were read one by one. */
export function isNoDeed(draft: Draft, trigger: Trigger, clause: Clause, at: number): boolean {
  const { object, subject } = draft;
  if (draft.actor !== undefined && subject?.entity.known !== true && noActor.test(draft.actor.text))
    return true;
  // 男子敲诈海底捞被起诉, 蜜雪冰城女店员忙到崩溃: it happens to a person without a name.
  if (isOfPerson(draft, trigger, clause, at)) return true;
  // Bought the company that invented it, announced a plan to end it: which one stands behind.
  if (trigger.english && object !== undefined && bareWord.test(object.text)) return true;
  // 改名叫邓超, 限免开放模型: the object opens with a verb of its own.
  if (
    object !== undefined &&
    /^(?:叫|若|显示|估值|如何|怎么|哪|称|其尽|more than|less than|fewer than)/u.test(object.text)
  )
    return true;
  if (object !== undefined && /^(?:你|您)|(?:你|您)(?:选|会|怎么|觉得|的)/u.test(object.text)) return true;
  if (
    object !== undefined &&
    /(?:翻车|受阻|遇阻|生变|破裂|失败|出糗|出丑|露馅|报错|怎么样|如何|多少|吗|呢|自己)$/u.test(object.text)
  )
    return true;
  // 希望泽连斯基道歉, 希望欧盟制裁: wished for.
  if (
    subject !== undefined &&
    wishable.has(trigger.type) &&
    clause.units.slice(Math.max(0, subject.at - 1), at).some(({ text }) => text === '希望')
  )
    return true;
  switch (draft.type ?? trigger.type) {
    // Trump leaves Beijing: a journey. 重返首富宝座 joins no one.
    case 'personnel':
      if (trigger.action === '就任' && /(?:嘉宾|评委|导师|主演|主持人?|裁判)$/u.test(object?.text ?? ''))
        return true;
      if (/^(?:退出|离开|leave)$/u.test(trigger.phrase) && object?.names.length === 0) return true;
      // 美国退出北约: a state leaves no office.
      if (trigger.phrase === '退出' && clause.units[at - 1]?.entity?.category === 'place') return true;
      // 退出 MAMA 舞台, 回归《复仇者联盟》, 退出巴黎协定: no office and no employer.
      if (stage.test(object?.text ?? '') || object?.text.includes('《') === true) return true;
      // 退出脸书: he uses it no more.
      if (/^(?:退出|重返|回归)$/u.test(trigger.phrase) && object?.category === 'product') return true;
      // Fed leaves rates unchanged.
      if (trigger.english && clause.units.some(({ lower }) => lower === 'unchanged')) return true;
      // 会离开湖人吗: whom, is not told.
      if (/^(?:退出|离开)$/u.test(trigger.phrase) && object === undefined) return true;
      if (trigger.action === '加入' && object?.names.length === 0) return true;
      return (
        /^(?:leave|left|leav|离开)/u.test(trigger.phrase) &&
        clause.units.slice(at + 1).some(({ entity }) => entity?.category === 'place')
      );
    // 财报将揭示, 在研究人员发现…后, to find: of research one has to stand right beside the verb.
    case 'research':
      if (trigger.english) return trigger.form === 'base';
      // 首次实现年度盈利 is business; 游戏被破解 is broken into.
      if (/(?:盈利|营收|收支平衡|扭亏)$/u.test(object?.text ?? '')) return true;
      if (trigger.phrase === '破解' && (object?.start ?? 0) < (clause.units[at]?.start ?? 0)) return true;
      // 提出严正交涉, 提出治理加班文化: demanded, and not found.
      if (trigger.phrase.startsWith('提出') && !finding.test(object?.text ?? '')) return true;
      return /^(?:揭示|发现|提出)/u.test(trigger.phrase) && subject !== undefined && subject.at !== at - 1;
    // 对这一早期投资“深感自豪”: neither how much nor in what. 出售芯片 is trade.
    case 'investment':
      if (
        trigger.action === '减持' &&
        /(?:芯片|显卡|GPU|手机|汽车|服务器|产品|chips?)$/iu.test(object?.text ?? '')
      )
        return true;
      // 押注特朗普: not with money.
      if (object?.category === 'person' && !clause.units.some(({ entity }) => entity?.category === 'money'))
        return true;
      if (/^[\d.]+\s?[万亿]/u.test(object?.text ?? '')) return true;
      // 用 DeepSeek 直播卖出 3 亿元: goods.
      if (
        trigger.phrase === '卖出' &&
        draft.actor?.category !== 'company' &&
        draft.actor?.category !== 'person'
      )
        return true;
      return (
        object?.names.length !== undefined &&
        object.names.length === 0 &&
        !clause.units.some(({ entity }) => entity?.category === 'money')
      );
    // 导弹对乌克兰实施打击: a state, an authority or a company rules.
    case 'regulation': {
      // 禁止 AI 用于监控: what is forbidden is cut.
      const next = clause.units.find(({ start }) => object !== undefined && start >= object.end);
      if (
        next !== undefined &&
        next.triggers.length > 0 &&
        (object?.start ?? 0) > (clause.units[at]?.start ?? 0) &&
        object?.names.length !== 0
      )
        return true;
      if (/^(?:用于|用来|被|在|对|将|把|让|用作|进入|参与|作为)$/u.test(next?.text ?? '')) return true;
      // 调查特朗普遭枪击: what is looked into is cut. 调查遭攻击事件 is whole.
      if (
        next?.text === '遭' &&
        (object?.start ?? 0) > (clause.units[at]?.start ?? 0) &&
        !/(?:事件|案|一事)$/u.test(clause.units.at(-1)?.text ?? '')
      )
        return true;
      // 被罚红牌: in a match.
      if (/^(?:红牌|黄牌|下场?|出场)$/u.test(clause.units[at + 1]?.text ?? '')) return true;
      // 金靖禁止谁再演: no one whom it binds.
      if (trigger.phrase === '禁止' && draft.actor?.category === 'person' && subject?.entity.known !== true)
        return true;
      if (trigger.english || !/^(?:实施|敦促)$/u.test(trigger.phrase)) return false;
      const { category } = draft.actor ?? {};
      return category !== 'organization' && category !== 'place';
    }
    // 优于奈飞的报价: what is surpassed has a name, and is the thing itself.
    case 'benchmark':
      if (draft.actor?.category === 'benchmark') return true;
      // 清华大学夺得 CUBA 总冠军.
      if (draft.actor?.category === 'organization' && /冠军$/u.test(object?.text ?? '')) return true;
      // BLG 击败 T1, 皇马夺得西超杯冠军: a match. What is measured is known by name.
      if (!trigger.english && subject?.entity.known !== true && isContest(trigger, clause)) return true;
      return trigger.action === '超越' && object?.canonical === undefined;
    // 滴滴 6 月 30 日纽交所上市: where.
    case 'funding':
      return trigger.action === 'IPO' && /交所|纳斯达克|^NYSE$|^Nasdaq$/u.test(draft.actor?.text ?? '');
    // Buys back up to $2 billion of debt.
    case 'acquisition':
      return trigger.english && clause.units[at + 1]?.lower === 'back';
    // 解雇主帅: one who leaves.
    case 'layoffs':
      return (
        /^(?:主帅|主教练|教练|队长)/u.test(clause.units[at + 1]?.text ?? '') ||
        clause.units[at + 1]?.entity?.category === 'person'
      );
    // Cuts Claude Opus price is one; raises its price target and cuts jobs amid high prices are not.
    case 'price_change':
      return (
        trigger.english &&
        trigger.needs.length > 0 &&
        (!/\bpric(?:e|es|ing)$/iu.test(object?.text ?? '') ||
          clause.units.some(({ lower }) => /^(?:targets?|analysts?)$/u.test(lower)))
      );
    // 部署超过 5 吉瓦: a figure is not what is built.
    case 'infrastructure':
      return (
        object !== undefined &&
        object.names.length === 0 &&
        /^(?:规模)?(?:超过|超|近|逾|约)/u.test(object.text)
      );
    // 总量突破 6.5 万星: the count of a repository.
    case 'usage_growth':
      // M2 同比增长, 财新 PMI 升至 50.9: no one's growth.
      if (
        indicator.test(draft.actor?.text ?? '') ||
        /(?:PMI.*|GDP|CPI|PPI|经济|状态|寿命|续航|席位|幅度|(?<![时成增])长)$/u.test(object?.text ?? '') ||
        (object === undefined && draft.actor?.category === 'organization' && trigger.action !== '营收')
      )
        return true;
      // Notes offering rises to $500M.
      if (trigger.english && /(?:offering|notes|bonds|deal|stake)$/iu.test(object?.text ?? '')) return true;
      // Gold hits 4-month high, reaches a $2 billion deal.
      if (
        trigger.english &&
        clause.units
          .slice(at + 1, at + 7)
          .some(({ lower }) => /^(?:high|highs|low|lows|deal|agreement|close)$/u.test(lower))
      )
        return true;
      // “一本”招生高校: a word in quotation marks is no company.
      if (
        draft.actor?.category === 'name' &&
        !/[A-Za-z]/u.test(draft.actor.text) &&
        trigger.action !== '营收'
      )
        return true;
      return clause.units.some(
        ({ text, entity }, index) =>
          entity !== undefined &&
          /^[颗]?星(?:标)?$/u.test(clause.units[index + 1]?.text ?? '') &&
          /\d/u.test(text),
      );
    // Spring AI 2.0.0-M6 发布: the end of a version is no name.
    case 'release':
      // 台风登陆浙江.
      if (trigger.phrase === '登陆' && clause.units.some(({ text }) => /^(?:台风|飓风)/u.test(text)))
        return true;
      // Loop Capital upgrades Snap to Buy: a rating.
      if (
        trigger.english &&
        trigger.action === '升级' &&
        (object?.category === 'company' ||
          object?.category === 'name' ||
          clause.units
            .slice(at + 1)
            .some(({ lower }) => /^(?:buy|hold|overweight|outperform|neutral)$/u.test(lower)))
      )
        return true;
      // 将在部分 Android 设备上推出: where, and not what.
      if (
        draft.object !== undefined &&
        !trigger.english &&
        /[上里内中]$/u.test(draft.object.text) &&
        clause.units.some(({ text, start }) => /^[在于]$/u.test(text) && start < (draft.object?.start ?? 0))
      )
        return true;
      // New vlog on ChatGPT released on my channel.
      if (trigger.english && clause.units.some(({ lower }) => /^(?:my|i|i'm|i’m|me|we|our)$/u.test(lower)))
        return true;
      // 叶舒华时隔一年更新: persons post, and release nothing anew. 郭敬明上线好几次: he is online.
      if (
        draft.actor?.category === 'person' &&
        (/^(?:更新|扩展)/u.test(trigger.phrase) || /次$/u.test(object?.text ?? ''))
      )
        return true;
      // Angelababy 亮相重阳节活动: someone shows up.
      if (
        trigger.phrase === '亮相' &&
        object?.category === 'name' &&
        /(?:活动|红毯|晚会|盛典|舞台|机场|现场|直播间|秀场|典礼)$/u.test(clause.units.at(-1)?.text ?? '')
      )
        return true;
      // 更新项目进展: told how it stands.
      if (trigger.action === '升级' && /(?:进展|动态|公告|状态|时间表)$/u.test(object?.text ?? ''))
        return true;
      // Goldman adds Workday to conviction list; Ginsburg released from hospital.
      if (
        trigger.english &&
        clause.units
          .slice(at + 1)
          .some(({ lower }) => /^(?:list|portfolio|hospital|prison|jail|custody)$/u.test(lower))
      )
        return true;
      if (draft.actor === undefined && (object?.category === 'person' || /^[MP]V$/u.test(object?.text ?? '')))
        return true;
      // Announces investment of a new location.
      if (trigger.english && /^investment\b/iu.test(object?.text ?? '')) return true;
      // Launches a fierce attack, adds three directors, 展示华盛顿的木槌: nothing that is released.
      if (object !== undefined && noGoods.test(object.text)) return true;
      if (trigger.phrase === '亮相' && /(?:节|展|会|赛|场|平台|舞台|街头)$/u.test(object?.text ?? ''))
        return true;
      if (trigger.action === '演示' && object !== undefined && !isShowable(object)) return true;
      return (
        draft.actor === undefined &&
        object !== undefined &&
        (/^[A-Z]{1,2}\d{1,2}$/u.test(object.text) ||
          (subject?.entity.known !== true && /^[A-Za-z]{1,4}$/u.test(object.text)))
      );
    // Search went down by 50 %.
    case 'outage':
      if (draft.actor?.category === 'organization' || draft.actor?.category === 'place') return true;
      // 二手价格崩了: it is cheap.
      if (/(?:价格?|股价|销量|业绩)$/u.test(clause.units[at - 1]?.text ?? '')) return true;
      // 暂停交易: halted on purpose.
      if (/^(?:交易|上市|营业|招聘)$/u.test(clause.units[at + 1]?.text ?? '')) return true;
      // 召回工程师: people are called back.
      if (
        trigger.action === '召回' &&
        /(?:工程师|员工|人员|大使|专家|队员|士兵|公民)$/u.test(object?.text ?? '')
      )
        return true;
      return (
        (trigger.english && clause.units.some(({ entity }) => entity?.category === 'percent')) ||
        draft.actor?.category === 'name'
      );
    // 农业走强, solar stocks plunge: a sector is no share.
    case 'stock_move':
      // Asian shares rise: of no one.
      if (
        trigger.english &&
        /^(?:global|world|asian?n?|european?|emerging|chinese|japanese|chip|tech|bank)$/iu.test(
          draft.actor?.text ?? '',
        )
      )
        return true;
      if (
        subject?.entity.known !== true &&
        clause.units.some(({ text }) => /^(?:板块|概念股|行业|题材|stocks)$/u.test(text))
      )
        return true;
      return (
        draft.actor?.category === 'name' &&
        !/(?:公司|集团|股份|科技|银行|控股|证券|电子|汽车|能源|医药|[A-Za-z])/u.test(draft.actor.text)
      );
    // 泄露五一最该囤的机票: no secret, but a tip.
    case 'security':
      // 核电站泄漏: no data.
      if (clause.units.some(({ text }) => /核电|燃气|天然气|煤气|管道|原油|石油|污水|毒气|液氨/u.test(text)))
        return true;
      return trigger.phrase.startsWith('泄') && isTip(clause, at);
    case 'lawsuit':
      // 愿意和特朗普和解: they make it up, and settle no case.
      if (
        trigger.phrase.includes('和解') &&
        draft.actor?.category === 'person' &&
        !clause.units.some(
          ({ text, entity }) => entity?.category === 'money' || /(?:诉讼|官司|案)$/u.test(text),
        )
      )
        return true;
      // Pence dismisses the idea.
      if (
        trigger.english &&
        /^(?:idea|ideas|claims?|rumou?rs?|reports?|concerns?|fears?)$/u.test(
          clause.units[at + 1]?.lower ?? '',
        )
      )
        return true;
      // 法院判他败诉: who judges neither wins nor loses.
      if (trigger.action === '诉讼结果' && /法院$/u.test(draft.actor?.text ?? '')) return true;
      return object !== undefined && /(?:侵权|公司案|违法|违宪|抄袭|诽谤)$/u.test(object.text);
    case 'quality_complaint':
      if (draft.actor?.category === 'person' && trigger.action !== '致歉') return true;
      return (
        draft.actor?.category === 'name' || (trigger.action !== '致歉' && subject?.entity.known !== true)
      );
    default:
      return false;
  }
}
