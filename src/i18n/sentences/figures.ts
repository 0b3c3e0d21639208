import { assertNever } from '../../core/base/assert-never.ts';
import type { CountRange } from '../../core/records/incident.ts';
import type { Figure, Figures } from '../../core/records/figures.ts';
import { fillTemplate } from '../../core/text/template.ts';
import type { AnyFormats } from '../format/formats.ts';
import type { FirstMessages } from '../messages.ts';

export function figureSentences(words: FirstMessages['figures'], { counts, dates }: AnyFormats) {
  /** `6 or 7`, `25 to 32`; one number where both bounds are the same. */
  const people = ([least, most]: CountRange): string =>
    least === most
      ? counts.number(least)
      : words.people(counts.number(least), counts.number(most), most - least === 1);
  const textOf = (figure: Figure): string => {
    switch (figure.kind) {
      case 'count':
        return counts.number(figure.count);
      case 'people':
        return people(figure.range);
      case 'day':
        return dates.day(figure.day);
      default:
        return assertNever(figure);
    }
  };
  return {
    people,
    /** A text of a data set with its figures; a name that is none stays as it is written. */
    filled: (template: string, figures: Figures): string =>
      fillTemplate(template, (name) =>
        Object.hasOwn(figures, name) ? textOf(figures[name] as Figure) : undefined,
      ),
  };
}
