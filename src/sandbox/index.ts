export * from './context';
export * from './faults';
export * from './sandbox';
export * from './state';
export { StateFileError } from './stateFile';
