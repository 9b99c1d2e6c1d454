import type { ClientOptions } from '../vendors';
import type { Io } from './io';

/** After so many seconds a person at a terminal is told what is waited for. */
const SHOWN_AFTER = 2;
/** After so many seconds a log is told, once. */
const LOGGED_AFTER = 5;

/**
 * What the vendors' clients are given of the world: its clock, and somebody to tell what is
 * waited for. A terminal shows it as long as it lasts; a log gets one line a wait.
 */
export function clientOptions(io: Pick<Io, 'now' | 'err' | 'progress' | 'everySecond'>): ClientOptions {
  return { now: io.now, waiting: (what) => waited(what, io) };
}

function waited(what: string, io: Pick<Io, 'now' | 'err' | 'progress' | 'everySecond'>): () => void {
  const since = io.now();
  let isTold = false;
  const told = `waiting for ${what} since ${since.toString({ smallestUnit: 'second' }).slice(11, 19)} UTC`;
  const stop = (io.everySecond ?? reallyEverySecond)(() => {
    const seconds = Math.floor(since.until(io.now()).total('seconds'));
    if (io.progress !== undefined && seconds >= SHOWN_AFTER) {
      io.progress(`${told}, ${seconds} s`);
      isTold = true;
    }
    if (io.progress === undefined && seconds >= LOGGED_AFTER && !isTold) {
      io.err(`${told}\n`);
      isTold = true;
    }
  });
  return () => {
    stop();
    if (isTold) io.progress?.('');
  };
}

function reallyEverySecond(act: () => void): () => void {
  const timer = setInterval(act, 1000);
  return () => clearInterval(timer);
}
