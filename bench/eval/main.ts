/** `npm run eval [-- FOLDER]`: prints the figures of quality and writes docs/quality.md. */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { keyphraseFigures } from './keyphrases.js';
import { keywordFigures } from './keywords.js';
import { topicFigures } from './topics.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = process.argv[2] ?? process.env.REDIAN_DATA ?? `${root}../shared/data`;
const lines = [
  '# Quality',
  '',
  'Written by `npm run eval`, on public sets that are not part of the repository; a set that is missing is named and left out.',
];

function part(title: string, sets: readonly string[], figures: () => readonly string[]): void {
  lines.push('', `## ${title}`, '');
  const missing = sets.filter((name) => !existsSync(`${folder}/${name}`));
  if (missing.length > 0) lines.push(`Not measured: ${missing.join(', ')} is missing.`);
  else lines.push(...figures());
}

function child(args: readonly string[]): string[] {
  const run = spawnSync('npx', ['tsx', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, REDIAN_DATA: folder },
    timeout: 600_000,
  });
  // Figures only: texts of the sets stay out of the repository.
  const shown = run.stdout.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('  '));
  return ['```', ...shown, '```'];
}

part('Keywords', ['jieba-reference/reference.jsonl', 'keywords/csl_kg_dev.tsv'], () => [
  '| | |',
  '|---|---|',
  ...keywordFigures(folder),
  ...keyphraseFigures(folder),
]);
part('Topics', ['topics/thucnews_dev.tsv', 'topics/tnews_dev.tsv'], () => [
  'NMI / ARI at the true number of classes, mean of five seeds; how far the seeds agree (ARI); the weight that the vectors got.',
  'The bundled vectors were trained on none of these sets (the head of dictionaries/word-vectors.tsv says on what).',
  '',
  '| | counts alone | seeds agree | with vectors | seeds agree | weight | target |',
  '|---|---:|---:|---:|---:|---:|---|',
  ...topicFigures(folder),
]);
part('Segmentation', ['segmentation'], () => child(['bench/eval/segment.ts']));
part('Entities', ['entities/cluener_train_4000.jsonl'], () => child(['bench/eval/entities.ts']));
part('Events', ['feed'], () => child(['bench/eval/events.ts']));
part('Report, 3 to 15 May 2026 against what an editor picked', ['feed'], () =>
  child(['bench/eval/report.ts']),
);
part('Sentiment, a fifth of each set held out', ['sentiment'], () =>
  child(['src/compile/train-sentiment.ts', `${folder}/sentiment`, '--hold-out']),
);
const text = `${lines.join('\n')}\n`;
writeFileSync(`${root}docs/quality.md`, text);
process.stdout.write(text);
