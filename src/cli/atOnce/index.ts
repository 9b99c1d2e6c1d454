export * from './atOnce';
export * from './carryOut';
export * from './editedData';
export * from './minutes';
export * from './reportLines';
