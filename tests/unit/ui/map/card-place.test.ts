import { describe, expect, it } from 'vitest';
import { boxAround, overlapOf, type Box } from '../../../../src/map/box.ts';
import {
  cardBox,
  placeCard,
  type CardPlace,
  type WantedCard,
} from '../../../../src/ui/map/card-place.ts';

const frame: Box = { left: 0, right: 900, top: 0, bottom: 600 };
const card: WantedCard = {
  x: 450,
  y: 300,
  mark: boxAround(450, 300, 50),
  width: 300,
  height: 200,
};
const boxOf = (place: CardPlace | undefined): Box =>
  cardBox(card, place ?? { to: card, left: 0, top: 0 });

describe('`placeCard`', () => {
  it('is to the right of its mark where there is room, and keeps off the mark', () => {
    const place = placeCard(card, { blocked: [], avoided: [], frame }, undefined);
    expect(place?.left).toBeGreaterThan(50);
    expect(overlapOf(boxOf(place), card.mark)).toBeLessThanOrEqual(0);
  });

  it('covers no mark and no part of the page, and its line crosses none', () => {
    const blocked = [boxAround(540, 300, 20), { left: 0, right: 340, top: 0, bottom: 600 }];
    const place = placeCard(card, { blocked, avoided: [], frame }, undefined);
    expect(place).toBeDefined();
    for (const one of blocked) expect(overlapOf(boxOf(place), one)).toBeLessThanOrEqual(0);
    const { x = 0, y = 0 } = place?.to ?? {};
    expect(x === 0 || y === 0).toBe(true);
    expect(x > 0 && y === 0).toBe(false);
  });

  it('covers a name only where nothing else is free', () => {
    const avoided = [{ left: 520, right: 900, top: 0, bottom: 600 }];
    const place = placeCard(card, { blocked: [], avoided, frame }, undefined);
    expect(place?.left).toBeLessThan(0);
    const names = { blocked: [], avoided: [frame], frame };
    expect(placeCard(card, names, undefined)?.left).toBeGreaterThan(50);
  });

  it('stays where it was while that is free, and goes where nothing is', () => {
    const before = { to: { x: 0, y: 80 }, left: -150, top: 80 };
    expect(placeCard(card, { blocked: [], avoided: [frame], frame }, before)).toBe(before);
    const blocked = [boxAround(450, 450, 30)];
    expect(placeCard(card, { blocked, avoided: [], frame }, before)).not.toBe(before);
    expect(placeCard(card, { blocked: [frame], avoided: [], frame }, before)).toBeUndefined();
  });
});
