import type { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { Patience } from '../../../../src/verbs/deploy/terraform/patience';

/** A program that goes on whatever it is told, and seconds that pass when the test says so. */
function watched() {
  let tick: (() => void) | undefined;
  const patience = new Patience((listener) => {
    tick = listener;
    return () => {
      tick = undefined;
    };
  });
  const killed: string[] = [];
  const child = Object.assign(new EventEmitter(), { kill: (signal: string) => killed.push(signal) });
  patience.watch(child as unknown as ChildProcess);
  const pass = (seconds: number) => {
    for (let left = seconds; left > 0; left -= 1) tick?.();
  };
  return {
    patience,
    killed,
    pass,
    end: () => child.emit('exit', 0, null),
    isWatched: () => tick !== undefined,
  };
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
