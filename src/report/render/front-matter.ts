import { stringify } from 'yaml';

/**
 * Jekyll's front matter: YAML between two lines of dashes, every string quoted so that no title, whatever it
 * holds, is read as another type.
 */
export function frontMatter(fields: Readonly<Record<string, string>>): string {
  const yaml = stringify(fields, {
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    lineWidth: 0,
  });
  return `---\n${yaml}---\n`;
}
