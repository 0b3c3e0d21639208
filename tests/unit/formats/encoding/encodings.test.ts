/** Every row is made up. The fixtures are the same few texts, each saved in another encoding. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Encoding, FormatInfo } from '../../../../src/core/mapping/format-info.ts';
import { decodeAs } from '../../../../src/formats/encoding/decoders.ts';
import { detectLetters } from '../../../../src/formats/encoding/detect-letters.ts';
import { judgeEncoding } from '../../../../src/formats/encoding/judge-encoding.ts';
import type { LetterDetector } from '../../../../src/formats/encoding/judge-letters.ts';
import { openTable } from '../table/read-whole.ts';
import { memorySource } from '../../../../src/formats/source/byte-source.ts';

const folder = new URL('../../../fixtures/own/encodings/', import.meta.url);
const bytesOf = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(new URL(name, folder)));
const detector = (): LetterDetector => ({ scores: detectLetters, isWanted: false });

type Opened = {
  readonly form: FormatInfo;
  readonly text: string;
  readonly letters: readonly unknown[];
};

async function open(bytes: Uint8Array<ArrayBuffer>, chosen?: Encoding): Promise<Opened> {
  const opened = await openTable('a', bytes, { encoding: { chosen, detector: detector() } });
  if (opened.kind === 'failed') throw new Error(opened.failure.kind);
  const { columns, format: form } = opened.value;
  const cells: string[] = [];
  const letters: unknown[] = [];
  for (const row of opened.value.rows()) {
    letters.push(row.letters);
    columns.forEach((_, column) => cells.push(row.text(column)));
  }
  return { form, text: [...columns, ...cells].join('|'), letters };
}

const ARABIC = 'سقطت طائرة مسيرة قرب المطار ولم تقع إصابات';
const TURKISH = 'Güvenlik güçleri patlayıcıyı etkisiz hale getirdi';
const RUSSIAN = 'Беспилотник упал на жилой дом, пострадавших нет';
const FRENCH = 'la production est arrêtée';

const FIXTURES: readonly (readonly [string, Encoding, FormatInfo['encodingBasis'], string])[] = [
  ['arabic-windows-1256.csv', 'windows-1256', 'recognised', ARABIC],
  ['arabic-iso-8859-6.csv', 'iso-8859-6', 'recognised', ARABIC],
  ['arabic-one-word-windows-1256.csv', 'windows-1256', 'doubtful', 'أربيل'],
  ['arabic-windows-1256.jsonl', 'windows-1256', 'recognised', ARABIC],
  ['arabic-windows-1256.json', 'windows-1256', 'recognised', ARABIC],
  ['arabic-declared-windows-1256.kml', 'windows-1256', 'declared', ARABIC],
  ['arabic-undeclared-windows-1256.kml', 'windows-1256', 'recognised', ARABIC],
  ['arabic-declared-utf-8-is-windows-1256.kml', 'windows-1256', 'recognised', ARABIC],
  ['arabic-declared-latin-1-is-utf-8.kml', 'utf-8', undefined, ARABIC],
  ['turkish-windows-1254.csv', 'windows-1254', 'recognised', TURKISH],
  ['turkish-windows-1254.gpx', 'windows-1254', 'recognised', TURKISH],
  ['kurmanji-windows-1254.tsv', 'windows-1254', 'doubtful', 'Êrîşek li ser zevîya gazê'],
  ['russian-windows-1251.csv', 'windows-1251', 'recognised', RUSSIAN],
  ['russian-koi8-r.csv', 'koi8-r', 'recognised', RUSSIAN],
  ['russian-dos-866.csv', 'ibm866', 'recognised', RUSSIAN],
  ['russian-iso-8859-5.csv', 'iso-8859-5', 'recognised', RUSSIAN],
  ['ukrainian-windows-1251.csv', 'windows-1251', 'recognised', 'є поранені'],
  ['french-windows-1252.csv', 'windows-1252', 'recognised', FRENCH],
  ['french-windows-1252.jsonl', 'windows-1252', 'recognised', FRENCH],
  ['french-mac-roman.csv', 'macintosh', 'recognised', FRENCH],
  ['french-dos-850.csv', 'cp437', 'doubtful', FRENCH],
  ['utf-8-one-bad-byte.jsonl', 'utf-8', undefined, ARABIC],
  ['windows-1252-with-a-row-in-utf-8.csv', 'windows-1252', 'doubtful', FRENCH],
  ['letters-lost-before.csv', 'utf-8', undefined, 'Café Duhok'],
];

describe('a file in a legacy encoding', () => {
  it('has an expectation for every fixture', () => {
    expect(FIXTURES.map(([name]) => name).toSorted()).toEqual(readdirSync(folder).toSorted());
  });

  it.each(FIXTURES)('%s is read as %s, %s', async (name, encoding, basis, text) => {
    const { form, text: read } = await open(bytesOf(name));
    expect([form.encoding, form.encodingBasis]).toEqual([encoding, basis]);
    expect(read).toContain(text);
  });

  it('reads the same letters again when the reader chooses the encoding', async () => {
    const bytes = bytesOf('arabic-one-word-windows-1256.csv');
    expect((await open(bytes, 'windows-1256')).text).toContain('أربيل');
    expect((await open(bytes, 'windows-1251')).text).toContain('ГСИнб');
    expect((await open(bytes, 'windows-1256')).form.encodingBasis).toBe('chosen');
  });

  it('notes the rows whose letters the encoding does not settle, and no others', async () => {
    expect((await open(bytesOf('utf-8-one-bad-byte.jsonl'))).letters).toEqual([
      undefined,
      'lost',
      undefined,
    ]);
    expect((await open(bytesOf('windows-1252-with-a-row-in-utf-8.csv'))).letters).toEqual([
      undefined,
      'mixed',
      undefined,
    ]);
    expect((await open(bytesOf('letters-lost-before.csv'))).letters).toEqual(['lost', undefined]);
    expect((await open(bytesOf('french-windows-1252.csv'))).letters).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('reads bytes that Windows-1252 leaves free as lost letters, never as control characters', async () => {
    const bytes = Uint8Array.from('a,b\nCaf\u00e9 \u0081,\u00e9t\u00e9\n', (letter) =>
      letter.charCodeAt(0),
    );
    const { text, letters } = await open(bytes, 'windows-1252');
    expect(text).toBe('a|b|Caf\u00e9 \ufffd|\u00e9t\u00e9');
    expect(letters).toEqual(['lost']);
  });

  it('reports a missing detector, and is doubtful without it', () => {
    const missed: LetterDetector = { scores: undefined, isWanted: false };
    const source = memorySource('a', bytesOf('arabic-windows-1256.csv'));
    expect(judgeEncoding(source, { detector: missed })).toMatchObject({ basis: 'doubtful' });
    expect(missed.isWanted).toBe(true);
    const plain: LetterDetector = { scores: undefined, isWanted: false };
    judgeEncoding(memorySource('a', new TextEncoder().encode(ARABIC)), { detector: plain });
    expect(plain.isWanted).toBe(false);
  });

  it('finds letters that come only after the first megabyte', () => {
    const ascii = 'date,place\n'.repeat(200_000);
    const arabic = bytesOf('arabic-windows-1256.csv');
    const parts = [...new TextEncoder().encode(ascii)];
    const all = new Uint8Array(parts.length + 200 * arabic.length);
    all.set(parts);
    for (let at = 0; at < 200; at++) all.set(arabic, parts.length + at * arabic.length);
    expect(judgeEncoding(memorySource('a', all), { detector: detector() }).encoding).toBe(
      'windows-1256',
    );
  });
});

/** The bytes of a text in an encoding of one byte a character; undefined where it has not all letters. */
function encoded(text: string, encoding: Encoding): Uint8Array<ArrayBuffer> | undefined {
  const upper = decodeAs(
    encoding,
    Uint8Array.from({ length: 256 }, (_, byte) => byte),
  );
  const bytes = Array.from(text, (letter) =>
    letter < '\u0080' ? letter.charCodeAt(0) : upper.indexOf(letter),
  );
  return bytes.includes(-1) ? undefined : Uint8Array.from(bytes);
}

const SENTENCES: readonly string[] = [
  'هجوم صاروخي على حقل غاز',
  'انفجار عبوة ناسفة في كركوك',
  'قصف مدفعي على قرية حدودية',
  'أربيل',
  'دهوك',
  'Çukurca ilçesinde havan saldırısı',
  'Şırnak',
  'Iğdır sınır karakolu',
  'Muş',
  'Ракетный удар повредил подстанцию',
  'Курск',
  'Взрыв на складе',
  'Київ',
  'Обстріл з артилерії',
  'München',
  'Große Schäden durch eine Explosion',
  'Bogotá',
  'El ejército desactivó el artefacto',
  'São Paulo',
  'Göteborg',
  'Souleimaniyé',
  'Łódź',
  'Rzeszów: wybuch przy drodze',
  'Αθήνα',
  'Silêmanî',
  'It’s “unclear” – 36° N',
  'plain text',
];
const LEGACY: readonly Encoding[] = [
  'windows-1256',
  'windows-1254',
  'windows-1252',
  'windows-1251',
  'windows-1250',
  'windows-1253',
  'iso-8859-6',
  'iso-8859-5',
  'koi8-r',
  'ibm866',
  'cp850',
  'macintosh',
];

describe('the choice of an encoding', () => {
  it('is right whenever it is not reported as doubtful', () => {
    const rows = fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, fc.constantFrom(...LEGACY), (texts, encoding) => {
        const text = `date,place\n${texts.map((one) => `2026-03-01,${one}`).join('\n')}\n`;
        const bytes = encoded(text, encoding);
        if (!bytes) return;
        const { encoding: judged, basis } = judgeEncoding(memorySource('a', bytes), {
          detector: detector(),
        });
        if (basis === 'recognised') expect(decodeAs(judged, bytes)).toBe(text);
        else if (basis === undefined) expect(decodeAs('utf-8', bytes)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('is UTF-8 for every valid UTF-8 text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const bytes = new TextEncoder().encode(`a,b\n${text}\n`);
        expect(judgeEncoding(memorySource('a', bytes), { detector: detector() }).encoding).toBe(
          'utf-8',
        );
      }),
    );
  });
});

/** One to five rows each, as a table of incidents may have. */
const SHORT: readonly (readonly [Encoding, string])[] = [
  ...[
    'Café, José',
    'Bogotá',
    'Malmö',
    'Tromsø',
    '«x»',
    '50 £',
    '½',
    '20 °C',
    'Zürich|Genève|Bogotá|Córdoba|Málaga',
    'Köln',
    'München|Düsseldorf',
    'Straße gesperrt',
    'Große Schäden',
    'Übung in Österreich',
    'Besançon',
    'Hôtel de l’Élysée',
    'Une grève générale',
    'Œuvre détruite',
    'Noël à Nîmes',
    'Où est passé le garçon ?',
    '« Très bien », dit-elle',
    'España',
    '¿Qué pasó?',
    '¡Atención!',
    'Año nuevo|Niño herido',
    'Logroño|Cádiz|León',
    'São Paulo',
    'Avenida João Pessoa',
    'Explosão em Lisboa|Três feridos',
    'Coimbra: incêndio',
    'Ålesund',
    'Århus',
    'Göteborg|Växjö',
    'Gävle',
    'Sønderborg|Køge|Rødby',
    'Bodø: sprengstoff på flyplassen',
    'Jyväskylä',
    'Reykjavík|Vestmannaeyjar',
    'Akranes|Fjörður|Ísafjörður',
    'Città di Castello',
    'Forlì|Cefalù',
    'È caduto perché era buio',
    'Price: €5',
    'Widget™',
    '“quoted” – text',
    'l’État',
    '© 2026 Agence',
    'Barça',
    'Sant Cugat · Paral·lel',
    'PEÑA NIETO',
    'CÓRDOBA',
    'Île-de-France',
    'à 5 km',
    'Y a-t-il des blessés ? Non',
  ].map((text) => ['windows-1252', text] as const),
  ...['أربيل', 'دهوك', 'اربيل', 'كركوك', 'هجوم على السليمانية', 'بغداد|الموصل'].map(
    (text) => ['windows-1256', text] as const,
  ),
  ...['Şırnak', 'İstanbul', 'Diyarbakır', 'Iğdır', 'Muş', 'Çukurca|Ağrı'].map(
    (text) => ['windows-1254', text] as const,
  ),
  ...['Москва', 'Курск', 'Взрыв на складе', 'Белгород|Брянск'].map(
    (text) => ['windows-1251', text] as const,
  ),
  ...['Łódź', 'Kraków', 'Rzeszów: wybuch przy drodze'].map(
    (text) => ['windows-1250', text] as const,
  ),
  ...['Αθήνα', 'Θεσσαλονίκη'].map((text) => ['windows-1253', text] as const),
  ...['José', 'arrêtée'].map((text) => ['macintosh', text] as const),
];

describe('a table of one to five rows', () => {
  it.each(SHORT)('in %s reads %s', (encoding, rows) => {
    const text = `date,place\n${rows
      .split('|')
      .map((one) => `2026-03-01,"${one}"`)
      .join('\n')}\n`;
    const bytes = encoded(text, encoding);
    if (!bytes) throw new Error(`${encoding} has not all letters of ${rows}`);
    const { encoding: judged } = judgeEncoding(memorySource('a', bytes), { detector: detector() });
    expect(decodeAs(judged, bytes)).toBe(text);
  });
});
