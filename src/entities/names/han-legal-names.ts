import type { Entity } from '../entity.js';
import { unknownName } from './unknown-name.js';

const legalForm = /(?:股份|集团|控股)*有限(?:责任)?公司/gu;

/** What stands in a company's legal name before its form: what it does, and with what. */
const trades =
  '计算机|电脑|系统|集成电路|积体电路|半导体|微电子|电子|电器|电气|电力|电网|电信|电池|电商|电影|光电|光学|光伏|网络|互联网|在线|信息|数据|数字|智能|人工智能|机器人|' +
  '软件|硬件|科技|技术|研究|研发|开发|设计|制造|生产|加工|服务|咨询|管理|投资|创业|实业|产业|工业|商业|商务|贸易|商贸|进出口|国际|国内|全球|销售|营销|' +
  '零售|超市|百货|供应链|物流|快递|运输|航空|航天|铁路|轨道|交通|汽车|新能源|能源|动力|储能|锂电|石油|石化|化工|化学|煤炭|煤业|矿业|钢铁|铝业|铜业|有色|金属|' +
  '材料|新材料|建材|水泥|玻璃|建设|建筑|工程|装饰|置业|房地产|地产|物业|银行|证券|基金|保险|人寿|财产|信托|期货|租赁|融资|担保|金融|支付|资产|资本|控股|集团|' +
  '股份|企业|食品|饮料|饮品|酒业|酒|乳业|农业|牧业|种业|生物|医药|药业|制药|医疗|器械|健康|医学|检测|教育|文化|传媒|传播|广告|影视|影业|音乐|娱乐|游戏|互动|体育|' +
  '旅游|酒店|餐饮|服饰|服装|纺织|家居|家电|家具|日化|化妆品|通信|通讯|移动|移动通信|终端|设备|装备|机械|重工|精密|仪器|仪表|自动化|控制|安防|安全|环保|环境|水务|' +
  '燃气|热力|航运|港口|港务|船舶|造船|云计算|云|软件园|多媒体|产品|用品|市政|发展|总|基础|世纪|和';
const onlyTrades = new RegExp(`^(?:${trades})*$`, 'u');
const endsInTrades = new RegExp(`(?:${trades})+$`, 'u');

const bracketed = /[（(][^（）()]{2,6}[）)]/gu;
/** What a legal name is made of, up to its form. */
const beforeForm = /[\u3400-\u9fffA-Za-z0-9·（）()]{2,}$/u;
/** Units of the longest of them. */
const LONGEST = 30;
/** Characters that stand in no company's own name, so that what goes before one is the sentence. */
const inSentence = /[的了是在与和被把将对向由从为也都而及又或其该此某各这那并就已曾称让给据按等后前中拟]/u;
/** Characters of an own name that opens its clause. */
const LEAST_OWN = 2;
const MOST_OWN = 4;

/** The company that is known whose legal name text[from, form) makes with nothing but what companies do, and where that begins. */
function knownCompany(
  text: string,
  form: number,
  entities: readonly Entity[],
  from: number,
): Entity | undefined {
  for (let at = entities.length - 1; at >= 0; at--) {
    const entity = entities[at] as Entity;
    if (entity.end > form) continue;
    if (entity.start < from) return undefined;
    if (entity.category !== 'company' && entity.category !== 'product' && entity.category !== 'organization')
      continue;
    const place = entities.find(({ end, category }) => category === 'place' && end === form);
    const rest = text.slice(entity.end, Math.max(entity.end, place?.start ?? form)).replace(bracketed, '');
    return onlyTrades.test(rest) ? entity : undefined;
  }
  return undefined;
}

/** Where the chain of places begins that ends at an offset: 江苏省南京市; the offset if none does. */
function placesStart(end: number, places: ReadonlyMap<number, Entity>): number {
  let start = end;
  for (let place = places.get(start); place !== undefined; place = places.get(start)) start = place.start;
  return start;
}

/** Where the legal name begins of a company that no dictionary has: with its place, or with its clause. */
function unknownStart(
  text: string,
  from: number,
  form: number,
  places: ReadonlyMap<number, Entity>,
): number | undefined {
  const inner = text.slice(from, form).replace(bracketed, (place) => '\u0000'.repeat(place.length));
  for (let at = form - LEAST_OWN; at > from; at--) {
    if (!places.has(at) || inner.charCodeAt(at - from - 1) === 0) continue;
    return inSentence.test(text.slice(at, form)) ? undefined : placesStart(at, places);
  }
  const own = inner.replaceAll('\u0000', '').replace(endsInTrades, '');
  const isOwn = own.length >= LEAST_OWN && own.length <= MOST_OWN && !inSentence.test(own);
  return isOwn && own.length < inner.length ? from : undefined;
}

/** Full legal names of Chinese companies, each whole: 深圳市腾讯计算机系统有限公司 is 腾讯, 江阴鑫源投资有限公司 is no one that is known. */
export function hanLegalNames(text: string, entities: readonly Entity[]): Entity[] {
  const found: Entity[] = [];
  if (!text.includes('公司')) return found;
  const places = new Map<number, Entity>();
  for (const entity of entities) if (entity.category === 'place') places.set(entity.end, entity);
  let past = 0;
  for (const { 0: written, index } of text.matchAll(legalForm)) {
    const end = index + written.length;
    const before = beforeForm.exec(text.slice(Math.max(past, index - LONGEST), index))?.[0] ?? '';
    const from = index - before.length;
    past = end;
    if (entities.some((entity) => entity.start < index && entity.end > index)) continue;
    const known = knownCompany(text, index, entities, from);
    if (known !== undefined) {
      const start = placesStart(known.start, places);
      found.push({ ...known, text: text.slice(start, end), start, end });
      continue;
    }
    const start = unknownStart(text, from, index, places);
    if (start !== undefined) found.push(unknownName(text, start, end, 'company'));
  }
  return found;
}
