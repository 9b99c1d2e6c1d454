import type { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { Interrupted, Interrupts } from '../../../../src/verbs/deploy/terraform/interrupts';

/** Somebody who can interrupt, and seconds that pass when the test says so. */
function watching() {
  let [interrupt, tick]: (() => void)[] = [];
  const err: string[] = [];
  const interrupts = new Interrupts({
    err: (text) => err.push(text),
    onInterrupt: (listener) => {
      interrupt = listener;
      return () => undefined;
    },
    everySecond: (listener) => {
      tick = listener;
      return () => {
        tick = undefined;
      };
    },
  });
  return {
    interrupts,
    err,
    interrupt: () => interrupt?.(),
    pass: (seconds: number) => {
      for (let left = seconds; left > 0; left -= 1) tick?.();
    },
  };
}

/** A program that goes on whatever it is told, until the test ends it. */
function program() {
  const killed: string[] = [];
  const child = Object.assign(new EventEmitter(), { kill: (signal: string) => killed.push(signal) });
  return { child: child as unknown as ChildProcess, killed, end: () => child.emit('exit', 1, null) };
}

test('a run that makes changes is interrupted once, however often and long', () => {
  const { interrupts, err, interrupt, pass } = watching();
  const { child, killed } = program();
  interrupts.watch(child, false);
  interrupt();
  interrupt();
  pass(10_000);
  expect(killed).toEqual(['SIGINT']);
  expect(err).toEqual(['\ninterrupted: waiting until Terraform has stopped and written its state\n']);
  expect(() => interrupts.check()).toThrow(Interrupted);
});

test('one that changes nothing is interrupted again after a minute, and no more', () => {
  const { interrupts, err, interrupt, pass } = watching();
  const { child, killed } = program();
  interrupts.watch(child, true);
  pass(10_000);
  interrupt();
  pass(59);
  expect(killed).toEqual(['SIGINT']);
  pass(1);
  expect(killed).toEqual(['SIGINT', 'SIGINT']);
  pass(10_000);
  expect(killed).toHaveLength(2);
  expect(err).toEqual([
    '\ninterrupted: waiting until Terraform has stopped\n',
    'Terraform is still waiting for a provider: stopping it anyway\n',
  ]);
});

test('one that has ended in time is left alone, and what starts later is interrupted at once', () => {
  const { interrupts, err, interrupt, pass } = watching();
  const [first, second] = [program(), program()];
  interrupts.watch(first.child, true);
  interrupt();
  first.end();
  pass(60);
  expect(first.killed).toEqual(['SIGINT']);
  interrupts.watch(second.child, true);
  expect(second.killed).toEqual(['SIGINT']);
  pass(60);
  expect(second.killed).toEqual(['SIGINT', 'SIGINT']);
  expect(err).toHaveLength(2);
});
