import { describe, expect, it } from 'vitest';
import { startObstacle } from '../../../src/io/start-obstacle.ts';

describe('`startObstacle`', () => {
  it.each([
    ['nothing', 'https:', 'https://a.example', true, undefined],
    ['plain http', 'http:', 'http://127.0.0.1', true, undefined],
    ['a file of the device', 'file:', 'null', true, 'file'],
    ['a sandboxed frame', 'https:', 'null', true, 'sandbox'],
    ['no workers', 'https:', 'https://a.example', false, 'no-worker'],
  ])('%s', (_, protocol, origin, hasWorker, expected) => {
    const page = {
      origin,
      location: { protocol },
      Worker: hasWorker ? () => undefined : undefined,
    };
    expect(startObstacle(page)).toBe(expected);
  });
});
