import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectPosts } from '../../src/corpus/index.js';
import { fileError } from '../../src/node/file-error.js';
import { openSources } from '../../src/node/open-sources.js';
import { writeFiles } from '../../src/node/write-file.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redian-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('files', () => {
  it('are written together, into folders that are made, and leave nothing beside them', async () => {
    const inner = join(folder, 'a', 'b');
    await writeFiles([
      { path: join(inner, 'text.md'), content: '中文' },
      { path: join(inner, 'picture.jpg'), content: Uint8Array.of(1, 2, 3) },
    ]);
    expect(readFileSync(join(inner, 'text.md'), 'utf8')).toBe('中文');
    expect([...readFileSync(join(inner, 'picture.jpg'))]).toEqual([1, 2, 3]);
    expect(readdirSync(inner).sort()).toEqual(['picture.jpg', 'text.md']);
  });

  it('are all left as they were if one cannot be written', async () => {
    writeFileSync(join(folder, 'old.md'), 'old');
    const failing = writeFiles([
      { path: join(folder, 'old.md'), content: 'new' },
      { path: folder, content: 'a folder is no file' },
    ]);
    await expect(failing).rejects.toMatchObject({ code: 'FILE', message: expect.stringContaining('EISDIR') });
    expect(readFileSync(join(folder, 'old.md'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['old.md']);
  });

  it('below a file are refused with the path', async () => {
    writeFileSync(join(folder, 'file'), '');
    const path = join(folder, 'file', 'x.md');
    await expect(writeFiles([{ path, content: '' }])).rejects.toMatchObject({
      code: 'FILE',
      message: expect.stringContaining(path),
    });
  });

  it.skipIf(process.getuid?.() === 0)(
    'in a folder without permission are refused with the reason',
    async () => {
      chmodSync(folder, 0o500);
      await expect(writeFiles([{ path: join(folder, 'x'), content: '' }])).rejects.toMatchObject({
        message: expect.stringContaining('no permission (EACCES)'),
      });
      chmodSync(folder, 0o700);
      expect(existsSync(join(folder, 'x'))).toBe(false);
    },
  );

  it('that do not fit on the disk are an error with the reason', () => {
    const cause = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    expect(fileError('a/b', 'written', cause).message).toBe(
      'a/b: cannot be written: no space left on the disk (ENOSPC)',
    );
  });
});

describe('sources from paths', () => {
  it('are files, and the files of a folder in the order of their names', async () => {
    writeFileSync(join(folder, 'b.csv'), 'id,text\n2,two\n');
    writeFileSync(join(folder, 'a.jsonl'), '{"id":"1","text":"one"}\n');
    writeFileSync(join(folder, '.hidden'), 'x');
    const { posts } = await collectPosts(await openSources([folder]));
    expect(posts.map((post) => post.text)).toEqual(['one', 'two']);
  });

  it('that do not exist are refused before anything is read', async () => {
    await expect(openSources([join(folder, 'none.csv')])).rejects.toMatchObject({
      code: 'FILE',
      message: expect.stringContaining('it does not exist (ENOENT)'),
    });
  });
});
