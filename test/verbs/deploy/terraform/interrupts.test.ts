import { Interrupted, Interrupts } from '../../../../src/verbs/deploy/terraform/interrupts';
import { clock, program } from './program';

/** Somebody who can interrupt, and a clock. */
function watching() {
  let interrupt = () => {};
  const err: string[] = [];
  const { everySecond, pass } = clock();
  const interrupts = new Interrupts({
    err: (text) => err.push(text),
    onInterrupt: (listener) => {
      interrupt = listener;
      return () => undefined;
    },
    everySecond,
  });
  return { interrupts, err, interrupt: () => interrupt(), pass };
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
