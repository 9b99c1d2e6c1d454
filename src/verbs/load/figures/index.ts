export type { Covers, Debt, Load, PersonLoad } from './load';
export { loadOf } from './loadOf';
