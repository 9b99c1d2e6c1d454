import { monitorsStack } from '../terraformFixture';
import { refusals } from './refusals';

refusals(monitorsStack, 'datadog_monitor.late', [
  ['a message with a template', 'message', 'see ${var.url}', 'template'],
  ['a tag with a template', 'tags', ['a:b', 'a:${var.b}'], 'template', 'tags[1]'],
  ['no threshold', 'monitor_thresholds', {}, 'missing', 'monitor_thresholds.critical'],
  ['a threshold in words', 'monitor_thresholds/critical', 'high', 'number'],
  ['a warning', 'monitor_thresholds/warning', '0', 'understand'],
  ['a priority in words', 'priority', 'P1', 'not a number'],
  ['a sixth priority', 'priority', '6', '1 to 5'],
  ['silence that means anything else', 'on_missing_data', 'panic', 'not one of'],
  ['a timeout over a day', 'timeout_h', 25, '0 to 24'],
  ['neither true nor false', 'require_full_window', 'yes', 'neither'],
  ['what to repeat, but not when', 'renotify_interval', 0, 'understand', 'renotify_statuses'],
  ['an unknown status', 'renotify_statuses', ['ok'], 'not one of', 'renotify_statuses[0]'],
  ['a monitor that is a draft', 'draft_status', 'draft', 'understand'],
]);
