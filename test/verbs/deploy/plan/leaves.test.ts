import { leavesOf, SECRET, UNKNOWN } from '../../../../src/verbs/deploy/plan/leaves';

const leaves = (...args: Parameters<typeof leavesOf>) => Object.fromEntries(leavesOf(...args));

test('only what was synthesized counts, at any depth; what holds nothing does not', () => {
  const wanted = { name: 'x', layer: [{ end: '…', users: ['${a}'] }, { start: '…' }], tags: ['${b}'] };
  const value = {
    id: 'P1',
    name: 'Growth',
    teams: [],
    layer: [
      { id: 'P2', end: '', start: 's', users: ['P3', 'P4'], rendered_coverage_percentage: '0.00' },
      { id: 'P5', end: 'e', start: null, users: [] },
    ],
    tags: ['t'],
  };
  expect(leaves(value, wanted)).toEqual({
    name: 'Growth',
    'layer.0.start': 's',
    'layer.0.users.0': 'P3',
    'layer.0.users.1': 'P4',
    'layer.1.end': 'e',
    'tags.0': 't',
  });
});

test('a block that occurs once is written without a list, and is one in the state', () => {
  expect(leaves({ rule: [{ type: 'constant', other: 1 }] }, { rule: { type: 'x' } })).toEqual({
    'rule.0.type': 'constant',
  });
  expect(leaves({ rule: { type: 'constant', other: 1 } }, { rule: [{ type: 'x' }] })).toEqual({
    'rule.type': 'constant',
  });
});

test('nothing synthesized: everything counts', () => {
  expect(leaves({ a: 1, b: [{ c: false }] }, undefined)).toEqual({ a: 1, 'b.0.c': false });
});

test('a secret is never read, and what only the apply tells is said to be that', () => {
  const marks = { unknown: { rule: [{ id: true }] }, secret: [{ key: true }, false] };
  expect(leaves({ key: 'canary', rule: [{ type: 't' }] }, undefined, marks)).toEqual({
    key: SECRET,
    'rule.0.type': 't',
    'rule.0.id': UNKNOWN,
  });
  expect(leaves({ all: ['canary'] }, undefined, { secret: [{ all: true }] })).toEqual({ all: SECRET });
});
