/** The rows of the opened files are made up; the page's own data are the published ones. */
import { EMPTY_FILTER, filterOf, type Filter } from '../../../src/core/filters/filter.ts';
import { readFileSync } from 'node:fs';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { EVER } from '../../../src/core/index/tally.ts';
import { UNINTERRUPTED } from '../../../src/core/base/task.ts';
import { readIsoText } from '../../../src/core/time/minute.ts';
import { RequestHandlers } from '../../../src/worker/request-handlers.ts';
import { handlersWith, opened, outputOf, proposed, published } from './open-handlers.ts';
import { PUBLISHED } from '../published-counts.ts';

const TABLE = [
  'date,lat,lon,kind,note',
  '2031-05-03,36.19,44.01,blast,=1+1',
  '2031-05-04,36.2,44.02,fire,-12.5',
  '2031-05-05,,,fire,"two, three"',
].join('\n');

describe('files beside the data of the page', () => {
  it('take their place on the map, come beside them, and go', async () => {
    const handlers = await handlersWith(TABLE);
    const file = await opened(handlers);
    const on = ({ datasets }: typeof file.snapshot) =>
      datasets.filter(({ isOn }) => isOn).map(({ number, rows }) => [number, rows]);
    expect(file.isComplete).toBe(true);
    expect(on(file.snapshot)).toEqual([[file.dataset, 3]]);
    const both = await outputOf(handlers.showDatasets([0, file.dataset], UNINTERRUPTED));
    expect(on(both)).toEqual([
      [0, PUBLISHED.records],
      [file.dataset, 3],
    ]);
    expect(both.layers).toHaveLength(8 + 2);
    const closed = await outputOf(handlers.closeDataset(file.dataset, UNINTERRUPTED));
    expect(closed.datasets.map(({ number }) => number)).toEqual([0]);
    expect(on(closed)).toEqual([[0, PUBLISHED.records]]);
  });

  it('that are opened switched off change no answer, neither half-read nor to the end', async () => {
    const rows = Array.from({ length: 30_000 }, () => '2031-05-03,36.19,44.01,blast,marker');
    const handlers = await handlersWith(['date,lat,lon,kind,note', ...rows].join('\n'));
    const asked = async () => {
      const counts = handlers.list(
        {
          filter: filterOf({ text: 'marker' }),
          extent: undefined,
          window: { from: readIsoText('1900-01-01') ?? 0, to: readIsoText('2100-01-01') ?? 0 },
          group: undefined,
        },
        UNINTERRUPTED,
      );
      return [
        await outputOf(handlers.records([0, 1, 2, 121])),
        (await outputOf(counts))?.rows.length,
      ];
    };
    const before = await asked();
    const reading = { ...(await proposed(handlers, 1)), isOff: true };
    const first = await outputOf(handlers.readFile(reading, UNINTERRUPTED));
    expect(first).toMatchObject({ value: { snapshot: undefined, isComplete: false } });
    expect(await asked()).toEqual(before);
    const datasets = [
      { number: 0, isOn: true },
      { number: 1, isOn: false, rows: 30_000 },
    ];
    expect(await outputOf(handlers.readOn(1, UNINTERRUPTED))).toMatchObject({
      value: { snapshot: { datasets }, isComplete: true },
    });
    expect(await asked()).toEqual(before);
    const both = await outputOf(handlers.showDatasets([0, 1], UNINTERRUPTED));
    expect(both.datasets.map(({ isOn, rows }) => [isOn, rows])).toEqual([
      [true, PUBLISHED.records],
      [true, 30_000],
    ]);
  });

  it('of one name are numbered, and keep their numbers when others are closed', async () => {
    const handlers = await handlersWith(TABLE);
    const files = [
      await opened(handlers, 1),
      await opened(handlers, 2),
      await opened(handlers, 3, 'made-up.csv (2)'),
      await opened(handlers, 4),
    ];
    const names = (datasets: (typeof files)[number]['snapshot']['datasets']) =>
      datasets.filter(({ number }) => number !== 0).map(({ name }) => name);
    const datasets = files.at(-1)?.snapshot.datasets ?? [];
    expect(names(datasets)).toEqual([
      'made-up.csv',
      'made-up.csv (2)',
      'made-up.csv (2) (2)',
      'made-up.csv (3)',
    ]);
    expect(datasets.map(({ name, report }) => report?.file ?? name)).toEqual(
      datasets.map(({ name }) => name),
    );
    const closed = await outputOf(handlers.closeDataset(files[0]?.dataset ?? 0, UNINTERRUPTED));
    expect(names(closed.datasets)).toEqual([
      'made-up.csv (2)',
      'made-up.csv (2) (2)',
      'made-up.csv (3)',
    ]);
  });

  it('are read by the proposal of their own number only', async () => {
    const handlers = await handlersWith(TABLE);
    const reading = await proposed(handlers, 1);
    await expect(handlers.sample({ ...reading, dataset: 2 })).rejects.toThrow('not proposed');
    await expect(handlers.readFile({ ...reading, dataset: 2 }, UNINTERRUPTED)).rejects.toThrow(
      'not proposed',
    );
    expect((await outputOf(handlers.readFile(reading, UNINTERRUPTED))).kind).toBe('ok');
  });

  it('are saved with the names of their sets and columns, and no formula among them', async () => {
    const handlers = await handlersWith(TABLE);
    const { snapshot: data } = await opened(handlers);
    const saved = await outputOf(
      handlers.exportRows(
        {
          filter: EMPTY_FILTER,
          extent: undefined,
          window: data.period,
          group: undefined,
          selection: '',
        },
        UNINTERRUPTED,
      ),
    );
    expect((await saved.text()).replace('\ufeff', '').split('\r\n')).toEqual([
      'dataset,dateline.time,dateline.lat,dateline.lon,dateline.category,date,lat,lon,kind,note',
      "made-up.csv,2031-05-03,36.19,44.01,blast,2031-05-03,36.19,44.01,blast,'=1+1",
      'made-up.csv,2031-05-04,36.2,44.02,fire,2031-05-04,36.2,44.02,fire,-12.5',
      'made-up.csv,2031-05-05,,,fire,2031-05-05,,,fire,"two, three"',
      '',
    ]);
  });

  it('are saved as far as they are in the window and match the filter', async () => {
    const handlers = await handlersWith(TABLE);
    await opened(handlers);
    const linesIn = async (text: string, from: string, to: string): Promise<number> => {
      const request = {
        filter: filterOf({ text }),
        extent: undefined,
        window: { from: readIsoText(from) ?? 0, to: readIsoText(to) ?? 0 },
        group: undefined,
        selection: '',
      };
      return (await (await outputOf(handlers.exportRows(request, UNINTERRUPTED))).text())
        .trimEnd()
        .split('\r\n').length;
    };
    expect(await linesIn('', '2031-05-03', '2031-05-04')).toBe(1 + 1);
    expect(await linesIn('', '2031-05-03', '2031-05-06')).toBe(1 + 3);
    expect(await linesIn('fire', '2031-05-03', '2031-05-06')).toBe(1 + 2);
    expect(await linesIn('fire', '2031-05-05', '2031-05-06')).toBe(1 + 1);
  });

  it('are saved by the values of a column, and say which of them a filter may not mean', async () => {
    const handlers = await handlersWith(TABLE);
    await opened(handlers);
    const linesWith = async (filter: Filter): Promise<readonly string[]> => {
      const window = { from: readIsoText('2031-05-03') ?? 0, to: readIsoText('2031-05-06') ?? 0 };
      const request = { filter, extent: undefined, window, group: undefined, selection: 'Chosen.' };
      const saved = await outputOf(handlers.exportRows(request, UNINTERRUPTED));
      return (await saved.text()).trimEnd().split('\r\n').slice(1);
    };
    const fire = { field: 'column:kind', values: ['fire'], excluded: [] };
    const fires = await linesWith([{ kind: 'values', ...fire }]);
    expect(fires.map((line) => line.includes(',Chosen.,') && line.includes(',fire,'))).toEqual([
      true,
      true,
    ]);
    const nights = await linesWith([{ kind: 'hours', field: 'hours', from: 1080, to: 360 }]);
    expect(nights.map((line) => line.includes(',possibly: Chosen.,'))).toEqual([true, true, true]);
  });

  it('give a report with a line for every note', async () => {
    const handlers = await handlersWith(TABLE);
    const { dataset } = await opened(handlers);
    const headings = ['a', 'b'];
    const text = await (
      await outputOf(handlers.reportFile({ dataset, headings }, UNINTERRUPTED))
    ).text();
    expect(text).toMatch(/^\ufeff?a,b\r\n/);
    expect(text).toContain('4,4,no-place,');
  });

  it('that are our own records keep reports and quotes', async () => {
    const handlers = await handlersWith(
      readFileSync(new URL('../../../geodata/incidents.geojson', import.meta.url), 'utf8'),
    );
    const { snapshot: data } = await opened(handlers, 1, 'incidents.geojson');
    const everything = { filter: EMPTY_FILTER, extent: undefined };
    const list = await outputOf(
      handlers.list({ ...everything, window: EVER, group: undefined }, UNINTERRUPTED),
    );
    const [recorded] = await outputOf(handlers.records([...(list?.rows ?? [])].slice(0, 1)));
    expect(data.datasets.at(-1)?.report).toMatchObject({
      read: PUBLISHED.records,
      kept: PUBLISHED.records,
      dropped: 0,
    });
    expect(recorded?.reports.kind).toBe('checked');
    expect(recorded?.reports.reports.length).toBeGreaterThan(0);
  });

  it('that are our own records name each that breaks the codebook, and count no broken rows', async () => {
    const whole = readFileSync(
      new URL('../../../geodata/incidents.geojson', import.meta.url),
      'utf8',
    );
    const handlers = await handlersWith(
      whole.replace('"time": "2026-02-28"', '"time": "in February"'),
    );
    const { snapshot } = await opened(handlers, 1, 'incidents.geojson');
    const report = snapshot.datasets.at(-1)?.report;
    expect(report).toMatchObject({
      read: PUBLISHED.records,
      kept: PUBLISHED.records - 1,
      dropped: 1,
      groups: [],
    });
    expect(report?.recordFaults?.map(({ field }) => field)).toEqual(['time']);
  });
});

describe('bytes of the bundled files that are not UTF-8', () => {
  const file = (name: string) => ({ file: name, bytes: published(name) });
  const spoilt = (name: string, words: string) => {
    const { bytes } = file(name);
    const view = new Uint8Array(bytes);
    view[Buffer.from(bytes).indexOf(words)] = 0xe9;
    return { file: name, bytes };
  };
  const openWith = async (dataset: ReturnType<typeof file>, records: ReturnType<typeof file>) =>
    await outputOf(
      new RequestHandlers().open(
        { dataset, records, sources: undefined, areas: undefined },
        UNINTERRUPTED,
      ),
    );

  it('leave out the record that they are in, and name it', async () => {
    const opened = await openWith(
      file('dataset.json'),
      spoilt('incidents.geojson', 'itnesses across'),
    );
    expect(opened).toMatchObject({
      kind: 'ok',
      value: {
        report: {
          kept: PUBLISHED.records - 1,
          dropped: 1,
          faults: [{ record: '2026-02-28-erbil-airport-smoke', field: 'summary' }],
        },
      },
    });
  });

  it('are named where they are in what the data set says of itself', async () => {
    const opened = await openWith(
      spoilt('dataset.json', 'egion of Iraq, {period}'),
      file('incidents.geojson'),
    );
    expect(opened).toMatchObject({
      value: { faults: [{ kind: 'not-utf-8', file: 'dataset.json', line: 3 }] },
    });
  });
});

it('reads times that only the EDTF library reads', async () => {
  const text = new TextDecoder().decode(published('incidents.geojson'));
  const rarer = text.replace('"time": "2026-02-28"', '"time": "2026-02"');
  expect(rarer).not.toBe(text);
  const opened = await outputOf(
    new RequestHandlers().open(
      {
        dataset: { file: 'dataset.json', bytes: published('dataset.json') },
        records: { file: 'incidents.geojson', bytes: new Uint8Array(strToU8(rarer)).buffer },
        sources: undefined,
        areas: undefined,
      },
      UNINTERRUPTED,
    ),
  );
  expect(opened).toMatchObject({
    kind: 'ok',
    value: { report: { kept: PUBLISHED.records, dropped: 0 } },
  });
});
