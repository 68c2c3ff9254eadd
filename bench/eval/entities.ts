/**
 * How well are names found? `npx tsx bench/eval/entities.ts` prints precision, recall and F1 of exact spans on the fifth of
 * CLUENER that a tagger trained on the rest has not seen, beside a plain look-up of the dictionary and names by their shape
 * alone. It trains that tagger, which takes a minute.
 *
 * CLUENER tells offices of government from organizations; here both are `organization`. So its `government` counts neither
 * for nor against the pair of company and organization.
 */
import { isHeldOut, readNames } from '../../src/compile/name-sets.js';
import { type LabelledNames, trainNames } from '../../src/compile/name-trainer.js';
import type { Entity } from '../../src/entities/entity.js';
import { entitiesWith } from '../../src/entities/extract-entities.js';
import { LABELS, NameModel, packNameModel } from '../../src/entities/tagger/model.js';
import { NameTagger } from '../../src/entities/tagger/tagger.js';
import { Tokenizer } from '../../src/tokenizer/index.js';
import { measuringData } from '../../test/support/measuring-data.js';

const tokenizer = Tokenizer.loadSync();

/** The parts of a set that are measured: CLUENER's types, and the categories that answer to them. */
const parts: readonly { title: string; types: readonly string[]; categories: readonly string[] }[] = [
  {
    title: 'company + organization',
    types: ['company', 'organization'],
    categories: ['company', 'organization'],
  },
  { title: 'company', types: ['company'], categories: ['company'] },
  {
    title: 'organization + government',
    types: ['organization', 'government'],
    categories: ['organization'],
  },
  { title: 'person', types: ['person'], categories: ['person'] },
];

function figures(texts: readonly LabelledNames[], find: (text: string) => readonly Entity[]): string[] {
  const scores = parts.map((part) => ({ ...part, right: 0, found: 0, gold: 0 }));
  for (const { text, names } of texts) {
    const entities = find(text);
    const offices = new Set(
      names.filter(({ type }) => type === 'government').map(({ start, end }) => `${start} ${end}`),
    );
    for (const score of scores) {
      const gold = new Set<string>();
      for (const { start, end, type } of names) if (score.types.includes(type)) gold.add(`${start} ${end}`);
      score.gold += gold.size;
      for (const { start, end, category } of entities) {
        const span = `${start} ${end}`;
        if (!score.categories.includes(category)) continue;
        if (gold.has(span)) score.right++;
        else if (offices.has(span)) continue;
        score.found++;
      }
    }
  }
  return scores.map(({ title, right, found, gold }) => {
    const precision = right / (found || 1);
    const recall = right / (gold || 1);
    const f1 = (2 * right) / (found + gold || 1);
    return `${title}: F1 ${f1.toFixed(3)} (precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)})`;
  });
}

const path = measuringData('entities/cluener_train_4000.jsonl');
if (path === undefined) console.log('entities/cluener_train_4000.jsonl: not there, left out');
else {
  const all = readNames(path);
  const unseen = all.filter(isHeldOut);
  const nothing = new NameTagger(
    new NameModel(
      packNameModel([], { step: 1, transitions: new Array(LABELS * LABELS + LABELS).fill(0) }),
      'nothing',
    ),
  );
  const trained = (): NameTagger => {
    const { rows, constants } = trainNames(
      all.filter((text) => !isHeldOut(text)),
      tokenizer,
    );
    return new NameTagger(new NameModel(packNameModel(rows, constants), 'names'));
  };
  const plain = (text: string) => entitiesWith(nothing, text, tokenizer.segment(text));
  const tagger = trained();
  console.log(`CLUENER, ${unseen.length} texts held out`);
  for (const [title, find] of [
    ['dictionary alone', (text: string) => plain(text).filter((entity) => entity.known)],
    ['dictionary and shapes', plain],
    ['all', (text: string) => entitiesWith(tagger, text, tokenizer.segment(text))],
  ] as const) {
    for (const line of figures(unseen, find)) console.log(`${title}, ${line}`);
  }
}
