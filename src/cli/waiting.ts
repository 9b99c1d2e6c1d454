import type { ClientOptions } from '../vendors';
import type { Io } from './io';

/** After how many seconds a terminal shows what the command is waiting for. */
const SHOWN_AFTER = 2;
/** After how many seconds a log says so, once. */
const LOGGED_AFTER = 5;

/**
 * What the vendors' clients need of the outside world: a clock, and a way to say what they are
 * waiting for. A terminal shows it while it lasts; a log gets one line per wait.
 */
export function clientOptions(io: Pick<Io, 'now' | 'err' | 'progress' | 'everySecond'>): ClientOptions {
  return { now: io.now, waiting: (what) => waited(what, io) };
}

function waited(what: string, io: Pick<Io, 'now' | 'err' | 'progress' | 'everySecond'>): () => void {
  const since = io.now();
  let isShown = false;
  const message = `waiting for ${what} since ${since.toString({ smallestUnit: 'second' }).slice(11, 19)} UTC`;
  const stop = (io.everySecond ?? everySecond)(() => {
    const seconds = Math.floor(since.until(io.now()).total('seconds'));
    if (io.progress !== undefined && seconds >= SHOWN_AFTER) {
      io.progress(`${message}, ${seconds} s`);
      isShown = true;
    }
    if (io.progress === undefined && seconds >= LOGGED_AFTER && !isShown) {
      io.err(`${message}\n`);
      isShown = true;
    }
  });
  return () => {
    stop();
    if (isShown) io.progress?.('');
  };
}

/** Calls a listener every second, until the returned function is called. */
export function everySecond(listener: () => void): () => void {
  const timer = setInterval(listener, 1000);
  return () => clearInterval(timer);
}
