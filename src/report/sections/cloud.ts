import type { Analysis } from '../analysis/analysis.js';
import { formatNumber, formatShare, formatTimes } from '../language/numbers.js';
import { formatDay } from '../language/words.js';
import type { Block, Section, TermRow } from '../report.js';

const TERMS_SHOWN = 20;
/** Terms of the table that must be comparable for a column of how they compare. */
const LEAST_COMPARED = 3;

/** 词云分析: the picture and the table of the window's leading terms. */
export function cloud(analysis: Analysis, picture: string | undefined): Section {
  const blocks: Block[] = [];
  if (picture !== undefined) blocks.push({ type: 'image', alt: '词云图', file: picture });
  // The weightiest, in the order that a reader can check.
  const rows = analysis.terms.slice(0, TERMS_SHOWN).sort((a, b) => b.posts - a.posts);
  if (rows.length > 0) {
    const compared = isCompared(analysis);
    const daily = !compared && rows.some((term) => term.days !== undefined);
    // Names and foreign words cannot be compared with general Chinese: where nothing else leads, the column says nothing.
    const general =
      analysis.comparison.with === 'background' &&
      rows.filter(({ change }) => change !== undefined).length >= LEAST_COMPARED;
    const last = compared ? ['变化'] : daily ? ['逐日帖子'] : general ? ['比通用中文'] : [];
    blocks.push({
      type: 'table',
      header: ['排名', '词', '帖子', '占比', ...last],
      align: ['right', 'left', 'right', 'right', ...last.map(() => 'right' as const)],
      rows: rows.map((term, index) => ({
        cells: [
          String(index + 1),
          term.term,
          formatNumber(term.posts),
          formatShare(term.posts / Math.max(1, analysis.termPosts)),
          ...(compared || general
            ? [changeWords(term, general)]
            : daily
              ? [(term.days ?? []).join(' · ')]
              : []),
        ],
        support: { posts: term.posts, authors: 0, engagement: 0 },
        evidence: [],
      })),
    });
    blocks.push({ type: 'note', text: comparisonWords(analysis, general) });
  }
  return { id: 'cloud', heading: '词云分析', level: 2, blocks };
}

/** There is an earlier time to compare the whole window with. */
function isCompared({ comparison }: Analysis): boolean {
  return comparison.with === 'posts' || comparison.with === 'report';
}

/** How often a term is said against what was expected; against general Chinese, which is always far off, in times alone. */
function changeWords({ change }: TermRow, inTimes: boolean): string {
  if (change === undefined) return '—';
  const { now, expected } = change;
  if (inTimes && expected > 0) return formatTimes(now / expected);
  if (now === 0 && expected === 0) return '—';
  if (expected === 0) return '新出现';
  const rise = now / expected - 1;
  if (Math.abs(rise) < 0.05) return '持平';
  if (rise >= 2) return formatTimes(now / expected);
  return `${rise > 0 ? '+' : '−'}${Math.abs(Math.round(rise * 100))}%`;
}

function comparisonWords(analysis: Analysis, general: boolean): string {
  if (isCompared(analysis)) {
    const than = analysis.comparison.with === 'report' ? '上一份报告' : '基线时段';
    return `变化：与${than}（${formatNumber(analysis.comparison.posts)}条帖子）相比，按帖子总数折算。`;
  }
  if (analysis.terms.some((term) => term.days !== undefined)) {
    return `没有给出基线，因此不计变化；逐日帖子从 ${formatDay(analysis.window.from)}起按天排列。`;
  }
  if (general) {
    return '没有给出基线，以通用中文（jieba 词典的词频）代替：倍数是有这个词的帖子数，与按词频估计的帖子数之比；词典里没有的名字和外文词无从比较。';
  }
  if (analysis.comparison.with === 'background')
    return '没有给出基线；表中多是名字和外文词，通用中文的词频里没有，因此不计变化。';
  return '没有给出基线，因此不计变化。';
}
