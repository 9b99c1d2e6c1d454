export * from './rosterReport';
