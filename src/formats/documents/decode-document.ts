import type { SheetForm } from '../../core/reading/sheet-form.ts';

export type DecodedDocument = {
  readonly text: string;
  /** Undefined for an encoding that few files are in; it was read all the same. */
  readonly encoding: SheetForm['encoding'];
};

const KNOWN = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;

const declaration = /^<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/;

/** The byte order mark decides; then the zero bytes that UTF-16 has in `<`, `{` and `[`. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (second === 0 && first !== undefined && '<{['.includes(String.fromCharCode(first)))
    return 'utf-16le';
  if (first === 0 && second !== undefined && '<{['.includes(String.fromCharCode(second)))
    return 'utf-16be';
  return undefined;
}

function decoderOf(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * A document's text without its byte order mark: UTF-16 where its first bytes say so, UTF-8 where
 * that fits every byte, else what an XML declaration names, else Windows-1252.
 */
export function decodeDocument(bytes: Uint8Array): DecodedDocument {
  const utf16 = utf16Of(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: utf16 };
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = decoderOf(declaration.exec(head)?.[1] ?? 'utf-8');
  if (declared === undefined || declared.encoding.startsWith('utf')) {
    const text = decodeUtf8(bytes);
    if (text !== undefined) return { text, encoding: 'utf-8' };
  }
  const decoder =
    declared && !declared.encoding.startsWith('utf') ? declared : new TextDecoder('windows-1252');
  return {
    text: decoder.decode(bytes),
    encoding: KNOWN.find((known) => known === decoder.encoding),
  };
}

/** The beginning of a file as text, for recognition: cut characters at its end do no harm. */
export function decodeHead(bytes: Uint8Array): string {
  return new TextDecoder(utf16Of(bytes) ?? 'utf-8').decode(bytes);
}
