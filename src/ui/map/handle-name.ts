import { words } from '../../i18n/words.ts';
import type { AreaEditing, KeyedHandle } from '../../state/area-editing.svelte.ts';

/** What a handle of an area moves, in words. */
export function handleName(
  { kind, at, position }: KeyedHandle,
  { handles, shape }: Pick<AreaEditing, 'handles' | 'shape'>,
): string {
  const { handle } = words.areas.editing;
  switch (kind) {
    case 'middle':
      return handle.middle;
    case 'edge':
      return handle.edge(shape.kind === 'circle' ? words.areas.distance(shape.radiusKm) : '');
    case 'between':
      return handle.between(at + 1, (2 * (at + 1)) % handles.length === 0 ? 1 : at + 2);
    case 'corner': {
      if (shape.kind === 'polygon') return words.areas.fields.corner(at + 1);
      const [lon, lat] = position;
      const isNorth = handles.every((other) => other.position[1] <= lat);
      const isWest = handles.every((other) => other.position[0] >= lon);
      return handle.box[isNorth ? (isWest ? 'nw' : 'ne') : isWest ? 'sw' : 'se'];
    }
  }
}
