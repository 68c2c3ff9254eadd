import { describeValue, RedianError } from '../errors.js';

/** What a reader looks for in a row. */
export const fieldNames = [
  'id',
  'text',
  'title',
  'summary',
  'createdAt',
  'author',
  'source',
  'likes',
  'reposts',
  'replies',
  'views',
  'url',
  'lang',
  'repostOf',
] as const;

export type FieldName = (typeof fieldNames)[number];

/**
 * Columns by field, for input whose names are not found by themselves: `{ text: 'body' }`. A dot leads into
 * objects (`user.name`); several names are tried in turn, for `text` they are joined.
 */
export type FieldOptions = Partial<Readonly<Record<FieldName, string | readonly string[]>>>;

/**
 * Names by which exports of X, Weibo, feeds and scrapers call a field, best first, folded as {@link foldName}
 * does.
 */
const known: Readonly<Record<FieldName, readonly string[]>> = {
  id: [
    'idstr',
    'tweetid',
    'postid',
    'statusid',
    'mid',
    'messageid',
    'noteid',
    'id',
    'guid',
    '微博id',
    '编号',
  ],
  text: [
    'fulltext',
    'textraw',
    'text',
    'content',
    'contenttext',
    'tweet',
    'tweettext',
    'tweetcontent',
    'posttext',
    'postbody',
    'bodytext',
    'selftext',
    'body',
    'message',
    'post',
    'caption',
    '正文',
    '微博正文',
    '微博内容',
    '博文内容',
    '新闻内容',
    '文章内容',
    '推文内容',
    '帖子内容',
    '帖子',
    '帖文',
    '貼文',
    '內容',
    '推文',
    '博文',
    '内容',
    '文本',
    '全文',
    'review',
    'comment',
    'question',
    'sentence',
  ],
  title: ['title', 'headline', 'subject', '标题', '標題', '题目', 'topictitle', '新闻标题', '文章标题'],
  summary: ['summary', 'description', 'abstract', 'excerpt', 'desc', '摘要', '简介', '导语'],
  createdAt: [
    'createdat',
    'createdatutc',
    'datetime',
    'publishedat',
    'publishtime',
    'pubdate',
    'published',
    'publishdate',
    'posttime',
    'postedat',
    'postedon',
    'publishedon',
    'createdon',
    'createddate',
    'datepublished',
    'dateposted',
    'tweetcreatedat',
    'createtime',
    'postdate',
    'pubtime',
    'publishdatetime',
    'datecreated',
    'tweetdate',
    'utctime',
    'createdtime',
    'created',
    'timestamp',
    'timestampms',
    'date',
    'time',
    'day',
    '发布时间',
    '发表时间',
    '发布日期',
    '發佈時間',
    '發布時間',
    '发表日期',
    '发文时间',
    '发帖时间',
    '博文发布时间',
    '创建时间',
    '時間',
    '时间',
    '日期',
  ],
  author: [
    'screenname',
    'username',
    'authorusername',
    'userscreenname',
    'userhandle',
    'handle',
    'user.screenname',
    'user.username',
    'author.username',
    'author.screenname',
    'author.handle',
    'author.name',
    'user.name',
    'user.nickname',
    'account.acct',
    'account.username',
    'author',
    'authorname',
    'user',
    'nickname',
    'account',
    'poster',
    '作者',
    '用户昵称',
    '暱稱',
    '昵称',
    '用户名',
    '用户',
    '博主',
    '发布者',
    '发布人',
    '账号',
    '作者名称',
    'authorid',
    'userid',
  ],
  source: [
    'source',
    'sourcename',
    'site',
    'sitename',
    'feed',
    'publisher',
    'media',
    '来源',
    '媒体',
    '站点',
    '来源网站',
    '来源媒体',
    '媒体名称',
    '网站',
  ],
  likes: [
    'likes',
    'likecount',
    'favoritecount',
    'favouritecount',
    'favorites',
    'likescount',
    'attitudescount',
    'favouritescount',
    'favoritescount',
    'publicmetrics.likecount',
    'nlikes',
    'upvotes',
    'reactions',
    '点赞数',
    '点赞',
    '点赞量',
    '赞',
    '赞数',
    '讚',
    '按讚數',
    '喜欢数',
  ],
  reposts: [
    'retweets',
    'retweetcount',
    'repostscount',
    'repostcount',
    'reblogscount',
    'reposts',
    'publicmetrics.retweetcount',
    'nretweets',
    'shares',
    'sharecount',
    '转发数',
    '转发',
    '转发量',
    '分享数',
  ],
  replies: [
    'replies',
    'replycount',
    'repliescount',
    'commentscount',
    'commentcount',
    'comments',
    'publicmetrics.replycount',
    'nreplies',
    '评论数',
    '评论',
    '评论量',
    '回复数',
    '回复',
  ],
  views: [
    'views',
    'viewcount',
    'viewscount',
    'impressions',
    'impressioncount',
    'publicmetrics.impressioncount',
    'reads',
    'readcount',
    '阅读数',
    '阅读量',
    '阅读',
    '浏览量',
    '浏览数',
    '播放量',
  ],
  url: [
    'url',
    'link',
    'permalink',
    'tweeturl',
    'posturl',
    'tweetlink',
    'href',
    '链接',
    '网址',
    '微博链接',
    'tweetpermalink',
    '原文链接',
    '链接地址',
    '文章链接',
  ],
  lang: ['lang', 'language', '语言'],
  repostOf: ['retweetedid', 'retweetid', 'retweetedstatusid', 'repostof', 'retweetedstatus.idstr'],
};

/** A name without case, spaces, `_` and `-`, so that `Created At` and `created_at` are one. */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-\uFEFF"']/g, '');
}

/** What the name of a column of Chinese ends with, for names that {@link known} has not: 推文发布时间, 帖子点赞数. */
const endings: readonly (readonly [FieldName, readonly string[]])[] = [
  ['text', ['内容', '正文', '全文', '文本', '內容']],
  ['title', ['标题', '標題']],
  ['createdAt', ['发布时间', '发表时间', '时间', '日期', '時間']],
  ['author', ['用户名', '昵称', '作者', '博主']],
  ['likes', ['点赞数', '点赞量', '点赞', '喜欢数', '获赞数']],
  ['reposts', ['转发数', '转发量', '分享数', '分享量']],
  ['replies', ['评论数', '评论量', '回复数', '回复量']],
  ['views', ['阅读数', '阅读量', '浏览量', '浏览数', '播放量', '播放数', '曝光量']],
  ['url', ['链接', '网址']],
];
/** Times at which nothing was published, and texts that are not the post's own. */
const others =
  /更新|修改|编辑|抓取|采集|爬取|入库|注册|登录|认证|转发微博|原微博|原文|被转|图片|视频|头像|主页/;
/** Behind all names that are known whole. */
const BY_ENDING = 1000;

function byEnding(name: string): { readonly field: FieldName; readonly rank: number } | undefined {
  if (others.test(name)) return undefined;
  for (const [field, list] of endings) {
    const rank = list.findIndex((ending) => name.endsWith(ending));
    if (rank >= 0) return { field, rank: BY_ENDING + rank };
  }
  return undefined;
}

const ranks = new Map<string, { readonly field: FieldName; readonly rank: number }>();
for (const field of fieldNames) {
  known[field].forEach((name, rank) => {
    ranks.set(name, { field, rank });
  });
}

/** Columns that were found for each field, best first. */
export type FieldColumns = ReadonlyMap<FieldName, readonly string[]>;

/** Whether one of the columns holds what a post says. */
export function hasText(fields: FieldColumns): boolean {
  return (['text', 'title', 'summary'] as const).some((field) => (fields.get(field) ?? []).length > 0);
}

/** Checks the option `fields` and brings it into one shape. */
export function checkFields(fields: FieldOptions | undefined): ReadonlyMap<FieldName, readonly string[]> {
  const checked = new Map<FieldName, readonly string[]>();
  for (const [field, columns] of Object.entries(fields ?? {})) {
    if (!(fieldNames as readonly string[]).includes(field)) {
      throw new RedianError(
        'INVALID_ARGUMENT',
        `fields: expected names among ${fieldNames.join(', ')}, got ${describeValue(field)}`,
        { details: { name: 'fields', field } },
      );
    }
    const list = typeof columns === 'string' ? [columns] : columns;
    if (
      !Array.isArray(list) ||
      list.length === 0 ||
      !list.every((name) => typeof name === 'string' && name !== '')
    ) {
      throw new RedianError(
        'INVALID_ARGUMENT',
        `fields.${field}: expected the name of a column, got ${describeValue(columns)}`,
        { details: { name: `fields.${field}` } },
      );
    }
    checked.set(field as FieldName, list);
  }
  return checked;
}

/**
 * Finds which columns hold which field, by their names. Given fields stand; a column serves one field only.
 *
 * @param columns  names as the input has them, paths with dots for values inside of objects.
 */
export function detectFields(
  columns: readonly string[],
  given: ReadonlyMap<FieldName, readonly string[]>,
): FieldColumns {
  const taken = new Set<string>();
  const result = new Map<FieldName, readonly string[]>();
  for (const [field, names] of given) {
    const present = names.filter((name) => columns.includes(name));
    if (present.length === 0) {
      // Names are matched as written first, so that a file with `Text` and `text` can be told apart.
      for (const name of names) {
        const alike = columns.find((column) => foldName(column) === foldName(name));
        if (alike !== undefined) present.push(alike);
      }
    }
    for (const name of present) taken.add(name);
    result.set(field, present);
  }
  const found = new Map<FieldName, { column: string; rank: number }[]>();
  for (const column of columns) {
    if (taken.has(column)) continue;
    const name = foldName(column);
    const match = ranks.get(name) ?? byEnding(name);
    if (!match || given.has(match.field)) continue;
    const list = found.get(match.field) ?? [];
    list.push({ column, rank: match.rank });
    found.set(match.field, list);
  }
  for (const [field, list] of found) {
    list.sort((a, b) => a.rank - b.rank);
    result.set(
      field,
      list.map((entry) => entry.column),
    );
  }
  return result;
}
