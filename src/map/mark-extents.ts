import type { MarkView } from '../core/index/mark-view.ts';
import type { Box } from './box.ts';

/** The boxes that marks never leave, whatever the window, in the pixels of `project`. */
export function extentsOf(
  { marks }: Pick<MarkView, 'marks'>,
  project: (lon: number, lat: number) => { readonly x: number; readonly y: number },
): readonly Box[] {
  const { lon, lat, reach } = marks.extents;
  return Array.from(lon, (east, mark) => {
    const { x, y } = project(east, lat[mark] ?? 0);
    const [left = 0, right = 0, up = 0, down = 0] = reach.subarray(4 * mark, 4 * mark + 4);
    return { left: x - left, right: x + right, top: y - up, bottom: y + down };
  });
}
