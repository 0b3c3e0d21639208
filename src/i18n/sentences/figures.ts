import { assertNever } from '../../core/base/assert-never.ts';
import type { PeopleSum } from '../../core/index/people.ts';
import { mostOf, type Toll } from '../../core/index/toll.ts';
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
  const reported = ([least, most]: CountRange): string => {
    if (least === most) return counts.number(least);
    if (least === 0) return words.upTo(counts.number(most));
    return words.people(counts.number(least), counts.number(most), most - least === 1);
  };
  const textOf = (figure: Figure): string => {
    switch (figure.kind) {
      case 'count':
        return counts.number(figure.count);
      case 'people':
        return reported(figure.range);
      case 'day':
        return dates.day(figure.day);
      case 'period':
        return dates.span(figure.period, true);
      default:
        return assertNever(figure);
    }
  };
  /** `6–7` */
  const short = ([least, most]: CountRange): string =>
    least === most ? counts.number(least) : words.range(counts.number(least), counts.number(most));
  const people = ({ certain, possible }: Toll): string => {
    if (possible[1] === 0) return reported(certain);
    return certain[1] === 0
      ? words.possibly(reported(possible))
      : words.possiblyMore(reported(certain), reported(possible));
  };
  /** In two parts, of which the second is what is possible next to what is certain. */
  const parts = ({ certain, possible }: Toll): readonly [text: string, more: string] => {
    if (possible[1] === 0) return [short(certain), ''];
    return certain[1] === 0
      ? [words.perhaps(short(possible)), '']
      : [short(certain), words.more(short(possible))];
  };
  return {
    /** `6 or 7`, `possibly 4 to 6`, `6 or 7, possibly 4 to 6 more` */
    people,
    /** Also of counts. */
    possiblyMore: words.possiblyMore,
    parts,
    /** `6–7`, `4–6?`, `6–7 +4–6?` */
    range: (toll: Toll): string => parts(toll).filter(Boolean).join(' '),
    /** People killed and injured in a period. What no report says is never a 0. */
    toll: (killed: PeopleSum, injured: PeopleSum): string => {
      if (mostOf(killed) === 0 && mostOf(injured) === 0) return words.noPeople;
      return capitalised(
        words.both(
          mostOf(killed) === 0 ? words.noDeaths : words.killed(people(killed), killed.incidents),
          mostOf(injured) === 0
            ? words.noInjuries
            : words.injured(people(injured), injured.incidents),
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
