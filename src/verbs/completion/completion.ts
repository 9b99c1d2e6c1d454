export { candidatesText } from './candidates';
export { completionScript, type Shell } from './script';
