import { hasHan } from '../../text/han.js';
import type { Token } from '../../tokenizer/token.js';
import type { Entity } from '../entity.js';
import type { EventLexicon } from '../event-lexicon.js';
import type { NameTagger } from '../tagger/tagger.js';
import { namedByEnding } from './by-ending.js';
import { foreignPerson, isThingNamedAfter } from './foreign.js';
import { latinNames } from './latin.js';
import { legalNames } from './legal-names.js';
import { quotedNames } from './quoted.js';
import { taggedEntity } from './tagged.js';

/** Names that no dictionary has, and known ones as they stand in legal names: in quotes, with a dot, by the tagger, by an ending, in Latin letters. */
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
  for (const legal of legalNames(text, tokens, entities)) take(legal);
  for (const quoted of quotedNames(text, tokens)) take(quoted);
  for (const token of tokens) {
    const person = foreignPerson(text, token, taken);
    if (person !== undefined) take(person);
  }
  if (hasHan(text)) {
    for (const tagged of tagger.tag(text, tokens)) {
      const entity = taggedEntity(text, tagged, entities);
      if (entity !== undefined && !isThingNamedAfter(text, entity)) take(entity);
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
