import { visible } from '../text/visible';

/** SVG text that is safe in a picture: only {@link element} makes it. */
export interface Markup {
  readonly svg: string;
}

/** What an element contains: other elements, and text that is escaped. */
export type Content = Markup | string;

/** Attributes by name, in the order in which they are written; those that are undefined are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/**
 * An SVG element. All text, in attributes and between tags, is escaped here and nowhere else;
 * control characters, which XML forbids, and those that nobody sees are written out.
 * @example
 * element('text', { x: 1.004, class: 'wb-ink' }, 'a < b').svg // '<text x="1" class="wb-ink">a &lt; b</text>'
 */
export function element(name: string, attributes: Attributes = {}, ...content: readonly Content[]): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) => ` ${key}="${typeof value === 'number' ? numberText(value) : escaped(value ?? '')}"`,
    );
  const inner = content.map((part) => (typeof part === 'string' ? escaped(part) : part.svg)).join('');
  const open = `<${name}${written.join('')}`;
  return { svg: inner === '' ? `${open}/>` : `${open}>${inner}</${name}>` };
}

/** Elements one after another, each on a line of its own, so that a change of a picture can be read. */
export function lines(...parts: readonly Markup[]): Markup {
  return { svg: parts.map(({ svg }) => `\n${svg}`).join('') };
}

/** A number with at most two decimals, the same on every machine. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number in a picture: ${value}`);
  return String(Math.round(value * 100) / 100 || 0);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
