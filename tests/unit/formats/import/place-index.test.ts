/** Every place is made up. */
import { describe, expect, it } from 'vitest';
import { PlaceIndex } from '../../../../src/formats/import/place-index.ts';

/** How often known places are looked at while these are added twice. */
function looksFor(count: number, add: (index: PlaceIndex, at: number) => number): number {
  const index = new PlaceIndex();
  let looks = 0;
  const counted = new Proxy(index.places, {
    get: (places, property) => {
      if (typeof property === 'string' && /^\d+$/.test(property)) looks += 1;
      return Reflect.get(places, property) as unknown;
    },
  });
  Object.defineProperty(index, 'places', { value: counted });
  for (let at = 0; at < 2 * count; at++) expect(add(index, at % count)).toBe(at % count);
  return looks;
}

describe('the places of a file', () => {
  const count = 3_000;

  it('that have no point are found by their names', () => {
    const add = (index: PlaceIndex, at: number): number =>
      index.add(`Zuqo ${at}`, '', 0, 0, 'region');
    expect(looksFor(count, add)).toBeLessThan(10 * count);
  });

  it('that have no point are found by their areas', () => {
    const add = (index: PlaceIndex, at: number): number =>
      index.add('Zuqo', `Othq ${at}`, 0, 0, 'governorate');
    expect(looksFor(count, add)).toBeLessThan(10 * count);
  });

  it('that share a point are found by their names', () => {
    const add = (index: PlaceIndex, at: number): number =>
      index.add(`Zuqo ${at}`, '', 44.125, 36.25, 'town');
    expect(looksFor(count, add)).toBeLessThan(10 * count);
  });
});
