import { assertNever } from '../../core/base/assert-never.ts';
import type { TableSchema } from '../../core/mapping/column-mapping.ts';
import type { LayerName } from '../../core/records/layer.ts';
import { outsideText } from '../../core/text/outside-text.ts';
import type { FirstMessages } from '../messages.ts';

export function layerSentences({ layers: words }: FirstMessages) {
  /** A category in words where its schema writes codes; else as its file writes it. */
  const category = (schema: TableSchema | undefined, text: string): string => {
    const codes: Readonly<Record<string, string>> =
      schema === 'ucdp' || schema === 'gdelt' ? words.categories[schema] : {};
    return (Object.hasOwn(codes, text) ? codes[text] : undefined) ?? outsideText(text);
  };
  return {
    category,
    /** The name of a layer of a file; targets are named by their data set. */
    name: (
      name: Exclude<LayerName, { readonly kind: 'target' }>,
      schema: TableSchema | undefined,
    ): string => {
      switch (name.kind) {
        case 'category':
          return category(schema, name.text);
        case 'others':
        case 'none':
          return words[name.kind];
        default:
          return assertNever(name);
      }
    },
  };
}
