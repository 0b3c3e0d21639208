import type { Coloring } from './coloring.svelte.ts';
import type { Comparing } from './comparing.svelte.ts';
import type { Datasets } from './datasets.svelte.ts';
import type { Dock } from './dock.svelte.ts';
import type { Drawing } from './drawing.svelte.ts';
import type { Notices } from './notices.svelte.ts';
import type { Selectable } from './selection.ts';
import type { ShareShading } from './share-shading.svelte.ts';

/** What a view is made of. */
export type ViewedPage = Selectable & {
  readonly coloring: Coloring;
  readonly comparing: Comparing;
  readonly datasets: Datasets;
  readonly dock: Dock;
  readonly drawing?: Pick<Drawing, 'editing'> | undefined;
  readonly notices: Notices;
  readonly shading: ShareShading;
  /** What the address asks for is not there yet, nor are files that open with the page. */
  readonly isOpening: boolean;
};
