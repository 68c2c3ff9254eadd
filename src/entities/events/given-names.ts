import { isHan } from '../../text/han.js';
import type { Token } from '../../tokenizer/token.js';
import type { Entity } from '../entity.js';
import type { EventLexicon } from '../event-lexicon.js';
import { lowerInPlace, tokenBorders } from '../phrase-table.js';

/** Single characters that follow a name and are no part of it: 张勇等, 张译拍, 李明方. */
const follows = new Set('等方谈晒发拿说称曾是把共那演唱拍打穿哭获赴携案家队粉式版的我');

/**
 * Names of persons with the second character of a rare given name, which the tokens leave over: 黄景|瑜 of 黄景瑜.
 *
 * A surname and one character, right behind which one Han character stands alone that is neither a verb nor a word
 * that builds clauses, are three characters of one name.
 */
export function withGivenNames(
  text: string,
  tokens: readonly Token[],
  entities: readonly Entity[],
  lexicon: EventLexicon,
): readonly Entity[] {
  const isShort = (entity: Entity) =>
    entity.category === 'person' && !entity.known && entity.text.length === 2 && isHan(entity.text);
  if (!entities.some(isShort)) return entities;
  const lower = lowerInPlace(text);
  const borders = tokenBorders(text, tokens);
  const single = new Map(tokens.map((token) => [token.start, token]));
  const taken = new Set(entities.map(({ start }) => start));
  return entities.map((entity) => {
    const rest = single.get(entity.end);
    if (!isShort(entity) || rest === undefined || rest.text.length !== 1 || !isHan(rest.text)) return entity;
    if (follows.has(rest.text) || taken.has(rest.start)) return entity;
    if (lexicon.cues.at(lower, rest.start, borders).length > 0) return entity;
    if (lexicon.triggers.at(lower, rest.start, borders).length > 0) return entity;
    const whole = entity.text + rest.text;
    return { ...entity, text: whole, end: rest.end, canonical: whole };
  });
}
