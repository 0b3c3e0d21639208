import type { Result } from '../base/result.ts';
import type { StreetMap } from '../model/street-map.ts';
import type { Fault } from './fault.ts';

/** A street map, or why a file is none; or that no part of a linked file came. */
export type StreetsResult =
  Result<StreetMap, Fault> | { readonly kind: 'unsent'; readonly isRedirected: boolean };
