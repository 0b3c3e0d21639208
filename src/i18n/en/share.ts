import { outsideText } from '../../core/text/outside-text.ts';
import { lists } from './format.ts';

export const share = {
  button: 'Share',
  title: 'Link to this view',
  label: 'Link',
  copied: 'Link copied',
  notCopied:
    'The browser did not allow this page to copy. The link is selected: copy it from here.',
  note: 'The link opens this page with the same period, layers, search, map view and open list or record.',
  missing: (names: readonly string[]): string =>
    `Not in the link: ${lists.plain(names.map((name) => outsideText(name)))}. A link never contains the rows of a file on your device. People who open the link see the map without these rows.`,
  restricted:
    'This map shows rows from ACLED. As we read its terms, they do not let you pass these rows on in a form from which the data could be recreated. Check your agreement with ACLED before you share them.',
};
