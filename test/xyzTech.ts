import { resolve } from 'node:path';

/**
 * XYZ Tech's data, on which the tests stand: a copy, because `data/` belongs to whoever
 * has cloned this, and their rotation is no reason for a red test.
 */
export const XYZ_TECH = resolve(__dirname, 'xyz-tech/data');
