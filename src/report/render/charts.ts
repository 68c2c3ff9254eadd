import { scaleBand, scaleLinear } from 'd3-scale';
import { formatInterval, formatNumber, formatScore, formatShare } from '../language/numbers.js';
import { spaceHanAndLatin } from '../language/spacing.js';
import type { Figures } from '../report.js';
import { escapeHtml } from './html-text.js';

/** Units of the drawing: as wide as a phone, so that letters keep their size there. */
const WIDTH = 400;
const ROW = 34;
const BAR = 10;
/** Full-width units of a label that fit above a bar beside its figures. */
const LABEL = 20;

function svg(height: number, label: string, content: string): string {
  return (
    `<svg class="chart" viewBox="0 0 ${WIDTH} ${round(height)}" role="img" aria-label="${escapeHtml(label)}">` +
    `${content}</svg>`
  );
}

/** Tenths of a unit are finer than a pixel, and keep the page small. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function text(x: number, y: number, className: string, words: string, anchor = 'start'): string {
  const anchored = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text x="${round(x)}" y="${round(y)}" class="${className}"${anchored}>${escapeHtml(words)}</text>`;
}

function bar(x: number, y: number, width: number, height: number, className: string, title: string): string {
  return (
    `<rect x="${round(x)}" y="${round(y)}" width="${round(Math.max(0, width))}" height="${round(Math.max(0, height))}" ` +
    `rx="2" class="${className}"><title>${escapeHtml(title)}</title></rect>`
  );
}

function line(x1: number, y1: number, x2: number, y2: number, className: string): string {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" class="${className}"/>`;
}

/** Cuts a label to what fits: Han characters count twice a Latin letter. */
function fitted(label: string, most: number): string {
  let width = 0;
  let kept = '';
  for (const character of label) {
    width += character.charCodeAt(0) < 0x2e80 ? 0.55 : 1;
    if (width > most) return `${kept.trimEnd()}…`;
    kept += character;
  }
  return label;
}

/** Columns over time. */
function volumeChart({ hours, rows }: Figures['volume'], caption: string): string {
  const left = 34;
  const right = 6;
  const base = 150;
  const most = Math.max(...rows.map(({ posts }) => posts));
  const y = scaleLinear([0, most], [base, 12]).nice(4);
  const x = scaleBand(
    rows.map(({ start }) => start),
    [left, WIDTH - right],
  ).paddingInner(rows.length > 80 ? 0 : 0.2);
  const ticks = y.ticks(4).filter(Number.isInteger);
  const grid = ticks.map(
    (tick) =>
      line(left, y(tick), WIDTH - right, y(tick), 'grid') +
      text(left - 6, y(tick) + 4, 'tick', formatNumber(tick), 'end'),
  );
  const columns = rows
    .filter(({ posts }) => posts > 0)
    .map(({ start, posts }) =>
      bar(
        x(start) ?? 0,
        y(posts),
        x.bandwidth(),
        base - y(posts),
        'accent',
        `${label(start, hours)}：${posts} 条`,
      ),
    );
  // Days are named where they begin; of many every n-th, so that names do not touch.
  const marks = rows.filter(({ start }) => (hours === 1 ? /T(?:00|06|12|18):/ : /T00:/).test(start));
  const every = Math.ceil(marks.length / 8);
  const names = marks
    .filter((_, index) => index % every === 0)
    .map(({ start }) => {
      const at = x(start) ?? 0;
      return line(at, base, at, base + 4, 'axis') + text(at, base + 18, 'tick', axisLabel(start, hours));
    });
  return svg(
    base + 26,
    `${caption}，最多 ${most} 条`,
    `${grid.join('')}${columns.join('')}${line(left, base, WIDTH - right, base, 'axis')}${names.join('')}`,
  );
}

function axisLabel(start: string, hours: number): string {
  return hours === 1 ? start.slice(11, 16) : `${Number(start.slice(5, 7))}-${Number(start.slice(8, 10))}`;
}

function label(start: string, hours: number): string {
  return hours === 24 ? start.slice(0, 10) : `${start.slice(0, 10)} ${start.slice(11)}`;
}

/** Bars of shares with the label above; a mark where the share was before. */
function topicsChart(rows: Figures['topics'], caption: string): string {
  const most = Math.max(...rows.map(({ share, shareBefore = 0 }) => Math.max(share, shareBefore)));
  const x = scaleLinear([0, most], [0, WIDTH - 2]);
  const drawn = rows.map(({ label: name, share, shareBefore, support }, index) => {
    const top = index * ROW;
    const figures = spaceHanAndLatin(`${formatShare(share)}（${formatNumber(support.posts)}条）`);
    const before =
      shareBefore === undefined
        ? ''
        : `<g><title>${escapeHtml(`此前 ${formatShare(shareBefore)}`)}</title>${line(x(shareBefore), top + 17, x(shareBefore), top + 17 + BAR + 4, 'mark')}</g>`;
    return (
      text(0, top + 14, 'label', fitted(name, LABEL)) +
      text(WIDTH, top + 14, 'figure', figures, 'end') +
      bar(0, top + 19, Math.max(2, x(share)), BAR, 'accent', `${name} ${figures}`) +
      before
    );
  });
  return svg(rows.length * ROW, caption, drawn.join(''));
}

/** Means as dots on their intervals, from against to for. */
function moodsChart(rows: Figures['moods'], caption: string): string {
  const farthest = Math.max(0.2, ...rows.map(({ low, high }) => Math.max(-low, high)));
  const x = scaleLinear([-farthest, farthest], [18, WIDTH - 18]).nice(4);
  const height = rows.length * ROW;
  const ticks = x
    .ticks(4)
    .map(
      (tick) =>
        line(x(tick), 0, x(tick), height, tick === 0 ? 'axis' : 'grid') +
        text(x(tick), height + 16, 'tick', tick === 0 ? '0' : formatScore(tick), 'middle'),
    );
  const drawn = rows.map(({ name, score, low, high, support }, index) => {
    const top = index * ROW;
    const at = top + 23;
    const side = low > 0 ? 'good' : high < 0 ? 'bad' : 'open';
    const title = `${name} ${formatScore(score)}（${formatInterval({ low, high })}），${support.posts} 条`;
    return (
      text(0, top + 13, 'label', fitted(name, LABEL)) +
      text(WIDTH, top + 13, 'figure', `${formatScore(score)}（${support.posts} 条）`, 'end') +
      `<g class="${side}"><title>${escapeHtml(title)}</title>` +
      `${line(x(low), at, x(high), at, 'interval')}<circle cx="${round(x(score))}" cy="${at}" r="5"/></g>`
    );
  });
  return svg(height + 24, caption, ticks.join('') + drawn.join(''));
}

/** A part of the figures as SVG for a page that styles its classes. Scales and ticks are d3-scale's. */
export function drawChart(figures: Figures, chart: keyof Figures, caption: string): string {
  if (chart === 'volume') return volumeChart(figures.volume, caption);
  if (chart === 'topics') return topicsChart(figures.topics, caption);
  return moodsChart(figures.moods, caption);
}
