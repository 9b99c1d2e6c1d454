/** Markup: the only strings that reach a page unescaped. */
export class Html {
  constructor(readonly text: string) {}
}

/** A value in a template; everything but {@link Html} is escaped, and undefined and false are left out. */
export type Part = Html | string | number | false | undefined | readonly Part[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Markup with values in it, escaped by construction. Attribute values must be in double quotes.
 * @example
 * html`<p title="${name}">${name}</p>`.text // '<p title="&lt;b&gt;">&lt;b&gt;</p>' if the name is '<b>'
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const texts = parts.map((part, index) => textOf(part) + (strings[index + 1] ?? ''));
  return new Html((strings[0] ?? '') + texts.join(''));
}

/** Parts one after another, with a separator between them. */
export function joined(parts: readonly Part[], between: Part): Part {
  return parts.map((part, index) => (index === 0 ? part : [between, part]));
}

/** Text escaped for markup, between tags or in a quoted attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

function textOf(part: Part): string {
  if (part instanceof Html) return part.text;
  if (part === undefined || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return part.map(textOf).join('');
}
