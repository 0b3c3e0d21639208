type Rgb = readonly [red: number, green: number, blue: number];

/**
 * A light colour of the same hue for a dark one, and the other way round: inverts, then turns the hue
 * by half a circle. Channels from 0 to 255.
 * Source: Filter Effects Module Level 1, `invert(1) hue-rotate(180deg)`.
 */
function turnedLight([red, green, blue]: Rgb): Rgb {
  const [r, g, b] = [255 - red, 255 - green, 255 - blue];
  return [
    -0.574 * r + 1.43 * g + 0.144 * b,
    0.426 * r + 0.43 * g + 0.144 * b,
    0.426 * r + 1.43 * g - 0.856 * b,
  ];
}

/** Changes the RGBA bytes of a dark picture to light colours, in place. */
export function turnPixelsLight(pixels: Uint8ClampedArray): void {
  for (let at = 0; at < pixels.length; at += 4) {
    const r = 255 - (pixels[at] ?? 0);
    const g = 255 - (pixels[at + 1] ?? 0);
    const b = 255 - (pixels[at + 2] ?? 0);
    // `turnedLight` without a new array for each of millions of pixels.
    pixels[at] = -0.574 * r + 1.43 * g + 0.144 * b;
    pixels[at + 1] = 0.426 * r + 0.43 * g + 0.144 * b;
    pixels[at + 2] = 0.426 * r + 1.43 * g - 0.856 * b;
  }
}

/** Returns the light version of a `#rrggbb` colour; other notations are returned unchanged. */
export function turnColorLight(color: string): string {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color.trim());
  if (!parts) return color;
  const [, red = '', green = '', blue = ''] = parts;
  const channels = [red, green, blue].map((hex) => Number.parseInt(hex, 16)) as unknown as Rgb;
  const turned = new Uint8ClampedArray(turnedLight(channels));
  return `#${[...turned].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
