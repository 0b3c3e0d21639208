import type { TextColumn } from '../../core/text/text-column.ts';

const encoder = new TextEncoder();

/** A text column that is written one text after the other, in about twice its final memory. */
export class GrowingTexts {
  private bytes = new Uint8Array(1 << 16);
  private ends = new Uint32Array(1 << 10);
  private written = 0;
  private texts = 0;

  get count(): number {
    return this.texts;
  }

  push(text: string): void {
    // No character of UTF-16 takes more than three bytes.
    const needed = this.written + 3 * text.length;
    if (needed > this.bytes.length) {
      const grown = new Uint8Array(Math.max(needed, 2 * this.bytes.length));
      grown.set(this.bytes.subarray(0, this.written));
      this.bytes = grown;
    }
    if (this.texts + 1 >= this.ends.length) {
      const grown = new Uint32Array(2 * this.ends.length);
      grown.set(this.ends);
      this.ends = grown;
    }
    this.written += encoder.encodeInto(text, this.bytes.subarray(this.written)).written;
    this.texts += 1;
    this.ends[this.texts] = this.written;
  }

  finish(): TextColumn {
    return {
      bytes: this.bytes.slice(0, this.written),
      offsets: this.ends.slice(0, this.texts + 1),
    };
  }
}
