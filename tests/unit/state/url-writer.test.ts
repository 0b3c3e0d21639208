import { beforeEach, describe, expect, it } from 'vitest';
import type { QueryParameters } from '../../../src/core/url/query-parameters.ts';
import { UrlWriter } from '../../../src/state/url-writer.ts';
import { HandClock } from './hand-clock.ts';

const parts = (query: string): QueryParameters => new Map(new URLSearchParams(query));
const text = (written: QueryParameters): string =>
  [...written].map((part) => part.join('=')).join('&');

let written: string[];
/** The reader has pressed a filter. */
const pressed = () => ({ filterChange: { key: 'weapon', isContinued: false } });
/** How many changes the browser still takes. */
let allowed: number;
let clock: HandClock;
let writer: UrlWriter;

const take = (how: string, next: QueryParameters): boolean => {
  if (allowed <= 0) return false;
  allowed--;
  written.push(`${how} ${text(next)}`);
  return true;
};

beforeEach(() => {
  written = [];
  allowed = Infinity;
  clock = new HandClock();
  const bar = {
    read: () => Promise.resolve(new Map()),
    isWrittenHere: false,
    push: (next: QueryParameters) => take('push', next),
    replace: (next: QueryParameters) => take('replace', next),
    linkTo: text,
    onTravel: () => () => undefined,
  };
  writer = new UrlWriter(bar, clock);
  writer.begin(parts('from=2026-03-01&to=2026-03-05'));
});

describe('`UrlWriter`', () => {
  it('adds a history entry when the reader presses a filter', () => {
    writer.write(parts('from=2026-03-01&to=2026-03-05&layers=energy'), pressed());
    expect(written).toEqual(['push from=2026-03-01&to=2026-03-05&layers=energy']);
  });

  it('takes a list that becomes a table for the same stop, and one that opens for a new one', () => {
    writer.write(parts('list=open'));
    writer.write(parts('list=table'));
    writer.write(parts('list=open'));
    writer.write(parts('list=open&id=a'));
    expect(written).toEqual([
      'push list=open',
      'replace list=table',
      'replace list=open',
      'push list=open&id=a',
    ]);
  });

  it('takes filters that become charts for the same stop, and a dock that opens for a new one', () => {
    writer.begin(parts('id=b'));
    writer.write(parts('id=b&dock=filters'), { isReadingOn: true });
    writer.write(parts('id=b&dock=charts'), { isReadingOn: true });
    writer.write(parts('id=b'));
    expect(written).toEqual(['push id=b&dock=filters', 'replace id=b&dock=charts', 'replace id=b']);
  });

  it('writes nothing if nothing has changed', () => {
    writer.write(parts('to=2026-03-05&from=2026-03-01'));
    clock.pass(10_000);
    expect(written).toEqual([]);
  });

  it('replaces the entry once when the map has stopped moving', () => {
    for (const lon of ['44.1', '44.2', '44.3']) {
      writer.write(parts(`from=2026-03-01&to=2026-03-05&map=7/36/${lon}`));
      clock.pass(100);
    }
    expect(written).toEqual([]);
    clock.pass(1000);
    expect(written).toEqual(['replace from=2026-03-01&to=2026-03-05&map=7/36/44.3']);
  });

  it('includes the map position if something else changes while the map moves', () => {
    writer.write(parts('from=2026-03-01&to=2026-03-05&map=7/36/44'));
    writer.write(parts('from=2026-03-02&to=2026-03-05&map=7/36/44'));
    clock.pass(1000);
    expect(written).toEqual(['push from=2026-03-02&to=2026-03-05&map=7/36/44']);
  });

  /** What becomes of each of several changes after the empty address. */
  const stops = (...queries: readonly string[]): readonly string[] => {
    writer.begin(new Map());
    for (const query of queries) writer.write(parts(query), pressed());
    return written.map((one) => one.split(' ')[0] ?? '');
  };

  it.each([
    ['the list is opened', ['list=open'], 'push'],
    ['a group is opened', ['group=area:Kirkuk'], 'push'],
    ['a record is opened', ['id=a'], 'push'],
    ['another mark is opened', ['id=a', 'id=b'], 'push push'],
    ['a source text is opened', ['id=a', 'id=a&source=1'], 'push push'],
    ['what was opened is closed', ['list=open', ''], 'push replace'],
    [
      'one record after the other is opened from the list',
      ['list=open', 'list=open&id=a', 'list=open', 'list=open&id=b'],
      'push push replace replace',
    ],
    ['a window is chosen', ['from=1&to=2'], 'push'],
    [
      'a window is moved on and on',
      ['from=1&to=2', 'from=2&to=3', 'from=3&to=4&mode=cumulative', ''],
      'push replace replace replace',
    ],
    [
      'filters are pressed',
      ['layers=a', 'layers=b', 'layers=b&only=seen', ''],
      'push push push push',
    ],
    ['filters of one part are pressed', ['filter=a', 'filter=b', 'q=x', ''], 'push push push push'],
    [
      'a window is chosen between layers',
      ['layers=a', 'layers=a&from=1&to=2', 'layers=b&from=1&to=2'],
      'push push push',
    ],
    [
      'a window is moved after a record was opened',
      ['from=1&to=2', 'from=1&to=2&id=a', 'from=2&to=3&id=a'],
      'push push push',
    ],
  ])('is right for Back when %s', (_, queries, expected) => {
    expect(stops(...queries).join(' ')).toBe(expected);
  });

  it('adds an entry for a filter that is pressed while the window moves', () => {
    expect(stops('from=1&to=2', 'from=2&to=3&filter=a')).toEqual(['push', 'push']);
  });

  it('adds no entry for a filter that leaves the address by itself', () => {
    const change = pressed();
    writer.begin(new Map());
    writer.write(parts('filter=a'), change);
    for (const query of ['', 'filter=a', '']) writer.write(parts(query), change);
    writer.write(parts('from=1&to=2&filter=a'), change);
    expect(written.map((one) => one.split(' ')[0])).toEqual([
      'push',
      'replace',
      'replace',
      'replace',
      'push',
    ]);
  });

  it('adds none for the filter of a restored view either', () => {
    const change = pressed();
    writer.begin(parts('filter=a'), change);
    writer.write(parts(''), change);
    expect(written).toEqual(['replace ']);
  });

  it('adds no entry between records of one list', () => {
    writer.begin(parts('list=open&id=a'));
    for (let i = 0; i < 200; i++) writer.write(parts(`list=open&id=r${i}`), { isReadingOn: true });
    expect(new Set(written.map((one) => one.split(' ')[0]))).toEqual(new Set(['replace']));
    expect(written.at(-1)).toBe('replace list=open&id=r199');
  });

  it('adds no entry for a window that moves to the record that is read on to', () => {
    writer.begin(parts('from=1&to=2&id=a'));
    writer.write(parts('from=5&to=6&id=b'), { isReadingOn: true });
    writer.write(parts('from=6&to=7&id=b'));
    expect(written).toEqual(['replace from=5&to=6&id=b', 'push from=6&to=7&id=b']);
  });

  it('adds no entry in a frame of another page', () => {
    clock.isFramed = true;
    expect(stops('list=open', 'list=open&id=a', 'layers=b')).toEqual([
      'replace',
      'replace',
      'replace',
    ]);
  });

  it('writes the current state later if the browser refuses', () => {
    allowed = 1;
    expect(stops('id=a', 'id=b', 'id=c', 'id=c&list=open')).toEqual(['push']);
    clock.pass(20_000);
    expect(written).toEqual(['push id=a']);
    allowed = 10;
    clock.pass(10_000);
    expect(written).toEqual(['push id=a', 'replace id=c&list=open']);
    writer.write(parts('id=d'));
    expect(written.at(-1)).toBe('push id=d');
  });

  it('drops a pending write after Back', () => {
    allowed = 0;
    stops('id=a');
    writer.pause();
    writer.begin(parts('list=open'));
    allowed = 10;
    clock.pass(20_000);
    expect(written).toEqual([]);
  });
});
