/** What the evaluations that run in processes of their own print, line by line, as tables in both languages. */
import type { Page, Said } from '../page.js';

/** A table: lines that match are its rows, their groups its cells. */
export interface Printed {
  readonly line: RegExp;
  readonly head: readonly Said[];
  /** What a cell is called in the pages, if otherwise than where it was printed. */
  readonly cell?: (text: string) => Said;
}

/** Writes a table for each kind of line, and what is of no kind as it was printed. */
export function printedTables(page: Page, lines: readonly string[], kinds: readonly Printed[]): void {
  const rest = lines.filter((line) => !kinds.some((kind) => kind.line.test(line)));
  for (const { line, head, cell = (text: string): Said => text } of kinds) {
    const rows = lines.map((text) => line.exec(text)).filter((match) => match !== null);
    if (rows.length === 0) continue;
    page.head(head, `l${'r'.repeat(head.length - 1)}`);
    for (const match of rows) page.row(match.slice(1).map((text) => cell(text ?? '')));
  }
  if (rest.length === 0) return;
  page.paragraph('```text');
  for (const line of rest) page.say(line);
  page.say('```');
}

const said = new Map<string, string>([
  ['pku_test_gold.utf8', 'PKU 测试集'],
  ['udc_dev_gold.txt', 'UDC 开发集'],
  ['udc_test_gold.txt', 'UDC 测试集'],
  ['dictionary alone', '只用词典'],
  ['dictionary and shapes', '词典加词形'],
  ['all', '词典、词形和标注模型'],
  ['company + organization', '公司与机构'],
  ['company', '公司'],
  ['organization + government', '机构与政府'],
  ['person', '人名'],
  ['waimai', '外卖评论'],
  ['shopping', '购物评论'],
  ['eprstmt', 'EPRSTMT，电商评论'],
  ['weibo', '微博'],
  ['usual', 'SMP2020，一般微博'],
  ['virus', 'SMP2020，疫情微博'],
  ['finance', '财经标题'],
  ['finance-body', '财经正文'],
  ['phrasebank', 'Financial PhraseBank，英文'],
  ['twitter-finance', '推特财经，英文'],
  ['major', '大事'],
  ['minor', '小事'],
  ['ordinary sentences', '日常句子'],
  ['denials', '否定、反问、转折'],
  ['titles', '中文标题'],
  ['reviews of amazon', '亚马逊评论'],
  ['reviews of imdb', 'IMDb 影评'],
  ['reviews of yelp', 'Yelp 评论'],
  [
    "editor's items carried by two headlines or more, told in the first 30",
    '编辑选的、至少两条标题提到的事，出现在前 30 条里',
  ],
  ['of these on the front page', '其中编辑放在要闻的'],
  ['key points that the editor picked too', '关键点里编辑也选了的'],
]);

/** A printed name in Chinese where it has one. */
const named = (text: string): Said => {
  const zh = said.get(text.replace(/ ±$/, ''));
  const part = /^(\d+) of (\d+)(?: \((.*)\))?$/.exec(text);
  if (part !== null) {
    const [, some, whole, percent] = part;
    return { zh: `${some} / ${whole}${percent === undefined ? '' : `（${percent}）`}`, en: text };
  }
  const range = /^([\d.]+) to ([\d.]+)$/.exec(text);
  if (range !== null) return { zh: `${range[1]} 至 ${range[2]}`, en: text };
  return zh === undefined ? text : { zh: text.endsWith(' ±') ? `${zh} ±` : zh, en: text };
};

export const segmentation: readonly Printed[] = [
  {
    line: /^([^ ]+): F1 cut ([\d.]+), segment ([\d.]+), segment with amounts and names cut as cut does ([\d.]+)$/,
    head: [
      { zh: 'F1', en: 'F1' },
      'cut',
      'segment',
      { zh: 'segment，数量和外国人名按 cut 切', en: 'segment, amounts and foreign names as cut does' },
    ],
    cell: named,
  },
  {
    line: /^([^ ]+) in traditional characters: F1 segment ([\d.]+) \(simplified ([\d.]+)\), cut ([\d.]+); cut at the same places (.*) lines$/,
    head: [
      { zh: '转成繁体', en: 'in traditional characters' },
      { zh: 'segment F1', en: 'segment F1' },
      { zh: '简体时', en: 'simplified' },
      { zh: 'cut F1', en: 'cut F1' },
      { zh: '切在同样位置的行', en: 'lines cut at the same places' },
    ],
    cell: named,
  },
];

export const entities: readonly Printed[] = [
  {
    line: /^(.+?), (.+): F1 ([\d.]+) \(precision ([\d.]+), recall ([\d.]+)\)$/,
    head: [
      { zh: '凭什么认', en: 'by' },
      { zh: '类别', en: 'kind' },
      'F1',
      { zh: '精确率', en: 'precision' },
      { zh: '召回率', en: 'recall' },
    ],
    cell: named,
  },
];

export const events: readonly Printed[] = [
  {
    line: /^planted facts, (\w+): (\d+), as one story (\d+), with all that must be in it (\d+)$/,
    head: [
      { zh: '样本里埋下的事', en: 'planted facts' },
      { zh: '件数', en: 'facts' },
      { zh: '合成一件的', en: 'as one story' },
      { zh: '要点齐全的', en: 'with all that must be in it' },
    ],
    cell: named,
  },
  {
    line: /^([\d-]+): (\d+) headlines, (\d+) events, (\d+) stories, (\d+) of two posts or more with (\d+) posts$/,
    head: [
      { zh: '日期', en: 'day' },
      { zh: '标题', en: 'headlines' },
      { zh: '事件', en: 'events' },
      { zh: '合成的事', en: 'stories' },
      { zh: '两条以上的', en: 'of two posts or more' },
      { zh: '它们的帖子', en: 'their posts' },
    ],
  },
];

export const report: readonly Printed[] = [
  {
    line: /^([\d-]+): (\d+) headlines, (\d+) items; carried (\d+), found (\d+); front page (\d+), found (\d+); key points picked by the editor (\d+ of \d+)$/,
    head: [
      { zh: '日期', en: 'day' },
      { zh: '标题', en: 'headlines' },
      { zh: '编辑选的', en: "editor's items" },
      { zh: '两条标题以上', en: 'carried by two' },
      { zh: '报告里有', en: 'found' },
      { zh: '要闻', en: 'front page' },
      { zh: '报告里有', en: 'found' },
      { zh: '关键点里编辑也选的', en: 'key points picked too' },
    ],
    cell: named,
  },
  {
    line: /^([^:]+): (\d+ of \d+ \(\d+ %\))$/,
    head: [
      { zh: '十三天合计', en: 'all thirteen days' },
      { zh: '件数', en: 'items' },
    ],
    cell: named,
  },
];

export const sentiment: readonly Printed[] = [
  {
    line: /^(\S+(?: ±)?) +accuracy ([\d.]+) \(([\d.]+ to [\d.]+)\) +macro-F1 ([\d.]+) +n (\d+)$/,
    head: [
      { zh: '数据集', en: 'set' },
      { zh: '准确率', en: 'accuracy' },
      { zh: '最低至最高', en: 'least to most' },
      'macro-F1',
      { zh: '条数', en: 'posts' },
    ],
    cell: named,
  },
];

export const sentences: readonly Printed[] = [
  {
    line: /^([^:]+): (\d+), label right ([\d.]+), turned round (\d+), of moods given right ([\d.]+), given to what has none ([\d.]+)$/,
    head: [
      { zh: '判过的', en: 'judged' },
      { zh: '条数', en: 'texts' },
      { zh: '标签对', en: 'label right' },
      { zh: '正负颠倒', en: 'turned round' },
      { zh: '判为正负的有多少对', en: 'of moods given, right' },
      { zh: '没有情绪的有多少被判正负', en: 'given to what has none' },
    ],
    cell: named,
  },
  {
    line: /^([^:]+): (\d+), label right ([\d.]+), turned round (\d+), sign alone redian ([\d.]+), sentiment ([\d.]+), vader-sentiment ([\d.]+)$/,
    head: [
      { zh: '英文评论', en: 'English reviews' },
      { zh: '条数', en: 'texts' },
      { zh: '标签对', en: 'label right' },
      { zh: '正负颠倒', en: 'turned round' },
      { zh: '只看正负，redian', en: 'sign alone, redian' },
      '`sentiment`',
      '`vader-sentiment`',
    ],
    cell: named,
  },
];
