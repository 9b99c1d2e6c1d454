import { Patience } from '../../../../src/verbs/deploy/terraform/patience';
import { clock, program } from './program';

/** A program that is watched, and a clock. */
function watched() {
  const { everySecond, pass, isWatched } = clock();
  const patience = new Patience(everySecond);
  const { child, killed, end } = program();
  patience.watch(child);
  return { patience, killed, pass, end, isWatched };
}
const event = (kind: 'began' | 'goes on' | 'ended', address: string) => ({ kind, address, action: 'create' });

test('ten minutes in which nothing is finished are too long, a minute later it is told again', () => {
  const { patience, killed, pass } = watched();
  pass(599);
  expect([killed, patience.isOver]).toEqual([[], false]);
  pass(1);
  expect([killed, patience.isOver]).toEqual([['SIGINT'], true]);
  pass(59);
  expect(killed).toEqual(['SIGINT']);
  pass(1);
  expect(killed).toEqual(['SIGINT', 'SIGINT']);
  pass(10_000);
  expect(killed).toHaveLength(2);
});

test('what is begun or finished gives it ten minutes more; that something goes on does not', () => {
  const { patience, killed, pass } = watched();
  pass(599);
  patience.seen(event('ended', 'x.a'));
  pass(599);
  patience.seen({ kind: 'looked', address: 'x.b' });
  pass(599);
  patience.seen(event('began', 'x.c'));
  pass(599);
  patience.seen(event('goes on', 'x.c'));
  expect(killed).toEqual([]);
  pass(1);
  expect(killed).toEqual(['SIGINT']);
});

test('it names what was under way, and leaves out that it was stopped', () => {
  const { patience, pass } = watched();
  for (const address of ['x.b', 'x.a', 'x.done']) patience.seen(event('began', address));
  patience.seen(event('ended', 'x.done'));
  pass(600);
  // What the interruption makes of it does not count.
  patience.seen(event('ended', 'x.a'));
  const error = (summary: string) => ({ severity: 'error' as const, summary, detail: '' });
  expect(patience.diagnostics([error('operation canceled'), error('Refused')])).toEqual([
    { severity: 'error', summary: 'nothing was finished for 10 minutes', detail: 'under way: x.a, x.b' },
    error('Refused'),
  ]);
});

test('a program that has ended is watched no longer', () => {
  const { killed, pass, end, isWatched } = watched();
  end();
  pass(10_000);
  expect([killed, isWatched()]).toEqual([[], false]);
});
