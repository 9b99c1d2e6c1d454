/** The Temporal of the constructs' props, so that callers need no copy of their own. */
export { Temporal } from 'temporal-polyfill';
export * from './businessService';
export * from './catalogEntity';
export * from './constructId';
export * from './escalationPolicy';
export type { OnCallHours } from './hoursRestrictions';
export type { LayeredScheduleProps, RotationCover } from './layeredSchedule';
export * from './maintenanceDowntime';
export * from './officeHours';
export * from './officeHoursDowntime';
export * from './onCallRotation';
export * from './onCallTeam';
export * from './pagerDutyUser';
export * from './personSchedule';
export * from './pipelineService';
export * from './rotationLayers';
export * from './runbookMonitor';
export * from './terraformText';
