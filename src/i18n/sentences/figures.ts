import { assertNever } from '../../core/base/assert-never.ts';
import type { PeopleSum } from '../../core/index/people.ts';
import type { Toll } from '../../core/index/toll.ts';
import type { CountRange } from '../../core/records/incident.ts';
import type { Figure, Figures } from '../../core/records/dataset-info.ts';
import { fillTemplate } from '../../core/text/template.ts';
import type { AnyFormats } from '../format/formats.ts';
import type { FirstMessages } from '../messages.ts';

/** A range, and what is only possible besides it. */
type RangeParts = { readonly text: string; readonly more?: string };

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
  /** The reported ranges in one way to write them, and those that are only possible marked as that. */
  const marked =
    <Text>(
      text: (range: CountRange) => Text,
      alone: (possible: Text) => Text,
      more: (certain: Text, possible: Text) => Text,
    ) =>
    ({ certain, possible }: Toll): Text => {
      if (possible[1] === 0) return text(certain);
      return certain[1] === 0 ? alone(text(possible)) : more(text(certain), text(possible));
    };
  const people = marked(reported, words.possibly, words.possiblyMore);
  const rangeParts = marked(
    (range): RangeParts => ({ text: short(range) }),
    ({ text }) => ({ text: words.perhaps(text) }),
    ({ text }, possible) => ({ text, more: words.andPerhaps(possible.text) }),
  );
  return {
    /** `6 or 7`, `possibly 4 to 6`, `6 or 7, possibly 4 to 6 more` */
    people,
    /** Also of counts. */
    possiblyMore: words.possiblyMore,
    /** `6–7`, `4–6?`, and `6–7` with `+4–6?` */
    rangeParts,
    /** The same as one text. */
    range: (toll: Toll): string => {
      const { text, more } = rangeParts(toll);
      return more === undefined ? text : `${text} ${more}`;
    },
    /** People killed and injured in a period. What no report says is never a 0. */
    toll: (killed: PeopleSum, injured: PeopleSum): string => {
      const part = (sum: PeopleSum, none: string, say: FirstMessages['figures']['killed']) =>
        sum.incidents === 0 ? none : say(people(sum), sum.incidents);
      return killed.incidents + injured.incidents === 0
        ? words.noPeople
        : capitalised(
            words.both(
              part(killed, words.noDeaths, words.killed),
              part(injured, words.noInjuries, words.injured),
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
