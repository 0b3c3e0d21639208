import type { TextSize } from './chart-layout.ts';

/** Lines of text in the font of an element, at a size in pixels, as wide as its heaviest weight here. */
export function textSizeOf(element: Element, size: number): TextSize {
  const context = document.createElement('canvas').getContext('2d');
  if (context) context.font = `600 ${String(size)}px ${getComputedStyle(element).fontFamily}`;
  return {
    widthOf: (line) => Math.ceil(context?.measureText(line).width ?? line.length * size * 0.6),
    lineHeight: Math.ceil(size * 1.25),
  };
}
