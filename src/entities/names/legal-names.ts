import type { Token } from '../../tokenizer/token.js';
import type { Entity } from '../entity.js';
import { hanLegalNames } from './han-legal-names.js';
import { isTitleCase } from './latin.js';
import { legalFormBehind } from './latin-legal-form.js';
import { unknownName } from './unknown-name.js';

/** Full legal names of companies that begin with one that is known: Tesla, Inc. is Tesla, Apple Hospitality REIT Inc. another. */
export function legalNames(text: string, tokens: readonly Token[], entities: readonly Entity[]): Entity[] {
  const found = hanLegalNames(text, entities);
  let at = 0;
  for (const entity of entities) {
    const { start, end, category } = entity;
    if (category !== 'company' && category !== 'product') continue;
    while (at < tokens.length && (tokens[at] as Token).end < end) at++;
    const form = legalFormBehind(tokens, at);
    if (form === undefined || (form.isOther && (category !== 'company' || isTitleCase(tokens)))) continue;
    found.push(
      form.isOther
        ? unknownName(text, start, form.end, 'company')
        : { ...entity, text: text.slice(start, form.end), end: form.end },
    );
  }
  return found;
}
