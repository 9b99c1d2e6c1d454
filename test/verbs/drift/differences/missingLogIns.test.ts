import { missingLogInDrift } from '../../../../src/verbs/drift/differences';

const spencer = { id: 'spencer', name: 'Spencer', email: 'Spencer@xyz-tech.example' };
const told = (spelling: string | undefined, paged: readonly string[]) =>
  missingLogInDrift(
    [spencer],
    [{ email: spencer.email, ...(spelling === undefined ? {} : { spelling }) }],
    new Map(paged.map((email) => [email, undefined])),
  ).map(({ what, object, found }) => [what, object, found]);

test('whoever is looked up and has no log-in stops the next deploy', () => {
  expect(told(undefined, [])).toEqual([['missing', 'Spencer', undefined]]);
});

test('of somebody who is paged the missing log-in is told once, with whom nothing would wake', () => {
  expect(told(undefined, ['spencer@xyz-tech.example'])).toEqual([]);
});

test('another spelling stops a deploy although the phone rings', () => {
  expect(told('spencer@xyz-tech.example', ['spencer@xyz-tech.example'])).toEqual([
    ['renamed', 'Spencer', 'spencer@xyz-tech.example'],
  ]);
});
