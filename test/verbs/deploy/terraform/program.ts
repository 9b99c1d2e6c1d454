import type { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';

/** Seconds that pass when the test says so. */
export function clock() {
  let tick: (() => void) | undefined;
  return {
    everySecond: (listener: () => void) => {
      tick = listener;
      return () => {
        tick = undefined;
      };
    },
    pass: (seconds: number) => {
      for (let left = seconds; left > 0; left -= 1) tick?.();
    },
    isWatched: () => tick !== undefined,
  };
}

/** A program that goes on whatever it is told, until the test ends it. */
export function program() {
  const killed: string[] = [];
  const child = Object.assign(new EventEmitter(), { kill: (signal: string) => killed.push(signal) });
  return { child: child as unknown as ChildProcess, killed, end: () => child.emit('exit', 0, null) };
}
