import { comparePlans } from '../../../../src/verbs/deploy/expected/unapproved';
import type { SummarizedChange, SummarizedStack } from '../../../../src/verbs/deploy/plan/summary';

const change = (address: string, action: SummarizedChange['action'], digest = 'd1'): SummarizedChange => ({
  address,
  type: 'x',
  action,
  object: address,
  text: [],
  digest,
});
const stack = (changes: SummarizedChange[], imports: SummarizedStack['imports'] = []) => [
  { stack: 'on-call', changes, imports },
];
/** Synthesized stacks with one attribute an object. */
const synthesized = (objects: Record<string, unknown>) => [
  { resource: { x: Object.fromEntries(Object.entries(objects).map(([name, value]) => [name, { value }])) } },
];
const SAME = [synthesized({ a: 1 }), synthesized({ a: 1 })] as const;
const compared = (
  approved: SummarizedStack[],
  planned: SummarizedStack[],
  both: Parameters<typeof comparePlans>[2] = SAME,
) => comparePlans(approved, planned, both);

test('the approved plan, and what is left of it after half of a deploy, may be applied', () => {
  const approved = stack([change('x.a', 'update'), change('x.b', 'create')], [{ address: 'x.c', id: 'P1' }]);
  expect(compared(approved, approved)).toEqual({ unapproved: [], moved: [] });
  expect(compared(approved, stack([change('x.b', 'create')]))).toEqual({ unapproved: [], moved: [] });
  expect(compared(approved, stack([]))).toEqual({ unapproved: [], moved: [] });
});

test.each<[string, SummarizedChange, string]>([
  [
    'another object',
    change('x.new', 'destroy'),
    'the plan removes it, and the approved one does not touch it',
  ],
  ['another action', change('x.a', 'replace'), 'the plan replaces it, and the approved one changes it'],
  [
    'other values',
    change('x.a', 'update', 'd2'),
    'the plan changes it, to or from other values than the approved one',
  ],
])('%s is not approved', (_, planned, text) => {
  const approved = stack([change('x.a', 'update')]);
  expect(compared(approved, stack([planned]))).toEqual({
    unapproved: [{ stack: 'on-call', address: planned.address, text }],
    moved: [],
  });
});

test('to take over another object is not approved', () => {
  const approved = stack([], [{ address: 'x.a', id: 'P1' }]);
  expect(compared(approved, stack([], [{ address: 'x.a', id: 'P2' }])).unapproved).toEqual([
    { stack: 'on-call', address: 'x.a', text: 'would take over P2, which the approved plan does not' },
  ]);
});

test('what the same data means at another instant is the calendar, and nothing else is', () => {
  const approved = stack([change('x.cover', 'update', 'd1')]);
  const planned = stack([
    change('x.cover', 'update', 'd2'),
    change('x.bridge', 'create'),
    change('x.ended', 'destroy'),
    change('x.byhand', 'update'),
  ]);
  const then = synthesized({ cover: 1, ended: 1, byhand: 1 });
  const now = synthesized({ cover: 2, bridge: 1, byhand: 1 });
  expect(compared(approved, planned, [then, now])).toEqual({
    unapproved: [
      {
        stack: 'on-call',
        address: 'x.byhand',
        text: 'the plan changes it, and the approved one does not touch it',
      },
    ],
    moved: ['x.cover', 'x.bridge', 'x.ended'],
  });
});

test("cdktf's remarks and the order of keys are no other meaning", () => {
  const object = (more: object) => [{ resource: { x: { a: more } } }];
  const both = [
    object({ one: 1, two: 2, '//': { metadata: 1 } }),
    object({ two: 2, one: 1, '//': { metadata: 2 } }),
  ] as const;
  expect(compared(stack([]), stack([change('x.a', 'update')]), both).unapproved).toHaveLength(1);
});
