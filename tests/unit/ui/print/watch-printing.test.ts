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

describe('`watchPrinting`', () => {
  it('reports one start and one end, also for several events of the browser', () => {
    const { page, turns } = watched();
    page.fire('beforeprint');
    page.changeMedia(true);
    page.changeMedia(false);
    page.fire('afterprint');
    expect(turns).toEqual([true, false]);
  });

  it('notices printing if only the media type changes', () => {
    const { page, turns } = watched();
    page.changeMedia(true);
    page.changeMedia(false);
    expect(turns).toEqual([true, false]);
  });

  it('reports nothing after it is stopped', () => {
    const { page, turns, stop } = watched();
    stop();
    page.fire('beforeprint');
    page.changeMedia(true);
    expect(turns).toEqual([]);
  });
});
