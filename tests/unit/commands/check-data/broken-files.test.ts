/** All records and their mistakes are made up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMadeUp, madeUpCollection, madeUpText } from './made-up-collection.ts';

const text = madeUpText();
const town = '2026-03-02-example-town-drone';
const village = '2026-03-04-example-village-halt';

function changed(from: string | RegExp, to: string, given = text): string {
  const result = given.replace(from, () => to);
  if (result === given) throw new Error(`The text has no ${String(from)}.`);
  return result;
}

/** Record, rule and field of all faults. */
const found = (content: string | Uint8Array): readonly string[] =>
  checkMadeUp(content).faults.map(({ record, rule, field }) => `${record} ${rule} ${field}`);

/** A counted mistake in the last record, which must be found behind every broken one. */
const withLateMistake = (given: string): string =>
  given.replace('"kind": "total"', '"kind": "sum"');
const LATE = '2026-03-05-example-region-total reader kind';

describe('`check:data` on JSON that is broken in one record', () => {
  it.each([
    ['a comma is missing', '"kind": "incident",', '"kind": "incident"'],
    ['there is a comma too many in a list', /0\n\s+\],/, '0,\n],'],
    ['there is a comma too many behind a field', /"says": "([^"]*)"\n/, '"says": "One.",\n'],
    ['a comma stands twice', '"kind": "incident",', '"kind": "incident",,'],
    ['a text is not closed', '"target": "energy",', '"target": "energy,'],
    ['there is a comment', '"kind": "incident",', '"kind": "incident", // sure?'],
    ['a number is NaN', '"injured": null', '"injured": NaN'],
    ['a number that must be there is NaN', '"lat": 36.2,', '"lat": NaN,'],
    ['a number that must be there is undefined', '"lon": 44.01,', '"lon": undefined,'],
    ['a value is missing', '"lat": 36.2,', '"lat": ,'],
    ['a text is NaN', '"kind": "incident"', '"kind": NaN'],
    ['an entry of a list is NaN', /0,\n\s+0\n\s+\]/, 'NaN, 0]'],
    ['null is None', '"injured": null', '"injured": None'],
    ['a text has single quotes', '"incident"', "'incident'"],
    ['a name has no quotes', '"injured": null', 'injured: null'],
    ['a text holds quotes', 'A record for tests;', 'A "record" for tests;'],
    ['a text holds a tab', 'A record for tests;', 'A\trecord for tests;'],
    ['a text holds a wrong escape', 'A record for tests;', 'A \\whole record for tests;'],
    ['a number has a decimal comma', '"lat": 36.2,', '"lat": 36,2,'],
    ['a number has a zero before it', '"lat": 36.2,', '"lat": 036.2,'],
    ['a colon is missing', '"kind": "incident"', '"kind" "incident"'],
    ['quotes are typographic', '"incident"', '“incident”'],
    ['a bracket is missing', /\n {8}\],\n {8}"injured"/, '\n        "injured"'],
    ['a brace is missing', /\n {6}\}\n {4}\},\n/, '\n    },\n'],
    ['a brace is too many', /\n {6}\}\n {4}\},\n/, '\n      }}\n    },\n'],
    ['no comma is between two records', /\n {4}\},\n/, '\n    }\n'],
  ])('names the record and checks the others: %s', (_, from, to) => {
    const faults = checkMadeUp(withLateMistake(changed(from, to))).faults;
    const ofJson = faults.filter(({ rule }) => rule === 'json');
    expect(ofJson.length).toBeGreaterThan(0);
    expect(new Set(ofJson.map(({ record }) => record))).toEqual(new Set([town]));
    for (const { field } of ofJson) expect(field).toMatch(/^line \d+, column \d+$/);
    expect(faults.map((fault) => `${fault.record} ${fault.rule} ${fault.field}`)).toContain(LATE);
    const others = faults.filter(({ rule }) => rule !== 'json' && rule !== 'unknown-member');
    expect(others.map(({ record }) => record)).toEqual(['2026-03-05-example-region-total']);
  });

  it('reports line and column of the error', () => {
    const { lines } = checkMadeUp(changed('"kind": "incident",', '"kind": "incident"'));
    expect(lines[0]).toBe(
      `draft/made-up.geojson: error: ${town}: line 18, column 9: is not JSON, found "; expected , or }`,
    );
  });

  it('finds errors in several records, and their other faults, in one run', () => {
    const broken = [
      ['"kind": "incident",', '"kind": "incident"'],
      ['"target": "energy"', '"target": "coal"'],
      [/"weapon": null,(?=\n {8}"effect": "halted")/, '"weapon": null'],
      ['"effect": "halted"', '"effect": "stopped"'],
    ].reduce((given, [from = '', to]) => changed(from, String(to), given), text);
    expect(found(withLateMistake(broken))).toEqual([
      `${town} json line 18, column 9`,
      `${village} json line 88, column 9`,
      `${town} reader target`,
      `${village} reader effect`,
      LATE,
    ]);
  });

  it('reads the records after a broken one, which others may still refer to', () => {
    const broken = changed('"title": "Made-up halt', '<<<<<<< ours\n"title": "Made-up halt');
    expect(found(withLateMistake(broken))).toEqual([
      expect.stringMatching(`^${village} json line`) as string,
      LATE,
    ]);
  });

  it('names the record in which the file ends, and checks those before it', () => {
    const cut = text.slice(0, text.indexOf('"title": "Made-up count'));
    const broken = changed('"effect": "halted"', '"effect": "stopped"', cut);
    expect(found(broken)).toEqual([
      expect.stringMatching(/^2026-03-05-example-region-total json line/) as string,
      `${village} reader effect`,
    ]);
  });

  it('never accepts invalid JSON, wherever a character is removed, changed or added', () => {
    const character = fc.constantFrom(...Array.from('{}[]:,"\\ \n\t0-e\'/x'));
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.nat(1), character, (at, drop, put) => {
        const broken = text.slice(0, at) + put + text.slice(at + drop);
        const isJson = ((): boolean => {
          try {
            JSON.parse(broken);
            return true;
          } catch {
            return false;
          }
        })();
        fc.pre(!isJson);
        expect(checkMadeUp(broken).hasErrors).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});

describe('`check:data` on a field that is given twice', () => {
  it.each([
    ['"injured": null', '"injured": [3, 3], "injured": null', `${town} reader injured`],
    ['"injured": null', '"injur\\u0065d": [3, 3], "injured": null', `${town} reader injured`],
    ['"district": null', '"district": null, "district": "A"', `${town} reader place.district`],
    ['"language": "en"', '"language": "ar", "language": "en"', `${town} reader reports.0.language`],
    [
      '"claim": "accused"',
      '"claim": "stated", "claim": "accused"',
      `${town} reader attribution.0.claim`,
    ],
    ['"type": "Point"', '"type": "Point", "type": "Point"', `${town} reader geometry.type`],
    ['"name": "Made up"', '"name": "Made up", "name": "Other"', 'file reader name'],
    ['"features": [', '"features": [], "features": [', 'file reader features'],
  ])('finds it in %s', (from, to, fault) => {
    expect(found(changed(from, to))).toEqual([fault]);
  });

  it('finds it in a record that is broken as well', () => {
    const twice = changed('"injured": null', '"injured": [3, 3],\n"injured": null');
    const { lines } = checkMadeUp(changed('"kind": "incident",', '"kind": "incident"', twice));
    expect(lines.join('\n')).toMatch(/injured: is given twice, in line (\d+) and in line \d+/);
    expect(lines).toHaveLength(3);
  });

  it('ignores equal names in different objects and in texts', () => {
    const collection = madeUpCollection();
    const [one] = collection.features;
    if (one) one.properties.summary = 'Of "killed": [1], "killed": null in a text.';
    expect(found(madeUpText(collection))).toEqual([]);
  });
});

describe('`check:data` on the encoding', () => {
  const bytes = new TextEncoder().encode(text);
  const withByte = (words: string, byte: number): Uint8Array => {
    const result = Uint8Array.from(bytes);
    const at = Buffer.from(bytes).indexOf(words);
    if (at === -1) throw new Error(`The text has no ${words}.`);
    result[at] = byte;
    return result;
  };

  it.each([0x92, 0xe9, 0x80, 0xff, 0xc3])(
    'reports byte %i in a record, which is not UTF-8',
    (byte) => {
      expect(found(withByte('othing of it happened either', byte))).toEqual([
        expect.stringMatching(`^${village} encoding line \\d+, column \\d+$`) as string,
      ]);
    },
  );

  it('reports a byte outside of all records that is not UTF-8', () => {
    expect(found(withByte('ade up', 0xe9))).toEqual(['file encoding line 3, column 13']);
  });

  it('shows how the line reads in Windows-1252', () => {
    const { lines } = checkMadeUp(withByte('othing of it happened either', 0xe9));
    expect(lines[0]).toContain('néthing of it happened either');
  });

  it.each(['utf16le', 'utf-16be', 'no mark'])('reports UTF-16 (%s)', (kind) => {
    const wide = Buffer.from(kind === 'no mark' ? text : `\uFEFF${text}`, 'utf16le');
    const { lines, hasErrors } = checkMadeUp(
      Uint8Array.from(kind === 'utf-16be' ? wide.swap16() : wide),
    );
    expect(hasErrors).toBe(true);
    expect(lines[0]).toBe('draft/made-up.geojson: error: is in UTF-16; expected UTF-8');
  });

  it('reports a byte order mark', () => {
    expect(found(`\uFEFF${text}`)).toEqual(['file byte-order-mark line 1, column 1']);
  });

  it('accepts UTF-8 with letters of any script', () => {
    const collection = madeUpCollection();
    const [one] = collection.features;
    if (one) one.properties.summary = 'Irbil, أربيل, هه‌ولێر, Hewlêr, Эрбиль, 埃尔比勒.';
    expect(found(madeUpText(collection))).toEqual([]);
  });
});
