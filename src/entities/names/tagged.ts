import { hasHan } from '../../text/han.js';
import { surname } from '../../text/surname.js';
import type { Entity } from '../entity.js';
import type { NameType } from '../tagger/model.js';
import type { TaggedName } from '../tagger/tagger.js';
import { unknownName } from './unknown-name.js';

export { surname };

/**
 * Probabilities from which a tagged name is taken: if it looks like one of its kind, and if it does not. A person has to look
 * like one. Chosen on headlines of May 2026, where common words were the false names.
 */
const CERTAIN = 0.6;
const VERY_CERTAIN = 0.95;

/** Two to four characters that open with one of the common surnames, or a foreign name with its dot. */
const looksLikePerson = new RegExp(`^(?:${surname}[\\u3400-\\u9fff]{1,3}|.*[·・‧•].*)$`, 'u');

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
export function taggedEntity(
  text: string,
  tagged: TaggedName,
  entities: readonly Entity[],
): Entity | undefined {
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
    return unknownName(text, start, end, categoryOfType[type]);
  }
  const isSame = known.start === start && (known.category === 'company' || known.category === 'organization');
  if (!isSame || within.length > 1 || !legalEnding.test(text.slice(known.end, end))) return undefined;
  return { ...known, text: surface, end };
}
