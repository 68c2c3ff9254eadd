import { hasHan } from '../../text/han.js';
import type { Token } from '../../tokenizer/token.js';
import type { Entity } from '../entity.js';
import { unknownName } from './unknown-name.js';

/** Endings that make the words before them the name of a company or an institution. */
const companyEndings = /^(?:科技|集团|资本|证券|智能|半导体|股份|传媒|动力|微电子|创投|控股|生物|银行)$/u;
const institutionEndings =
  /^(?:大学|研究院|研究所|实验室|委员会|监管机构|法院|政府|学院|协会|交易所|科学院|财政部|商务部|工信部|网信办)$/u;

/** Words that make no name with an ending: 上市公司, 人工智能公司, 多家银行. */
const generic =
  /^(?:促进|打破|亚洲|欧洲|如今|变身|助长|推出|大型|多方|原生|恒生|引动|国产|重新|构想|提升|强劲|语音|应届|敦促|刑事|关于|一所|州立|商业|中央|人民|投资|世界|储蓄|发展|开发|消费者|国有|股份制|高级|最高|综合|重点|名牌|普通|外国|第一股|第一|龙头股|拖累|提振|带动|推动|助推|利好|起诉|收购|联手|携手|货币|加密货币|加密|证券|期货|股票|数字|公司|其他|累计|旗下|一个|重大|第三方|投入|合成|黑|维持|企业级|关注|看好|推荐|布局|对冲|私募|公募|养老|主权|人工|人工智能|上市|初创|创业|科技|高科技|互联网|母|子|分|大|小|该|本|多家|全球|国内|国外|国际|新|老|各|某|我|我们|你|他|他们|这家|那家|一家|两家|几家|家|的|了|是|在|和|与|对|为|把|被|让|美国|中国|日本|韩国|英国|海外|软件|硬件|芯片|游戏|汽车|机器人|保险|风投|贸易|物流|咨询|传统|头部|龙头|知名|独角兽|领先|私营|民营|央行|半导体|金融|生物|医药|能源|网络|电子|信息|具身|通用|服务|生成式|大模型|模型|数据|云|车企|技术|前沿|相关|其|等|及|以及|顶尖|顶级|著名|联合|家庭|人形|四足|清洁|工业|物理|超级|空间|群体|商用|情感|以|从|由|向|有|没有|超|用|做|个|这|那|更|最|去|来|当|说|称|但|而|也|都|就|又|不|无|多|每|全|全部|所有|部分|主要|优秀|一|二|三|为什么|如何|地方|联邦|当地|巡回|上诉|州|省|市|县|中级|知识产权)$/u;

/** A name that the tokenizer's dictionary has as one word: 浙商银行, 清华大学. */
const wholeName =
  /^([\u3400-\u9fff]{2,6})(?:银行|集团|证券|科技|大学|研究院|法院|协会|委员会|俱乐部|基金会|电视台|出版社)$/u;

/** After an ending these make another word of it: 智能 体, 智能 手机. */
const notEnded =
  /^(?:体|化|科技|生物|医药|股份|集团|控股|证券|银行|传媒|半导体|资本|大学|学院|研究院|手机|眼镜|家居|客服|助手|驾驶|制造|音箱|硬件|终端|时代|经济|芯片|人|产业|行业|领域|技术|公司|企业|安全|中心|算力|应用|投影|座舱|穿戴|锁|车|生成|创作)$/u;

/** True of the first token of a text, and of one behind a mark or a space. */
function opensClause(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || before.kind === 'punctuation' || before.kind === 'space';
}

/** The name that ends with an ending such as 科技 at token `at`, or undefined. */
export function namedByEnding(
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
    return unknownName(
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
    return unknownName(text, place.start, last.end, 'organization');
  }
  // In the middle of a clause 促进 科技 is a verb and its object: a name that only its ending shows has to open one, and is
  // one word, or two with an ending each.
  const inner = companyEndings.test(tokens[at - 1]?.text ?? '');
  if (!opensClause(tokens, first) || (at - first > 1 && !inner)) return undefined;
  const start = tokens[first]?.start ?? last.start;
  const length = last.end - start;
  if (length < 4 || length > 10) return undefined;
  return unknownName(text, start, last.end, institution ? 'organization' : 'company');
}
