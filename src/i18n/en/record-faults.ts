import type {
  Expectation,
  ExpectedType,
  RecordProblem,
} from '../../core/records/record-problem.ts';
import type {
  DocumentMistake,
  JsonExpectation,
  JsonFound,
  JsonMistake,
} from '../../core/faults/json-mistake.ts';
import { textOf, type ByKind } from '../sentences/by-kind.ts';
import { counts, lists } from './format.ts';

const ITEMS = { one: '# item', other: '# items' };

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'a boolean',
};

const JSON_EXPECTED = {
  value: 'a value',
  'value or ]': 'a value or ]',
  name: 'a name in double quotes',
  'name or }': 'a name in double quotes or }',
  ':': ':',
  ', or }': ', or }',
  ', or ]': ', or ]',
  end: 'the end of the file',
} satisfies Record<JsonExpectation, string>;

/** What is wrong with a field, after its name: `is missing`, `"dron" is not a known weapon`. */
const problems: ByKind<RecordProblem> = {
  missing: () => 'is missing',
  'unknown-field': () => 'is not a known field',
  'broken-name': () => 'has a field whose name contains half a character',
  empty: () => 'is empty',
  null: () => 'is null',
  list: () => 'is a list',
  object: () => 'is an object',
  blank: (problem) => `${problem.value} is blank`,
  form: (problem) => `${problem.value} does not have the right form`,
  'too-small': (problem) => `${problem.value} is too small`,
  'too-large': (problem) => `${problem.value} is too large`,
  'unreadable-time': (problem) => `${problem.value} cannot be read as a time`,
  'open-time': (problem) => `${problem.value} leaves one end open`,
  'far-time': (problem) => `${problem.value} is too far in the past or the future`,
  'reversed-time': (problem) => `${problem.value} ends before it starts`,
  'reversed-range': (problem) => `${problem.value} has the larger number first`,
  'other-point': (problem) => `${problem.value} is another place`,
  'other-id': (problem) => `${problem.value} is not the id of the record`,
  'lost-character': (problem) =>
    `${problem.value} has lost a character (U+FFFD), as happens if a file is not saved as UTF-8`,
  'no-day': (problem) => `${problem.value} is not a day that exists`,
  type: (problem) => `${problem.value} is ${TYPES[problem.type] ?? problem.type}`,
  'unknown-value': (problem) => `${problem.value} is not a known ${problem.field}`,
  length: (problem) => `has ${counts.counted(problem.length, ITEMS)}`,
  'no-stretch': (problem) => `${problem.from} to ${problem.to} is not a period`,
  'unwanted-point': (problem) =>
    `is a point, but only the ${problem.precision} of the place is known`,
  'missing-point': (problem) => `is null, but the ${problem.precision} of the place is known`,
  twice: (problem) =>
    problem.line === problem.firstLine
      ? `is given twice, in line ${String(problem.line)}`
      : `is given twice, in line ${String(problem.firstLine)} and in line ${String(problem.line)}`,
  'used-id': (problem) =>
    `is already the id of record #${String(problem.first)}; this is record #${String(problem.position)}`,
};

const inRange = (name: string, [least, most]: readonly number[] = []): string =>
  least === undefined ? name : `${name} from ${String(least)} to ${String(most)}`;

const types: ByKind<ExpectedType> = {
  number: (type) => inRange('a number', type.range),
  integer: (type) => inRange('a whole number', type.range),
  list: (type) =>
    type.atLeast === 0 ? 'a list' : `a list with at least ${counts.counted(type.atLeast, ITEMS)}`,
  object: (type) =>
    type.fields.length === 0 ? 'an object' : `an object with ${lists.plain(type.fields)}`,
  other: (type) => TYPES[type.name] ?? type.name,
};

/** What belongs in the field, after “expected”. */
const expectations: ByKind<Expectation> = {
  edtf: () =>
    'EDTF such as 2026-03-03, 2026-03-01~, 2026-02-28/2026-03-04 or 2026-03-03T21:35:00+03:00',
  'both-ends': () =>
    'both ends: a record gives the first and the last time that the event may have been',
  'earlier-first': () => 'the earlier time first',
  'least-first': () => 'the smaller number first',
  'whole-names': () => 'names of whole characters',
  'own-id': () => 'an id that no other record has',
  once: () => 'the field once',
  'utf-8': () => 'the text as it was written, in a file saved as UTF-8',
  day: () => 'a day such as 2026-03-04',
  'day-or-null': () => 'a day such as 2026-03-03, or null if it is not known',
  stretch: () => 'two days such as 2026-02-28, the earlier first',
  'no-geometry': () => 'null',
  'web-address': () => 'an address that begins with http:// or https://',
  'tile-archive': () =>
    'the name of an archive of map tiles next to the page, such as streets.pmtiles',
  'source-file': () => 'the name of a file next to the index, such as ap-2026-03-04.txt',
  described: (expected) => expected.text,
  value: (expected) => expected.value,
  'one-of': (expected) => `one of ${lists.plain(expected.values)}`,
  types: (expected) => lists.or(expected.types.map((type) => textOf(types, type))),
  'only-fields': (expected) => `only ${lists.plain(expected.fields)}`,
  'existing-day': (expected) => `a day that exists instead of ${expected.day}`,
  years: (expected) =>
    `a time between the years ${String(expected.first)} and ${String(expected.last)}`,
  point: (expected) => `a Point at ${expected.value}, as place.lon and place.lat say`,
  coordinates: (expected) => `${expected.value}, as place.lon and place.lat say`,
};

const found: ByKind<JsonFound> = {
  end: () => 'the end of the file',
  'broken-text': () => 'a text that is not closed on its line or contains a wrong \\ sequence',
  character: (found) => found.character,
};

const jsonMistakes: ByKind<JsonMistake> = {
  syntax: (mistake) => {
    const { line, column, record } = mistake;
    const id = record?.id === undefined ? '' : `${record.id}, `;
    const where = record ? `, in record ${id}#${String(record.position)}` : '';
    return `line ${String(line)}, column ${String(column)}${where}: ${documentMistakes.syntax(mistake)}`;
  },
  field: (mistake) => `"${mistake.field}" ${textOf(problems, mistake.problem)}`,
  parser: (mistake) => mistake.message,
};

const documentMistakes: ByKind<DocumentMistake> = {
  syntax: (mistake) =>
    `expected ${JSON_EXPECTED[mistake.expected]}, found ${textOf(found, mistake.found)}`,
  'own-entities': () => 'the document declares its own entities',
  parser: (mistake) => mistake.message,
};

export const recordFaults = {
  problems,
  types,
  expectations,
  found,
  jsonExpected: JSON_EXPECTED,
  jsonMistakes,
  documentMistakes,
};
