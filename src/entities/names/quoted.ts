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
        if (inner.length >= 2 && inner.length <= 24 && known.length === 0) {
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
