import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import footnote from 'markdown-it-footnote';
import { defineConfig } from 'vitepress';

const built = fileURLToPath(new URL('../../dist/', import.meta.url));
const hasReference = existsSync(fileURLToPath(new URL('../reference/index.md', import.meta.url)));

const pages = [
  ['start', '一分钟上手', 'Getting started'],
  ['tokenizer', '分词', 'Tokenizer'],
  ['keywords', '关键词', 'Keywords'],
  ['topics', '话题', 'Topics'],
  ['sentiment', '情绪', 'Sentiment'],
  ['entities', '实体与事件', 'Entities and events'],
  ['clouds', '词云', 'Word clouds'],
  ['report', '报告', 'Report'],
  ['corpus', '读入帖子', 'Reading posts'],
  ['command-line', '命令行', 'Command line'],
  ['from-python', '从 Python 过来', 'Coming from Python'],
  ['scale', '百万到十亿条', 'A million to a billion'],
  ['recipes', '做法', 'Recipes'],
] as const;

const shared = [
  ['quality', '质量', 'Quality'],
  ['benchmarks-tokenizer', '分词基准', 'Benchmarks: tokenizer'],
  ['benchmarks-cloud', '词云基准', 'Benchmarks: word clouds'],
  ['benchmarks-topics', '话题基准', 'Benchmarks: topics'],
  ['word-clouds', '词云手册', 'Manual of word clouds'],
  ['keyphrases', '短语与新词的算法', 'Keyphrases and new words'],
  ['design', '设计', 'Design'],
  ['security', '安全', 'Security'],
  ['changelog', '更新记录', 'Changelog'],
] as const;

const sidebar = (english: boolean) => [
  {
    text: english ? 'Guide' : '指南',
    items: pages.map(([page, zh, en]) => ({
      text: english ? en : zh,
      link: `${english ? '/en' : ''}/guide/${page}`,
    })),
  },
  {
    text: english ? 'Facts' : '依据',
    items: [
      { text: english ? 'A report' : '一篇报告', link: '/example' },
      {
        text: english ? 'The same as a page' : '同一篇的网页版',
        link: '/report/2025-11-30-twitter_ai_20251128_20251130.html',
        target: '_blank',
      },
      ...shared.map(([page, zh, en]) => ({
        text: english ? en : zh,
        link: `${english ? '/en' : ''}/${page}`,
      })),
      { text: english ? 'Contributing' : '贡献', link: `${english ? '/en' : ''}/contributing` },
    ],
  },
];

const nav = (english: boolean) => [
  { text: english ? 'Guide' : '指南', link: `${english ? '/en' : ''}/guide/start` },
  { text: english ? 'Playground' : '试用', link: '/playground' },
  ...(hasReference ? [{ text: english ? 'Reference' : 'API', link: '/reference/' }] : []),
];

export default defineConfig({
  title: 'redian 热点',
  description: '分析中文和中英混合短帖子的 TypeScript 库',
  rewrites: { 'example/2025-11-30-twitter_ai_20251128_20251130.md': 'example.md' },
  transformPageData(page) {
    // The report's own layout is that of a Jekyll blog.
    if (page.relativePath === 'example.md') {
      page.frontmatter.layout = 'doc';
      page.title = '一篇报告';
    }
  },
  cleanUrls: true,
  outDir: '../out/site',
  cacheDir: '../out/vitepress',
  // DOCS_BASE=/redian/ for a site in a folder.
  base: process.env.DOCS_BASE ?? '/',
  markdown: {
    // Of the usual pair the light one is too faint to be read by everyone.
    theme: { light: 'github-light-high-contrast', dark: 'github-dark' },
    config: (markdown) => void markdown.use(footnote),
  },
  locales: {
    root: {
      label: '中文',
      lang: 'zh-CN',
      themeConfig: {
        nav: nav(false),
        sidebar: sidebar(false),
        outline: { label: '本页' },
        docFooter: { prev: '上一页', next: '下一页' },
        darkModeSwitchLabel: '外观',
        sidebarMenuLabel: '目录',
        returnToTopLabel: '回到顶部',
      },
    },
    en: { label: 'English', lang: 'en', themeConfig: { nav: nav(true), sidebar: sidebar(true) } },
  },
  themeConfig: {
    search: {
      provider: 'local',
      options: {
        // The report that is shown as an example has words about everything.
        _render: (source, env, markdown) =>
          /^example/.test(env.relativePath) ? '' : markdown.render(source, env),
        miniSearch: {
          options: {
            // Han text has no spaces: its pairs of characters are the terms. This runs in the browser as well, so it
            // holds all it needs.
            tokenize: (text: string): string[] =>
              (text.match(/\p{Script=Han}+|[\p{L}\p{N}_]+/gu) ?? []).flatMap((run) =>
                /^\p{Script=Han}{3,}/u.test(run)
                  ? Array.from({ length: run.length - 1 }, (_, index) => run.slice(index, index + 2))
                  : [run],
              ),
          },
        },
        locales: {
          en: { translations: { button: { buttonText: 'Search', buttonAriaLabel: 'Search' } } },
          root: {
            translations: {
              button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
              modal: {
                noResultsText: '没有找到',
                resetButtonTitle: '清除',
                footer: { selectText: '选择', navigateText: '移动', closeText: '关闭' },
              },
            },
          },
        },
      },
    },
  },
  vite: {
    resolve: { alias: { '#redian': built } },
    server: { fs: { allow: ['..'] } },
    build: { chunkSizeWarningLimit: 4000 },
  },
});
