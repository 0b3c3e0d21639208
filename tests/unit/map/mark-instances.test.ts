import { describe, expect, it } from 'vitest';
import { radiusOf } from '../../../src/core/layout/mark-radius.ts';
import { MARK_FORMS, ringWidth } from '../../../src/core/model/mark-shape.ts';
import { EFFECT_CLASSES, type EffectClass } from '../../../src/core/records/incident.ts';
import { toMercator } from '../../../src/core/place/mercator.ts';
import {
  CHOSEN,
  Instances,
  LEFT_HALF,
  LINE,
  LOZENGE,
  NUMBERS,
  OPEN_LOZENGE,
  POSSIBLE,
  RIGHT_HALF,
  type Chosen,
} from '../../../src/map/marks/instances.ts';

const LOOKS = 9;
const ORDER = [0, 1, 2, 3, 4, 5, 6, 7];
const CHARACTERS = '0123456789,.K?';

/** Made-up characters, all half as wide as their size. */
const glyphs = {
  numberOf: (character: string) => CHARACTERS.indexOf(character) + 1,
  advanceOf: () => 0.5,
};

type Made = {
  readonly lon?: number;
  readonly lat?: number;
  readonly possible?: number;
  readonly effect?: EffectClass;
  readonly deaths?: number;
  /** Incidents that are certainly in the window, by look. */
  readonly looks?: readonly number[];
};

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

function viewOf(marks: readonly Made[], zoom = 7) {
  return {
    zoom,
    radiusOfOne: 5.5,
    marks: {
      length: marks.length,
      lon: Float64Array.from(marks, ({ lon }) => lon ?? 44),
      lat: Float64Array.from(marks, ({ lat }) => lat ?? 36),
      count: Uint32Array.from(marks, ({ looks = [], possible = 0 }) => sum(looks) + possible),
    },
  };
}

const countsOf = (marks: readonly Made[]) => ({
  certain: Uint32Array.from(marks, ({ looks = [] }) => sum(looks)),
  possible: Uint32Array.from(marks, ({ possible }) => possible ?? 0),
  byLook: Uint32Array.from(
    marks.flatMap(({ looks = [] }) => Array.from({ length: LOOKS }, (_, look) => looks[look] ?? 0)),
  ),
  looks: LOOKS,
  effects: Uint8Array.from(marks, ({ effect }) =>
    effect === undefined ? EFFECT_CLASSES.length : EFFECT_CLASSES.indexOf(effect),
  ),
  deaths: Uint8Array.from(marks, ({ deaths }) => deaths ?? 0),
});

/** An instance as the shaders read it. */
type Drawn = {
  readonly x: number;
  readonly y: number;
  readonly kind: number;
  readonly reach: number;
  readonly text: string;
  readonly size: number;
  readonly ends: readonly number[];
};

function textOf(packed: readonly number[]): string {
  const numbers = packed.flatMap((bits) => [0, 5, 10, 15].map((shift) => (bits >> shift) & 31));
  return numbers.map((number) => CHARACTERS[number - 1] ?? '').join('');
}

const read = ({ data, length }: Instances): readonly Drawn[] =>
  Array.from({ length }, (_, i) => {
    const [x = 0, y = 0, kind = 0, reach = 0, , text = 0, more = 0, size = 0, ...ends] =
      data.subarray(i * NUMBERS, (i + 1) * NUMBERS);
    return { x, y, kind, reach, text: textOf([text, more]), size, ends };
  });

function filled(marks: readonly Made[], chosen?: Chosen): Instances {
  const instances = new Instances(glyphs, (count) => count.toLocaleString('en'));
  instances.place(viewOf(marks), { lng: 44, lat: 36 });
  instances.fill(viewOf(marks), countsOf(marks), ORDER, chosen);
  return instances;
}

const drawn = (marks: readonly Made[], chosen?: Chosen): readonly Drawn[] =>
  read(filled(marks, chosen));

const kindOf = (form: (typeof MARK_FORMS)[number]): number => MARK_FORMS.indexOf(form);

describe('`Instances`', () => {
  it('draws nothing where nothing is in the window', () => {
    expect(drawn([{}, { looks: [0] }])).toEqual([]);
  });

  it('draws one incident by what came of it, without a number', () => {
    const forms = EFFECT_CLASSES.map((effect) => drawn([{ looks: [0, 1], effect }])[0]);
    expect(forms.map((one) => one?.kind)).toEqual(
      (['filled', 'open', 'square', 'half', 'half'] as const).map(kindOf),
    );
    expect(forms[0]).toMatchObject({ reach: 5.5, text: '', size: 0 });
  });

  it('draws several as a coin with their number, and their parts in order', () => {
    const [coin] = drawn([{ looks: [3, 0, 1] }]);
    expect(coin).toMatchObject({ kind: kindOf('coin'), reach: radiusOf(4, 5.5), text: '4' });
    expect(coin?.size).toBeGreaterThanOrEqual(11);
    expect(coin?.ends).toEqual([0.75, 0.75, 1, 1, 1, 1, 1, 1]);
  });

  it('writes long numbers as the page does', () => {
    expect(drawn([{ looks: [46] }])[0]?.text).toBe('46');
    expect(drawn([{ looks: [9812] }])[0]?.text).toBe('9,812');
    expect(filled([{ looks: [9812] }]).characters).toBe(5);
  });

  it('says after the last instance which of them have a number, and how many', () => {
    const marks = [{ looks: [3] }, { looks: [1] }, { possible: 2 }, { looks: [2], deaths: 2 }, {}];
    const { data, length, numbered } = filled(marks);
    expect([length, numbered]).toEqual([5, 3]);
    expect([...data.subarray(length * NUMBERS, length * NUMBERS + numbered)]).toEqual([0, 2, 3]);
    const many = filled(
      Array.from({ length: 300 }, () => ({ looks: [3], possible: 9, deaths: 2 })),
    );
    expect(many.numbered).toBe(300);
    expect(many.data.length % (LINE * NUMBERS)).toBe(0);
    expect(many.data[many.length * NUMBERS + 299]).toBe(599);
  });

  it('draws only halts as a square coin', () => {
    const [coin] = drawn([{ looks: [0, 0, 0, 4], effect: 'halt' }]);
    expect(coin?.kind).toBe(kindOf('square-coin'));
    expect((2 * (coin?.reach ?? 0)) ** 2).toBeCloseTo(Math.PI * 11 ** 2, 3);
  });

  it('draws what is possible under the mark, and a question mark where nothing is certain', () => {
    const [line, mark] = drawn([{ looks: [3], possible: 6 }]);
    expect([line?.kind, mark?.kind]).toEqual([POSSIBLE, kindOf('coin')]);
    expect(line?.reach).toBe(radiusOf(9, 5.5));
    const only = drawn([{ possible: 3 }]);
    expect(only).toHaveLength(1);
    expect(only[0]).toMatchObject({ kind: POSSIBLE, text: '?' });
  });

  it('draws a lozenge over a mark with deaths, an open one where that is not sure', () => {
    const kinds = (deaths: number) => drawn([{ looks: [2], deaths }]).map(({ kind }) => kind);
    expect([0, 1, 2].map(kinds)).toEqual([
      [kindOf('coin')],
      [kindOf('coin'), OPEN_LOZENGE],
      [kindOf('coin'), LOZENGE],
    ]);
  });

  it('draws lozenges after all marks, so that no neighbour covers one', () => {
    const marks = [{ looks: [2], deaths: 2 }, { looks: [3], deaths: 1 }, { looks: [1, 1] }];
    const kinds = drawn(marks, { lon: 44, lat: 36, radius: 9 }).map(({ kind }) => kind);
    const coin = kindOf('coin');
    expect(kinds).toEqual([coin, coin, coin, CHOSEN, LOZENGE, OPEN_LOZENGE]);
  });

  it('ends the marks, over which the numbers are, before the first lozenge', () => {
    const instances = filled([{ looks: [2], deaths: 2 }, { looks: [1, 1] }]);
    expect([instances.marksEnd, instances.length]).toEqual([2, 3]);
  });

  it('draws the ring around what is open over all marks, and none where nothing is drawn', () => {
    const marks = [{ looks: [2] }, { lon: 45, looks: [1], effect: 'hit' as const }];
    const rings = drawn(marks, { lon: 44, lat: 36, radius: 9 });
    expect(rings.at(-1)).toMatchObject({ kind: CHOSEN, reach: 14 });
    expect(drawn(marks, { lon: 44, lat: 36, radius: 0 })).toHaveLength(2);
  });

  it('fills the same array again for another window, and forgets what was in it', () => {
    const marks = [{ looks: [3, 2], possible: 2, deaths: 2 }, { looks: [40] }];
    const instances = filled(marks);
    const { data } = instances;
    const later = [{ looks: [0, 1], effect: 'hit' as const }, {}];
    instances.fill(viewOf(later), countsOf(later), ORDER, undefined);
    expect(instances.data).toBe(data);
    expect(read(instances)).toEqual(drawn(later));
  });

  it('keeps positions exact to a hundredth of a pixel at the closest zoom', () => {
    const places = [
      { lon: 44.0092, lat: 36.1911 },
      { lon: 48.5, lat: 29.9 },
      { lon: 36.1, lat: 37.3 },
    ];
    const instances = filled(places.map((place) => ({ ...place, looks: [1], effect: 'hit' })));
    const world = 512 * 2 ** 11;
    read(instances).forEach(({ x, y }, mark) => {
      const place = places[mark] ?? { lon: 0, lat: 0 };
      const wanted = toMercator(place.lon, place.lat);
      expect(Math.abs(x + instances.origin.x - wanted.x) * world).toBeLessThan(0.01);
      expect(Math.abs(y + instances.origin.y - wanted.y) * world).toBeLessThan(0.01);
    });
  });

  it('leaves a number out where it could not be read', () => {
    const view = { ...viewOf([{}]), radiusOfOne: 0.3 };
    const instances = new Instances(glyphs, String);
    const counts = countsOf([{ looks: [120] }]);
    instances.place(view, { lng: 44, lat: 36 });
    instances.fill(view, counts, ORDER, undefined);
    const [coin] = read(instances);
    expect(coin).toMatchObject({ reach: 4, text: '', size: 0 });
    expect(ringWidth('coin', 4, 7)).toBeLessThan(4);
  });

  it('splits a mark of two windows: the first on the left, the second on the right, each by its count', () => {
    const first = [{ looks: [4, 5], possible: 2 }, { looks: [1], effect: 'hit' as const }, {}];
    const second = [{ looks: [30] }, {}, { possible: 3, deaths: 0 }];
    const view = viewOf([{ looks: [39] }, { looks: [1] }, { looks: [3] }]);
    const instances = new Instances(glyphs, String);
    instances.place(view, { lng: 44, lat: 36 });
    instances.fill(view, countsOf(first), ORDER, undefined, countsOf(second));
    expect(read(instances).map(({ kind, text }) => [kind, text])).toEqual([
      [POSSIBLE + LEFT_HALF, ''],
      [kindOf('coin') + LEFT_HALF, '9'],
      [kindOf('coin') + RIGHT_HALF, '30'],
      [kindOf('filled') + LEFT_HALF, ''],
      [POSSIBLE + RIGHT_HALF, '?'],
    ]);
    const [, left, right] = read(instances);
    expect(left?.reach).toBeCloseTo(radiusOf(9, 5.5));
    expect(right?.reach).toBeCloseTo(radiusOf(30, 5.5));
  });

  it('says of each half whether people were killed, on its own side', () => {
    const dead = [{ looks: [3], deaths: 2 }];
    const view = viewOf(dead);
    const instances = new Instances(glyphs, String);
    instances.place(view, { lng: 44, lat: 36 });
    const sidesOf = (first: readonly Made[], second: readonly Made[]): readonly number[] => {
      instances.fill(view, countsOf(first), ORDER, undefined, countsOf(second));
      return Array.from({ length: instances.length }, (_, i) => i * NUMBERS)
        .filter((at) => instances.data[at + 2] === LOZENGE)
        .map((at) => Math.sign(instances.data[at + 4] ?? 0));
    };
    expect(sidesOf(dead, [{ looks: [3] }])).toEqual([-1]);
    expect(sidesOf([{ looks: [3] }], dead)).toEqual([1]);
    expect(sidesOf(dead, dead)).toEqual([-1, 1]);
  });

  it('allocates once for two windows, and nothing for their steps', () => {
    const marks = Array.from({ length: 300 }, () => ({ looks: [2, 1], possible: 1, deaths: 1 }));
    const view = viewOf(marks);
    const counts = countsOf(marks);
    const instances = new Instances(glyphs, String);
    instances.place(view, { lng: 44, lat: 36 });
    instances.fill(view, counts, ORDER, undefined, counts);
    expect(instances.length).toBe(300 * 6);
    const { data } = instances;
    instances.fill(view, counts, ORDER, undefined, counts);
    expect(instances.data).toBe(data);
  });
});
