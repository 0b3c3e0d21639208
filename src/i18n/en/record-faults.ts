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
import { assertNever } from '../../core/base/assert-never.ts';
import { counts, lists } from './counting.ts';

const ITEMS = { one: '# item', other: '# items' };

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'a boolean',
};

/** What is wrong with a field, after its name: `is missing`, `"dron" is not a known weapon`. */
export function problemWords(problem: RecordProblem): string {
  switch (problem.kind) {
    case 'missing':
      return 'is missing';
    case 'unknown-field':
      return 'is not a known field';
    case 'broken-name':
      return 'has a field whose name contains half a character';
    case 'empty':
      return 'is empty';
    case 'null':
      return 'is null';
    case 'list':
      return 'is a list';
    case 'object':
      return 'is an object';
    case 'blank':
      return `${problem.value} is blank`;
    case 'form':
      return `${problem.value} does not have the right form`;
    case 'too-small':
      return `${problem.value} is too small`;
    case 'too-large':
      return `${problem.value} is too large`;
    case 'unreadable-time':
      return `${problem.value} cannot be read as a time`;
    case 'open-time':
      return `${problem.value} leaves one end open`;
    case 'far-time':
      return `${problem.value} is too far in the past or the future`;
    case 'reversed-time':
      return `${problem.value} ends before it starts`;
    case 'reversed-range':
      return `${problem.value} has the larger number first`;
    case 'other-point':
      return `${problem.value} is another place`;
    case 'other-id':
      return `${problem.value} is not the id of the record`;
    case 'lost-character':
      return `${problem.value} has lost a character (U+FFFD), as happens if a file is not saved as UTF-8`;
    case 'no-day':
      return `${problem.value} is not a day that exists`;
    case 'type':
      return `${problem.value} is ${TYPES[problem.type] ?? problem.type}`;
    case 'unknown-value':
      return `${problem.value} is not a known ${problem.field}`;
    case 'length':
      return `has ${counts.counted(problem.length, ITEMS)}`;
    case 'no-stretch':
      return `${problem.from} to ${problem.to} is not a period`;
    case 'unwanted-point':
      return `is a point, but only the ${problem.precision} of the place is known`;
    case 'missing-point':
      return `is null, but the ${problem.precision} of the place is known`;
    case 'twice':
      return problem.line === problem.firstLine
        ? `is given twice, in line ${String(problem.line)}`
        : `is given twice, in line ${String(problem.firstLine)} and in line ${String(problem.line)}`;
    case 'used-id':
      return `is already the id of record #${String(problem.first)}; this is record #${String(problem.position)}`;
    default:
      return assertNever(problem);
  }
}

function typeWords(type: ExpectedType): string {
  switch (type.kind) {
    case 'number':
    case 'integer': {
      const name = type.kind === 'number' ? 'a number' : 'a whole number';
      const [minimum, maximum] = type.range ?? [];
      return minimum === undefined ? name : `${name} from ${String(minimum)} to ${String(maximum)}`;
    }
    case 'list':
      return type.atLeast === 0
        ? 'a list'
        : `a list with at least ${counts.counted(type.atLeast, ITEMS)}`;
    case 'object':
      return type.fields.length === 0 ? 'an object' : `an object with ${lists.plain(type.fields)}`;
    case 'other':
      return TYPES[type.name] ?? type.name;
    default:
      return assertNever(type);
  }
}

/** What belongs in the field, after “expected”. */
export function expectedWords(expected: Expectation): string {
  switch (expected.kind) {
    case 'edtf':
      return 'EDTF such as 2026-03-03, 2026-03-01~, 2026-02-28/2026-03-04 or 2026-03-03T21:35:00+03:00';
    case 'both-ends':
      return 'both ends: a record gives the first and the last time that the event may have been';
    case 'earlier-first':
      return 'the earlier time first';
    case 'least-first':
      return 'the smaller number first';
    case 'whole-names':
      return 'names of whole characters';
    case 'own-id':
      return 'an id that no other record has';
    case 'once':
      return 'the field once';
    case 'utf-8':
      return 'the text as it was written, in a file saved as UTF-8';
    case 'day':
      return 'a day such as 2026-03-04';
    case 'day-or-null':
      return 'a day such as 2026-03-03, or null if it is not known';
    case 'stretch':
      return 'two days such as 2026-02-28, the earlier first';
    case 'no-geometry':
      return 'null';
    case 'web-address':
      return 'an address that begins with http:// or https://';
    case 'source-file':
      return 'the name of a file next to the index, such as ap-2026-03-04.txt';
    case 'described':
      return expected.text;
    case 'value':
      return expected.value;
    case 'one-of':
      return `one of ${lists.plain(expected.values)}`;
    case 'types':
      return lists.or(expected.types.map(typeWords));
    case 'only-fields':
      return `only ${lists.plain(expected.fields)}`;
    case 'existing-day':
      return `a day that exists instead of ${expected.day}`;
    case 'years':
      return `a time between the years ${String(expected.first)} and ${String(expected.last)}`;
    case 'point':
      return `a Point at ${expected.value}, as place.lon and place.lat say`;
    case 'coordinates':
      return `${expected.value}, as place.lon and place.lat say`;
    default:
      return assertNever(expected);
  }
}

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

export const jsonExpectedWords = (expected: JsonExpectation): string => JSON_EXPECTED[expected];

export function jsonFoundWords(found: JsonFound): string {
  switch (found.kind) {
    case 'end':
      return 'the end of the file';
    case 'broken-text':
      return 'a text that is not closed on its line or contains a wrong \\ sequence';
    case 'character':
      return found.character;
    default:
      return assertNever(found);
  }
}

/** `line 3, column 1, in record x, #2: expected a value, found }` */
export function jsonMistakeWords(mistake: JsonMistake): string {
  switch (mistake.kind) {
    case 'syntax': {
      const { line, column, record } = mistake;
      const id = record?.id === undefined ? '' : `${record.id}, `;
      const where = record ? `, in record ${id}#${String(record.position)}` : '';
      return `line ${String(line)}, column ${String(column)}${where}: ${documentMistakeWords(mistake)}`;
    }
    case 'field':
      return `"${mistake.field}" ${problemWords(mistake.problem)}`;
    case 'parser':
      return mistake.message;
    default:
      return assertNever(mistake);
  }
}

export function documentMistakeWords(mistake: DocumentMistake): string {
  switch (mistake.kind) {
    case 'syntax':
      return `expected ${jsonExpectedWords(mistake.expected)}, found ${jsonFoundWords(mistake.found)}`;
    case 'own-entities':
      return 'the document declares its own entities';
    case 'parser':
      return mistake.message;
    default:
      return assertNever(mistake);
  }
}
