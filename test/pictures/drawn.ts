import { DOMParser, type Element } from '@xmldom/xmldom';

/** A picture, read as XML by another project's parser. */
export class Drawn {
  readonly root: Element;

  constructor(readonly svg: string) {
    const parser = new DOMParser({
      onError: (level, message) => {
        throw new Error(`${level}: ${message}`);
      },
    });
    const { documentElement } = parser.parseFromString(svg, 'image/svg+xml');
    if (documentElement === null) throw new Error('no picture');
    this.root = documentElement;
  }

  /** Elements of a name, in order. */
  all(name: string): Element[] {
    return [...this.root.getElementsByTagName(name)];
  }

  /** Texts that are drawn, in order. */
  get texts(): string[] {
    return this.all('text').map(({ textContent }) => textContent ?? '');
  }

  /** The group that a pointer finds by its title. */
  titled(title: string): Element {
    const found = this.all('g').find((group) => group.firstChild?.textContent === title);
    if (found === undefined) throw new Error(`no group with the title ${title}`);
    return found;
  }
}

/** An attribute as a number. */
export function num(element: Element | undefined, name: string): number {
  return Number(element?.getAttribute(name) ?? Number.NaN);
}
