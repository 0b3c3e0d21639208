import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { turnColorLight, turnPixelsLight } from '../../../../src/ui/print/light-colors.ts';

const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(hex.slice(at, at + 2), 16),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

describe('`turnColorLight` and `turnPixelsLight`', () => {
  it('turn black into white and white into black, and keep middle grey', () => {
    expect(turnColorLight('#000000')).toBe('#ffffff');
    expect(turnColorLight('#ffffff')).toBe('#000000');
    expect(luminance(turnColorLight('#808080'))).toBeCloseTo(127, 0);
  });

  it.each(['#1c1f22', '#12212b', '#2c3135'])('turn the dark background %s light', (ground) => {
    expect(luminance(turnColorLight(ground))).toBeGreaterThan(200);
  });

  it('keep the hue: what is mostly red stays mostly red', () => {
    const turned = turnColorLight('#f07b33');
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
      Number.parseInt(turned.slice(at, at + 2), 16),
    );
    expect([red > green, green > blue]).toEqual([true, true]);
  });

  it('treat pixels and named colours alike, and keep transparency', () => {
    const channel = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.tuple(channel, channel, channel, channel), ([red, green, blue, alpha]) => {
        const pixels = new Uint8ClampedArray([red, green, blue, alpha]);
        turnPixelsLight(pixels);
        const hex = (bytes: Iterable<number>): string =>
          `#${[...bytes].map((one) => one.toString(16).padStart(2, '0')).join('')}`;
        expect(hex(pixels.subarray(0, 3))).toBe(turnColorLight(hex([red, green, blue])));
        expect(pixels[3]).toBe(alpha);
      }),
    );
  });

  it('keep a colour in another notation', () => {
    expect(turnColorLight('red')).toBe('red');
  });
});
