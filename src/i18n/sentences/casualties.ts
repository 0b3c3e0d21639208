import type { FieldName } from '../../core/records/field.ts';
import type { CountRange } from '../../core/records/incident.ts';
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
    /** `1 killed`, `6 to 7 injured`; empty for none, and where it is not reported. */
    toll: (field: FieldName, range: CountRange | null): string => {
      if (range === null || range[1] === 0) return '';
      if (field === 'killed') return words.killed(casualties(range));
      return field === 'injured' ? words.injured(casualties(range)) : casualties(range);
    },
  };
}
