import { processIo } from '../../src/cli/io';

test("an interruption is the listener's until it is given back", () => {
  const before = process.listenerCount('SIGINT');
  let heard = 0;
  const giveBack = processIo.onInterrupt?.(() => {
    heard += 1;
  });
  process.emit('SIGINT');
  process.emit('SIGTERM');
  expect(heard).toBe(2);
  giveBack?.();
  expect(process.listenerCount('SIGINT')).toBe(before);
});
