import type { AreaShape } from './area-shape.ts';

export const writeShape = (shape: AreaShape): string => shape.kind;
export const readShape = (_: string): AreaShape | undefined => undefined;
