import fc from 'fast-check';
import { gfm } from '../../../src/catalog/markdown/gfm';
import { rendered } from '../../../src/verbs/site/runbook/rendered';
import { definitionsOf } from '../../../src/verbs/site/runbook/resolved';

/** Elements and attributes that a runbook may become; written down apart from the schema. */
const TAGS = /^(p|br|hr|h[1-6]|blockquote|pre|code|em|strong|del|ul|ol|li|a|table|thead|tbody|tr|th|td|div)$/;
const ATTRIBUTES = /^(href|start|align|id|class|tabindex|role|aria-label)$/;

function shown(markdown: string): string {
  const tree = gfm(markdown);
  const links = {
    definitions: definitionsOf(tree.children),
    target: (url: string) => (/^(https?|mailto):/i.test(url) || url.startsWith('#') ? url : undefined),
    anchor: () => undefined,
  };
  return rendered(tree.children, links).text;
}

/** Every start tag: its name, and its attributes with their values. */
function tagsOf(text: string): { name: string; attributes: [string, string][] }[] {
  return [...text.matchAll(/<([a-z][^\s>/]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*\/?>/gi)].map(
    ([, name = '', rest = '']) => ({
      name,
      attributes: [...rest.matchAll(/([^\s=>]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [
        key,
        value,
      ]),
    }),
  );
}

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<iframe src="https://evil.example"></iframe>',
  '<style>*{display:none}</style>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](vbscript:x)',
  '[x](//evil.example)',
  '![x](https://evil.example/pixel.png)',
  '![x](data:image/svg+xml;base64,AAAA)',
  '[x][ref]\n\n[ref]: javascript:alert(1)',
  '<javascript:alert(1)>',
  '[x](https://example.com "onmouseover=alert(1)")',
  '<p style="position:fixed;inset:0" onclick=alert(1)>',
  '<form action="https://evil.example"><input></form>',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  '<base href="https://evil.example/">',
  '`<script>`',
  '| <b onclick=x> | ![a](b) |\n|---|---|\n| <i> | [y](javascript:1) |',
  '[^1]\n\n[^1]: <script>alert(2)</script>',
  '<!-- --><script>alert(3)</script>',
];

function expectInert(markdown: string): void {
  const text = shown(markdown);
  for (const { name, attributes } of tagsOf(text)) {
    expect(name).toMatch(TAGS);
    for (const [key, value] of attributes) {
      expect(key).toMatch(ATTRIBUTES);
      if (key === 'href') expect(value).toMatch(/^(https?:|mailto:|#)/i);
    }
  }
  // No other tag of any form.
  const opened = text.match(/<\/?[a-z!?]/gi)?.length ?? 0;
  expect(opened).toBe(tagsOf(text).length + (text.match(/<\/[a-z][a-z0-9]*>/g)?.length ?? 0));
}

test.each(HOSTILE)('%j is inert', (markdown) => expectInert(markdown));

test('so is every mixture of them with anything else', () => {
  const piece = fc.oneof(
    fc.constantFrom(...HOSTILE),
    fc.string(),
    fc.constantFrom('\n', '\n\n', '> ', '- ', '# ', '**'),
  );
  fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => expectInert(pieces.join(''))));
});

test('text stays: HTML is shown as it was written, comments are not, a picture is a link to it', () => {
  expect(shown('a <b>c</b> <!-- no -->d')).toBe('<p>a &#x3C;b>c&#x3C;/b> d</p>');
  expect(shown('![the lag](https://example.com/lag.png)')).toBe(
    '<p><a href="https://example.com/lag.png">Picture: the lag</a></p>',
  );
  expect(shown('see https://example.com/a.')).toBe(
    '<p>see <a href="https://example.com/a">https://example.com/a</a>.</p>',
  );
  expect(shown('one<br>two')).toBe('<p>one<br>\ntwo</p>');
});
