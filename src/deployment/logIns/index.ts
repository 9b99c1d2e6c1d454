export { type LogInFinding, logInFindings } from './findings';
export { compareNames } from './sameName';
