import type { Token } from '../../tokenizer/token.js';
import type { Entity } from '../entity.js';
import { unknownName } from './unknown-name.js';

const quotePairs = new Map([
  ['「', '」'],
  ['『', '』'],
  ['“', '”'],
  ['《', '》'],
  ['‘', '’'],
]);

function isHanWord(inner: string): boolean {
  return /^[\u4e00-\u9fff]+$/u.test(inner);
}

const NAMING =
  /(?:发布|推出|上线|开源|打造|研发|名为|叫|叫做|称为|命名为|更名为|代号|组织|公司|品牌|模型|产品|应用|平台|项目|机器人)$/u;
const NAMED = /^(?:大?模型|系统|平台|计划|项目|系列|机器人|应用|组织|公司|品牌|芯片|智能体|小程序|游戏)/u;

/** Whether the words about quotes, text[open, end), say that something has the name in them. */
function isCalledSo(text: string, open: number, end: number): boolean {
  return NAMING.test(text.slice(Math.max(0, open - 4), open)) || NAMED.test(text.slice(end, end + 4));
}

/** Quoted spans of 2 to 24 units without punctuation inside and without a name that is known: 「Hatch」, “AI 万相”. */
export function quotedNames(text: string, tokens: readonly Token[]): Entity[] {
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
        // “黑幕” is a word in quotes; 《硬汉》 is a title, and 「悟空」 a name where something is called so.
        const isWord =
          close !== '》' && at === open + 2 && isHanWord(inner) && !isCalledSo(text, start - 1, token.end);
        if (inner.length >= 2 && inner.length <= 24 && known.length === 0 && !isWord) {
          found.push(unknownName(text, start, token.start, 'name'));
        }
        open = at;
        break;
      }
      if (token.kind === 'punctuation' && !/^[-.·:：&+]$/u.test(token.text)) break;
    }
  }
  return found;
}
