import type { Token } from '../../tokenizer/index.js';
import { isNotion } from '../../tokenizer/token.js';

/** Names that are words of every day as well, with what stands in a post that means the word. */
const wordBeside = new Map([
  [
    '苹果',
    /[吃啃削甜酸斤]|果[园农树林汁干皮核酒醋篮]|水果|种植|采摘|红富士|阿克苏|洛川|维生素|减肥|蛋糕|平安夜/u,
  ],
  ['小米', /[粥饭斤]|杂粮|谷|煮|熬/u],
  ['甲骨文', /文字|汉字|字[形体]|殷墟|文物|考古|出土|非遗|图腾|博物/u],
  ['亚马逊', /雨林|河|流域|森林|丛林|部落/u],
  ['奔驰', /草原|骏马/u],
]);

/** Words of every day that are seldom a name, with what they stand in where they are one. */
const nameWithin = new Map([
  ['路透', /(?:据|^|\s)路透|路透(?:报道|称|援引|消息|[：:])/u],
  ['奥特曼', undefined],
  ['蚂蚁', undefined],
  ['扣子', undefined],
  ['麒麟', undefined],
  ['灵光', undefined],
  ['元宝', undefined],
]);

/**
 * The tokens of a post of no field in particular, in which 苹果很甜 speaks of a fruit: a name that is a word of every day is
 * one only beside another name of the dictionary, or as it stands.
 */
export function withoutEverydayNames(text: string, tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(mayBeWord)) return tokens;
  const isNamed = tokens.some((token) => isName(token) && !mayBeWord(token));
  const isWord = ({ text: word }: Token): boolean =>
    !isNamed && (wordBeside.get(word)?.test(text) ?? nameWithin.get(word)?.test(text) !== true);
  return tokens.map((token) => (mayBeWord(token) && isWord(token) ? wordOf(token) : token));
}

function wordOf({ text, start, end }: Token): Token {
  return { text, start, end, kind: 'word' };
}

function isName({ term }: Token): boolean {
  return term !== undefined && !isNotion(term.category);
}

function mayBeWord(token: Token): boolean {
  return isName(token) && (wordBeside.has(token.text) || nameWithin.has(token.text));
}
