import { describe, expect, it } from 'vitest';
import { isMissingPart, MissingPart } from '../../../../src/core/base/missing-part.ts';

describe('a part of the program that did not arrive', () => {
  it.each([
    'Failed to fetch dynamically imported module: https://a.example/assets/AboutDialog-x.js',
    'error loading dynamically imported module: https://a.example/assets/AboutDialog-x.js',
    'Importing a module script failed.',
    "'text/html' is not a valid JavaScript MIME type.",
    'Unable to preload CSS for /assets/AboutDialog-x.css',
  ])('is known by the words of each browser: %s', (message) => {
    expect(isMissingPart(new TypeError(message))).toBe(true);
  });

  it('is known where our own code says so', () => {
    expect(isMissingPart(new MissingPart('made up'))).toBe(true);
  });

  it.each([
    new TypeError("Cannot read properties of undefined (reading 'module')"),
    new TypeError('Failed to fetch'),
    new Error(''),
    'Importing a module script failed.',
    undefined,
  ])('is no other failure: %s', (cause) => {
    expect(isMissingPart(cause)).toBe(false);
  });
});
