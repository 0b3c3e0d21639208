import type { CountRange, Incident } from '../../core/records/incident.ts';
import type { AnyFormats } from '../format/formats.ts';
import type { Messages } from '../messages.ts';

export function casualtySentences(words: Messages['casualties'], { counts }: AnyFormats) {
  /** Not reported is not none. */
  const casualties = (range: CountRange | null): string => {
    if (range === null) return words.notReported;
    const [least, most] = range;
    if (most === 0) return words.none;
    return least === most
      ? counts.number(least)
      : words.range(counts.number(least), counts.number(most));
  };
  return {
    casualties,
    /** `1 killed · 6 to 7 injured`; only numbers above none. */
    tollLine: ({ killed, injured }: Pick<Incident, 'killed' | 'injured'>): string => {
      const part = (range: CountRange | null, worded: (count: string) => string): string =>
        range === null || range[1] === 0 ? '' : worded(casualties(range));
      return [part(killed, words.killed), part(injured, words.injured)].filter(Boolean).join(' · ');
    },
  };
}
