import { expect, it, vi } from 'vitest';
import { firstWords } from '../../../../src/i18n/first-words.ts';
import { words } from '../../../../src/i18n/words.ts';
import { FaultSentences } from '../../../../src/ui/notices/fault-sentences.svelte.ts';

const RARE = { kind: 'empty-file', file: 'made-up.csv' } as const;
const RECORDS = {
  kind: 'bad-records',
  file: 'made-up.geojson',
  kept: 2,
  faults: [
    {
      record: 'made-up-1',
      field: 'place',
      problem: { kind: 'missing' },
      expected: { kind: 'own-id' },
    },
  ],
} as const;

it('has the sentences that must be there when nothing more can be loaded', () => {
  const sentences = new FaultSentences(firstWords.faults);
  for (const kind of ['part-missing', 'page-unreachable', 'no-webgl', 'map-not-loaded'] as const)
    expect(sentences.of({ kind })).toBe(words.faults.sentence({ kind }));
});

it('loads the sentences of rare faults with the first of them', async () => {
  const sentences = new FaultSentences(firstWords.faults);
  sentences.load({ kind: 'part-missing' });
  sentences.load(RARE);
  expect(sentences.of(RARE)).toBeUndefined();
  expect(sentences.detailsOf(RECORDS)).toEqual([]);
  await vi.waitFor(() => {
    expect(sentences.of(RARE)).toBe(words.faults.sentence(RARE));
  });
  expect(sentences.of(RECORDS)).toBe(words.faults.sentence(RECORDS));
  expect(sentences.detailsOf(RECORDS)).toEqual(RECORDS.faults.map(words.faults.recordFault));
});
