import type { Analysis } from '../analysis/analysis.js';
import { formatNumber } from '../language/numbers.js';
import { formatDays } from '../language/words.js';
import { type Block, type Report, type Section, unsupported } from '../report.js';
import { strong, text } from './statement.js';

/** 数据来源, 报告时间, 报告编制: what was read, what became of it, and how to repeat the run. */
export function sources(analysis: Analysis, made: Report['made'], sourceName: string): Section {
  const { tally, window } = analysis;
  const dropped = [
    tally.rejected > 0 ? `${formatNumber(tally.rejected)}行有错` : '',
    tally.duplicateIds > 0 ? `${formatNumber(tally.duplicateIds)}条重复` : '',
    tally.undated > 0 ? `${formatNumber(tally.undated)}条没有时间` : '',
    tally.outside > 0 ? `${formatNumber(tally.outside)}条在时段之外` : '',
  ].filter((words) => words !== '');
  const folded = tally.folded > 0 ? `，折叠转发和雷同内容 ${formatNumber(tally.folded)}条` : '';
  const sampled =
    tally.sampled === undefined
      ? ''
      : `（帖子数、作者数和词频统计全部，词频含转发；其余各项依据其中细读的 ${formatNumber(tally.sampled)}条：按编号散列均匀抽取，另加互动最多的一批）`;
  const promotional =
    tally.promotional > 0
      ? `；其中 ${formatNumber(tally.promotional)}条是推广、抽奖或机器按模板所发，只计数，不作依据`
      : '';
  const options = Object.entries(made.options).map(([name, value]) => `${name}=${value}`);
  const lines = [
    [
      '数据来源',
      `${sourceName}，共读入 ${formatNumber(tally.read)}条${dropped.length > 0 ? `（${dropped.join('，')}）` : ''}；时段内 ${formatNumber(tally.inWindow)}条${sampled}${folded}，实际使用 ${formatNumber(tally.used)}条${promotional}`,
    ],
    ['报告时间', `${formatDays(window.from, window.to)}（${window.timeZone}）`],
    ['对比基线', baselineWords(analysis)],
    [
      '报告编制',
      `${made.by} ${made.version}，随机种子 ${made.seed}${options.length > 0 ? `，选项 ${options.join(' ')}` : ''}；相同的输入、选项和种子得到相同的报告`,
    ],
  ] as const;
  const blocks: Block[] = [
    {
      type: 'list',
      ordered: false,
      items: lines.map(([name, words]) => [
        {
          inlines: [strong(name), text(`：${words}。`)],
          ...unsupported,
        },
      ]),
    },
  ];
  return { id: 'sources', heading: '数据说明', level: 2, blocks };
}

/** What tells new from known, and what stands in where no baseline was given. */
function baselineWords({ comparison }: Analysis): string {
  const { newness, posts } = comparison;
  if (newness === 'posts') return `更早的帖子 ${formatNumber(posts)}条`;
  if (newness === 'report') return `上一份报告，${formatNumber(posts)}条帖子`;
  const rising = comparison.with === 'last-day' ? '哪些词升温，以此前几天为准' : '';
  if (newness === 'none') {
    return `没有给出；帖子大多不是中文，无从与通用中文相比，事实不分新旧${rising === '' ? '，也不计变化' : `；${rising}`}`;
  }
  const general = '通用中文（jieba 词典的词频）';
  return rising === ''
    ? `没有给出，以${general}代替：哪些词说得明显多，一件事是否尽是日常用语，都以它为准`
    : `没有给出；${rising}；一件事是否尽是日常用语，以${general}为准`;
}
