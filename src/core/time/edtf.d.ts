declare module 'edtf' {
  /** Parses EDTF; throws on what is none. The result's fields are read in `edtf-span.ts`. */
  export default function edtf(text: string): unknown;
}
