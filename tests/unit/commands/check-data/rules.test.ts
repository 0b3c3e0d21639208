/** All records and their mistakes are made up. */
import { describe, expect, it } from 'vitest';
import {
  checkMadeUp,
  madeUpCollection,
  madeUpText,
  type MadeUp,
  type MadeUpCollection,
  type MadeUpFeature,
} from './made-up-collection.ts';

type Change = (collection: MadeUpCollection) => void;
type Severity = 'error' | 'warning';
/** A mistake, the one rule that finds it, and a change next to it that is right. */
type Row = readonly [
  name: string,
  severity: Severity,
  rule: string,
  field: string,
  mistake: Change,
  neighbour: Change,
];

const feature =
  (position: number) =>
  (change: (record: MadeUp, feature: MadeUpFeature) => void): Change =>
  ({ features }) => {
    const one = features[position];
    if (one) change(one.properties, one);
  };
const town = feature(0);
const village = feature(1);
const region = feature(2);

/** The first report of the town with other values. */
const report = (values: Readonly<Record<string, unknown>>): Change =>
  town(({ reports: [first] }) => {
    if (first) Object.assign(first, values);
  });
const secondReport = (values: Readonly<Record<string, unknown>>): Change =>
  town(({ reports }) => {
    reports.push({ ...structuredClone(reports[0] as MadeUp['reports'][number]), ...values });
  });
const dataset = (values: Readonly<Record<string, unknown>>): Change =>
  town((record) => {
    Object.assign(record, values);
  });
const setPlace = (values: Readonly<Record<string, unknown>>): Change =>
  town((record, one) => {
    Object.assign(record.place, values);
    if (one.geometry) one.geometry.coordinates = [record.place.lon, record.place.lat];
  });
const renamed = (id: string, time: string): Change =>
  village((record, one) => {
    record.id = id;
    one.id = id;
    record.time = time;
  });
const nothing: Change = () => undefined;
const both =
  (...changes: Change[]): Change =>
  (collection) => {
    for (const change of changes) change(collection);
  };
const withoutCaveat = dataset({ caveat: null });
const copy =
  (values: Readonly<Record<string, unknown>>): Change =>
  ({ features }) => {
    const made = structuredClone(features[1] as MadeUpFeature);
    Object.assign(made.properties, values);
    made.id = made.properties.id;
    features.push(made);
  };
const url = 'https://gazette.example.org/reports/a-made-up-report';

/** What UTF-8 looks like when it is read by another table. */
const misread = (text: string, encoding: string): string =>
  new TextDecoder(encoding).decode(new TextEncoder().encode(text));

const ROWS: readonly Row[] = [
  // Times.
  [
    'the year 2062 in id and time',
    'error',
    'future',
    'time',
    both(withoutCaveat, renamed('2062-03-04-example-village-halt', '2062-03-04')),
    both(withoutCaveat, renamed('2026-03-03-example-village-halt', '2026-03-03')),
  ],
  [
    'the year 2062 as an end',
    'error',
    'future',
    'time',
    dataset({ time: '2026-03-02/2062-03-03' }),
    dataset({ time: '2026-03-02/2026-03-03' }),
  ],
  [
    'a time long before the data set',
    'error',
    'outside-coverage',
    'time',
    both(withoutCaveat, renamed('2025-03-04-example-village-halt', '2025-03-04')),
    both(withoutCaveat, renamed('2026-03-01-example-village-halt', '2026-03-01')),
  ],
  [
    'a time just before the data set',
    'warning',
    'outside-coverage',
    'time',
    both(withoutCaveat, renamed('2026-02-20-example-village-halt', '2026-02-20')),
    both(withoutCaveat, renamed('2026-02-28-example-village-halt', '2026-02-28')),
  ],
  [
    'an incident of a whole month',
    'warning',
    'long-incident',
    'time',
    dataset({ time: '2026-03', id: '2026-03-02-example-town-drone' }),
    dataset({ time: '2026-03-01/2026-03-04' }),
  ],
  [
    'a time on another clock',
    'warning',
    'clock-offset',
    'time',
    dataset({ time: '2026-03-02T07:30:00Z' }),
    dataset({ time: '2026-03-02T07:30:00+03:00' }),
  ],
  [
    'a time on another clock, of whole hours',
    'warning',
    'clock-offset',
    'time',
    dataset({ time: '2026-03-02T07:30:00+04' }),
    dataset({ time: '2026-03-02T07:30:00+03' }),
  ],
  [
    'an id with another date',
    'error',
    'id-date',
    'id',
    dataset({ time: '2026-03-01' }),
    dataset({ time: '2026-03-01/2026-03-02' }),
  ],
  // Reports.
  [
    'a day that does not exist',
    'error',
    'reader',
    'reports.0.published',
    report({ published: '2026-02-30' }),
    report({ published: '2026-03-30' }),
  ],
  [
    'published a year before',
    'error',
    'published-before',
    'reports.0.published',
    report({ published: '2025-03-02' }),
    report({ published: '2026-03-01' }),
  ],
  [
    'published a year after',
    'error',
    'future',
    'reports.0.published',
    report({ published: '2027-03-02' }),
    report({ published: '2026-04-02' }),
  ],
  [
    'published much later',
    'warning',
    'published-late',
    'reports.0.published',
    report({ published: '2026-07-01' }),
    report({ published: null }),
  ],
  [
    'published on another day than its address',
    'warning',
    'published-address',
    'reports.0.published',
    report({ url: 'https://gazette.example.org/2026/05/02/made-up' }),
    report({ url: 'https://gazette.example.org/2026/03/02/made-up' }),
  ],
  [
    'a report twice',
    'error',
    'report-twice',
    'reports.2.url',
    secondReport({}),
    secondReport({ url: `${url}-2`, title: 'Another title', says: 'Other words.' }),
  ],
  ...(['?utm_source=x', '?fbclid=1', '#top', '/', '?traffic_source=rss'] as const).map(
    (end): Row => [
      `a report twice, once with ${end}`,
      'error',
      'report-twice',
      'reports.2.url',
      secondReport({ url: url + end }),
      secondReport({ url: `${url}?id=2`, title: 'Another title', says: 'Other words.' }),
    ],
  ),
  [
    'a report twice, once over http',
    'error',
    'report-twice',
    'reports.2.url',
    secondReport({ url: url.replace('https', 'http') }),
    report({ url: url.replace('https', 'http') }),
  ],
  [
    'a title twice from one publisher',
    'warning',
    'report-title-twice',
    'reports.2.title',
    secondReport({ url: `${url}-2`, says: 'Other words.' }),
    secondReport({ url: `${url}-2`, says: 'Other words.', publisher: 'Example Times' }),
  ],
  [
    'the same words for two reports',
    'warning',
    'says-twice',
    'reports.2.says',
    secondReport({ url: `${url}-2`, title: null }),
    secondReport({ url: `${url}-2`, title: null, says: 'Other.' }),
  ],
  [
    'one address with two days',
    'warning',
    'report-differs',
    'reports.0.published',
    both(
      report({ url: `${url}-1` }),
      village(({ reports: [one] }) => {
        if (one) Object.assign(one, { url: `${url}-1`, title: null, published: '2026-03-05' });
      }),
    ),
    both(
      report({ url: `${url}-1` }),
      village(({ reports: [one] }) => {
        if (one) Object.assign(one, { url: `${url}-1`, title: null, published: '2026-03-02' });
      }),
      renamed('2026-03-04-example-village-halt', '2026-03-02/2026-03-04'),
    ),
  ],
  ...(
    [
      'https://gazette',
      'https://https://example.org/a',
      'https://www,example.org/a',
      'https://example.org/a...',
      'https://example.org/a;https://example.org/b',
      'http://localhost/a',
      'https://example.org/a,',
    ] as const
  ).map((bad): Row => [
    `the address ${bad}`,
    'error',
    'address',
    'reports.0.url',
    report({ url: bad }),
    report({ url: 'https://web.archive.org/web/2026/https://example.org/a,b;c' }),
  ]),
  [
    'the address of a site',
    'warning',
    'address',
    'reports.0.url',
    report({ url: 'https://gazette.example.org/' }),
    report({ url: 'https://gazette.example.org/?p=5' }),
  ],
  ...(['javascript:alert(1)', 'www.example.org/a', 'https://example.org/a b', ''] as const).map(
    (bad): Row => [
      `the address ${bad}`,
      'error',
      'reader',
      'reports.0.url',
      report({ url: bad }),
      report({ url: 'http://example.org/%D8%A7/أ' }),
    ],
  ),
  ...(['xx', 'eng', 'jp'] as const).map((code): Row => [
    `the language ${code}`,
    'error',
    'language',
    'reports.0.language',
    report({ language: code, title: null }),
    report({ language: 'ckb', title: null }),
  ]),
  [
    'a language of other letters',
    'warning',
    'language-script',
    'reports.0.language',
    report({ language: 'ar' }),
    report({ language: 'ar', title: 'خبر' }),
  ],
  [
    'a publisher in capitals',
    'warning',
    'publisher-spelling',
    'reports.0.publisher',
    both(
      report({ publisher: 'EXAMPLE HERALD' }),
      region(({ reports: [one] }) => {
        if (one) one.publisher = 'Example Herald';
      }),
    ),
    report({ publisher: 'Example Herald (AFP)' }),
  ],
  // Places.
  [
    'a region with latitude and longitude swapped',
    'error',
    'outside-area',
    'place',
    region(({ place }) => {
      Object.assign(place, { lat: 44.3, lon: 36.3 });
    }),
    region(({ place }) => {
      Object.assign(place, { lat: 36.5, lon: 44 });
    }),
  ],
  [
    'a town with latitude and longitude swapped',
    'error',
    'outside-area',
    'place',
    setPlace({ lat: 44.01, lon: 36.2 }),
    setPlace({ lat: 36.1, lon: 44.1 }),
  ],
  [
    'swapped, without a governorate',
    'error',
    'outside-area',
    'place',
    setPlace({ lat: 44.01, lon: 36.2, governorate: null }),
    setPlace({ lat: 35.32, lon: 46.99, governorate: null }),
  ],
  [
    'a point at 0, 0',
    'error',
    'outside-area',
    'place',
    setPlace({ lat: 0, lon: 0, governorate: null }),
    setPlace({ lat: 33.5, lon: 36.3, governorate: null }),
  ],
  [
    'a point whose governorate is left out',
    'warning',
    'governorate-missing',
    'place.governorate',
    setPlace({ governorate: null }),
    nothing,
  ],
  [
    'an unknown governorate',
    'error',
    'governorate',
    'place.governorate',
    setPlace({ governorate: 'Hawler' }),
    setPlace({ governorate: 'Irbil' }),
  ],
  [
    'three decimals',
    'error',
    'decimals',
    'place.lat',
    setPlace({ lat: 36.201 }),
    setPlace({ lat: 36.21 }),
  ],
  [
    'an inferred place without a reason',
    'error',
    'inferred-without-reason',
    'place.note',
    setPlace({ basis: 'inferred' }),
    setPlace({ basis: 'inferred', note: 'From the map of the report.' }),
  ],
  [
    'a site with the name of a governorate',
    'warning',
    'precision',
    'place.precision',
    setPlace({ name: 'Irbil', precision: 'site' }),
    setPlace({ name: 'Irbil' }),
  ],
  [
    'a region that no map knows',
    'error',
    'area',
    'place.name',
    region(({ place }) => {
      place.name = 'Somewhere';
    }),
    region(({ place }) => {
      place.name = 'Irbil';
    }),
  ],
  [
    'one place at two points',
    'warning',
    'place-point',
    'place',
    village(({ place }, one) => {
      place.name = 'Example Town';
      one.properties.place.name = 'Example Town';
    }),
    village(({ place }) => {
      place.name = 'Other Example Town';
    }),
  ],
  // Texts.
  ['a blank title', 'error', 'reader', 'title', dataset({ title: ' ' }), dataset({ title: 'A' })],
  [
    'a blank says',
    'error',
    'reader',
    'reports.0.says',
    report({ says: '\u00a0' }),
    report({ says: 'B.' }),
  ],
  [
    'a lost character',
    'error',
    'reader',
    'summary',
    dataset({ summary: 'caf\uFFFD' }),
    dataset({ summary: 'café' }),
  ],
  ...(
    [
      '\u202E',
      '\u200E',
      '\u200F',
      '\u200B',
      '\uFEFF',
      '\u00AD',
      '\u2060',
      '\u2066',
      '\u0007',
      '\n',
      '\t',
      '\u2028',
      '\uE000',
      '\u{E0041}',
    ] as const
  ).flatMap((sign): readonly Row[] => [
    [
      `${JSON.stringify(sign)} in a title`,
      'error',
      'invisible',
      'title',
      dataset({ title: `Exam${sign}ple` }),
      dataset({ title: 'سمين‌ها و هه‌ولێر' }),
    ],
    [
      `${JSON.stringify(sign)} in a publisher`,
      'error',
      'invisible',
      'reports.0.publisher',
      report({ publisher: `Gaz${sign}ette` }),
      report({ publisher: '👩‍🚒 کتاب‌خانه' }),
    ],
    [
      `${JSON.stringify(sign)} in a place`,
      'error',
      'invisible',
      'place.name',
      setPlace({ name: `To${sign}wn` }),
      setPlace({ name: 'ده‌شت' }),
    ],
  ]),
  [
    'a zero-width non-joiner in Latin letters',
    'error',
    'invisible',
    'title',
    dataset({ title: 'Exam\u200Cple' }),
    dataset({ title: 'می\u200Cشود' }),
  ],
  [
    'an override in an address',
    'error',
    'invisible',
    'reports.0.url',
    report({ url: `${url}\u202E` }),
    report({ url: `${url}%E2%80%AE` }),
  ],
  ...[' Gazette', 'Gazette ', 'The  Gazette'].map((name): Row => [
    `the publisher ${JSON.stringify(name)}`,
    'error',
    'spaces',
    'reports.0.publisher',
    report({ publisher: name }),
    report({ publisher: 'The Gazette' }),
  ]),
  [
    'a no-break space in a name',
    'error',
    'spaces',
    'place.name',
    setPlace({ name: 'Two\u00a0Words' }),
    setPlace({ name: 'Two Words' }),
  ],
  [
    'a no-break space in a published title',
    'warning',
    'spaces',
    'reports.0.title',
    report({ title: 'Two\u00a0words' }),
    report({ title: 'Alerte\u00a0: «\u00a0deux\u00a0» blessés, 10\u202f000 €' }),
  ],
  ...(['country’s', 'café', '“so”', 'Türkiye', 'مدينة', 'Бағдад', '20 €'] as const).map(
    (word): Row => [
      `${word} read as Windows-1252`,
      'error',
      'mojibake',
      'reports.0.says',
      report({ says: `The word ${misread(word, 'windows-1252')} again.` }),
      report({ says: `The “words” « CAFÉ », “Ä”, naïve – ${word}…` }),
    ],
  ),
  [
    'Arabic read as Windows-1256',
    'error',
    'mojibake',
    'reports.0.says',
    report({ says: misread('أربيل', 'windows-1256') }),
    report({ says: 'ظلم طفل' }),
  ],
  [
    'letters lost to question marks',
    'warning',
    'question-marks',
    'reports.0.says',
    report({ says: 'Don?t go.' }),
    report({ says: 'Who? When? Nobody knows.' }),
  ],
  [
    'an entity of a web page',
    'warning',
    'markup',
    'title',
    dataset({ title: 'Fish &amp; chips' }),
    dataset({ title: 'Fish & chips < 3' }),
  ],
  [
    'letters of two alphabets',
    'warning',
    'mixed-script',
    'place.name',
    setPlace({ name: 'Ex\u0430mple' }),
    setPlace({ name: 'Example (Пример)' }),
  ],
  [
    'a placeholder',
    'error',
    'placeholder',
    'caveat',
    dataset({ caveat: 'null' }),
    dataset({ caveat: 'None of it is confirmed.' }),
  ],
  [
    'unknown as a name',
    'error',
    'placeholder',
    'target_name',
    dataset({ target_name: 'unknown' }),
    dataset({ target_name: null }),
  ],
  [
    'a summary that is the title',
    'warning',
    'copied-words',
    'summary',
    dataset({ summary: 'Made-up drone over Example Town' }),
    dataset({ summary: 'Made-up drone over it.' }),
  ],
  // Mentions.
  ...(
    [
      '2026-03-04-example-vilage-halt',
      '2026-03-40-example-village-halt',
      '2026-3-04-example-village-halt',
      '20260304-example-village-halt',
      '2026-03-04-Example-village-halt',
      '2026-03-04-example-village',
      'example-village-halt',
      '2026-03-04_example_village_halt',
      '2026–03–04–example–village–halt',
      '2026-03-04-no-such-record',
    ] as const
  ).map((id): Row => [
    `a caveat that names ${id}`,
    'error',
    'mention',
    'caveat',
    dataset({ caveat: `See ${id}.` }),
    dataset({ caveat: 'A state-of-the-art report of 2026-03-04.' }),
  ]),
  [
    'a caveat that names its own record',
    'error',
    'mention-of-itself',
    'caveat',
    dataset({ caveat: 'See 2026-03-02-example-town-drone.' }),
    dataset({ caveat: 'See 2026-03-05-example-region-total.' }),
  ],
  // Events.
  ...(['struck', 'damage', 'intercepted', 'crashed', 'fell-short'] as const).map((effect): Row => [
    `no weapon that ${effect}`,
    'error',
    'weapon-missing',
    'weapon',
    dataset({ weapon: null, effect }),
    dataset({ weapon: 'unknown', effect }),
  ]),
  [
    'no weapon of an unknown effect',
    'warning',
    'weapon-missing',
    'weapon',
    dataset({ weapon: null, effect: 'unknown' }),
    dataset({ weapon: null, effect: 'outage' }),
  ],
  [
    'a weapon of a halt',
    'warning',
    'weapon-of-halt',
    'weapon',
    dataset({ effect: 'halted' }),
    dataset({ effect: 'outage' }),
  ],
  [
    'very many killed',
    'warning',
    'casualties',
    'killed',
    dataset({ killed: [3, 33000] }),
    dataset({ killed: [3, 330] }),
  ],
  [
    'an attribution twice',
    'error',
    'attribution-twice',
    'attribution.1',
    town(({ attribution }) => {
      attribution.push(...structuredClone(attribution));
    }),
    town(({ attribution }) => {
      attribution.push({ actor: 'nobody at all', by: 'another', claim: 'denied' });
    }),
  ],
  [
    'a claim of nobody',
    'warning',
    'claimed-by-nobody',
    'status',
    dataset({ status: 'claimed', attribution: [] }),
    dataset({ status: 'reported', attribution: [] }),
  ],
  // Copies, and the file.
  [
    'a record that differs only in its id',
    'error',
    'record-copied',
    'id',
    copy({ id: '2026-03-04-example-village-halt-2' }),
    copy({ id: '2026-03-04-example-village-halt-2', time: '2026-03-04T11:00:00+03:00' }),
  ],
  [
    'a record that differs only in its words',
    'warning',
    'event-twice',
    'reports',
    copy({ id: '2026-03-04-example-village-halt-2', title: 'Other words' }),
    copy({ id: '2026-03-04-example-village-halt-2', title: 'Other words', effect: 'restored' }),
  ],
  [
    'an event once by the minute and once by the day',
    'warning',
    'event-twice',
    'reports',
    copy({ id: '2026-03-04-example-village-halt-2', time: '2026-03-04' }),
    copy({ id: '2026-03-04-example-village-halt-2', time: '2026-03-04T11:00:00+03:00' }),
  ],
  [
    'an event once by the minute and once in an interval',
    'warning',
    'event-twice',
    'reports',
    copy({ id: '2026-03-03-example-village-halt', time: '2026-03-03/2026-03-04' }),
    copy({ id: '2026-03-03-example-village-halt', time: '2026-03-03' }),
  ],
  [
    'an id used twice',
    'error',
    'reader',
    'id',
    copy({}),
    copy({ id: '2026-03-04-example-village-halt-2', time: '2026-03-04T12:00:00+03:00' }),
  ],
  [
    'a collection without records',
    'error',
    'no-records',
    'features',
    (collection) => {
      collection.features = [];
    },
    both(withoutCaveat, (collection) => {
      collection.features.length = 1;
    }),
  ],
  [
    'a member that nothing reads',
    'warning',
    'unknown-member',
    'licens',
    (collection) => {
      Object.assign(collection, { licens: 'x' });
    },
    (collection) => {
      Object.assign(collection, { licence: 'x' });
    },
  ],
  [
    'a licence that is no text',
    'error',
    'collection',
    'licence',
    (collection) => {
      Object.assign(collection, { licence: null });
    },
    nothing,
  ],
  // What was found before, and stays so.
  [
    'counts as text',
    'error',
    'reader',
    'killed',
    dataset({ killed: '3' }),
    dataset({ killed: [3, 3] }),
  ],
  [
    'counts the wrong way round',
    'error',
    'reader',
    'killed',
    dataset({ killed: [3, 2] }),
    dataset({ killed: [2, 3] }),
  ],
  [
    'a count below zero',
    'error',
    'reader',
    'killed.0',
    dataset({ killed: [-1, 2] }),
    dataset({ killed: null }),
  ],
  ['an unknown field', 'error', 'reader', 'tittle', dataset({ tittle: 'x' }), nothing],
  [
    'a missing target',
    'error',
    'reader',
    'target',
    dataset({ target: undefined }),
    dataset({ target: 'unknown' }),
  ],
  [
    'an unknown target',
    'error',
    'reader',
    'target',
    dataset({ target: 'Energy' }),
    dataset({ target: 'civilian' }),
  ],
  [
    'a time that cannot be read',
    'error',
    'reader',
    'time',
    dataset({ time: '2 March' }),
    dataset({ time: '2026-03-02~' }),
  ],
  [
    'a time with a space behind it',
    'error',
    'reader',
    'time',
    dataset({ time: '2026-03-02 ' }),
    nothing,
  ],
  [
    'a geometry at another place',
    'error',
    'reader',
    'geometry.coordinates',
    town((_, one) => {
      one.geometry?.coordinates.reverse();
    }),
    nothing,
  ],
  [
    'a quote from an address that is not kept',
    'error',
    'quote',
    'reports.0.quote',
    report({ quote: 'Made-up words' }),
    nothing,
  ],
];

function faultsAfter(change: Change) {
  const collection = madeUpCollection();
  change(collection);
  const { faults, hasErrors } = checkMadeUp(madeUpText(collection));
  const found = faults.map(({ rule, field, reason }) => [
    rule,
    field,
    reason === undefined ? 'error' : 'warning',
  ]);
  return { found, hasErrors };
}

describe('`check:data` on a made-up file without a fault', () => {
  it('reports none', () => {
    expect(faultsAfter(nothing)).toEqual({ found: [], hasErrors: false });
  });
});

describe('each rule of `check:data`', () => {
  it.each(ROWS)('finds %s', (_, severity, rule, field, mistake) => {
    const { found, hasErrors } = faultsAfter(mistake);
    expect(found).toContainEqual([rule, field, severity]);
    expect(hasErrors).toBe(severity === 'error');
  });

  it.each(ROWS)('accepts the valid case closest to %s', (...row) => {
    expect(faultsAfter(row[5]).found).toEqual([]);
  });
});
