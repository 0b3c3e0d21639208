import { assertNever } from '../../core/base/assert-never.ts';
import type { PeopleSum } from '../../core/index/people.ts';
import type { CountRange } from '../../core/records/incident.ts';
import type { Figure, Figures } from '../../core/records/dataset-info.ts';
import { fillTemplate } from '../../core/text/template.ts';
import type { AnyFormats } from '../format/formats.ts';
import type { FirstMessages } from '../messages.ts';

export function figureSentences(
  words: FirstMessages['figures'],
  { capitalised, counts, dates }: AnyFormats,
) {
  /** `6 or 7`, `25 to 32`, `up to 3`; one number where both bounds are the same. */
  const people = ([least, most]: CountRange): string => {
    if (least === most) return counts.number(least);
    if (least === 0) return words.upTo(counts.number(most));
    return words.people(counts.number(least), counts.number(most), most - least === 1);
  };
  const textOf = (figure: Figure): string => {
    switch (figure.kind) {
      case 'count':
        return counts.number(figure.count);
      case 'people':
        return people(figure.range);
      case 'day':
        return dates.day(figure.day);
      case 'period':
        return dates.span(figure.period, true);
      default:
        return assertNever(figure);
    }
  };
  return {
    people,
    /** `6–7`, for a table. */
    range: ([least, most]: CountRange): string =>
      least === most
        ? counts.number(least)
        : words.range(counts.number(least), counts.number(most)),
    /** People killed and injured in a period. What no report says is never a 0. */
    toll: (killed: PeopleSum, injured: PeopleSum): string => {
      if (killed.incidents === 0 && injured.incidents === 0) return words.noPeople;
      return capitalised(
        words.both(
          killed.incidents === 0
            ? words.noDeaths
            : words.killed(people(killed.range), killed.incidents),
          injured.incidents === 0
            ? words.noInjuries
            : words.injured(people(injured.range), injured.incidents),
        ),
      );
    },
    /** A text of a data set with its figures; a name that is none stays as it is written. */
    filled: (template: string, figures: Figures): string =>
      fillTemplate(template, (name) =>
        Object.hasOwn(figures, name) ? textOf(figures[name] as Figure) : undefined,
      ),
  };
}
