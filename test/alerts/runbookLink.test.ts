import { runbookLink, runbookUrl } from '../../src/alerts';
import { organization } from './fixture';

test('a page', () => {
  expect(runbookUrl(organization, 'aggregate-profit.md')).toBe(
    'https://github.com/xyz-tech/watchbill/blob/main/data/runbooks/aggregate-profit.md',
  );
});

test('the section of a runbook', () => {
  expect(runbookLink(organization, 'aggregate-profit.md', 'not-complete-by-nine')).toBe(
    'https://github.com/xyz-tech/watchbill/blob/main/data/runbooks/aggregate-profit.md#not-complete-by-nine',
  );
});

test('slugs of other scripts are encoded as a browser does', () => {
  expect(runbookLink(organization, 'a b.md', 'größe-数')).toBe(
    `${organization.runbooksUrl}/a%20b.md#gr%C3%B6%C3%9Fe-%E6%95%B0`,
  );
});

test.each([
  ['https://user@wiki.example/{{x}}', 'https://user%40wiki.example/%7B%7Bx%7D%7D/a.md#b'],
  ['https://wiki.example/%20a?x=1&y=2', 'https://wiki.example/%20a?x=1&y=2/a.md#b'],
  ['https://wiki.example/%{if}%%%', 'https://wiki.example/%25%7Bif%7D%25%25%25/a.md#b'],
  ['https://wiki.example/[a](b)\ud83d', 'https://wiki.example/%5Ba%5D(b)%EF%BF%BD/a.md#b'],
])('%j acts on nothing', (runbooksUrl, link) => {
  expect(runbookLink({ runbooksUrl }, 'a.md', 'b')).toBe(link);
});
