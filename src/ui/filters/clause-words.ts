import type { Clause } from '../../core/filters/clause.ts';
import { words } from '../../i18n/words.ts';
import type { AppState } from '../../state/app-state.svelte.ts';
import type { Shown } from '../../state/shown.svelte.ts';
import { dataNames } from '../charts/data-names.ts';
import { facetsOf } from '../charts/open-facets.ts';

/** One filter in words. */
export const clauseWords = (app: AppState, shown: Shown, clause: Clause): string =>
  words.filters.clauseWords(clause, dataNames(shown, facetsOf(app, shown)));

export type ClauseWords = typeof clauseWords;
