import { expect, it } from 'vitest';
import { pageTitle } from '../../../../src/core/url/page-title.ts';

it.each([
  [undefined, 'Strikes', 'Strikes · Dateline'],
  ['Halt of production', 'Strikes', 'Halt of production · Strikes'],
  ['Halt of production', undefined, 'Halt of production · Dateline'],
  [undefined, undefined, 'Dateline'],
  ['', '', 'Dateline'],
  [' \u202ereversed\n', 'Strikes', '[U+202E]reversed · Strikes'],
  ['x'.repeat(100_000), 'Strikes', `${'x'.repeat(200)}… · Strikes`],
])('names the record %j of %j', (record, dataset, title) => {
  expect(pageTitle(record, dataset, 'Dateline')).toBe(title);
});
