import { describe, expect, it } from 'vitest';
import { remarkParts } from '../../../../src/ui/record/record-mentions.ts';

const known = new Set(['2026-03-02-blast', 'ap-2026-03-04-us-bases']);
const parts = (remark: string) => remarkParts(remark, (id) => known.has(id));

describe('`remarkParts`', () => {
  it('finds record ids in a remark, next to any other character', () => {
    expect(parts('May overlap 2026-03-02-blast; see ap-2026-03-04-us-bases.')).toEqual([
      { kind: 'words', text: 'May overlap ' },
      { kind: 'record', id: '2026-03-02-blast' },
      { kind: 'words', text: '; see ' },
      { kind: 'record', id: 'ap-2026-03-04-us-bases' },
      { kind: 'words', text: '.' },
    ]);
  });

  it('keeps ids of unknown records as text', () => {
    const remark = 'Order of 2026-03-02; 2026-03-09-never; a word-for-word copy.';
    expect(parts(remark)).toEqual([{ kind: 'words', text: remark }]);
  });
});
