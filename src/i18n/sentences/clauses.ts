import { edgeAbove } from '../../core/filters/range-edges.ts';
import {
  columnOfField,
  NOT_GIVEN,
  PART_SEPARATOR,
  type FieldKey,
} from '../../core/fields/field-key.ts';
import type { AreaShape } from '../../core/filters/area-shape.ts';
import type { Clause, ClauseOf } from '../../core/filters/clause.ts';
import type { TableSchema } from '../../core/mapping/column-mapping.ts';
import { outsideText } from '../../core/text/outside-text.ts';
import { DAY } from '../../core/time/minute.ts';
import type { AnyFormats } from '../format/formats.ts';
import type { Messages } from '../messages.ts';
import { textOf, type ByKind } from './by-kind.ts';
import type { fieldSentences } from './fields.ts';
import { joinedWeekHours, weekHourOfText, type WeekHours } from './week-hours.ts';

/** What only the open data say. */
export type DataNames = {
  readonly layer: (key: string) => string;
  readonly target: (target: string) => string;
  /** The numbers of a range on this field are dates. */
  readonly isDate: (field: FieldKey) => boolean;
  /** Of the files that are on, which name their columns by codes. */
  readonly schemas: readonly TableSchema[];
};

/** Values come from links: only what the words themselves have is a word. */
const ownWord = (words: Readonly<Record<string, string>>, value: string): string | undefined =>
  Object.hasOwn(words, value) ? words[value] : undefined;

type NamedBySchema = Pick<DataNames, 'schemas'>;

/** Fields, their values and clauses in words. */
export function clauseSentences(
  { terms, fieldValues, filters, rowFilters, areas }: Messages,
  { counts, dates, languageName, lists, capitalised }: AnyFormats,
  shapeWords: (shape: AreaShape) => string,
  fields: ReturnType<typeof fieldSentences>,
) {
  const fieldName = (field: FieldKey, { schemas }: NamedBySchema): string =>
    fields.name(field, schemas);
  /** At the beginning of a line. The name that a file gives a column stays as it is there. */
  const fieldTitle = (field: FieldKey, names: NamedBySchema): string => {
    const isInWords =
      columnOfField(field) === undefined || fields.originalName(field, names.schemas) !== undefined;
    return isInWords ? capitalised(fieldName(field, names)) : fieldName(field, names);
  };

  /** A value that is a code, in words; undefined where the data write words themselves. */
  const coded = (field: FieldKey, value: string): string | undefined => {
    switch (field) {
      case 'weapon':
        return value === 'none' ? terms.noWeapon : ownWord(terms.weapons, value);
      case 'effect':
        return ownWord(terms.effects, value);
      case 'status':
        return ownWord(terms.statuses, value);
      case 'place-precision':
        return ownWord(fieldValues.placePrecisions, value);
      case 'time-precision':
        return ownWord(fieldValues.timePrecisions, value);
      case 'language':
        return languageName(value);
      case 'quoted':
        return ownWord(fieldValues.answers, value);
      default:
        return undefined;
    }
  };

  const weekHours = ({ weekday, from, to }: WeekHours): string =>
    fieldValues.weekHours(fieldValues.weekdays[weekday] ?? '', from, to);

  const valueName = (field: FieldKey, value: string, names: DataNames): string => {
    if (value === NOT_GIVEN) return fieldValues.notGiven;
    if (field === 'target') return names.target(value);
    if (field === 'attribution') {
      const [actor = '', by = ''] = value.split(PART_SEPARATOR);
      return fieldValues.attributed(outsideText(actor), outsideText(by));
    }
    const hour = field === 'week-hour' ? weekHourOfText(value) : undefined;
    if (hour) return weekHours(hour);
    const inWords = coded(field, value) ?? fields.codedValue(field, value, names.schemas);
    return outsideText(inWords ?? value);
  };

  /** Several values, as few names as say them. */
  const valueNames = (
    field: FieldKey,
    values: readonly string[],
    names: DataNames,
  ): readonly string[] => {
    const hourOf = (value: string): WeekHours | undefined =>
      field === 'week-hour' ? weekHourOfText(value) : undefined;
    return [
      ...joinedWeekHours(values.flatMap((value) => hourOf(value) ?? [])).map(weekHours),
      ...values.filter((value) => !hourOf(value)).map((value) => valueName(field, value, names)),
    ];
  };

  const bounds = ({ field, from, to, orNotGiven }: ClauseOf<'range'>, names: DataNames): string => {
    const isDate = names.isDate(field);
    const number = (bound: number | undefined): string | undefined =>
      bound === undefined ? undefined : counts.exact(bound);
    const edge = to === undefined ? undefined : edgeAbove(to);
    const day = (minute: number | undefined): string | undefined =>
      minute === undefined ? undefined : dates.moment(minute, true);
    // The last day is included.
    const last = to !== undefined && to % DAY === 0 ? to - DAY : to;
    const condition = isDate
      ? filters.clause.days(day(from), day(last))
      : filters.clause.numbers(number(from), number(edge ?? to), edge !== undefined);
    const said = orNotGiven ? filters.clause.orNotGiven(condition) : condition;
    return filters.clause.field(fieldTitle(field, names), said);
  };

  const textsOf = (names: DataNames): ByKind<Clause> => ({
    layers: ({ hidden }) => filters.clause.layers(hidden.map(names.layer)),
    text: ({ text }) => filters.clause.text(text),
    viewport: () => filters.clause.viewport,
    only: ({ names: on }) => lists.plain(on.map((name) => rowFilters[name])),
    known: ({ before }) => filters.clause.known(before - DAY),
    values: ({ field, values, excluded }) => {
      const condition = filters.clause.values(
        valueNames(field, values, names),
        valueNames(field, excluded, names),
      );
      return filters.clause.field(fieldTitle(field, names), condition);
    },
    range: (clause) => bounds(clause, names),
    contains: ({ field, text }) =>
      filters.clause.field(fieldTitle(field, names), filters.clause.contains(text)),
    area: ({ shapes }) => filters.clause.field(areas.title, lists.or(shapes.map(shapeWords))),
    hours: ({ from, to }) =>
      filters.clause.field(filters.hours.title, filters.clause.hours(from, to)),
  });

  return {
    fieldName,
    fieldTitle,
    valueName,
    clauseWords: (clause: Clause, names: DataNames): string => textOf(textsOf(names), clause),
  };
}
