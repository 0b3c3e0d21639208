import { beforeEach, describe, expect, it } from 'vitest';
import { MapCamera } from '../../../src/state/camera.svelte.ts';

const HOME = { west: 42, south: 35, east: 46, north: 37 };
const there = { lon: 44, lat: 36, zoom: 7 };
const moved = { lon: 45, lat: 36, zoom: 7 };

let camera: MapCamera;
beforeEach(() => {
  camera = new MapCamera();
  camera.setHome(HOME, HOME);
  camera.goHome();
  camera.report(there, HOME, false);
});

describe('`MapCamera`', () => {
  it('is not in the link until the reader moves the map', () => {
    expect(camera.chosenByReader).toBeUndefined();
    camera.report(moved, HOME, true);
    expect(camera.chosenByReader).toEqual(moved);
    camera.goHome();
    expect(camera.chosenByReader).toBeUndefined();
  });

  it('returns to where it was before it moved to show something', () => {
    camera.reveal(46, 36);
    camera.report(moved, HOME, false);
    camera.returnFromReveal();
    expect(camera.command).toEqual({ kind: 'look', camera: there });
  });

  it('flies to the home view on request, and jumps to a place or to opened data', () => {
    const isJump = (): boolean =>
      camera.command?.kind === 'fit' ? camera.command.isJump : expect.unreachable();
    expect(isJump()).toBe(false);
    camera.goHome({ lon: 44, lat: 36 });
    expect(isJump()).toBe(true);
    camera.goHome();
    expect(isJump()).toBe(false);
    camera.jumpHome();
    expect(isJump()).toBe(true);
  });

  it('does not return if the reader has moved the map or gone to the home view', () => {
    camera.reveal(46, 36);
    camera.report(moved, HOME, true);
    const before = camera.command;
    camera.returnFromReveal();
    expect(camera.command).toBe(before);

    camera.reveal(46, 36);
    camera.goHome();
    const home = camera.command;
    camera.returnFromReveal();
    expect(camera.command).toBe(home);
  });

  it('is at home until it is moved to show something, or by the reader', () => {
    expect(camera.isAtHome).toBe(true);
    camera.reveal(46, 36);
    expect(camera.isAtHome).toBe(false);
    camera.returnFromReveal();
    expect(camera.isAtHome).toBe(true);
    camera.report(moved, HOME, true);
    expect(camera.isAtHome).toBe(false);
  });
});
