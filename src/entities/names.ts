import { hasHan } from '../text/han.js';
import type { Token } from '../tokenizer/token.js';
import type { Entity } from './entity.js';
import type { EventLexicon } from './event-lexicon.js';
import type { NameType } from './tagger/model.js';
import type { NameTagger, TaggedName } from './tagger/tagger.js';

/** Endings that make the words before them the name of a company or an institution. */
const companyEndings = /^(?:科技|集团|资本|证券|智能|半导体|股份|传媒|动力|微电子|创投|控股|生物|银行)$/u;
const institutionEndings =
  /^(?:大学|研究院|研究所|实验室|委员会|监管机构|法院|政府|学院|协会|交易所|科学院|财政部|商务部|工信部|网信办)$/u;
const latinEndings =
  /^(?:Inc|Inc\.|Corp|Corp\.|Ltd|LLC|Labs|Lab|Technologies|Robotics|Capital|Ventures|AI)$/u;

/** Words that make no name with an ending: 上市公司, 人工智能公司, 多家银行. */
const generic =
  /^(?:促进|打破|亚洲|欧洲|如今|变身|助长|推出|大型|多方|原生|恒生|引动|国产|重新|构想|提升|强劲|语音|应届|敦促|刑事|关于|一所|州立|商业|中央|人民|投资|世界|储蓄|发展|开发|消费者|国有|股份制|高级|最高|综合|重点|名牌|普通|外国|第一股|第一|龙头股|拖累|提振|带动|推动|助推|利好|起诉|收购|投资|联手|携手|货币|加密货币|加密|证券|期货|股票|数字|公司|其他|累计|旗下|一个|重大|第三方|投入|合成|黑|维持|企业级|关注|看好|推荐|布局|对冲|私募|公募|养老|主权|人工|人工智能|上市|初创|创业|科技|高科技|互联网|母|子|分|大|小|该|本|多家|全球|国内|国外|国际|新|老|各|某|我|我们|你|他|他们|这家|那家|一家|两家|几家|家|的|了|是|在|和|与|对|为|把|被|让|美国|中国|日本|韩国|英国|欧洲|外国|海外|软件|硬件|芯片|游戏|汽车|机器人|保险|投资|风投|贸易|物流|咨询|传统|头部|龙头|知名|独角兽|领先|商业|私营|国有|民营|央行|半导体|金融|生物|医药|能源|网络|电子|信息|具身|通用|服务|生成式|大模型|模型|数据|云|车企|技术|前沿|重点|相关|其他|其|等|及|以及|世界|顶尖|顶级|著名|联合|家庭|人形|四足|清洁|工业|物理|超级|空间|群体|商用|情感|以|从|由|向|有|没有|超|用|做|个|这|那|更|最|去|来|当|说|称|但|而|也|都|就|又|不|无|多|每|全|全部|所有|部分|主要|优秀|一|二|三|为什么|如何|地方|联邦|中央|当地|最高|巡回|上诉|州|省|市|县|人民|高级|中级|知识产权|互联网)$/u;

/** A name that the tokenizer's dictionary has as one word: 浙商银行, 清华大学. */
const wholeName =
  /^([\u3400-\u9fff]{2,6})(?:银行|集团|证券|科技|大学|研究院|法院|协会|委员会|俱乐部|基金会|电视台|出版社)$/u;

/** After an ending these make another word of it: 智能 体, 智能 手机. */
const notEnded =
  /^(?:体|化|科技|生物|医药|股份|集团|控股|证券|银行|传媒|半导体|资本|大学|学院|研究院|手机|眼镜|家居|客服|助手|驾驶|制造|音箱|硬件|终端|时代|经济|芯片|人|产业|行业|领域|技术|公司|企业|安全|中心|算力|应用|投影|座舱|穿戴|锁|车|生成|创作)$/u;

/** 轮 behind letters is a round of funding. */
const rounds = /^(?:Pre-)?[A-H]\d?\+?\s?轮/u;

const latinWord = /^[A-Za-z][A-Za-z0-9.&+’'-]*$/u;
const opensName = /^(?:[A-Z]|[a-z]+[A-Z])/u;

/**
 * Probabilities from which a tagged name is taken: if it looks like one of its kind, and if it does not. A person has to look
 * like one. Chosen on headlines of May 2026, where common words were the false names.
 */
const CERTAIN = 0.6;
const VERY_CERTAIN = 0.95;

/** Two to four characters that open with one of the common surnames, or a foreign name with its dot. */
const looksLikePerson =
  /^(?:(?:欧阳|上官|司马|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|令狐|长孙|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤庄梅温柯颜樊霍翁耿甘祝管蓝殷舒洪季翟阮童毕聂焦俞康伍葛章鲁岳齐凌纪詹欧倪左蒲安宁骆])[\u3400-\u9fff]{1,3}|.*[·・].*)$/u;

const quotePairs = new Map([
  ['「', '」'],
  ['『', '』'],
  ['“', '”'],
  ['《', '》'],
  ['‘', '’'],
]);

function isSpace(token: Token | undefined): boolean {
  return token?.kind === 'space';
}

function name(text: string, start: number, end: number, category: Entity['category']): Entity {
  const surface = text.slice(start, end);
  return { text: surface, start, end, category, canonical: surface.replace(/\s+/gu, ' '), known: false };
}

/** 2.0 after a name is its version; 5亿 and 12% are amounts. */
function isVersion(token: Token): boolean {
  return (
    /^v?\d{1,2}(?:\.\d{1,3}){0,2}$/iu.test(token.text) &&
    (token.quantity === undefined || token.quantity.type === 'count')
  );
}

/** Letters or digits right behind a joining mark belong to the name whatever their case: DB-chat. */
function isTail(tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at - 1];
  return (
    mark !== undefined &&
    /^[-+&]$/u.test(mark.text) &&
    isJoined(tokens, at - 1) &&
    /^[A-Za-z0-9]/u.test(tokens[at]?.text ?? '')
  );
}

/** True of a mark that stands between two words without a space. */
function isJoined(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  return before?.kind === 'word' && (after?.kind === 'word' || after?.kind === 'number') && !isSpace(before);
}

/** True of a headline whose words all have capitals: there a capital says nothing. */
function isTitleCase(tokens: readonly Token[]): boolean {
  let capital = 0;
  let small = 0;
  for (const token of tokens) {
    if (token.kind !== 'word' || token.text.length < 4 || !latinWord.test(token.text)) continue;
    if (opensName.test(token.text)) capital++;
    else small++;
  }
  return capital > 2 && capital > small * 1.5;
}

/** Quoted spans of 2 to 30 units without punctuation inside: 「Hatch」, “AI 万相”. */
function quotedNames(text: string, tokens: readonly Token[]): Entity[] {
  const found: Entity[] = [];
  for (let open = 0; open < tokens.length; open++) {
    const close = quotePairs.get(tokens[open]?.text ?? '');
    if (close === undefined) continue;
    for (let at = open + 1; at < tokens.length && at <= open + 12; at++) {
      const token = tokens[at];
      if (token === undefined) break;
      if (token.text === close) {
        const start = tokens[open]?.end ?? 0;
        const inner = text.slice(start, token.start).trim();
        const known = tokens
          .slice(open + 1, at)
          .filter((one) => one.term !== undefined || one.quantity !== undefined);
        if (inner.length >= 2 && inner.length <= 24 && known.length === 0) {
          found.push(name(text, start, token.start, 'name'));
        }
        open = at;
        break;
      }
      if (token.kind === 'punctuation' && !/^[-.·:：&+]$/u.test(token.text)) break;
    }
  }
  return found;
}

/** True of the first token of a text, and of one behind a mark or a space. */
function opensClause(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || before.kind === 'punctuation' || isSpace(before);
}

/** The name that ends with an ending such as 科技 at token `at`, or undefined. */
function namedByEnding(
  text: string,
  tokens: readonly Token[],
  at: number,
  taken: Uint8Array,
  placeByEnd: ReadonlyMap<number, Entity>,
): Entity | undefined {
  const last = tokens[at];
  if (last === undefined || taken[last.start] === 1) return undefined;
  const whole = last.kind === 'word' ? wholeName.exec(last.text) : null;
  if (whole !== null && !generic.test(whole[1] ?? '') && !notEnded.test(tokens[at + 1]?.text ?? '')) {
    return name(
      text,
      last.start,
      last.end,
      /(?:银行|集团|证券|科技)$/u.test(last.text) ? 'company' : 'organization',
    );
  }
  const institution = institutionEndings.test(last.text);
  if (!institution && !companyEndings.test(last.text)) return undefined;
  if (notEnded.test(tokens[at + 1]?.text ?? '')) return undefined;
  let first = at;
  while (first > 0 && at - first < 2) {
    const before = tokens[first - 1];
    if (before === undefined || before.kind !== 'word' || taken[before.start] === 1) break;
    const inner = at - first === 0 && companyEndings.test(before.text);
    if (!hasHan(before.text) || (!inner && generic.test(before.text))) break;
    first--;
  }
  // 科技 生物 alone is two endings and no name.
  if (first < at && companyEndings.test(tokens[first]?.text ?? '')) return undefined;
  if (first === at) {
    const place = placeByEnd.get(last.start);
    if (!institution || place === undefined) return undefined;
    return name(text, place.start, last.end, 'organization');
  }
  // In the middle of a clause 促进 科技 is a verb and its object: a name that only its ending shows has to open one, and is
  // one word, or two with an ending each.
  const inner = companyEndings.test(tokens[at - 1]?.text ?? '');
  if (!opensClause(tokens, first) || (at - first > 1 && !inner)) return undefined;
  const start = tokens[first]?.start ?? last.start;
  const length = last.end - start;
  if (length < 4 || length > 10) return undefined;
  return name(text, start, last.end, institution ? 'organization' : 'company');
}

/** Runs of capitalized Latin words: in a Chinese text any, in an English one only where capitals mean names. */
function latinNames(
  text: string,
  tokens: readonly Token[],
  taken: Uint8Array,
  lexicon: EventLexicon,
): Entity[] {
  const chinese = tokens.some((token) => token.kind === 'word' && hasHan(token.text));
  if (!chinese && isTitleCase(tokens)) return [];
  const found: Entity[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (token === undefined || !isNameWord(token, taken)) {
      at++;
      continue;
    }
    const first = at;
    let last = at;
    for (let next = at + 1; next < tokens.length; next++) {
      const here = tokens[next];
      if (here === undefined) break;
      if (isSpace(here) && here.text === ' ') continue;
      // DB-Chat, A+B: a mark between two words without a space is a part of the name.
      if (/^[-+&]$/u.test(here.text) && isJoined(tokens, next)) continue;
      if (isNameWord(here, taken) || (here.kind === 'number' && isVersion(here)) || isTail(tokens, next))
        last = next;
      else break;
      if (next - first > 8) break;
    }
    at = last + 1;
    // How Kepler built …: the word that opens the sentence is no part of the name.
    let opener = first;
    while (opener < last && lexicon.starters.has(tokens[opener]?.text.toLowerCase() ?? '')) {
      opener++;
      while (opener < last && isSpace(tokens[opener])) opener++;
    }
    const start = tokens[opener]?.start ?? token.start;
    const end = tokens[last]?.end ?? token.end;
    const surface = text.slice(start, end);
    const opensSentence =
      first === 0 ||
      /[.!?:\n"“(]/u.test(
        text
          .slice(Math.max(0, start - 4), start)
          .trimEnd()
          .slice(-1),
      );
    if (rounds.test(text.slice(start, end + 3))) continue;
    if (surface.length < 2 || (opener === last && lexicon.starters.has(surface.toLowerCase()))) continue;
    // Store owners, the Marketplace: a word of the language alone, in English text.
    if (!chinese && opener === last && lexicon.common.has(surface.toLowerCase())) continue;
    // The first word of an English sentence has its capital from the sentence.
    if (
      !chinese &&
      opensSentence &&
      opener === first &&
      first === last &&
      !/[a-z][A-Z]|\d|^[A-Z]{2,}$/u.test(surface)
    )
      continue;
    const ending = surface.split(' ').at(-1) ?? '';
    found.push(name(text, start, end, first !== last && latinEndings.test(ending) ? 'company' : 'name'));
  }
  return found;
}

const notNames =
  /^(?:RT|AI|API|APP|App|PC|CEO|CTO|CFO|COO|IPO|AGI|LLM|GPU|CPU|NPU|TPU|SDK|CLI|HTML|JSON|PDF|VC|HN|PR|UI|UX|IT|ETF|IP|TV|DJ|II|III|OP|ST|Infra|P2P|SUV|MPV|PS[2-5]|Pro|Max|Plus|Mini|Ultra|Agent|Agents|Token|Tokens|Show|Tell|Ask|Beta|GA|Demo|Mac|Web|iOS|Android|Windows|Linux|US|UK|EU|USA|I|A|The|In|On|At|To|For|And|Of|Is|It|Vibe|Coding|ARR|ROI|KPI|HR|MR|VR|AR|AIGC|RAG|SOTA|OS|KOL|GDP|CPI|QQ|ID|VIP|BUG|Bug|Pre-A|A|B|C|D|E|OK|PS|ps|USB|Q[1-4]|H[12]|FY\d*|Series|Everything|Anything|DNA|RNA|CT|MRI|NASDAQ|NYSE|PMI|Chinese|American|European|Japanese|Korean|Indian|British|German|French|Russian|Israeli|Canadian|Asian|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|HK|Wi-Fi|WiFi|OCR|TTS|ASR|PPT|Excel|Word|Key|key)$/u;

/** I’ve, Don't, They're. */
const contraction = /(?:[’'](?:m|ve|ll|re|d)|n[’']t)$/iu;

function isNameWord(token: Token, taken: Uint8Array): boolean {
  return (
    token.kind === 'word' &&
    taken[token.start] !== 1 &&
    latinWord.test(token.text) &&
    opensName.test(token.text) &&
    !notNames.test(token.text) &&
    !contraction.test(token.text)
  );
}

/** What the tagger's types are as entities. */
const categoryOfType: Readonly<Record<NameType, Entity['category']>> = {
  company: 'company',
  organization: 'organization',
  government: 'organization',
  person: 'person',
};

/** Days and ranks whose first character is a surname as well. */
const notPeople =
  /^(?:周[一二三四五六日末天]|顾问|高管|高层|马上|金融|方案|方面|白宫|黄金|石油|江湖|安全|安卓|程序|毛利)$/u;

/** How names of companies and institutions end. One that ends otherwise has to be more certain. */
const institutionalEnding =
  /(?:公司|集团|股份|银行|证券|基金|资本|保险|信托|控股|科技|传媒|出版社|电视台|报社|杂志社|航空|汽车|电子|软件|网络|电器|地产|大学|学院|中学|小学|医院|法院|检察院|研究院|研究所|实验室|科学院|设计院|委员会|协会|学会|商会|联合会|基金会|理事会|议会|国会|政府|军|部|局|署|厅|处|办|委|所|会|院|队|团|社|组织|联盟|俱乐部|央行|央视|警方|军方|机构|中心|大使馆|总统府|白宫)$/u;

/** Words that make no name however they are joined: 航空公司, 金融监管机构, 公共行政部门. */
const commonParts =
  /^(?:律师|事务所|航空|科技|上市|家|金融|监管|机构|监管机构|公共|行政|部门|足球队|球队|国家队|技术|研究院|研究所|研究|民航|股东大会|董事会|股东|大会|联盟|委员会|政府|警方|军方|军队|基金|银行|央行|公司|集团|企业|大学|学院|学校|医院|法院|协会|组织|券商|投行|保险公司|电力公司|石油公司|广告|石油|电力|电信|通信|运营商|房地产|地产|开发商|中介|物业|制药|医药|食品|电商|平台|媒体|出版社|电视台|电台|报社|报纸|杂志社|俱乐部|联赛|世界杯|杂志|科研|院校|高校|中学|小学|幼儿园|街道|社区|居委会|派出所|公安|公安局|警察局|消防|法庭|检察院|检察机关|机关|单位|事业单位|中心|服务|管理|投资|咨询|咨询公司|外国|全球|国际|国内|本地|当地|地方|招聘|互联网|工业|联邦|总部|分公司|子公司|母公司|旗下|工厂|厂商|厂家|制造商|供应商|经销商|代理商|合作伙伴|初创|创业|独角兽|巨头|主队|客队|红军|大使馆|领事馆|使馆|国会|议会|财团|电影|影业|游戏|软件|硬件|汽车|芯片|半导体|人工智能|智能|机器人|大模型|小|大|中|新|老|私人|国有|私营|民营|外资|合资|两|一|几|多)+$/u;

/** What may follow a known name and leave it the same name: 阿里巴巴 集团, 智谱 华章 科技 有限公司. */
const legalEnding =
  /^(?:公司|集团|集团公司|股份|控股|总公司|有限公司|股份有限公司|集团有限公司|集团股份有限公司|科技有限公司)$/u;

/** The entities that share a character with [start, end); they are in order and apart. O(log entities). */
function overlapping(entities: readonly Entity[], start: number, end: number): readonly Entity[] {
  let low = 0;
  let high = entities.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entities[middle] as Entity).end <= start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < entities.length && (entities[last] as Entity).start < end) last++;
  return entities.slice(low, last);
}

/**
 * What a tagged name is beside the names that are known: nothing where it is less certain than `CERTAIN` or cuts into one,
 * the known name with its ending where it only adds that.
 */
function taggedEntity(text: string, tagged: TaggedName, entities: readonly Entity[]): Entity | undefined {
  const { start, end, certainty, type } = tagged;
  const surface = text.slice(start, end);
  if (certainty < CERTAIN || !hasHan(surface) || surface.length < 2) return undefined;
  const looksRight = (type === 'person' ? looksLikePerson : institutionalEnding).test(surface);
  if (!looksRight && (type === 'person' || certainty < VERY_CERTAIN)) return undefined;
  if (surface.length <= 12 && commonParts.test(surface)) return undefined;
  if (notPeople.test(surface)) return undefined;
  const within = overlapping(entities, start, end);
  const known = within.find((entity) => entity.category !== 'place');
  if (known === undefined) {
    // A place alone stays a place; 美国国会 is no place.
    if (within.some((place) => place.start < start || place.end > end)) return undefined;
    if (within.some((place) => place.start === start && place.end === end)) return undefined;
    // 中国公司 is no company's name, 罗马尼亚政府 is a government's.
    const rest = text.slice(within.at(-1)?.end ?? start, end);
    if (type === 'company' && commonParts.test(rest)) return undefined;
    return name(text, start, end, categoryOfType[type]);
  }
  const isSame = known.start === start && (known.category === 'company' || known.category === 'organization');
  if (!isSame || within.length > 1 || !legalEnding.test(text.slice(known.end, end))) return undefined;
  return { ...known, text: surface, end };
}

/** Names that no dictionary has: in quotes, by the tagger, by an ending, in Latin letters. */
export function findNames(
  text: string,
  tokens: readonly Token[],
  entities: readonly Entity[],
  lexicon: EventLexicon,
  tagger: NameTagger,
): Entity[] {
  const placeByEnd = new Map(
    entities.filter((entity) => entity.category === 'place').map((entity) => [entity.end, entity]),
  );
  const taken = new Uint8Array(text.length);
  for (const entity of entities) taken.fill(1, entity.start, entity.end);
  const found: Entity[] = [];
  const take = (entity: Entity): void => {
    for (let index = entity.start; index < entity.end; index++) if (owned[index] === 1) return;
    owned.fill(1, entity.start, entity.end);
    found.push(entity);
  };
  const owned = new Uint8Array(text.length);
  for (const quoted of quotedNames(text, tokens)) take(quoted);
  if (hasHan(text)) {
    for (const tagged of tagger.tag(text, tokens)) {
      const entity = taggedEntity(text, tagged, entities);
      if (entity !== undefined) take(entity);
    }
  }
  for (const entity of found) taken.fill(1, entity.start, entity.end);
  for (let at = 0; at < tokens.length; at++) {
    const ended = namedByEnding(text, tokens, at, taken, placeByEnd);
    if (ended !== undefined) take(ended);
  }
  for (const entity of found) taken.fill(1, entity.start, entity.end);
  for (const latin of latinNames(text, tokens, taken, lexicon)) take(latin);
  return found;
}
