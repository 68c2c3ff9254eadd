import { detectFields, type FieldColumns, type FieldName } from './fields.js';
import { type Platform, platformOfColumns } from './platform.js';

/** Values of one row by field: the first column that is not empty, for `text` all that were asked for. */
export type FieldValues = Partial<Record<FieldName, unknown>>;

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** What is known of objects with the same names in them. */
interface Shape {
  readonly fields: FieldColumns;
  readonly platform: Platform | undefined;
}

/** A post's fields as found in JSON, before they are checked. */
export interface PostRecord {
  readonly values: FieldValues;
  readonly platform: Platform | undefined;
}

/** An object of JSON. */
export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function at(value: Json, path: string): unknown {
  if (Object.hasOwn(value, path)) return value[path];
  let current: unknown = value;
  for (const step of path.split('.')) {
    if (!isObject(current) || !Object.hasOwn(current, step)) return undefined;
    current = current[step];
  }
  return current;
}

/** Reads rows of named values. The columns are looked up once for each shape of row. */
export class FieldReader {
  private readonly shapes = new Map<string, Shape>();

  constructor(private readonly given: ReadonlyMap<FieldName, readonly string[]>) {}

  /** Fields of an object, one level of objects inside of it included. */
  ofObject(value: Json): PostRecord {
    const columns: string[] = [];
    for (const [name, inner] of Object.entries(value)) {
      if (isObject(inner)) {
        for (const innerName of Object.keys(inner)) columns.push(`${name}.${innerName}`);
      } else columns.push(name);
    }
    for (const names of this.given.values()) {
      for (const name of names)
        if (!columns.includes(name) && at(value, name) !== undefined) columns.push(name);
    }
    const names = columns.join('\n');
    let shape = this.shapes.get(names);
    if (!shape) {
      shape = { fields: detectFields(columns, this.given), platform: platformOfColumns(columns) };
      // Hostile input can give every row its own shape.
      if (this.shapes.size >= 1000) this.shapes.clear();
      this.shapes.set(names, shape);
    }
    const { fields, platform } = shape;
    return { values: this.read(fields, (column) => at(value, column)), platform };
  }

  /** Fields of a row of cells, the header having been looked up by {@link detectFields}. */
  ofCells(
    fields: FieldColumns,
    positions: ReadonlyMap<string, number>,
    cells: readonly string[],
  ): FieldValues {
    return this.read(fields, (column) => cells[positions.get(column) ?? -1]);
  }

  private read(fields: FieldColumns, get: (column: string) => unknown): FieldValues {
    const values: FieldValues = {};
    for (const [field, columns] of fields) {
      if (field === 'text' && this.given.has('text') && columns.length > 1) {
        const parts = columns.map(get).filter((part) => !isEmpty(part));
        if (parts.length > 0) values.text = parts.join('\n');
        continue;
      }
      for (const column of columns) {
        const value = get(column);
        if (isEmpty(value)) continue;
        values[field] = value;
        break;
      }
    }
    return values;
  }
}
