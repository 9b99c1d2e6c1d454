import fc from 'fast-check';
import { escaped, html } from '../../../src/verbs/site/html/html';
import { CODE_POINT } from '../../codePoint';

test('whatever a value is, it opens no tag and ends no attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: CODE_POINT }), (value) => {
      const { text } = html`<p title="${value}">${value}</p>`;
      expect(text.match(/[<>"]/g)?.join('')).toBe('<""><>');
      const decoded = text.slice('<p title="'.length, text.indexOf('">'));
      expect(unescaped(decoded)).toBe(value);
    }),
  );
});

test('markup stays markup, what is false is left out, lists are joined', () => {
  expect(
    html`<ul>${['a', '<b>', 3].map((each) => html`<li>${each}</li>`)}${false}${undefined}</ul>`.text,
  ).toBe('<ul><li>a</li><li>&lt;b&gt;</li><li>3</li></ul>');
  expect(escaped(`"'&`)).toBe('&quot;&#39;&amp;');
});

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
