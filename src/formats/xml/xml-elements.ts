import type { Element, Node } from '@xmldom/xmldom';

const isElement = (node: Node): node is Element => node.nodeType === 1;

/** Element children in the order of the document. */
export function childrenOf(element: Element): readonly Element[] {
  const children: Element[] = [];
  for (let node = element.firstChild; node; node = node.nextSibling)
    if (isElement(node)) children.push(node);
  return children;
}

export const nameOf = (element: Element): string => element.localName ?? element.tagName;

export const textOf = (element: Element): string => (element.textContent ?? '').trim();

export const childOf = (element: Element, name: string): Element | undefined =>
  childrenOf(element).find((child) => nameOf(child) === name);

/** The text of the first child of that name; empty where there is none. */
export function childText(element: Element, name: string): string {
  const child = childOf(element, name);
  return child ? textOf(child) : '';
}

/** Every element below in the order of the document; nesting was limited before. */
export function* descendantsOf(element: Element): Generator<Element, void, void> {
  for (const child of childrenOf(element)) {
    yield child;
    yield* descendantsOf(child);
  }
}
