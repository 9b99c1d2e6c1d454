import { Temporal } from 'temporal-polyfill';
import type { Pipeline } from '../../../src/catalog';
import type { RuleRehearsal } from '../../../src/verbs/rehearse/ruleRehearsal';
import { Verdict } from '../../../src/verbs/rehearse/verdict';
import { catalogOf, targetOf } from '../../roster/fixture';

/** Thiru's week, and a holiday in it that Spencer and Choo observe. */
const judged = (email: string, cover?: string) => {
  const catalog = catalogOf({
    people: { aidil: [], thiru: [], choo: ['h'], spencer: ['h'] },
    rotations: [
      { id: 'profit', versions: [{ from: '2026-01-05', order: ['aidil', 'thiru', 'choo', 'spencer'] }] },
    ],
    leave: [{ person: 'thiru', from: '2026-01-13', until: '2026-01-13', ...(cover && { cover }) }],
    holidays: [['h', '2026-01-13']],
  });
  const at = Temporal.Instant.from('2026-01-13T03:00:00+08:00');
  const page = { at, step: 2, email, schedule: 'profit' };
  const rehearsal = {
    begins: at,
    firesAt: at,
    recoversAt: at,
    notifications: [],
    incidents: [{ pages: [page], resolvedAt: at }],
    repaired: 'repaired',
  };
  const steps = [{ notify: [targetOf('primary')] }, { notify: [targetOf('on-duty')] }];
  const pipeline = {
    id: 'profit',
    rotations: [{ id: 'profit', duty: 'on-duty' }],
    coverage: 'on-call',
    primary: { kind: 'team', team: {} },
    escalation: { steps, repeat: 0 },
  };
  return new Verdict(catalog, at)
    .problemsOf(pipeline as unknown as Pipeline, {}, rehearsal as unknown as RuleRehearsal)
    .map(({ code }) => code);
};

test('whoever agreed to stand in may be paged on a holiday that they observe', () => {
  expect(judged('spencer@xyz-tech.example', 'spencer')).toEqual([]);
});

test('whoever did not agree may not, and is not whom the roster names', () => {
  expect(judged('spencer@xyz-tech.example')).toEqual(['REHE004', 'REHE003']);
  expect(judged('aidil@xyz-tech.example')).toEqual([]);
});
