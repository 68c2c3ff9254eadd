import { make, percent, table } from './dom.js';
import type { Answer } from './messages.js';
import { reportView } from './report-view.js';

export type Words = (zh: string, en: string) => string;

type Part<T extends Answer['type']> = Extract<Answer, { type: T }>;

const kinds: readonly (readonly [kind: string, zh: string, en: string])[] = [
  ['term', '术语', 'term'],
  ['number', '数字', 'number'],
  ['hashtag', '话题与提及', 'tag or mention'],
  ['url', '链接', 'link'],
  ['emoji', '表情', 'emoji'],
  ['word', '词', 'word'],
];

function tokens({ posts }: Part<'tokens'>, words: Words): Node[] {
  const legend = make('p', { class: 'soft' });
  for (const [kind, zh, en] of kinds)
    legend.append(make('span', { class: `token ${kind}` }, words(zh, en)), ' ');
  return [
    legend,
    ...posts.map((post) =>
      make(
        'p',
        { class: 'post' },
        ...post.map(({ text, kind, title }) =>
          kind === 'space' || kind === 'punctuation'
            ? text
            : make('span', { class: `token ${kind}`, ...(title === undefined ? {} : { title }) }, text),
        ),
      ),
    ),
  ];
}

function bar(share: number): HTMLElement {
  return make('span', {
    class: 'bar',
    style: `width:${Math.max(2, Math.round(share * 140))}px`,
    'aria-hidden': 'true',
  });
}

function keywords({ terms }: Part<'keywords'>, words: Words): Node[] {
  const most = terms[0]?.weight ?? 1;
  return [
    table(
      [words('词', 'Term'), words('帖子', 'Posts'), words('权重', 'Weight')],
      terms.map(({ term, posts, weight }) => [term, String(posts), bar(weight / most)]),
      [1],
    ),
  ];
}

function topics({ topics: found }: Part<'topics'>, words: Words): Node[] {
  if (found.length === 0)
    return [make('p', { class: 'soft' }, words('帖子太少，分不出话题。', 'Too few posts for topics.'))];
  return found.map(({ label, share, terms, posts }) =>
    make(
      'section',
      { style: 'padding:0 0 14px' },
      make('h3', { style: 'margin:0' }, `${label} `, make('span', { class: 'soft' }, percent(share))),
      make('p', { class: 'soft' }, terms.join(' · ')),
      make('ul', {}, ...posts.map((text) => make('li', {}, text))),
    ),
  );
}

/** Two places behind the point, with the sign that is a minus. */
function signed(score: number): string {
  return score
    .toFixed(2)
    .replace(/^-0\.00$/, '0.00')
    .replace('-', '−');
}

function mood(answer: Part<'mood'>, words: Words): Node[] {
  const { posts, positive, negative, score, low, high, ends } = answer;
  const share = (count: number): string => percent(posts === 0 ? 0 : count / posts);
  return [
    make(
      'p',
      {},
      words(
        `${posts} 条帖子：正面 ${share(positive)}，负面 ${share(negative)}，平均 ${signed(score)}（95% 区间 ${signed(low)} 至 ${signed(high)}）。`,
        `${posts} posts: ${share(positive)} positive, ${share(negative)} negative, mean ${signed(score)} (95% interval ${signed(low)} to ${signed(high)}).`,
      ),
    ),
    table(
      [words('得分', 'Score'), words('帖子', 'Post'), words('依据', 'Evidence')],
      ends.map(({ text, score: own, label, evidence }) => [
        make('span', { class: label }, signed(own)),
        text,
        evidence
          .map(({ text: word, negated }) => (negated ? words(`${word}（否定）`, `${word} (negated)`) : word))
          .join(words('、', ', ')),
      ]),
      [0],
    ),
  ];
}

function cloud({ svg }: Part<'cloud'>, words: Words): Node[] {
  // Parsed as an image's XML would be: script in it, were there any, does not run in a document from DOMParser.
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  parsed.setAttribute('role', 'img');
  parsed.setAttribute('aria-label', words('词云', 'Word cloud'));
  parsed.removeAttribute('width');
  parsed.removeAttribute('height');
  const link = make('a', {
    download: 'cloud.svg',
    href: URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' })),
  });
  link.append(words('下载 SVG', 'Download SVG'));
  return [make('div', { class: 'cloud' }, document.importNode(parsed, true)), make('p', {}, link)];
}

export interface View {
  readonly type: 'tokens' | 'keywords' | 'topics' | 'mood' | 'cloud' | 'report';
  readonly zh: string;
  readonly en: string;
}

export const views: readonly View[] = [
  { type: 'tokens', zh: '分词', en: 'Tokens' },
  { type: 'keywords', zh: '关键词', en: 'Keywords' },
  { type: 'topics', zh: '话题', en: 'Topics' },
  { type: 'mood', zh: '情绪', en: 'Mood' },
  { type: 'cloud', zh: '词云', en: 'Cloud' },
  { type: 'report', zh: '报告', en: 'Report' },
];

/** What a tab shows of an answer. */
export function show(answer: Answer, words: Words): Node[] {
  switch (answer.type) {
    case 'tokens':
      return tokens(answer, words);
    case 'keywords':
      return keywords(answer, words);
    case 'topics':
      return topics(answer, words);
    case 'mood':
      return mood(answer, words);
    case 'cloud':
      return cloud(answer, words);
    case 'report':
      return [reportView(answer.report)];
    default:
      return [];
  }
}
