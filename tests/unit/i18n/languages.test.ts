import { describe, expect, it } from 'vitest';
import { messages } from '../../../src/i18n/en/messages.ts';
import { formatsOf } from '../../../src/i18n/format/formats.ts';
import { wordsOf } from '../../../src/i18n/words.ts';

describe('a second language', () => {
  const arabic = formatsOf<'ar'>('ar-EG');
  const rows = {
    zero: 'made-up none',
    one: 'made-up one',
    two: 'made-up two',
    few: '# made-up few',
    many: '# made-up many',
    other: '# made-up others',
  };

  it.each([
    [0, 'made-up none'],
    [1, 'made-up one'],
    [2, 'made-up two'],
    [3, '٣ made-up few'],
    [11, '١١ made-up many'],
    [100, '١٠٠ made-up others'],
  ])('has a form for each of its plural categories: %i', (count, text) => {
    expect(arabic.counts.counted(count, rows)).toBe(text);
  });

  it('does not compile with a form missing', () => {
    // @ts-expect-error: Arabic has six categories.
    expect(arabic.counts.counted(1, { one: 'made-up one', other: '# made-up' })).toBe(
      'made-up one',
    );
  });

  it('needs messages only: the logic of sentences accepts any', () => {
    const words = wordsOf(
      {
        ...messages,
        time: { ...messages.time, within: (days) => `[${days}]` },
        timeline: { ...messages.timeline, moveBack: (by) => `<${by}>`, byPeriod: 'made-up' },
        layers: { ...messages.layers, others: 'made-up rest' },
      },
      arabic,
    );
    const span = { from: 0, to: 3 * 1440 };
    expect(words.panel.whenSentence('197X', span, 'incident')).toBe(
      `[${arabic.dates.span(span, true)}]`,
    );
    expect(words.timeline.stepBack({ kind: 'minutes', length: 90 })).toBe('<made-up>');
    expect(words.layers.name({ kind: 'others' }, undefined)).toBe('made-up rest');
  });
});
