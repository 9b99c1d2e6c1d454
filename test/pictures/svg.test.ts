import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { element } from '../../src/pictures/svg';
import { CODE_POINT } from '../codePoint';

const read = (svg: string) => {
  const parser = new DOMParser({
    onError: (_, message) => {
      throw new Error(message);
    },
  });
  return parser.parseFromString(svg, 'image/svg+xml').documentElement;
};

test('numbers have two decimals at most, and are finite', () => {
  expect(element('a', { x: 1 / 3, y: -0.001, z: undefined }).svg).toBe('<a x="0.33" y="0"/>');
  expect(() => element('a', { x: Number.NaN })).toThrow('not a finite number in a picture: NaN');
});

test('what could be obeyed is written out', () => {
  const name = `</text><script>alert('1')</script>"&\u{202e}\u{0}`;
  expect(element('text', { id: name }, name).svg).toBe(
    '<text id="&lt;/text&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;\\u{202e}\\u{0}">' +
      '&lt;/text&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;\\u{202e}\\u{0}</text>',
  );
});

test('any text is text: one element, one attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: CODE_POINT }), (text) => {
      const node = read(element('text', { id: text }, 'x', text).svg);
      expect(node?.attributes).toHaveLength(1);
      expect([...(node?.childNodes ?? [])].every(({ nodeType }) => nodeType === 3)).toBe(true);
      if (/^[ -~]*$/.test(text)) {
        expect(node?.textContent).toBe(`x${text}`);
        expect(node?.getAttribute('id')).toBe(text);
      }
    }),
    { numRuns: 300 },
  );
});
