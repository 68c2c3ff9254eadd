import { simplify } from '../../text/variants.js';
import type { Token } from '../../tokenizer/token.js';
import type { Event } from '../events/event.js';
import { firstFrom } from './first-from.js';
import type { EventPost } from './story.js';

/** Two poles of which one excludes the other where both are said of one thing. */
interface Axis {
  /** Deeds by their canonical names. */
  readonly deeds: readonly [string, string];
  /** Words; `up#` only before a number, `cut>` only before to or by, `cut%` only before rates. */
  readonly words: readonly [string, string];
}

const axes: readonly Axis[] = [
  {
    deeds: ['上涨 涨价 增长', '下跌 降价 下滑'],
    words: [
      '涨 上涨 大涨 暴涨 飙涨 猛涨 疯涨 飞涨 狂涨 收涨 领涨 连涨 续涨 普涨 涨超 涨近 涨逾 涨至 涨到 涨停 涨幅 涨价 提价 ' +
        '飙升 上升 攀升 回升 跃升 升至 升到 升破 升值 走高 走强 高开 拉升 反弹 增长 大增 激增 猛增 暴增 增加 增至 上调 翻倍 翻番 新高 ' +
        'rise rises rose rising risen climb climbs climbed climbing jump jumps jumped jumping soar soars soared soaring ' +
        'surge surges surged surging gain gains gained gaining rally rallies rallied rallying skyrocket skyrockets ' +
        'skyrocketed grow grows grew growing grown increase increases increased higher up# raised> raises>',
      '跌 下跌 大跌 暴跌 狂跌 猛跌 收跌 领跌 连跌 续跌 普跌 跌超 跌近 跌逾 跌至 跌到 跌停 跌幅 跌破 跌穿 跳水 重挫 下挫 降价 直降 ' +
        '下滑 下降 降至 降到 回落 走低 走弱 低开 缩水 贬值 闪崩 大降 骤降 锐减 减少 下调 腰斩 新低 ' +
        'fall falls fell falling fallen drop drops dropped dropping decline declines declined declining slip slips slipped ' +
        'slipping slide slides slid sliding plunge plunges plunged plunging tumble tumbles tumbled tumbling sink sinks ' +
        'sank sinking slump slumps slumped slumping plummet plummets plummeted plummeting shrink shrinks shrank decrease ' +
        'decreases decreased lower down# cut> cuts>',
    ],
  },
  {
    deeds: ['任命 加入 就任', '离职 裁员'],
    words: [
      '招聘 扩招 招募 招人 hire hires hired hiring recruit recruits recruiting',
      '裁员 裁减 裁掉 裁撤 layoffs laid lays',
    ],
  },
  {
    deeds: ['收购 入股 投资', '减持 出售'],
    words: ['买入 买进 增持 加仓', '卖出 抛售 减持 清仓 减仓'],
  },
  { deeds: ['发布 上线 开放', '停用'], words: ['', ''] },
  {
    deeds: ['', ''],
    words: ['加息 raise% raises% raised% hike% hikes% hiked%', '降息 cut% cuts% lower% lowers% lowered%'],
  },
  {
    deeds: ['', ''],
    words: [
      '批准 获批 放行 解禁 豁免 允许 准许 approve approves approved approval allow allows allowed permit permits permitted',
      '否决 驳回 叫停 封禁 禁止 禁令 阻止 block blocks blocked reject rejects rejected ban bans banned',
    ],
  },
];

/** Bits of the poles, two beside each other for an axis. */
function polesBy(part: keyof Axis): ReadonlyMap<string, number> {
  const poles = new Map<string, number>();
  for (const [axis, row] of axes.entries())
    for (const [side, list] of row[part].entries())
      for (const word of list.split(' ').filter(Boolean)) poles.set(word, 1 << (2 * axis + side));
  return poles;
}

const poleOfDeed = polesBy('deeds');
const poleOfWord = polesBy('words');

/** The first pole of each axis. */
const FIRST = 0x55555555;

/** Characters of a text that are read. */
const LONGEST = 400;

/** The poles of a deed, as bits; where it has none, of the words of its clause, and where nobody understood one, of the text. */
export function polesOf({ text, tokens }: EventPost, event: Event | undefined): number {
  const pole = event === undefined ? undefined : poleOfDeed.get(event.action);
  return pole ?? polesOfWords(tokens, event?.start ?? 0, event?.end ?? Math.min(text.length, LONGEST));
}

function polesOfWords(tokens: readonly Token[], start: number, end: number): number {
  let poles = 0;
  for (let at = firstFrom(tokens, start); at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.end > end) break;
    if (token.kind !== 'word' || denied.test(tokens[at - 1]?.text ?? '')) continue;
    const word = simplify(token.text.toLowerCase());
    poles |= poleOfWord.get(word) ?? poleOfWord.get(word + followerOf(tokens, at)) ?? 0;
  }
  return poles;
}

/** Words before one that is then not said. */
const denied = /^(?:不|未|没|没有|不再|并未)$/u;

/** The sign in the table of what stands behind a word. */
function followerOf(tokens: readonly Token[], at: number): string {
  const next = tokens[tokens[at + 1]?.kind === 'space' ? at + 2 : at + 1];
  if (next?.kind === 'number') return '#';
  if (next?.text === 'to' || next?.text === 'by') return '>';
  return next !== undefined && /^(?:interest|key|policy|rates?)$/.test(next.text) ? '%' : '';
}

/** Whether on some axis the one has the one pole alone, and the other the other. */
export function areOpposite(a: number, b: number): boolean {
  return (alone(a) & turned(alone(b))) !== 0;
}

function alone(poles: number): number {
  return poles & ~turned(poles);
}

function turned(poles: number): number {
  return ((poles & FIRST) << 1) | ((poles >>> 1) & FIRST);
}
