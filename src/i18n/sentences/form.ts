import type { FormatInfo } from '../../core/mapping/format-info.ts';
import { outsideText } from '../../core/text/outside-text.ts';
import type { AnyFormats } from '../format/formats.ts';
import type { Messages } from '../messages.ts';

const MAX_PREFIX_CHARACTERS = 40;

/** How a file is written, a fact each. */
export const formSentences =
  (words: Messages['form'], { lists }: AnyFormats) =>
  (of: FormatInfo): readonly string[] => {
    const { preambleLines = 0, tagRows = 0, otherMembers = 0, trailingBytes = 0 } = of;
    const prefixes = (of.undeclaredPrefixes ?? []).map(
      (prefix) => `${outsideText(prefix, MAX_PREFIX_CHARACTERS)}:`,
    );
    const member = of.member === undefined ? '' : words.member(of.member);
    return [
      (of.format === 'csv' && words.delimited[of.delimiter ?? '']) || words.formats[of.format],
      of.encoding === undefined
        ? ''
        : `${words.encodings[of.encoding]}${of.encodingBasis ? words.bases[of.encodingBasis] : ''}`,
      of.hasHeader === undefined ? '' : of.hasHeader ? words.header : words.noHeader,
      preambleLines === 0 ? '' : words.preamble(preambleLines),
      tagRows === 0 ? '' : words.tags(tagRows),
      of.isRagged ? words.ragged : '',
      prefixes.length === 0 ? '' : words.prefixes(lists.plain(prefixes)),
      member === '' || otherMembers === 0
        ? member
        : `${member}; ${words.otherMembers(otherMembers)}`,
      trailingBytes === 0 ? '' : words.trailing(trailingBytes),
    ].filter(Boolean);
  };
