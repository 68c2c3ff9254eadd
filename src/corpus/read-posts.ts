import { checkChoice, checkNumber } from '../base/check.js';
import { hashText } from '../base/hash.js';
import { HashSet64 } from '../base/hash-set64.js';
import { describeValue, RedianError } from '../errors.js';
import { decodeSource, type Encoding, type PostSource, TruncatedInput } from './decode.js';
import {
  checkFields,
  detectFields,
  type FieldColumns,
  type FieldName,
  type FieldOptions,
  foldName,
} from './fields.js';
import { FieldReader, type FieldValues } from './fields-of-value.js';
import { commonDelimiter, type DetectedFormat, detectFormat, type Format, formats } from './format.js';
import type { Post } from './post.js';
import { type Platform, recordsOf } from './records.js';
import { type Reject, type RejectReason, reasonText, rejectReasons } from './rejects.js';
import { DelimitedScanner } from './rows/delimited.js';
import { JsonValueScanner } from './rows/json-values.js';
import { jsonLineScanner, plainLineScanner } from './rows/lines.js';
import { excerpt, type Row, type RowScanner } from './rows/row.js';
import { TimeZone } from './time-zone.js';
import { toPost } from './to-post.js';
import { unescapeMarkup } from './unescape.js';

/** A source with the name that rejects and messages call it by, opened when its turn comes. */
export interface NamedSource {
  readonly name: string;
  open(): PostSource | Promise<PostSource>;
}

/** How posts are read. */
export interface ReadOptions {
  /** Default `auto`: found from the content. */
  readonly format?: Format | 'auto';
  /** Default `auto`: found from the bytes (UTF-8, UTF-16 with a mark, GB18030). */
  readonly encoding?: Encoding;
  /** Columns by field; a field that is not given is found by its name. */
  readonly fields?: FieldOptions;
  /** Zone of times that name none. Default `Asia/Shanghai`. */
  readonly timeZone?: string;
  /** What `01/02/2025` means. Default: such a date is rejected as ambiguous. */
  readonly dateOrder?: 'dmy' | 'mdy';
  /** Milliseconds since 1970 after which a date lies in the future. Default: the clock's time plus a day. */
  readonly now?: number;
  /** Stops reading; the iteration throws the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called with a post whose id was there before; it is a reject all the same. */
  readonly onDuplicate?: (post: Post) => void;
}

/** What reading gives for a row. */
export type ReadResult =
  | { readonly kind: 'post'; readonly post: Post; readonly line: number }
  | { readonly kind: 'reject'; readonly reject: Reject };

/** Counts of a run of reading. */
export interface Tally {
  /** Rows that were found; a broken row is one. */
  readonly rows: number;
  readonly posts: number;
  readonly rejected: number;
  readonly byReason: Readonly<Record<RejectReason, number>>;
  /** Posts whose date lies in the future; they are kept, since a wrong clock is not a wrong post. */
  readonly futureDates: number;
  /** Posts without a date. */
  readonly undated: number;
  /** Posts by the site that their fields or links look like. */
  readonly platforms: Readonly<Record<Platform, number>>;
  /** The format of each source, in the order of reading. */
  readonly formats: readonly Format[];
}

const siteOfUrl = /^https?:\/\/(?:[\w-]+\.)?(?:(x\.com|twitter\.com)|(weibo\.com|weibo\.cn))(?:[/:?#]|$)/i;

const namesOfX = new Set(['retweets', 'retweetcount', 'tweetid', 'tweet', 'favoritecount', 'screenname']);
const namesOfWeibo = new Set([
  '微博正文',
  '微博id',
  'attitudescount',
  'mid',
  'mblogid',
  'bid',
  '微博链接',
  '微博内容',
]);

function platformOfColumns(columns: readonly string[]): Platform | undefined {
  const folded = columns.map(foldName);
  if (folded.some((name) => namesOfWeibo.has(name))) return 'weibo';
  return folded.some((name) => namesOfX.has(name)) ? 'x' : undefined;
}

/** An id that JSON gives as a number too large to be exact, with the digits that stand in the text. */
function exactId(id: unknown, raw: string): unknown {
  if (typeof id !== 'number' || Number.isSafeInteger(id)) return id;
  const digits = /"(?:id|mid|tweet_id|post_id)"\s*:\s*(\d{16,20})\b/.exec(raw)?.[1];
  return digits !== undefined && Number(digits) === id ? digits : undefined;
}

/** One run of reading: its options, its counts and the ids it has seen. */
class Run {
  private readonly given: ReadonlyMap<FieldName, readonly string[]>;
  private readonly fieldReader: FieldReader;
  private readonly timeZone: TimeZone;
  private readonly now: number;
  private readonly seen = new HashSet64();
  private readonly formats: Format[] = [];
  private readonly byReason = Object.fromEntries(rejectReasons.map((reason) => [reason, 0])) as Record<
    RejectReason,
    number
  >;
  private readonly platforms: Record<Platform, number> = { x: 0, weibo: 0 };
  private rows = 0;
  private posts = 0;
  private futureDates = 0;
  private undated = 0;
  private file = '';

  constructor(private readonly options: ReadOptions) {
    if (options.format !== undefined) checkChoice('format', options.format, ['auto', ...formats]);
    if (options.dateOrder !== undefined) checkChoice('dateOrder', options.dateOrder, ['dmy', 'mdy']);
    if (options.now !== undefined) checkNumber('now', options.now);
    if (options.encoding !== undefined) {
      checkChoice('encoding', options.encoding, ['auto', 'utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5']);
    }
    this.given = checkFields(options.fields);
    this.fieldReader = new FieldReader(this.given);
    this.timeZone = new TimeZone(options.timeZone ?? 'Asia/Shanghai');
    this.now = options.now ?? Date.now() + 86_400_000;
  }

  get tally(): Tally {
    const rejected = rejectReasons.reduce((sum, reason) => sum + this.byReason[reason], 0);
    return {
      rows: this.rows,
      posts: this.posts,
      rejected,
      byReason: { ...this.byReason },
      futureDates: this.futureDates,
      undated: this.undated,
      platforms: { ...this.platforms },
      formats: [...this.formats],
    };
  }

  /** Reads a source and gives its rows in batches, one for each piece of text. */
  async *read(source: PostSource, name: string): AsyncGenerator<ReadResult[]> {
    this.file = name;
    const pieces = decodeSource(source, this.options.encoding ?? 'auto', name);
    let head = '';
    let scanner: RowScanner | undefined;
    let toResults: ((row: Row) => ReadResult[]) | undefined;
    const start = (isWhole: boolean): void => {
      const detected = this.formatOf(head, isWhole, name);
      this.formats.push(detected.format);
      scanner = scannerOf(detected);
      toResults = this.rowReader(name);
    };
    const convert = (rows: readonly Row[]): ReadResult[] => {
      const results: ReadResult[] = [];
      for (const row of rows) if (toResults) results.push(...toResults(row));
      return results;
    };
    let lastLine = 1;
    try {
      for await (const piece of pieces) {
        this.options.signal?.throwIfAborted();
        head += piece;
        if (!scanner) {
          if (head.length < 1 << 16) continue;
          start(false);
        }
        // A row that is longer than the pieces would be gone over with each of them.
        if (scanner && head.length * 2 >= scanner.pending) {
          const rows = scanner.push(head);
          head = '';
          if (rows.length > 0) lastLine = rows[rows.length - 1].line;
          yield convert(rows);
        }
      }
    } catch (error) {
      if (!(error instanceof TruncatedInput)) throw error;
      if (!scanner) start(true);
      if (scanner) yield convert([...scanner.push(head), ...scanner.end()]);
      yield convert([{ kind: 'broken', line: lastLine, message: error.message, raw: '' }]);
      return;
    }
    if (!scanner) start(true);
    if (scanner) yield convert([...scanner.push(head), ...scanner.end()]);
  }

  private formatOf(head: string, isWhole: boolean, name: string): DetectedFormat {
    const { format = 'auto' } = this.options;
    if (format === 'auto') return detectFormat(head, isWhole, name, this.given);
    if (format === 'csv') return { format, delimiter: commonDelimiter(head) };
    if (format === 'tsv') return { format, delimiter: '\t' };
    return { format };
  }

  private rowReader(name: string): (row: Row) => ReadResult[] {
    let header:
      | { fields: FieldColumns; positions: Map<string, number>; platform: Platform | undefined }
      | undefined;
    return (row) => {
      if (row.kind === 'broken') return [this.reject(row.line, 'broken-row', row.message, row.raw)];
      if (row.kind === 'text') return [this.check({ text: row.text }, row.line, undefined, row.text)];
      if (row.kind === 'cells') {
        if (!header) {
          header = this.header(row.cells, name);
          return [];
        }
        const values = this.fieldReader.ofCells(header.fields, header.positions, row.cells);
        return [this.check(values, row.line, header.platform, row.cells)];
      }
      if (typeof row.value === 'string')
        return [this.check({ text: row.value }, row.line, undefined, row.value)];
      const records = recordsOf(row.value, this.fieldReader);
      if (records.length === 0) {
        const message = `${describeValue(row.value)} where an object was expected`;
        return [this.reject(row.line, 'broken-row', message, row.raw)];
      }
      return records.map(({ values, platform }) => {
        if (typeof values.id === 'number') values.id = exactId(values.id, row.raw);
        return this.check(
          values,
          row.line,
          platform ?? platformOfColumns(Object.keys(Object(row.value))),
          row.raw,
        );
      });
    };
  }

  private header(cells: readonly string[], name: string) {
    const columns = cells.map((cell) => cell.trim());
    const positions = new Map<string, number>();
    columns.forEach((column, index) => {
      if (!positions.has(column)) positions.set(column, index);
    });
    const fields = detectFields([...positions.keys()], this.given);
    const where = name === '' ? '' : `${name}: `;
    const list = columns
      .slice(0, 40)
      .map((column) => JSON.stringify(column.slice(0, 60)))
      .join(', ');
    for (const [field, names] of this.given) {
      if ((fields.get(field) ?? []).length > 0) continue;
      throw new RedianError(
        'INVALID_INPUT',
        `${where}no column ${names.map((n) => JSON.stringify(n)).join(' or ')} for ${field}; the columns are ${list}`,
        { details: { file: name, field, columns } },
      );
    }
    if (!(['text', 'title', 'summary'] as const).some((field) => fields.has(field))) {
      throw new RedianError(
        'INVALID_INPUT',
        `${where}no column is known to hold the text (text, content, title, 正文, ...); the columns are ${list}; ` +
          'name it with the field option text=COLUMN',
        { details: { file: name, columns } },
      );
    }
    return { fields, positions, platform: platformOfColumns(columns) };
  }

  private check(
    values: FieldValues,
    line: number,
    hint: Platform | undefined,
    raw: string | readonly string[],
  ): ReadResult {
    const url = typeof values.url === 'string' ? siteOfUrl.exec(values.url.trim()) : null;
    const platform = url ? (url[1] !== undefined ? 'x' : 'weibo') : hint;
    // X escapes the signs of HTML, and exports of it escape them once more: `&amp;amp;` is an &. Once is done for all.
    if (platform === 'x' && typeof values.text === 'string') values.text = unescapeMarkup(values.text);
    const checked = toPost(values, {
      line,
      platform,
      now: this.now,
      timeZone: this.timeZone,
      dateOrder: this.options.dateOrder,
    });
    const rawText = (): string => (typeof raw === 'string' ? raw : raw.join(','));
    if (!checked.ok) return this.reject(line, checked.reason, checked.message, rawText());
    const { post } = checked;
    if (!this.seen.add(...hashText(post.id))) {
      this.options.onDuplicate?.(post);
      return this.reject(line, 'duplicate-id', `id ${describeValue(post.id)} was there before`, rawText());
    }
    this.rows++;
    this.posts++;
    if (platform) this.platforms[platform]++;
    if (post.createdAt === undefined) this.undated++;
    else if (post.createdAt > this.now) this.futureDates++;
    return { kind: 'post', post, line };
  }

  private reject(line: number, reason: RejectReason, message: string, raw: string): ReadResult {
    this.rows++;
    this.byReason[reason]++;
    return { kind: 'reject', reject: { file: this.file, line, reason, message, raw: excerpt(raw) } };
  }
}

function scannerOf(detected: DetectedFormat): RowScanner {
  switch (detected.format) {
    case 'csv':
    case 'tsv':
      return new DelimitedScanner({ delimiter: detected.delimiter });
    case 'ndjson':
      return jsonLineScanner();
    case 'json':
      return new JsonValueScanner();
    case 'lines':
      return plainLineScanner();
  }
}

/** What {@link readPosts} and {@link collectPosts} read: one source, or named ones in turn. */
export type PostInput = PostSource | NamedSource | readonly NamedSource[];

function isNamed(input: unknown): input is NamedSource {
  return (
    typeof input === 'object' &&
    input !== null &&
    'open' in input &&
    typeof input.open === 'function' &&
    'name' in input &&
    typeof input.name === 'string'
  );
}

function namedSources(input: PostInput): readonly NamedSource[] {
  if (isNamed(input)) return [input];
  if (Array.isArray(input) && input.length > 0 && input.every(isNamed)) return input;
  return [{ name: '', open: () => input as PostSource }];
}

async function* readAll(input: PostInput, run: Run): AsyncGenerator<ReadResult[]> {
  for (const source of namedSources(input)) yield* run.read(await source.open(), source.name);
}

/** As {@link readPosts}, but what a piece of input holds together, and the counts at the end. */
export async function* readBatches(
  input: PostInput,
  options: ReadOptions & { readonly onEnd?: (tally: Tally) => void },
): AsyncGenerator<ReadResult[]> {
  const run = new Run(options);
  yield* readAll(input, run);
  options.onEnd?.(run.tally);
}

/**
 * Reads posts one by one, without holding more than a row of them: CSV, TSV, NDJSON, JSON arrays, answers of the
 * X API v2, X's archive, Weibo's JSON, plain lines; any of them in gzip. Bad rows are given as rejects.
 *
 * ```ts
 * for await (const result of readPosts(text)) {
 *   if (result.kind === 'post') console.log(result.post.text);
 *   else console.warn(result.reject.line, result.reject.reason);
 * }
 * ```
 *
 * @throws {RedianError} INVALID_INPUT if no column can be found for the text, INVALID_ARGUMENT for bad options.
 */
export async function* readPosts(input: PostInput, options: ReadOptions = {}): AsyncGenerator<ReadResult> {
  for await (const batch of readAll(input, new Run(options))) yield* batch;
}

/** All posts of an input. */
export interface Collection {
  readonly posts: Post[];
  /** The first 100,000; the tally counts all. */
  readonly rejects: Reject[];
  readonly tally: Tally;
}

/** A file that is no posts at all gives a reject for each of its lines: they must not fill the memory. */
export const mostRejects = 100_000;

/** How posts are collected. */
export interface CollectOptions extends ReadOptions {
  /** Called for each reject as it is found; they are then counted and not collected. */
  readonly onReject?: (reject: Reject) => void;
  /** Called after each piece of input with the counts of posts and rejects so far. */
  readonly onProgress?: (posts: number, rejected: number) => void;
}

/**
 * Reads all posts of an input into memory, with the rejects and the counts.
 *
 * @throws {RedianError} as {@link readPosts}, and NO_POSTS if no row is a usable post; the message has the counts.
 */
export async function collectPosts(input: PostInput, options: CollectOptions = {}): Promise<Collection> {
  const run = new Run(options);
  const posts: Post[] = [];
  const rejects: Reject[] = [];
  let rejected = 0;
  for await (const batch of readAll(input, run)) {
    for (const result of batch) {
      if (result.kind === 'post') posts.push(result.post);
      else {
        rejected++;
        if (options.onReject) options.onReject(result.reject);
        else if (rejects.length < mostRejects) rejects.push(result.reject);
      }
    }
    options.onProgress?.(posts.length, rejected);
  }
  const { tally } = run;
  if (posts.length === 0) {
    const why = rejects.length > 0 ? `; line ${rejects[0].line}: ${rejects[0].message}` : '';
    throw new RedianError('NO_POSTS', `no usable post: ${describeTally(tally)}${why}`, {
      details: { tally, rejects },
    });
  }
  return { posts, rejects, tally };
}

/** The counts in words: `12 rows read, 3 rejected (2 without text, 1 broken)`. */
export function describeTally(tally: Tally): string {
  const parts = rejectReasons
    .filter((reason) => tally.byReason[reason] > 0)
    .map((reason) => `${tally.byReason[reason]} ${reasonText[reason]}`);
  const rows = `${tally.rows} ${tally.rows === 1 ? 'row' : 'rows'} read`;
  return parts.length === 0 ? rows : `${rows}, ${tally.rejected} rejected (${parts.join(', ')})`;
}
