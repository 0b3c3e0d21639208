import { print } from './print.ts';

export const share = {
  title: 'Link to this view',
  label: 'Link',
  copied: 'Link copied',
  notCopied:
    'The browser did not allow this page to copy. The link is selected: copy it from here.',
  note: 'The link opens this page with the same period, filters, date as known, search, map view and open list or record.',
  /** Before what is filtered. */
  filtered: 'It shows:',
  /** Where the link names what a reader's own file says. */
  own: 'The part of the link after # names columns and values of your file, so that the filters apply again when the file is open. Browsers send that part to no server, but everyone who gets the link can read it.',
  missing: print.notInLink,
  restricted:
    'This map shows rows from ACLED. As we read its terms, they do not let you pass these rows on in a form from which the data could be recreated. Check your agreement with ACLED before you share them.',
};
