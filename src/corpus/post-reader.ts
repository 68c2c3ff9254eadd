import { checkChoice, checkNumber, type OptionNames } from '../base/check.js';
import { hashText } from '../base/hash.js';
import { HashSet64 } from '../base/hash-set64.js';
import { describeValue, RedianError } from '../errors.js';
import { decodeSource, type Encoding, encodings } from './decode.js';
import {
  checkFields,
  detectFields,
  type FieldColumns,
  type FieldName,
  type FieldOptions,
  hasText,
} from './fields.js';
import { FieldReader, type FieldValues } from './fields-of-value.js';
import { commonDelimiter, type DetectedFormat, detectFormat, type Format, formats } from './format.js';
import { TruncatedInput } from './gunzip.js';
import { type Platform, platformOfColumns, platformOfUrl } from './platform.js';
import type { Post } from './post.js';
import { recordsOf } from './records.js';
import type { Reject, RejectReason } from './rejects.js';
import { DelimitedScanner } from './rows/delimited.js';
import { JsonValueScanner } from './rows/json-values.js';
import { jsonLineScanner, plainLineScanner } from './rows/lines.js';
import { excerpt, type Row, type RowScanner } from './rows/row.js';
import type { PostSource } from './source.js';
import { emptyTally, type Tally } from './tally.js';
import { TimeZone } from './time-zone.js';
import { toPost } from './to-post.js';
import { unescapeMarkup } from './unescape.js';

/** How posts are read. */
export interface ReadOptions {
  /** Default `auto`: found from the content. */
  readonly format?: Format | 'auto' | undefined;
  /** Default `auto`: found from the bytes (UTF-8, UTF-16, GB18030). */
  readonly encoding?: Encoding | undefined;
  /** Columns by field; a field that is not given is found by its name. */
  readonly fields?: FieldOptions | undefined;
  /** Zone of times that name none. Default `Asia/Shanghai`. */
  readonly timeZone?: string | undefined;
  /** What `01/02/2025` means. Default: such a date is rejected as ambiguous. */
  readonly dateOrder?: 'dmy' | 'mdy' | undefined;
  /** Milliseconds since 1970 after which a date lies in the future. Default: the clock's time plus a day. */
  readonly now?: number | undefined;
  /** Stops reading; the iteration throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called with a post whose id was there before; it is a reject all the same. */
  readonly onDuplicate?: ((post: Post) => void) | undefined;
}

export const readOptions: OptionNames<ReadOptions> = {
  format: true,
  encoding: true,
  fields: true,
  timeZone: true,
  dateOrder: true,
  now: true,
  signal: true,
  onDuplicate: true,
};

/** What reading gives for a row. */
export type ReadResult =
  | { readonly kind: 'post'; readonly post: Post; readonly line: number }
  | { readonly kind: 'reject'; readonly reject: Reject };

/** Characters by which the format is found. */
const HEAD = 1 << 16;

/** An id that JSON gives as a number too large to be exact, with the digits that stand in the text. */
function exactId(id: unknown, raw: string): unknown {
  if (typeof id !== 'number' || Number.isSafeInteger(id)) return id;
  const digits = /"(?:id|mid|tweet_id|post_id)"\s*:\s*(\d{16,20})\b/.exec(raw)?.[1];
  return digits !== undefined && Number(digits) === id ? digits : undefined;
}

/** Columns of delimited text, as its first row names them. */
interface Header {
  readonly fields: FieldColumns;
  readonly positions: ReadonlyMap<string, number>;
  readonly platform: Platform | undefined;
}

/** Reads sources in turn: their posts with ids that are told apart over all of them, and one tally. */
export class PostReader {
  private readonly given: ReadonlyMap<FieldName, readonly string[]>;
  private readonly fieldReader: FieldReader;
  private readonly timeZone: TimeZone;
  private readonly now: number;
  private readonly seen = new HashSet64();
  private readonly counts = emptyTally();
  private file = '';

  /** @throws {RedianError} INVALID_ARGUMENT for an option that cannot be. */
  constructor(private readonly options: ReadOptions) {
    if (options.format !== undefined) checkChoice('format', options.format, ['auto', ...formats]);
    if (options.dateOrder !== undefined) checkChoice('dateOrder', options.dateOrder, ['dmy', 'mdy']);
    if (options.now !== undefined) checkNumber('now', options.now);
    if (options.encoding !== undefined) checkChoice('encoding', options.encoding, encodings);
    this.given = checkFields(options.fields);
    this.fieldReader = new FieldReader(this.given);
    this.timeZone = new TimeZone(options.timeZone ?? 'Asia/Shanghai');
    this.now = options.now ?? Date.now() + 86_400_000;
  }

  /** The counts so far, which go up as more is read. */
  get tally(): Tally {
    return this.counts;
  }

  /** Reads a source and gives its rows in batches, one for each piece of text. */
  async *read(source: PostSource, name: string): AsyncGenerator<ReadResult[]> {
    this.file = name;
    let text = '';
    let lastLine = 1;
    let scanner: RowScanner | undefined;
    let byReturns = false;
    const toResults = this.rowReader();
    const scan = (isWhole: boolean): ReadResult[] => {
      if (scanner === undefined) {
        // Lines of old Macs end with a return alone, and so do those of Excel's CSV (Macintosh).
        byReturns = /^[^\r\n]*\r(?!\n)/.test(text);
        if (byReturns) text = text.replaceAll('\r', '\n');
        // Excel writes `sep=;` above the header, which tells nothing that the header does not.
        text = text.replace(/^sep=[^\r\n](?=\r?\n)/i, '');
        scanner = this.scannerOf(text, isWhole);
      } else if (byReturns) text = text.replaceAll('\r', '\n');
      const complete = scanner.push(text);
      const rows = isWhole ? complete.concat(scanner.end()) : complete;
      text = '';
      lastLine = rows.at(-1)?.line ?? lastLine;
      return rows.flatMap(toResults);
    };
    try {
      for await (const piece of decodeSource(source, this.options.encoding ?? 'auto', name)) {
        this.options.signal?.throwIfAborted();
        text += piece;
        // A row that is longer than the pieces would be gone over with each of them.
        const enough = scanner === undefined ? HEAD : scanner.pending / 2;
        if (text.length >= enough) yield scan(false);
      }
    } catch (error) {
      if (!(error instanceof TruncatedInput)) throw error;
      yield scan(true);
      yield [this.reject(lastLine, 'broken-row', error.message, '')];
      return;
    }
    yield scan(true);
  }

  private scannerOf(head: string, isWhole: boolean): RowScanner {
    const detected = this.formatOf(head, isWhole);
    this.counts.formats.push(detected.format);
    switch (detected.format) {
      case 'csv':
      case 'tsv':
        return new DelimitedScanner(detected.delimiter);
      case 'ndjson':
        return jsonLineScanner();
      case 'json':
        return new JsonValueScanner();
      case 'lines':
        return plainLineScanner();
    }
  }

  private formatOf(head: string, isWhole: boolean): DetectedFormat {
    const { format = 'auto' } = this.options;
    if (format === 'auto') return detectFormat(head, isWhole, this.file, this.given);
    if (format === 'csv') return { format, delimiter: commonDelimiter(head) };
    if (format === 'tsv') return { format, delimiter: '\t' };
    return { format };
  }

  /** What becomes of the rows of one source: a result for each, none for the header, several for JSON that wraps a list. */
  private rowReader(): (row: Row) => ReadResult | readonly ReadResult[] {
    let header: Header | undefined;
    return (row) => {
      switch (row.kind) {
        case 'broken':
          return this.reject(row.line, 'broken-row', row.message, row.raw);
        case 'text':
          return this.check({ text: row.text }, row.line, undefined, row.text);
        case 'value':
          return this.readValue(row);
        case 'cells': {
          if (header === undefined) {
            header = this.headerOf(row.cells);
            return [];
          }
          const values = this.fieldReader.ofCells(header.fields, header.positions, row.cells);
          return this.check(values, row.line, header.platform, row.cells);
        }
      }
    };
  }

  private readValue({
    value,
    line,
    raw,
  }: Extract<Row, { readonly kind: 'value' }>): ReadResult | ReadResult[] {
    if (typeof value === 'string') return this.check({ text: value }, line, undefined, value);
    const records = recordsOf(value, this.fieldReader);
    if (records.length === 0) {
      return this.reject(line, 'broken-row', `${describeValue(value)} where an object was expected`, raw);
    }
    return records.map(({ values, platform }) => {
      if (typeof values.id === 'number') values.id = exactId(values.id, raw);
      return this.check(values, line, platform, raw);
    });
  }

  /** @throws {RedianError} INVALID_INPUT if a column that was asked for, or one for the text, is missing. */
  private headerOf(cells: readonly string[]): Header {
    const columns = cells.map((cell) => cell.trim());
    const positions = new Map<string, number>();
    columns.forEach((column, index) => {
      if (!positions.has(column)) positions.set(column, index);
    });
    const fields = detectFields([...positions.keys()], this.given);
    const where = this.file === '' ? '' : `${this.file}: `;
    const list = columns
      .slice(0, 40)
      .map((column) => JSON.stringify(column.slice(0, 60)))
      .join(', ');
    for (const [field, names] of this.given) {
      if ((fields.get(field) ?? []).length > 0) continue;
      throw new RedianError(
        'INVALID_INPUT',
        `${where}no column ${names.map((n) => JSON.stringify(n)).join(' or ')} for ${field}; the columns are ${list}`,
        { details: { file: this.file, field, columns } },
      );
    }
    if (!hasText(fields)) {
      throw new RedianError(
        'INVALID_INPUT',
        `${where}no column is known to hold the text (text, content, title, 正文, ...); the columns are ${list}; ` +
          'name it with the field option text=COLUMN',
        { details: { file: this.file, columns } },
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
    const linked = typeof values.url === 'string' ? platformOfUrl(values.url) : undefined;
    const platform = linked ?? hint;
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
    const { counts } = this;
    counts.rows++;
    counts.posts++;
    if (platform) counts.platforms[platform]++;
    if (post.createdAt === undefined) counts.undated++;
    else if (post.createdAt > this.now) counts.futureDates++;
    return { kind: 'post', post, line };
  }

  private reject(line: number, reason: RejectReason, message: string, raw: string): ReadResult {
    this.counts.rows++;
    this.counts.rejected++;
    this.counts.byReason[reason]++;
    return { kind: 'reject', reject: { file: this.file, line, reason, message, raw: excerpt(raw) } };
  }
}
