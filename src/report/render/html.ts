import { checkOptions, type OptionNames } from '../../base/check.js';
import { formatInterval, formatNumber, formatScore, formatShare } from '../language/numbers.js';
import { quotedWords, spaceHanAndLatin } from '../language/spacing.js';
import {
  type Block,
  type Figures,
  type Inline,
  type Report,
  type Section,
  type Statement,
  type Supported,
  type TableRow,
  unsupported,
} from '../report.js';
import { drawChart } from './charts.js';
import { type Footnote, Footnotes, shortTime, signatureOf } from './footnotes.js';
import { style } from './html-style.js';
import { escapeHtml } from './html-text.js';
import { keepEdges, webAddress } from './plain-text.js';

/** Options of {@link renderHtml}. */
export interface HtmlOptions {
  /** Bytes of the pictures (JPEG, PNG, WebP or SVG) by the names that the report gives them; they become part of the page. */
  readonly images?: ReadonlyMap<string, Uint8Array> | undefined;
}

const htmlOptions: OptionNames<HtmlOptions> = { images: true };

/** Characters of a post in the list of sources. */
const EXCERPT = 140;

interface Page {
  readonly report: Report;
  readonly footnotes: Footnotes;
  readonly images: ReadonlyMap<string, Uint8Array>;
}

function reference(statement: Supported, footnotes: Footnotes): string {
  const first = footnotes.list.length;
  const number = footnotes.number(statement);
  if (number === undefined) return '';
  // Only the first of those that share a note can be returned to.
  const id = footnotes.list.length > first ? ` id="r${number}"` : '';
  return `&NoBreak;<sup${id}><a href="#n${number}" aria-label="依据 ${number}，${statement.support.posts} 条帖子">${number}</a></sup>`;
}

function ours(words: string): string {
  return keepEdges(spaceHanAndLatin(words), escapeHtml);
}

function renderInline(inline: Inline): string {
  if (inline.type === 'strong') return `<strong>${ours(inline.text)}</strong>`;
  if (inline.type === 'quote') return `“<span class="quote">${escapeHtml(quotedWords(inline.text))}</span>”`;
  return ours(inline.text);
}

function renderStatement(statement: Statement, { footnotes }: Page): string {
  return statement.inlines.map(renderInline).join('') + reference(statement, footnotes);
}

interface Cells {
  readonly header: readonly string[];
  readonly align: readonly ('left' | 'right')[];
  readonly rows: readonly TableRow[];
}

function renderTable({ header, align, rows }: Cells, { footnotes }: Page): string {
  const side = (column: number): string => (align[column] === 'right' ? ' class="right"' : '');
  const head = header.map((name, column) => `<th scope="col"${side(column)}>${ours(name)}</th>`).join('');
  const body = rows.map((row) => {
    const cells = row.cells.map((cell, column) => {
      const note = column === 0 ? reference(row, footnotes) : '';
      return `<td${side(column)}>${ours(cell)}${note}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return (
    `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(header.join('、'))}">` +
    `<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`
  );
}

/** The figures of a chart, with the posts behind them. */
function dataOf(figures: Figures, chart: keyof Figures): Cells {
  const right = 'right' as const;
  if (chart === 'volume') {
    return {
      header: ['开始', '帖子'],
      align: ['left', right],
      rows: figures.volume.rows
        .filter(({ posts }) => posts > 0)
        .map(({ start, posts }) => ({
          cells: [start.replace('T', ' '), formatNumber(posts)],
          ...unsupported,
        })),
    };
  }
  if (chart === 'topics') {
    const before = figures.topics.some(({ shareBefore }) => shareBefore !== undefined);
    return {
      header: ['话题', '占比', ...(before ? ['此前'] : []), '帖子', '主要词'],
      align: ['left', right, ...(before ? [right] : []), right, 'left'],
      rows: figures.topics.map(({ label, share, shareBefore, terms, support, evidence }) => ({
        cells: [
          label,
          formatShare(share),
          ...(before ? [shareBefore === undefined ? '—' : formatShare(shareBefore)] : []),
          formatNumber(support.posts),
          terms.slice(0, 5).join('、'),
        ],
        support,
        evidence,
      })),
    };
  }
  return {
    header: ['名称', '帖子', '正面', '负面', '平均（95% 区间）'],
    align: ['left', right, right, right, right],
    rows: figures.moods.map(({ name, positive, negative, score, low, high, support, evidence }) => ({
      cells: [
        name,
        formatNumber(support.posts),
        formatNumber(positive),
        formatNumber(negative),
        `${formatScore(score)}（${formatInterval({ low, high })}）`,
      ],
      support,
      evidence,
    })),
  };
}

const signatures = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/webp', [0x52, 0x49, 0x46, 0x46]],
] as const;

function dataUrl(bytes: Uint8Array): string {
  const known = signatures.find(([, signature]) => signature.every((byte, place) => bytes[place] === byte));
  let binary = '';
  for (let start = 0; start < bytes.length; start += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  }
  return `data:${known?.[0] ?? 'image/svg+xml'};base64,${btoa(binary)}`;
}

function renderBlock(block: Block, page: Page): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${block.statements.map((statement) => renderStatement(statement, page)).join('')}</p>`;
    case 'list': {
      const items = block.items.map(
        (item) => `<li>${item.map((statement) => renderStatement(statement, page)).join('')}</li>`,
      );
      const name = block.ordered ? 'ol' : 'ul';
      return `<${name}>${items.join('')}</${name}>`;
    }
    case 'table':
      return renderTable(block, page);
    case 'note':
      return `<p class="note">${ours(block.text)}</p>`;
    case 'image': {
      const bytes = page.images.get(block.file);
      const source = bytes === undefined ? escapeHtml(encodeURI(block.file)) : dataUrl(bytes);
      return `<figure><img src="${source}" alt="${escapeHtml(block.alt)}"></figure>`;
    }
    case 'chart': {
      const { figures } = page.report;
      return (
        `<figure><figcaption>${ours(block.caption)}</figcaption>${drawChart(figures, block.chart, block.caption)}` +
        `<details><summary>数据</summary>${renderTable(dataOf(figures, block.chart), page)}</details></figure>`
      );
    }
  }
}

function renderSection(section: Section, page: Page): string {
  const name = `h${section.level}`;
  const heading = `<${name} id="${escapeHtml(section.id)}">${ours(section.heading)}</${name}>`;
  return [heading, ...section.blocks.map((block) => renderBlock(block, page))].join('\n');
}

function renderContents(sections: readonly Section[]): string {
  const entries = sections
    .filter(({ level, blocks }) => level <= 3 && blocks.length > 0)
    .map(({ id, heading }) => `<li><a href="#${escapeHtml(id)}">${ours(heading)}</a></li>`);
  return `<nav><details><summary>目录</summary><ul>${entries.join('')}</ul></details></nav>`;
}

function excerpt(text: string): string {
  const characters = [...text];
  return characters.length <= EXCERPT ? text : `${characters.slice(0, EXCERPT).join('').trimEnd()}…`;
}

function renderFootnote({ number, shown, rest }: Footnote): string {
  const more = rest > 0 ? spaceHanAndLatin(`另有${formatNumber(rest)}条。`) : '';
  const back = `${more} <a href="#r${number}" aria-label="回到正文">↩</a>`;
  const posts = shown.map(({ id, source }, index) => {
    const address = source?.url === undefined ? undefined : webAddress(source.url);
    const name = `<b>${escapeHtml(signatureOf(source, id))}</b>`;
    const linked =
      address === undefined ? name : `<a href="${escapeHtml(address)}" rel="noopener nofollow">${name}</a>`;
    const time = source?.time === undefined ? '' : ` ${shortTime(source.time)}`;
    const words = source === undefined ? '' : `：${escapeHtml(excerpt(source.text))}`;
    const end = more === '' && index === shown.length - 1 ? back : '';
    return `<p>${linked}${time}${words}${end}</p>`;
  });
  return `<li id="n${number}" value="${number}">${posts.join('')}${more === '' ? '' : `<p>${back}</p>`}</li>`;
}

/**
 * The report as one HTML page that needs nothing else: style, charts as SVG and pictures are in it, it runs no script and
 * forbids any, and it reads on a phone, on paper, light and dark. Each statement links to the posts behind it.
 */
export function renderHtml(report: Report, options: HtmlOptions = {}): string {
  checkOptions(options, htmlOptions);
  const page: Page = { report, footnotes: new Footnotes(report), images: options.images ?? new Map() };
  const sections = report.sections.map((section) => renderSection(section, page)).join('\n');
  const notes = page.footnotes.list.map(renderFootnote).join('\n');
  const { made, tally, window } = report;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none';style-src 'unsafe-inline';img-src 'self' data:;base-uri 'none';form-action 'none'">
<meta name="generator" content="${escapeHtml(`${made.by} ${made.version}`)}">
<title>${escapeHtml(report.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<p class="kicker">${escapeHtml(spaceHanAndLatin(report.title))}</p>
<h1>${escapeHtml(spaceHanAndLatin(report.headline))}</h1>
<p class="kicker">${escapeHtml(spaceHanAndLatin(`${formatNumber(tally.used)}条帖子，${window.from} 至 ${window.to}（${window.timeZone}）。上标数字指向文末的原帖。`))}</p>
${renderContents(report.sections)}
${sections}
<h2 id="notes">依据的帖子</h2>
<ol class="sources">
${notes}
</ol>
<footer>${escapeHtml(`${made.by} ${made.version}，种子 ${made.seed}`)}</footer>
</main>
</body>
</html>
`;
}
