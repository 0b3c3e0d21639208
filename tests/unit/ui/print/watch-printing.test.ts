import { describe, expect, it } from 'vitest';
import { watchPrinting } from '../../../../src/ui/print/watch-printing.ts';

class FakeWindow extends EventTarget {
  readonly media = new EventTarget();
  matchMedia(): MediaQueryList {
    return this.media as MediaQueryList;
  }
  fire(type: string): void {
    this.dispatchEvent(new Event(type));
  }
  changeMedia(matches: boolean): void {
    this.media.dispatchEvent(Object.assign(new Event('change'), { matches }));
  }
}

function watched() {
  const page = new FakeWindow();
  const turns: boolean[] = [];
  const stop = watchPrinting(page, (isOn) => turns.push(isOn));
  return { page, turns, stop };
}

describe('printing', () => {
  it('begins and ends once, however many signs a browser gives', () => {
    const { page, turns } = watched();
    page.fire('beforeprint');
    page.changeMedia(true);
    page.changeMedia(false);
    page.fire('afterprint');
    expect(turns).toEqual([true, false]);
  });

  it('is noticed where only the media type changes', () => {
    const { page, turns } = watched();
    page.changeMedia(true);
    page.changeMedia(false);
    expect(turns).toEqual([true, false]);
  });

  it('is not watched any more after stopping', () => {
    const { page, turns, stop } = watched();
    stop();
    page.fire('beforeprint');
    page.changeMedia(true);
    expect(turns).toEqual([]);
  });
});
