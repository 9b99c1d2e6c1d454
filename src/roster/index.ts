export * from './shift';
export * from './span';
