export * from './loadReport';
