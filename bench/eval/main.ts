/** `npm run eval [-- FOLDER]`: prints the figures of quality and writes docs/quality.md and its English twin. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Both, Page } from '../page.js';
import { keyphraseFigures } from './keyphrases.js';
import { keywordFigures } from './keywords.js';
import {
  entities,
  events,
  type Printed,
  printedTables,
  report,
  segmentation,
  sentences,
  sentiment,
} from './printed.js';
import { topicFigures } from './topics.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = process.argv[2] ?? process.env.REDIAN_DATA ?? `${root}../shared/data`;
const page = new Page(
  { zh: '质量', en: 'Quality' },
  {
    zh: '由 `npm run eval` 写成，用的都是公开数据集，不在本仓库里；缺哪一个，就写明没有测哪一个。选参数时看过哪些数据，见[设计](/design)。',
    en: 'Written by `npm run eval`, on public sets that are not part of the repository; a set that is missing is named and left out. Which sets were looked at when constants were chosen is said in [the design](/en/design).',
  },
);

function part(title: Both, about: Both, sets: readonly string[], figures: () => void): void {
  page.heading(title);
  page.paragraph(about);
  const missing = sets.filter((name) => !existsSync(`${folder}/${name}`));
  if (missing.length === 0) figures();
  else {
    const names = missing.join(', ');
    page.paragraph({ zh: `没有测：缺 ${names}。`, en: `Not measured: ${names} is missing.` });
  }
}

/** Runs an evaluation in a process of its own. Figures only: texts of the sets, which it indents, stay out of the pages. */
function child(args: readonly string[], kinds: readonly Printed[]): void {
  const { stdout, status } = spawnSync('npx', ['tsx', ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, REDIAN_DATA: folder },
    timeout: 600_000,
  });
  if (status !== 0) throw new Error(`${args[0]} failed`);
  const shown = stdout.split('\n').filter((line) => line.trim() !== '' && !/^ {2}|^\{|^CLUENER,/.test(line));
  printedTables(page, shown, kinds);
}

part(
  { zh: '关键词', en: 'Keywords' },
  {
    zh: '`extractTags` 和 `textRank` 与 Python jieba 对照；`keyphrases` 与作者自己给论文列的关键词对照，前五个的 F1。',
    en: '`extractTags` and `textRank` against Python jieba; `keyphrases` against the keywords that authors gave their papers, F1 of the first five.',
  },
  ['jieba-reference/reference.jsonl', 'keywords/csl_kg_dev.tsv'],
  () => {
    page.head(
      [
        { zh: '与什么对照', en: 'compared with what' },
        { zh: '结果', en: 'result' },
      ],
      'lr',
    );
    for (const row of [...keywordFigures(folder), ...keyphraseFigures(folder)]) page.row(row);
  },
);
part(
  { zh: '话题', en: 'Topics' },
  {
    zh: '话题数取真实的类数，与人分的类对照：NMI / ARI，五个随机种子的平均；“抽样五次”是五次各去掉百分之三的帖子，NMI 的平均（种子大多落到同一个结果，换几条帖子却可能落到相近的另一个）；另有各种子之间有多一致（ARI），以及词向量得到的分量。随包的词向量训练时没有用过这里的任何一个数据集（dictionaries/word-vectors.tsv 开头写明用了什么）。',
    en: 'At the true number of classes, against classes made by people: NMI / ARI, mean of five seeds; the mean NMI of five draws that leave out 3 % of the posts each (seeds mostly end at the same result, a few posts more or less at another that is nearly as good); how far the seeds agree (ARI); the weight that the vectors got. The bundled vectors were trained on none of these sets (the head of dictionaries/word-vectors.tsv says on what).',
  },
  ['topics/thucnews_dev.tsv', 'topics/tnews_dev.tsv'],
  () => {
    const agree = { zh: '种子间', en: 'seeds agree' };
    page.head(
      [
        { zh: '数据集', en: 'set' },
        { zh: '只用词频', en: 'counts alone' },
        agree,
        { zh: '加上词向量', en: 'with vectors' },
        { zh: '抽样五次', en: 'five draws' },
        agree,
        { zh: '分量', en: 'weight' },
        { zh: '目标', en: 'target' },
      ],
      'lrrrrrrl',
    );
    for (const row of topicFigures(folder)) page.row(row);
  },
);
part(
  { zh: '切分', en: 'Segmentation' },
  {
    zh: '与人工切分的标准对照的 F1。`segment` 让金额、数量和带间隔号的外国人名（比尔·盖茨）保持完整，而标准把它们切开（人名只有 UDC 切开），所以另算一次“数量和外国人名按 cut 切”。速度见[分词基准](/benchmarks-tokenizer)。',
    en: 'F1 against texts cut by people. `segment` keeps amounts and foreign names with a dot (比尔·盖茨) whole where these standards cut them (names: UDC alone), so it is counted once more with both cut as `cut` does. Speeds are in [the benchmarks](/en/benchmarks-tokenizer).',
  },
  ['segmentation'],
  () => child(['bench/eval/segment.ts'], segmentation),
);
part(
  { zh: '实体', en: 'Entities' },
  {
    zh: 'CLUENER 2020 留出的 787 篇（五分之一，没有参加训练），类别和边界都对才算对。',
    en: 'The fifth of CLUENER 2020 that was held out of the training, 787 texts; right is what has the right kind and borders.',
  },
  ['entities/cluener_train_4000.jsonl'],
  () => child(['bench/eval/entities.ts'], entities),
);
part(
  { zh: '事件', en: 'Events' },
  {
    zh: '随仓库的样本里事先埋下一批事，看各家说法能不能合成一件；再看几天的真实资讯合成了多少件。',
    en: 'Facts planted in the fixture, told by many authors in many ways: how many become one story. Then how headlines of real days are joined.',
  },
  ['feed'],
  () => child(['bench/eval/events.ts'], events),
);
part(
  {
    zh: '报告，2026 年 5 月 3 日至 15 日，与编辑的选择对照',
    en: 'Report, 3 to 15 May 2026 against what an editor picked',
  },
  {
    zh: '编辑选的事，若至少有两条标题提到，报告就该说到；编辑没选的关键点不算错，只是另一种眼光。',
    en: 'What the editor picked and at least two headlines carry should be told. A key point that the editor left out is not wrong: another view.',
  },
  ['feed'],
  () => child(['bench/eval/report.ts'], report),
);
part(
  { zh: '情绪，每个数据集的五份轮流留出', en: 'Sentiment, each fifth of each set held out once' },
  {
    zh: '带 ± 的行只算正负两类，去掉标为中性的。微博那一组的表情符号在打分前已经拿掉，因为它的标签正是由这些表情符号得来的。数字是五次的平均，每次留出另外五分之一；eprstmt 和 phrasebank 完全不拿来训练，由其余全部按五种次序训练的权重来判。',
    en: 'Rows with ± leave out what is labelled neutral. The emoticons of weibo, of which its labels were made, are taken out before scoring. Figures are means of five trainings, each of which keeps another fifth back; nothing is learnt from eprstmt and phrasebank, which weights learnt from all others in five orders judge.',
  },
  ['sentiment'],
  () => child(['src/compile/train-sentiment.ts', `${folder}/sentiment`, '--hold-out'], sentiment),
);
part(
  { zh: '情绪，没有训练过的文本', en: 'Sentiment, texts of no training set' },
  {
    zh: '句子和标题是人判过的，在 test/sentiment 里；三组英文评论各一千句（Kotzias 等，KDD 2015），随 npm 包 `sentiment` 的测试发布，正负各半，所以旁边是只看分数正负时，redian、`sentiment`（AFINN）和 `vader-sentiment` 各对多少（0 分算错）。',
    en: 'Sentences and titles were judged by a reader and are in test/sentiment. Three times a thousand sentences of English reviews (Kotzias et al., KDD 2015) come with the tests of the npm package `sentiment`; half are praise, so beside the label stands for how many the sign alone is right, that of redian, of `sentiment` (AFINN) and of `vader-sentiment` (0 counts as wrong).',
  },
  [],
  () => child(['bench/eval/sentences.ts'], sentences),
);
page.save('quality');
